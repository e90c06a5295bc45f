// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/marketplaces.h"
#include "app/simulator/order_facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace sk::simulator {

struct Item;

/// An invented customer or address. Every text holds a part that no other order has, so that a
/// scan of files, memory or logs can look for it without false alarms.
struct Person
{
    std::string name;
    std::string email;         ///< the anonymised relay address; merchant orders only
    std::string company;       ///< business orders only
    std::string purchaseOrder; ///< business orders only
    std::string phone;
    std::string addressLine1;
    std::string addressLine2; ///< empty for most
    std::string street;       ///< Brazil's extendedFields
    std::string streetNumber;
    std::string neighborhood;
    std::string city;
    std::string state;
    std::string postalCode;
    std::string taxNumber;
    std::string dropOff;     ///< empty for most
    std::string instruction; ///< empty for most
};

/// The buyer (who is the recipient too) of an order.
Person personOf(const OrderFacts &order, const Marketplace &marketplace);

/// Texts of single items and packages that identify somebody (sp-api.md section 8, class A and B).
std::string giftMessage(const OrderFacts &order, const Item &item);
std::string customizedUrl(const OrderFacts &order, const Item &item);
std::string serialNumber(const OrderFacts &order, const Item &item, int unit);
std::string transparencyCode(const OrderFacts &order, const Item &item, int unit);
std::string trackingNumber(const OrderFacts &order);
std::string authorizationCode(const OrderFacts &order);
std::string acquirerId(const OrderFacts &order);

/// One PII text the simulator can hand out: whose, where it stands in an Order, and the text.
struct PlantedValue
{
    std::string orderId;
    std::string field;
    std::string value;
};

/// All of them for one order, whatever its state. Postal codes of five plain digits are left out:
/// they would be found by chance in any larger file.
std::vector<PlantedValue> plantedIn(const OrderFacts &order, const Marketplace &marketplace);

} // namespace sk::simulator
