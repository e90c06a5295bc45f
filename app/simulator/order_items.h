// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/marketplaces.h"
#include "app/simulator/order_facts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sk::simulator {

/// A product of the sample catalogue; the price is in US cents.
struct Product
{
    std::string_view asin;
    std::string_view sku;
    std::string_view title;
    int cents;
    bool serialised;
};

/// What one order item brings, in the currency's minor units; discounts are positive here.
struct Charges
{
    std::int64_t item = 0;
    std::int64_t shipping = 0;
    std::int64_t giftWrap = 0;
    std::int64_t itemDiscount = 0;
    std::int64_t shippingDiscount = 0;
    std::int64_t itemTax = 0;
    std::int64_t shippingTax = 0;
    std::int64_t giftWrapTax = 0;
    std::int64_t discountTax = 0; ///< tax that the discounts save

    std::int64_t discount() const { return itemDiscount + shippingDiscount; }
    std::int64_t tax() const { return itemTax + shippingTax + giftWrapTax - discountTax; }
    std::int64_t total() const { return item + shipping + giftWrap - discount() + tax(); }
    Charges &operator+=(const Charges &other);
};

/// One line of an order.
struct Item
{
    const Product *product = nullptr;
    std::string id; ///< `orderItemId`, 14 digits
    int quantity = 1;
    std::int64_t unitPrice = 0;
    Charges charges;
    bool gift = false;
    bool customised = false;
    bool transparency = false;
    bool subscription = false;
};

/// The 1 to 4 lines of an order; always the same for the same facts.
std::vector<Item> itemsOf(const OrderFacts &order, const Marketplace &marketplace);

/// Number of units without building the lines; itemsOf() gives the same sum.
int unitCount(std::uint64_t key);

/// DELIVERY_TIP in minor units; 0 for nearly all orders.
std::int64_t deliveryTip(const OrderFacts &order, const Marketplace &marketplace);

/// `grandTotal` in minor units: all item totals and the tip.
std::int64_t grandTotal(const OrderFacts &order, const Marketplace &marketplace);

/// False for orders whose payment was never authorised: Amazon has no reliable amounts for them.
bool hasAmounts(const OrderFacts &order, Millis visible);

/// How many of the item's units are shipped at `visible`; a part shipment covers the first line.
int fulfilledUnits(const OrderFacts &order, const Item &item, bool firstLine, Millis visible);

} // namespace sk::simulator
