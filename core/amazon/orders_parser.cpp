// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/orders_parser.h"

#include "core/amazon/json.h"

#include <algorithm>

namespace sk::amazon {

namespace {

using model::PersonalValue;
using simdjson::dom::element;
using simdjson::dom::element_type;

/// Gathers every leaf below a member. The members named by its callers are the only ones of an order that can hold PII.
void collect(element value, const std::string &path, std::vector<PersonalValue> &into)
{
    switch (value.type()) {
    case element_type::OBJECT: {
        const simdjson::dom::object members = value.get_object().value_unsafe();
        for (const auto [key, item] : members)
            collect(item, path + '.' + std::string(key), into);
        return;
    }
    case element_type::ARRAY: {
        const simdjson::dom::array items = value.get_array().value_unsafe();
        for (const element item : items)
            collect(item, path, into);
        return;
    }
    case element_type::STRING: into.push_back({path, std::string(value.get_string().value_unsafe())}); return;
    case element_type::NULL_VALUE: return;
    default: into.push_back({path, simdjson::minify(value)}); return;
    }
}

void collectMember(JsonReader &reader, std::string_view key, const std::string &path, std::vector<PersonalValue> &into)
{
    if (const auto value = reader.raw(key))
        collect(*value, path, into);
}

std::vector<model::TypedId> typedIds(JsonReader &reader, std::string_view key, std::string_view typeKey,
                                     std::string_view idKey)
{
    std::vector<model::TypedId> ids;
    reader.array(key, [&](JsonReader &entry) { ids.push_back({entry.text(typeKey), entry.text(idKey)}); });
    return ids;
}

model::TimeRange range(JsonReader &reader, std::string_view key)
{
    model::TimeRange range;
    reader.object(key, [&](JsonReader &window) {
        range = {window.time("earliestDateTime"), window.time("latestDateTime")};
    });
    return range;
}

/// `breakdowns` of an order's or an item's proceeds; the detailed lines of an item's TAX and DISCOUNT become lines too.
std::vector<model::ProceedsLine> breakdowns(JsonReader &proceeds)
{
    std::vector<model::ProceedsLine> lines;
    proceeds.array("breakdowns", [&](JsonReader &entry) {
        const std::string type = entry.requiredText("type");
        if (!entry.has("subtotal"))
            (void)entry.requiredText("subtotal"); // names the path of what is missing
        if (auto subtotal = entry.money("subtotal"))
            lines.push_back({type, {}, entry.text("status"), std::move(*subtotal)});
        entry.array("detailedBreakdowns", [&](JsonReader &detail) {
            if (auto value = detail.money("value"))
                lines.push_back({type, detail.text("subtype"), {}, std::move(*value)});
        });
    });
    return lines;
}

void readProduct(JsonReader &reader, model::OrderItem &item, std::vector<PersonalValue> &personal)
{
    item.sku = reader.text("sellerSku");
    item.asin = reader.text("asin");
    item.title = reader.text("title");
    reader.object("condition", [&](JsonReader &condition) {
        item.conditionType = condition.text("conditionType");
        item.conditionSubtype = condition.text("conditionSubtype");
    });
    reader.object("price", [&](JsonReader &price) {
        item.unitPrice = price.money("unitPrice");
        item.priceDesignation = price.text("priceDesignation");
    });
    collectMember(reader, "serialNumbers", "orderItems.product.serialNumbers", personal);
    collectMember(reader, "customization", "orderItems.product.customization", personal);
}

void readItemFulfillment(JsonReader &reader, model::OrderItem &item, std::vector<PersonalValue> &personal)
{
    item.quantityFulfilled = reader.integer("quantityFulfilled");
    item.quantityUnfulfilled = reader.integer("quantityUnfulfilled");
    reader.object("packing", [&](JsonReader &packing) {
        packing.object("giftOption", [&](JsonReader &gift) {
            item.giftWrapLevel = gift.text("giftWrapLevel");
            collectMember(gift, "giftMessage", "orderItems.fulfillment.packing.giftOption.giftMessage", personal);
        });
    });
}

void readCancellation(JsonReader &reader, model::OrderItem &item, std::vector<PersonalValue> &personal)
{
    reader.object("cancellationRequest", [&](JsonReader &request) {
        item.cancelRequester = request.text("requester");
        collectMember(request, "cancelReason", "orderItems.cancellation.cancellationRequest.cancelReason", personal);
    });
    reader.object("cancellationExecution", [&](JsonReader &execution) {
        item.cancelledBy = execution.text("cancelledBy");
        collectMember(execution, "cancelReason", "orderItems.cancellation.cancellationExecution.cancelReason",
                      personal);
    });
}

void readExpenseAndPromotion(JsonReader &reader, model::OrderItem &item)
{
    reader.object("expense", [&](JsonReader &expense) {
        expense.object("pointsCost", [&](JsonReader &cost) {
            cost.object("pointsGranted", [&](JsonReader &points) {
                item.pointsNumber = points.integer("pointsNumber");
                item.pointsValue = points.money("pointsMonetaryValue");
            });
        });
    });
    reader.object("promotion", [&](JsonReader &promotion) {
        promotion.array("breakdowns", [&](JsonReader &entry) { item.promotions.push_back(entry.text("promotionId")); });
    });
}

model::OrderItem readItem(JsonReader &reader, std::vector<PersonalValue> &personal)
{
    model::OrderItem item;
    item.id = reader.requiredId("orderItemId");
    item.quantity = reader.requiredInteger("quantityOrdered");
    if (!reader.has("product"))
        (void)reader.requiredText("product");
    reader.object("measurement", [&](JsonReader &measurement) {
        if (const auto value = measurement.raw("value"))
            item.measurement = simdjson::minify(*value) + ' ' + measurement.text("unit");
    });
    item.programs = reader.texts("programs");
    reader.object("product", [&](JsonReader &product) { readProduct(product, item, personal); });
    reader.object("proceeds", [&](JsonReader &proceeds) {
        item.proceedsTotal = proceeds.money("proceedsTotal");
        item.proceeds = breakdowns(proceeds);
    });
    readExpenseAndPromotion(reader, item);
    reader.object("cancellation", [&](JsonReader &cancellation) { readCancellation(cancellation, item, personal); });
    reader.object("fulfillment", [&](JsonReader &fulfillment) { readItemFulfillment(fulfillment, item, personal); });
    return item;
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
        collectMember(item, "transparencyCodes", "packages.packageItems.transparencyCodes", personal);
    });
    return package;
}

void readFulfillment(JsonReader &reader, model::Order &order)
{
    order.status = reader.requiredText("fulfillmentStatus");
    order.fulfilledBy = reader.text("fulfilledBy");
    order.serviceLevel = reader.text("fulfillmentServiceLevel");
    order.shipBy = range(reader, "shipByWindow");
    order.deliverBy = range(reader, "deliverByWindow");
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
        order.proceeds = breakdowns(proceeds);
    });
    reader.object("fulfillment", [&](JsonReader &fulfillment) { readFulfillment(fulfillment, order); });
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
