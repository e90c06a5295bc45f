// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"
#include "core/model/order.h"

namespace sk::test {

inline const Time kNoon = fromMillis(1'795'003'200'000); // 2026-11-18T12:00:00Z

/// A merchant-fulfilled order that still has to be shipped: one item, one proceeds line, one package.
inline model::Order sampleOrder(const std::string &id, Time updated, const std::string &status = "UNSHIPPED")
{
    model::Order order;
    order.id = {id};
    order.createdAt = kNoon - std::chrono::days(2);
    order.updatedAt = updated;
    order.channel = "AMAZON";
    order.marketplaceId = {"A1PA6795UKMFR9"};
    order.status = status;
    order.fulfilledBy = "MERCHANT";
    order.proceeds = {{"ITEM", "", "", {1000, "EUR"}}};
    model::OrderItem item;
    item.id = "item-1";
    item.sku = "sku";
    item.quantity = 2;
    item.proceeds = {{"ITEM", "", "", {1000, "EUR"}}};
    order.items = {item};
    order.packages = {{"package-1", "IN_TRANSIT", "", "DHL", "", {}, {}, {{"item-1", 2}}}};
    return order;
}

inline model::Connection sampleConnection(const std::string &id)
{
    model::Connection connection;
    connection.id = {id};
    connection.label = "Shop " + id;
    connection.region = "eu";
    connection.createdAt = connection.authorisedAt = connection.secretEnteredAt = kNoon;
    return connection;
}

} // namespace sk::test
