// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/order_renderer.h"

namespace sk::simulator {

void OrderRenderer::writeBuyer()
{
    JsonObject buyer(m_json, "buyer");
    m_json.member("buyerName", person().name);
    if (m_order.merchant) // "Only available for merchant-fulfilled (FBM) orders" (model)
        m_json.member("buyerEmail", person().email);
    if (m_order.business) {
        m_json.member("buyerCompanyName", person().company);
        m_json.member("buyerPurchaseOrderNumber", person().purchaseOrder);
    }
}

void OrderRenderer::writeRecipient()
{
    JsonObject recipient(m_json, "recipient");
    {
        JsonObject address(m_json, "deliveryAddress");
        // Suppressed for Amazon's own deliveries and after the latest delivery date (model).
        const bool past = m_status == Status::Shipped && m_options.visible > latestDelivery();
        writeAddress(m_order.merchant && !past);
    }
    if (!person().dropOff.empty())
        writeDeliveryPreference();
}

void OrderRenderer::writeAddress(bool withPhone)
{
    const Person &p = person();
    m_json.member("name", p.name);
    if (m_order.business)
        m_json.member("companyName", p.company);
    m_json.member("addressLine1", p.addressLine1);
    if (!p.addressLine2.empty())
        m_json.member("addressLine2", p.addressLine2);
    m_json.member("city", p.city);
    if (!p.state.empty())
        m_json.member("stateOrRegion", p.state);
    m_json.member("postalCode", p.postalCode);
    m_json.member("countryCode", m_marketplace.country);
    if (withPhone)
        m_json.member("phone", p.phone);
    if (m_marketplace.country == "BR") {
        JsonObject fields(m_json, "extendedFields");
        m_json.member("streetName", p.street);
        m_json.member("streetNumber", p.streetNumber);
        m_json.member("neighborhood", p.neighborhood);
    }
    m_json.member("addressType", m_order.business ? "COMMERCIAL" : "RESIDENTIAL");
}

void OrderRenderer::writeDeliveryPreference()
{
    JsonObject preference(m_json, "deliveryPreference");
    m_json.member("dropOffLocation", person().dropOff);
    m_json.member("addressInstruction", person().instruction);
    {
        JsonObject time(m_json, "deliveryTime");
        JsonArray hours(m_json, "businessHours");
        JsonObject day(m_json);
        m_json.member("dayOfWeek", "MON");
        JsonArray windows(m_json, "timeWindows");
        JsonObject window(m_json);
        for (const auto &[name, hour] : {std::pair{"startTime", 9}, std::pair{"endTime", 17}}) {
            JsonObject time2(m_json, name);
            m_json.member("hour", hour);
            m_json.member("minute", 0);
        }
    }
    JsonArray capabilities(m_json, "deliveryCapabilities");
    m_json.value("HAS_ACCESS_POINT");
}

void OrderRenderer::writeTax()
{
    const bool brazil = m_marketplace.country == "BR";
    JsonObject tax(m_json, "tax");
    {
        JsonArray registrations(m_json, "taxRegistrations");
        if (isOpenToBuyerData() && (m_order.business || brazil)) {
            JsonObject buyer(m_json);
            m_json.member("entityType", "BUYER");
            m_json.member("legalName", m_order.business ? person().company : person().name);
            m_json.member("taxRegistrationType", brazil ? (m_order.business ? "CNPJ" : "CPF") : "BUSINESS");
            m_json.member("taxRegistrationNumber", person().taxNumber);
            JsonObject address(m_json, "taxRegistrationAddress");
            writeAddress(false);
        }
    }
    if (brazil) {
        JsonObject invoicing(m_json, "taxInvoicing");
        m_json.member("invoiceStatus", m_status == Status::Shipped ? "ACCEPTED" : "NOT_FOUND");
    }
}

void OrderRenderer::writePackages()
{
    static constexpr std::string_view kCarriers[] = {"UPS", "DHL", "FedEx", "USPS"};
    JsonArray packages(m_json, "packages");
    JsonObject package(m_json);
    m_json.member("packageReferenceId", "PKG-" + padded(m_order.number, 7) + "-1");
    m_json.member("createdTime", isoText(at(m_order.timeline.shipped) - kHour));
    writePackageStatus();
    const std::string_view carrier = kCarriers[m_order.key % std::size(kCarriers)];
    m_json.member("carrier", carrier);
    m_json.member("shipTime", isoText(at(m_order.timeline.shipped)));
    m_json.member("shippingService", std::string(carrier) + " Ground");
    m_json.member("trackingNumber", trackingNumber(m_order));
    {
        JsonObject from(m_json, "shipFromAddress");
        m_json.member("name", "Harbour Goods Warehouse");
        m_json.member("addressLine1", "1 Pier Road");
        m_json.member("city", "Bellevue");
        m_json.member("countryCode", m_marketplace.country);
    }
    writePackageItems();
}

void OrderRenderer::writePackageStatus()
{
    const Millis age = m_options.visible - m_order.created;
    const bool onTheWay = reached(m_order.timeline.shipped, age - 12 * kHour);
    JsonObject status(m_json, "packageStatus");
    if (reached(m_order.timeline.delivered, age))
        m_json.member("status", "DELIVERED");
    else
        m_json.member("status", onTheWay ? "IN_TRANSIT" : "SHIPPED");
}

void OrderRenderer::writePackageItems()
{
    JsonArray items(m_json, "packageItems");
    for (const Item &item : m_items) {
        JsonObject object(m_json);
        m_json.member("orderItemId", item.id);
        m_json.member("quantity", item.quantity);
        if (!item.transparency)
            continue;
        JsonArray codes(m_json, "transparencyCodes");
        for (int unit = 0; unit < item.quantity; ++unit)
            m_json.value(transparencyCode(m_order, item, unit));
    }
}

} // namespace sk::simulator
