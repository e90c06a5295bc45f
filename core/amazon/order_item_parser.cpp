// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/order_parts.h"

namespace sk::amazon {

namespace {

void readProduct(JsonReader &reader, model::OrderItem &item, std::vector<model::PersonalValue> &personal)
{
    item.sku = reader.text("sellerSku");
    item.asin = reader.text("asin");
    item.title = reader.text("title");
    reader.object("condition", [&](JsonReader &condition) {
        item.conditionType = condition.text("conditionType");
        item.conditionSubtype = condition.text("conditionSubtype");
        item.conditionNote = condition.text("conditionNote");
    });
    reader.object("price", [&](JsonReader &price) {
        item.unitPrice = price.money("unitPrice");
        item.priceDesignation = price.text("priceDesignation");
    });
    collectMember(reader, "serialNumbers", "orderItems.product.serialNumbers", personal);
    collectMember(reader, "customization", "orderItems.product.customization", personal);
}

model::Substitute readSubstitute(JsonReader &reader)
{
    return {reader.text("sellerSku"), reader.text("asin"), reader.text("title"), reader.integer("quantityOrdered"),
            readMeasurement(reader, "measurement")};
}

void readShipping(JsonReader &reader, model::ItemHandling &handling)
{
    handling.scheduledDelivery = readRange(reader, "scheduledDeliveryWindow");
    reader.object("shippingConstraints", [&](JsonReader &constraints) {
        handling.palletDelivery = constraints.text("palletDelivery");
        handling.cashOnDelivery = constraints.text("cashOnDelivery");
        handling.signatureConfirmation = constraints.text("signatureConfirmation");
        handling.recipientIdentityVerification = constraints.text("recipientIdentityVerification");
        handling.recipientAgeVerification = constraints.text("recipientAgeVerification");
    });
    reader.object("internationalShipping",
                  [&](JsonReader &shipping) { handling.iossNumber = shipping.text("iossNumber"); });
}

void readPacking(JsonReader &reader, model::OrderItem &item, std::vector<model::PersonalValue> &personal)
{
    reader.object("giftOption", [&](JsonReader &gift) {
        item.giftWrapLevel = gift.text("giftWrapLevel");
        collectMember(gift, "giftMessage", "orderItems.fulfillment.packing.giftOption.giftMessage", personal);
    });
    reader.object("serialNumberRequirement",
                  [&](JsonReader &serials) { item.handling.serialNumbers = serials.text("requirementType"); });
}

void readItemFulfillment(JsonReader &reader, model::OrderItem &item, std::vector<model::PersonalValue> &personal)
{
    item.quantityFulfilled = reader.integer("quantityFulfilled");
    item.quantityUnfulfilled = reader.integer("quantityUnfulfilled");
    reader.object("picking", [&](JsonReader &picking) {
        picking.object("substitutionPreference", [&](JsonReader &preference) {
            item.handling.substitutionType = preference.requiredText("substitutionType");
            preference.array("substitutionOptions",
                             [&](JsonReader &option) { item.handling.substitutes.push_back(readSubstitute(option)); });
        });
    });
    reader.object("packing", [&](JsonReader &packing) { readPacking(packing, item, personal); });
    reader.object("shipping", [&](JsonReader &shipping) { readShipping(shipping, item.handling); });
}

void readCancellation(JsonReader &reader, model::OrderItem &item, std::vector<model::PersonalValue> &personal)
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

} // namespace

model::OrderItem readItem(JsonReader &reader, std::vector<model::PersonalValue> &personal)
{
    model::OrderItem item;
    item.id = reader.requiredId("orderItemId");
    item.quantity = reader.requiredInteger("quantityOrdered");
    if (!reader.has("product"))
        (void)reader.requiredText("product");
    item.measurement = readMeasurement(reader, "measurement");
    item.programs = reader.texts("programs");
    reader.array("associatedOrderItems", [&](JsonReader &other) {
        item.associatedItems.push_back(
            {other.text("associationType"), other.text("orderId"), other.text("orderItemId")});
    });
    reader.object("product", [&](JsonReader &product) { readProduct(product, item, personal); });
    reader.object("proceeds", [&](JsonReader &proceeds) {
        item.proceedsTotal = proceeds.money("proceedsTotal");
        item.proceeds = readBreakdowns(proceeds);
    });
    readExpenseAndPromotion(reader, item);
    reader.object("cancellation", [&](JsonReader &cancellation) { readCancellation(cancellation, item, personal); });
    reader.object("fulfillment", [&](JsonReader &fulfillment) { readItemFulfillment(fulfillment, item, personal); });
    return item;
}

} // namespace sk::amazon
