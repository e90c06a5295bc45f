// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/order_renderer.h"

namespace sk::simulator {

namespace {

/// A day's start, so that promises look like Amazon's whole-day windows.
Millis dayOf(Millis time)
{
    return time - time % kDay;
}

} // namespace

OrderRenderer::OrderRenderer(JsonWriter &json, const OrderFacts &order, const Marketplace &marketplace,
                             const RenderOptions &options)
    : m_json(json)
    , m_order(order)
    , m_marketplace(marketplace)
    , m_options(options)
    , m_status(statusAt(order, options.visible))
    , m_hasAmounts(hasAmounts(order, options.visible))
    , m_items(itemsOf(order, marketplace))
{
}

void OrderRenderer::write()
{
    JsonObject object(m_json);
    writeHead();
    if (wants(kBuyer) && isOpenToBuyerData())
        writeBuyer();
    if (wants(kRecipient) && isOpenToBuyerData())
        writeRecipient();
    if (wants(kProceeds) && m_hasAmounts)
        writeProceeds();
    if (wants(kPayment) && m_hasAmounts)
        writePayment();
    if (wants(kTax))
        writeTax();
    if (wants(kFulfillment))
        writeFulfillment();
    {
        JsonArray items(m_json, "orderItems");
        for (const Item &item : m_items)
            writeItem(item);
    }
    if (wants(kPackages) && m_order.merchant && reached(m_order.timeline.shipped, m_options.visible - m_order.created))
        writePackages();
    if (wants(kFulfillmentOrders) && m_marketplace.country == "IN" && m_order.merchant) {
        JsonArray fulfillments(m_json, "fulfillmentOrders"); // Easy Ship only (model)
        JsonObject fulfillment(m_json);
        m_json.member("fulfillmentOrderId", "FO-" + padded(m_order.number, 7));
    }
    if (m_options.unknownValues)
        writeUnknown();
}

void OrderRenderer::writeHead()
{
    m_json.member("orderId", orderIdOf(m_order));
    if (m_order.key % 5 == 0) {
        JsonArray aliases(m_json, "orderAliases");
        JsonObject alias(m_json);
        m_json.member("aliasId", "SHOP-" + padded(m_order.number, 7));
        m_json.member("aliasType", "SELLER_ORDER_ID");
    }
    m_json.member("createdTime", isoText(m_order.created));
    m_json.member("lastUpdatedTime", isoText(lastUpdatedAt(m_order, m_options.visible)));
    {
        JsonArray programs(m_json, "programs");
        if (m_order.prime)
            m_json.value("PRIME");
        if (m_order.business)
            m_json.value("AMAZON_BUSINESS");
        if (m_order.preorder)
            m_json.value("PREORDER");
        if (m_options.unknownValues)
            m_json.value("SIMULATED_NEW_PROGRAM");
    }
    JsonObject channel(m_json, "salesChannel");
    m_json.member("channelName", m_order.nonAmazonChannel ? "NON_AMAZON" : "AMAZON");
    m_json.member("marketplaceId", m_marketplace.id);
    m_json.member("marketplaceName", m_marketplace.name);
}

void OrderRenderer::writeProceeds()
{
    Charges sum;
    for (const Item &item : m_items)
        sum += item.charges;
    const std::int64_t tip = deliveryTip(m_order, m_marketplace);
    JsonObject proceeds(m_json, "proceeds");
    writeMoney("grandTotal", sum.total() + tip);
    JsonArray breakdowns(m_json, "breakdowns");
    const auto entry = [this](std::string_view type, std::int64_t amount) {
        if (amount == 0 && type != "ITEM")
            return;
        JsonObject object(m_json);
        m_json.member("type", type);
        if (type == "DELIVERY_TIP")
            m_json.member("status", m_status == Status::Shipped ? "FINALIZED" : "PENDING");
        writeMoney("subtotal", amount);
    };
    entry("ITEM", sum.item);
    entry("SHIPPING", sum.shipping);
    entry("GIFT_WRAP", sum.giftWrap);
    entry("DISCOUNT", -sum.discount());
    entry("TAX", sum.tax());
    entry("DELIVERY_TIP", tip);
    if (m_options.unknownValues)
        entry("SIMULATED_NEW_TYPE", 1);
}

void OrderRenderer::writePayment()
{
    JsonObject payment(m_json, "payment");
    JsonArray executions(m_json, "paymentExecutions");
    JsonObject execution(m_json);
    m_json.member("paymentMethod", m_order.business && m_order.key % 2 == 0 ? "Invoice" : "CreditCard");
    writeMoney("paymentAmount", grandTotal(m_order, m_marketplace));
    if (m_marketplace.country == "BR" && !m_order.business) {
        m_json.member("acquirerId", acquirerId(m_order));
        m_json.member("cardBrand", "Visa");
        m_json.member("authorizationCode", authorizationCode(m_order));
    }
}

void OrderRenderer::writeFulfillment()
{
    static constexpr std::string_view kLevels[] = {"STANDARD", "STANDARD", "EXPEDITED", "SECOND_DAY", "NEXT_DAY"};
    JsonObject fulfillment(m_json, "fulfillment");
    const bool unknownStatus = m_options.unknownValues && m_order.key % 2 == 0;
    m_json.member("fulfillmentStatus", unknownStatus ? std::string_view("INVOICE_UNCONFIRMED") : statusText(m_status));
    m_json.member("fulfilledBy", m_order.merchant ? "MERCHANT" : "AMAZON");
    m_json.member("fulfillmentServiceLevel", kLevels[m_order.key % std::size(kLevels)]);
    if (!m_hasAmounts)
        return;
    const Millis start = dayOf(at(m_order.timeline.paid));
    writeWindow("shipByWindow", start, start + 3 * kDay - kSecond);
    writeWindow("deliverByWindow", start + 2 * kDay, latestDelivery());
    if (m_order.merchant) {
        JsonObject window(m_json, "labelPrintingWindow"); // never has an end (model)
        m_json.member("earliestDateTime", isoText(start));
    }
}

void OrderRenderer::writeMoney(std::string_view name, std::int64_t minorUnits)
{
    JsonObject money(m_json, name);
    m_json.member("amount", decimalText(minorUnits, m_marketplace.decimals));
    m_json.member("currencyCode", m_marketplace.currency);
}

void OrderRenderer::writeWindow(std::string_view name, Millis from, Millis until)
{
    JsonObject window(m_json, name);
    m_json.member("earliestDateTime", isoText(from));
    m_json.member("latestDateTime", isoText(until));
}

void OrderRenderer::writeUnknown()
{
    JsonObject unknown(m_json, "simulatedNewGroup");
    m_json.member("contactPerson", person().name);
    m_json.member("contactPhone", person().phone);
    JsonArray list(m_json, "nested");
    m_json.value(std::int64_t{1});
    m_json.value("two");
    m_json.value(true);
}

/// No address or buyer before payment, nor for what never ships (v0 rule of sp-api.md 5.6; the 2026
/// model does not restate it).
bool OrderRenderer::isOpenToBuyerData() const
{
    return m_status == Status::Unshipped || m_status == Status::PartiallyShipped || m_status == Status::Shipped;
}

const Person &OrderRenderer::person()
{
    if (!m_person)
        m_person = personOf(m_order, m_marketplace);
    return *m_person;
}

Millis OrderRenderer::latestDelivery() const
{
    return dayOf(at(m_order.timeline.paid)) + 8 * kDay - kSecond;
}

} // namespace sk::simulator
