// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/orders_parser.h"

#include "core/amazon/order_parts.h"

#include <algorithm>

namespace sk::amazon {

namespace {

using model::PersonalValue;

std::vector<model::TypedId> typedIds(JsonReader &reader, std::string_view key, std::string_view typeKey,
                                     std::string_view idKey)
{
    std::vector<model::TypedId> ids;
    reader.array(key, [&](JsonReader &entry) {
        ids.push_back({entry.requiredText(typeKey), entry.requiredText(idKey)});
    });
    return ids;
}

model::OrderPackage readPackage(JsonReader &reader, std::vector<PersonalValue> &personal)
{
    model::OrderPackage package;
    package.id = reader.requiredText("packageReferenceId");
    package.createdAt = reader.time("createdTime");
    package.shippedAt = reader.time("shipTime");
    package.carrier = reader.text("carrier");
    package.shippingService = reader.text("shippingService");
    reader.object("packageStatus", [&](JsonReader &status) {
        package.status = status.requiredText("status");
        package.detailedStatus = status.text("detailedStatus");
    });
    collectMember(reader, "trackingNumber", "packages.trackingNumber", personal);
    collectMember(reader, "shipFromAddress", "packages.shipFromAddress", personal);
    reader.array("packageItems", [&](JsonReader &item) {
        package.items.push_back({item.requiredText("orderItemId"), item.requiredInteger("quantity")});
        collectMember(item, "transparencyCodes", "packages.packageItems.transparencyCodes", personal);
    });
    return package;
}

void readFulfillment(JsonReader &reader, model::Order &order)
{
    order.status = reader.requiredText("fulfillmentStatus");
    order.fulfilledBy = reader.text("fulfilledBy");
    order.serviceLevel = reader.text("fulfillmentServiceLevel");
    order.shipBy = readRange(reader, "shipByWindow");
    order.deliverBy = readRange(reader, "deliverByWindow");
    order.labelPrinting = readRange(reader, "labelPrintingWindow");
}

/// An item said twice is one: its id names it within the order.
void addItem(model::Order &order, model::OrderItem item)
{
    const auto isSame = [&](const model::OrderItem &other) { return other.id == item.id; };
    if (std::none_of(order.items.begin(), order.items.end(), isSame))
        order.items.push_back(std::move(item));
}

ParsedOrder readOrder(JsonReader &reader)
{
    ParsedOrder parsed;
    model::Order &order = parsed.order;
    order.id = {reader.requiredId("orderId")};
    order.createdAt = reader.requiredTime("createdTime");
    order.updatedAt = reader.requiredTime("lastUpdatedTime");
    if (!reader.has("salesChannel"))
        (void)reader.requiredText("salesChannel");
    reader.object("salesChannel", [&](JsonReader &channel) {
        order.channel = channel.requiredText("channelName");
        order.marketplaceId = {channel.text("marketplaceId")};
        order.marketplaceName = channel.text("marketplaceName");
    });
    order.programs = reader.texts("programs");
    order.aliases = typedIds(reader, "orderAliases", "aliasType", "aliasId");
    order.associatedOrders = typedIds(reader, "associatedOrders", "associationType", "orderId");
    reader.object("proceeds", [&](JsonReader &proceeds) {
        order.grandTotal = proceeds.money("grandTotal");
        order.proceeds = readBreakdowns(proceeds);
    });
    reader.object("fulfillment", [&](JsonReader &fulfillment) { readFulfillment(fulfillment, order); });
    reader.array("fulfillmentOrders", [&](JsonReader &fulfillment) {
        order.fulfillmentOrders.push_back(fulfillment.requiredText("fulfillmentOrderId"));
    });
    reader.requiredArray("orderItems", [&](JsonReader &item) { addItem(order, readItem(item, parsed.personal)); });
    reader.array("packages",
                 [&](JsonReader &package) { order.packages.push_back(readPackage(package, parsed.personal)); });
    for (const char *member : {"buyer", "recipient", "tax", "payment"})
        collectMember(reader, member, member, parsed.personal);
    return parsed;
}

} // namespace

Result<OrdersPage> parseOrdersPage(std::string_view json)
{
    SK_ASSIGN(const JsonDocument document, JsonDocument::parse(json));
    std::optional<Error> error;
    const JsonPath root;
    JsonReader reader(document.root(), root, error);
    OrdersPage page;
    reader.requiredArray("orders", [&](JsonReader &order) { page.orders.push_back(readOrder(order)); });
    reader.object("pagination", [&](JsonReader &pagination) { page.nextToken = pagination.text("nextToken"); });
    page.lastUpdatedBefore = reader.time("lastUpdatedBefore");
    page.createdBefore = reader.time("createdBefore");
    if (error)
        return fail(std::move(*error));
    return page;
}

Result<ParsedOrder> parseOrder(std::string_view json)
{
    SK_ASSIGN(const JsonDocument document, JsonDocument::parse(json));
    std::optional<Error> error;
    const JsonPath root;
    JsonReader reader(document.root(), root, error);
    ParsedOrder parsed;
    if (!reader.has("order"))
        (void)reader.requiredText("order");
    reader.object("order", [&](JsonReader &order) { parsed = readOrder(order); });
    if (error)
        return fail(std::move(*error));
    return parsed;
}

} // namespace sk::amazon
