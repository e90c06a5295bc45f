// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/order_items.h"
#include "app/simulator/people.h"

#include <algorithm>

namespace sk::simulator {

namespace {

bool onlyDigits(const std::string &text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Collects the texts of one order, skipping empty ones and plain numbers.
class Collector
{
public:
    explicit Collector(const OrderFacts &order) : m_orderId(orderIdOf(order)) {}

    void add(std::string_view field, const std::string &value)
    {
        if (!value.empty() && !onlyDigits(value))
            m_values.push_back({m_orderId, std::string(field), value});
    }

    std::vector<PlantedValue> take() { return std::move(m_values); }

private:
    std::string m_orderId;
    std::vector<PlantedValue> m_values;
};

void addPerson(Collector &out, const Person &person)
{
    out.add("buyer.buyerName", person.name);
    out.add("buyer.buyerEmail", person.email);
    out.add("buyer.buyerCompanyName", person.company);
    out.add("buyer.buyerPurchaseOrderNumber", person.purchaseOrder);
    out.add("recipient.deliveryAddress.addressLine1", person.addressLine1);
    out.add("recipient.deliveryAddress.addressLine2", person.addressLine2);
    out.add("recipient.deliveryAddress.city", person.city);
    out.add("recipient.deliveryAddress.postalCode", person.postalCode);
    out.add("recipient.deliveryAddress.phone", person.phone);
    out.add("recipient.deliveryPreference.dropOffLocation", person.dropOff);
    out.add("recipient.deliveryPreference.addressInstruction", person.instruction);
    out.add("tax.taxRegistrations.taxRegistrationNumber", person.taxNumber);
}

void addItem(Collector &out, const OrderFacts &order, const Item &item)
{
    if (item.gift)
        out.add("orderItems.fulfillment.packing.giftOption.giftMessage", giftMessage(order, item));
    if (item.customised)
        out.add("orderItems.product.customization.customizedUrl", customizedUrl(order, item));
    for (int unit = 0; unit < item.quantity; ++unit) {
        if (item.product->serialised && !order.merchant)
            out.add("orderItems.product.serialNumbers", serialNumber(order, item, unit));
        if (item.transparency && order.merchant)
            out.add("packages.packageItems.transparencyCodes", transparencyCode(order, item, unit));
    }
}

} // namespace

std::vector<PlantedValue> plantedIn(const OrderFacts &order, const Marketplace &marketplace)
{
    Collector out(order);
    const Person person = personOf(order, marketplace);
    addPerson(out, person);
    for (const Item &item : itemsOf(order, marketplace))
        addItem(out, order, item);
    if (order.merchant)
        out.add("packages.trackingNumber", trackingNumber(order));
    if (marketplace.country == "BR") {
        out.add("recipient.deliveryAddress.extendedFields.streetName", person.street);
        out.add("recipient.deliveryAddress.extendedFields.neighborhood", person.neighborhood);
        out.add("payment.paymentExecutions.authorizationCode", authorizationCode(order));
        out.add("payment.paymentExecutions.acquirerId", acquirerId(order));
    }
    return out.take();
}

} // namespace sk::simulator
