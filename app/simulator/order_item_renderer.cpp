// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/order_renderer.h"

namespace sk::simulator {

void OrderRenderer::writeItem(const Item &item)
{
    JsonObject object(m_json);
    m_json.member("orderItemId", item.id);
    m_json.member("quantityOrdered", item.quantity);
    if (item.transparency || item.subscription) {
        JsonArray programs(m_json, "programs");
        if (item.transparency)
            m_json.value("TRANSPARENCY");
        if (item.subscription)
            m_json.value("SUBSCRIBE_AND_SAVE");
    }
    if (&item != &m_items.front() && m_order.key % 17 == 0)
        writeAssociatedItem();
    writeProduct(item);
    if (wants(kProceeds) && m_hasAmounts)
        writeItemProceeds(item);
    writeItemExtras(item);
    if (wants(kCancellation))
        writeItemCancellation();
    if (wants(kFulfillment))
        writeItemFulfillment(item);
    if (wants(kTax) && m_hasAmounts && item.charges.tax() > 0)
        writeItemTax();
    if (m_options.unknownValues)
        m_json.member("simulatedNewField", giftMessage(m_order, item));
}

void OrderRenderer::writeProduct(const Item &item)
{
    JsonObject product(m_json, "product");
    m_json.member("asin", item.product->asin);
    m_json.member("title", item.product->title);
    m_json.member("sellerSku", item.product->sku);
    {
        JsonObject condition(m_json, "condition");
        m_json.member("conditionType", m_options.unknownValues ? "SIMULATED_NEW_CONDITION" : "NEW");
        m_json.member("conditionSubtype", "NEW");
        if (m_order.merchant && m_order.key % 13 == 0)
            m_json.member("conditionNote", "Box opened for inspection, never used");
    }
    if (m_hasAmounts) {
        JsonObject price(m_json, "price");
        writeMoney("unitPrice", item.unitPrice);
        if (m_order.business)
            m_json.member("priceDesignation", "BUSINESS_PRICE");
    }
    if (item.product->serialised && !m_order.merchant && m_status == Status::Shipped) {
        JsonArray serials(m_json, "serialNumbers");
        for (int unit = 0; unit < item.quantity; ++unit)
            m_json.value(serialNumber(m_order, item, unit));
    }
    if (item.customised) {
        JsonObject customization(m_json, "customization");
        m_json.member("customizedUrl", customizedUrl(m_order, item));
    }
}

void OrderRenderer::writeItemProceeds(const Item &item)
{
    JsonObject proceeds(m_json, "proceeds");
    writeMoney("proceedsTotal", item.charges.total());
    writeItemBreakdowns(item.charges);
}

void OrderRenderer::writeItemBreakdowns(const Charges &c)
{
    struct Detail
    {
        std::string_view subtype;
        std::int64_t amount;
    };
    const auto entry = [this](std::string_view type, std::int64_t amount, std::initializer_list<Detail> details) {
        if (amount == 0 && type != "ITEM")
            return;
        JsonObject object(m_json);
        m_json.member("type", type);
        writeMoney("subtotal", amount);
        if (details.size() == 0)
            return;
        JsonArray list(m_json, "detailedBreakdowns"); // TAX and DISCOUNT only (model)
        for (const Detail &detail : details) {
            if (detail.amount == 0)
                continue;
            JsonObject part(m_json);
            m_json.member("subtype", detail.subtype);
            writeMoney("value", detail.amount);
        }
    };
    JsonArray breakdowns(m_json, "breakdowns");
    entry("ITEM", c.item, {});
    entry("SHIPPING", c.shipping, {});
    entry("GIFT_WRAP", c.giftWrap, {});
    entry("DISCOUNT", -c.discount(), {{"ITEM", -c.itemDiscount}, {"SHIPPING", -c.shippingDiscount}});
    entry(
        "TAX", c.tax(),
        {{"ITEM", c.itemTax}, {"SHIPPING", c.shippingTax}, {"GIFT_WRAP", c.giftWrapTax}, {"DISCOUNT", -c.discountTax}});
}

void OrderRenderer::writeItemExtras(const Item &item)
{
    if (wants(kExpense) && m_hasAmounts && m_marketplace.country == "JP") {
        JsonObject expense(m_json, "expense");
        JsonObject cost(m_json, "pointsCost");
        JsonObject granted(m_json, "pointsGranted");
        m_json.member("pointsNumber", item.charges.item / 100);
        writeMoney("pointsMonetaryValue", item.charges.item / 100);
    }
    if (wants(kPromotion) && m_hasAmounts && item.charges.discount() > 0) {
        JsonObject promotion(m_json, "promotion");
        JsonArray breakdowns(m_json, "breakdowns");
        JsonObject entry(m_json);
        m_json.member("promotionId", item.charges.itemDiscount > 0 ? "SPRING-SALE" : "FREE-SHIPPING");
    }
}

void OrderRenderer::writeItemCancellation()
{
    const Millis age = m_options.visible - m_order.created;
    const bool requested = reached(m_order.timeline.cancelRequested, age);
    const bool executed = reached(m_order.timeline.cancelled, age);
    if (!requested && !executed)
        return;
    JsonObject cancellation(m_json, "cancellation");
    if (requested) {
        JsonObject request(m_json, "cancellationRequest");
        m_json.member("requester", "BUYER");
        m_json.member("cancelReason", "Changed mind about purchase");
    }
    if (executed) {
        JsonObject execution(m_json, "cancellationExecution");
        m_json.member("cancelledBy", requested && m_order.merchant ? "MERCHANT" : "AMAZON");
        m_json.member("cancelReason", requested ? "Buyer requested cancellation" : "Payment was not completed");
    }
}

void OrderRenderer::writeItemTax()
{
    if (m_marketplace.region != "eu" && m_marketplace.country != "US")
        return;
    JsonObject tax(m_json, "tax");
    if (m_marketplace.region == "eu") {
        JsonArray schemes(m_json, "taxCalculationBreakdowns");
        JsonObject scheme(m_json);
        m_json.member("reportingScheme", "UOSS");
    }
    if (m_marketplace.country == "US") {
        JsonArray collections(m_json, "taxCollections");
        JsonObject collection(m_json);
        m_json.member("model", "MARKETPLACE_FACILITATOR");
        m_json.member("responsibleParty", "Amazon Services, Inc.");
    }
}

} // namespace sk::simulator
