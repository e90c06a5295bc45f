// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/shipments.h"

namespace sk::records {

Result<Shipments> Shipments::open(const vault::Database &database)
{
    SK_ASSIGN(vault::Statement order,
              database.prepare("SELECT key, marketplace_name, marketplace_id, service_level, ship_by_latest,"
                               " fulfilled_by = 'MERCHANT' AND status IN ('UNSHIPPED', 'PARTIALLY_SHIPPED')"
                               " FROM orders WHERE connection = ?1 AND order_id = ?2"));
    SK_ASSIGN(vault::Statement items,
              database.prepare("SELECT sku, title, quantity, coalesce(quantity_unfulfilled, quantity) FROM order_item"
                               " WHERE order_key = ?1 ORDER BY position"));
    return Shipments(std::move(order), std::move(items));
}

Result<std::optional<model::Shipment>> Shipments::find(const model::OrderRef &order)
{
    SK_TRY(m_order.bindAll(order.connection.value, order.order.value));
    SK_ASSIGN(const bool known, m_order.next());
    if (!known)
        return std::optional<model::Shipment>();
    model::Shipment shipment;
    shipment.order = order;
    shipment.marketplace = m_order.text(1).empty() ? m_order.text(2) : m_order.text(1);
    shipment.serviceLevel = m_order.text(3);
    shipment.shipBy = m_order.optionalTime(4);
    shipment.open = m_order.integer(5) != 0;
    SK_TRY(m_items.bindAll(m_order.integer(0)));
    m_order.reset();
    for (;;) {
        SK_ASSIGN(const bool row, m_items.next());
        if (!row)
            return std::optional(std::move(shipment));
        const model::ShipmentItem item{m_items.text(0), m_items.text(1), m_items.integer(shipment.open ? 3 : 2)};
        if (item.quantity > 0)
            shipment.items.push_back(item);
    }
}

Result<std::optional<Time>> acknowledgedAt(const vault::Database &database, std::string_view person, int rules)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT acknowledged_at FROM acknowledgement WHERE person = ?1 AND rules = ?2"));
    SK_TRY(select.bindAll(person, rules));
    SK_ASSIGN(const bool row, select.next());
    return row ? select.optionalTime(0) : std::optional<Time>();
}

Result<void> acknowledge(const vault::Database &database, std::string_view person, int rules, Time now)
{
    SK_ASSIGN(vault::Statement insert,
              database.prepare("INSERT INTO acknowledgement (person, rules, acknowledged_at) VALUES (?1, ?2, ?3)"
                               " ON CONFLICT DO NOTHING"));
    return insert.run(person, rules, now);
}

} // namespace sk::records
