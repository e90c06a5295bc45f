// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/ids.h"
#include "core/model/money.h"

#include <optional>
#include <string>
#include <vector>

namespace sk::model {

// The fields of Orders 2026-01-01 that are not PII (sp-api.md 5.3 and 8). Enum values stay text, because Amazon adds
// new ones; an absent amount is absent, never zero.

/// One line of a proceeds breakdown; `subtype` is set for the detailed lines of TAX and DISCOUNT.
struct ProceedsLine
{
    std::string type;
    std::string subtype;
    std::string status;
    Money amount;
};

struct OrderItem
{
    std::string id;
    std::string sku;
    std::string asin;
    std::string title;
    std::int64_t quantity = 0;
    std::optional<std::int64_t> quantityFulfilled;
    std::optional<std::int64_t> quantityUnfulfilled;
    std::string measurement;
    std::string conditionType;
    std::string conditionSubtype;
    std::string priceDesignation;
    std::vector<std::string> programs;
    std::vector<std::string> promotions;
    std::string giftWrapLevel;
    std::string cancelRequester;
    std::string cancelledBy;
    std::optional<Money> unitPrice;
    std::optional<Money> proceedsTotal;
    std::optional<std::int64_t> pointsNumber;
    std::optional<Money> pointsValue;
    std::vector<ProceedsLine> proceeds;
};

struct OrderPackage
{
    std::string id;
    std::string status;
    std::string detailedStatus;
    std::string carrier;
    std::string shippingService;
    std::optional<Time> createdAt;
    std::optional<Time> shippedAt;
};

/// A kind and an id: order aliases, associated orders.
struct TypedId
{
    std::string type;
    std::string id;
};

struct TimeRange
{
    std::optional<Time> earliest;
    std::optional<Time> latest;
};

struct Order
{
    OrderId id;
    Time createdAt;
    Time updatedAt;
    MarketplaceId marketplaceId;
    std::string marketplaceName;
    std::string channel;
    std::string status;      ///< FulfillmentStatus; empty when FULFILLMENT was not sent
    std::string fulfilledBy; ///< MERCHANT, AMAZON
    std::string serviceLevel;
    TimeRange shipBy;
    TimeRange deliverBy;
    std::vector<std::string> programs;
    std::vector<TypedId> aliases;
    std::vector<TypedId> associatedOrders;
    std::optional<Money> grandTotal;
    std::vector<ProceedsLine> proceeds;
    std::vector<OrderItem> items;
    std::vector<OrderPackage> packages;

    /// The currency of the order's amounts; empty when it has none yet.
    [[nodiscard]] std::string currency() const;
    /// Sum of a proceeds type: the order's own line, else its items'. Absent when no amount is known.
    [[nodiscard]] std::optional<std::int64_t> total(std::string_view type) const;
    [[nodiscard]] std::int64_t units() const;
    [[nodiscard]] std::optional<Time> firstShippedAt() const;
    [[nodiscard]] bool isDelivered() const;
};

/// An item's own amount of a type: its subtype-ITEM line where the type is detailed, else the subtotal.
[[nodiscard]] std::optional<std::int64_t> itemAmount(const OrderItem &item, std::string_view type);

} // namespace sk::model
