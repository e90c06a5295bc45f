// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/order_renderer.h"

namespace sk::simulator {

/// Later lines of some orders are the service that goes with the first, such as its installation.
void OrderRenderer::writeAssociatedItem()
{
    JsonArray associated(m_json, "associatedOrderItems");
    JsonObject first(m_json);
    m_json.member("orderId", orderIdOf(m_order));
    m_json.member("orderItemId", m_items.front().id);
    m_json.member("associationType", "VALUE_ADD_SERVICE");
}

void OrderRenderer::writeItemFulfillment(const Item &item)
{
    const int done = fulfilledUnits(m_order, item, item.id == m_items.front().id, m_options.visible);
    const bool ended = m_status == Status::Cancelled || m_status == Status::Unfulfillable;
    JsonObject fulfillment(m_json, "fulfillment");
    m_json.member("quantityFulfilled", done);
    m_json.member("quantityUnfulfilled", ended ? 0 : item.quantity - done);
    if (m_order.merchant && m_order.key % 19 == 0)
        writePicking(item);
    writePacking(item);
    if (m_order.merchant && m_hasAmounts)
        writeShipping(item);
}

void OrderRenderer::writePicking(const Item &item)
{
    JsonObject picking(m_json, "picking");
    JsonObject preference(m_json, "substitutionPreference");
    m_json.member("substitutionType", "CUSTOMER_PREFERENCE");
    JsonArray options(m_json, "substitutionOptions");
    JsonObject option(m_json);
    m_json.member("asin", item.product->asin);
    m_json.member("quantityOrdered", item.quantity);
    m_json.member("sellerSku", std::string(item.product->sku) + "-ALT");
    m_json.member("title", std::string(item.product->title) + " (other colour)");
    JsonObject measurement(m_json, "measurement");
    m_json.member("unit", "COUNT");
    m_json.member("value", item.quantity);
}

void OrderRenderer::writePacking(const Item &item)
{
    const bool serials = m_order.merchant && item.product->serialised;
    if (!item.gift && !serials)
        return;
    JsonObject packing(m_json, "packing");
    if (item.gift) {
        JsonObject gift(m_json, "giftOption");
        m_json.member("giftMessage", giftMessage(m_order, item));
        m_json.member("giftWrapLevel", "STANDARD");
    }
    if (serials) {
        JsonObject requirement(m_json, "serialNumberRequirement");
        m_json.member("requirementType", "REQUIRED");
    }
}

/// Most items ask for nothing special; those that do ask for one thing.
void OrderRenderer::writeShipping(const Item &item)
{
    const bool scheduled = m_order.key % 23 == 0;
    const bool signature = item.unitPrice > 20'000;
    const bool imported = m_marketplace.region == "eu" && m_order.key % 11 == 0;
    if (!scheduled && !signature && !imported)
        return;
    JsonObject shipping(m_json, "shipping");
    if (scheduled)
        writeWindow("scheduledDeliveryWindow", latestDelivery() - 4 * kHour, latestDelivery());
    if (signature) {
        JsonObject constraints(m_json, "shippingConstraints");
        m_json.member("signatureConfirmation", "MANDATORY");
    }
    if (imported) {
        JsonObject international(m_json, "internationalShipping");
        m_json.member("iossNumber", "IM0000000000");
    }
}

} // namespace sk::simulator
