// SPDX-License-Identifier: GPL-3.0-or-later
// What the PII store holds of one order, of whatever connection.
#include "core/privacy/pii_store.h"

namespace sk::privacy {

Result<std::vector<SealedOf>> PiiStore::sealedOf(const model::OrderId &order) const
{
    SK_ASSIGN(vault::Statement select,
              m_database.prepare(
                  "SELECT connection, field, expiry_day, received_at, origin FROM sealed_value WHERE order_id = ?1"
                  " UNION ALL SELECT connection, field, max(until_day) + 1, received_at, origin FROM held_value AS held"
                  " WHERE order_id = ?1 AND NOT EXISTS (SELECT 1 FROM sealed_value AS sealed WHERE"
                  " sealed.connection = held.connection AND sealed.order_id = ?1 AND sealed.field = held.field)"
                  " GROUP BY connection, field ORDER BY connection, field"));
    SK_TRY(select.bindAll(order.value));
    std::vector<SealedOf> values;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return values;
        values.push_back({{select.text(0)},
                          static_cast<std::int32_t>(select.integer(1)),
                          fromDayNumber(static_cast<std::int32_t>(select.integer(2))),
                          select.time(3),
                          select.text(4)});
    }
}

Result<std::int64_t> PiiStore::forget(const model::OrderId &order)
{
    SK_ASSIGN(vault::Statement remove, m_database.prepare("DELETE FROM sealed_value WHERE order_id = ?1"));
    SK_TRY(remove.run(order.value));
    const std::int64_t removed = remove.changes();
    SK_TRY(m_database.checkpoint());
    return removed;
}

} // namespace sk::privacy
