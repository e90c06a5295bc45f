// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/expected_orders.h"

#include "app/simulator/json_writer.h"
#include "app/simulator/order_items.h"

namespace sk::simulator {

namespace {

ExpectedOrder describe(const OrderFacts &order, const Marketplace &marketplace, Millis visible)
{
    const bool amounts = hasAmounts(order, visible);
    const auto money = [&](std::int64_t minorUnits) {
        return amounts ? std::optional(decimalText(minorUnits, marketplace.decimals)) : std::nullopt;
    };
    ExpectedOrder expected;
    expected.orderId = orderIdOf(order);
    expected.marketplaceId = marketplace.id;
    expected.status = statusText(statusAt(order, visible));
    expected.fulfilledBy = order.merchant ? "MERCHANT" : "AMAZON";
    expected.createdTime = isoText(order.created);
    expected.lastUpdatedTime = isoText(lastUpdatedAt(order, visible));
    expected.currency = marketplace.currency;
    expected.grandTotal = money(grandTotal(order, marketplace));
    for (const Item &item : itemsOf(order, marketplace)) {
        expected.items.push_back({item.id, std::string(item.product->sku), std::string(item.product->asin),
                                  item.quantity, money(item.charges.item), money(item.charges.tax()),
                                  money(item.charges.total())});
    }
    return expected;
}

void writeOptional(JsonWriter &json, std::string_view name, const std::optional<std::string> &value)
{
    if (value)
        json.member(name, *value);
}

} // namespace

std::vector<ExpectedOrder> expectedFrom(const OrderBook &book, Millis visible, Millis oldest)
{
    std::vector<ExpectedOrder> expected;
    for (const OrderFacts &order : book.all()) {
        if (order.created >= oldest && order.created <= visible)
            expected.push_back(describe(order, book.marketplaceOf(order), visible));
    }
    return expected;
}

std::string expectedLine(const ExpectedOrder &order)
{
    JsonWriter json;
    {
        JsonObject object(json);
        json.member("order_id", order.orderId);
        json.member("marketplace", order.marketplaceId);
        json.member("status", order.status);
        json.member("fulfilled_by", order.fulfilledBy);
        json.member("created", order.createdTime);
        json.member("updated", order.lastUpdatedTime);
        json.member("currency", order.currency);
        writeOptional(json, "grand_total", order.grandTotal);
        JsonArray items(json, "items");
        for (const ExpectedItem &item : order.items) {
            JsonObject entry(json);
            json.member("item_id", item.orderItemId);
            json.member("sku", item.sku);
            json.member("asin", item.asin);
            json.member("quantity", item.quantity);
            writeOptional(json, "item_amount", item.itemAmount);
            writeOptional(json, "tax_amount", item.taxAmount);
            writeOptional(json, "total", item.total);
        }
    }
    return json.take();
}

} // namespace sk::simulator
