// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/held_orders.h"

namespace sk::privacy {

Result<std::vector<HeldOrder>> heldOrders(const vault::Database &pii, Day today)
{
    SK_ASSIGN(vault::Statement select,
              pii.prepare("SELECT connection, order_id, field, expiry_day FROM sealed_value WHERE expiry_day > ?1"
                          " ORDER BY connection, order_id, field"));
    SK_TRY(select.bindAll(std::int64_t{toDayNumber(today)}));
    std::vector<HeldOrder> orders;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return orders;
        const model::OrderRef order{{select.text(0)}, {select.text(1)}};
        const Day until = fromDayNumber(static_cast<std::int32_t>(select.integer(3)));
        if (orders.empty() || orders.back().order != order)
            orders.push_back({order, {}, until});
        orders.back().fields.push_back(static_cast<std::int32_t>(select.integer(2)));
        orders.back().heldUntil = std::min(orders.back().heldUntil, until);
    }
}

std::string_view shortName(std::int32_t field)
{
    for (const PiiField &row : kPiiFields) {
        if (row.number == field)
            return row.path.substr(row.path.rfind('.') + 1);
    }
    return {};
}

} // namespace sk::privacy
