// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/inventory.h"

#include <array>

namespace sk::records {

namespace {

struct CountOf
{
    std::string_view dataSet;
    std::string_view cursor; ///< the data set whose cursor tells its freshness
    std::string_view sql;
};

constexpr std::array kCounts{
    CountOf{"orders", "orders", "SELECT count(*) FROM orders WHERE ?1 IS NULL OR connection = ?1"},
    CountOf{"order-items", "orders",
            "SELECT count(*) FROM order_item WHERE ?1 IS NULL OR order_key IN"
            " (SELECT key FROM orders WHERE connection = ?1)"},
    CountOf{"marketplaces", "marketplaces", "SELECT count(*) FROM marketplace WHERE ?1 IS NULL OR connection = ?1"},
};

// The least fresh connection counts; one without a freshness makes the whole unknown. Of all, disconnected ones have no
// say.
constexpr std::string_view kFreshness =
    "SELECT min(coalesce(k.fresh_as_of, 0)), max(k.last_error_at), (SELECT last_error FROM sync_cursor WHERE data_set = ?2"
    " AND (?1 IS NULL OR connection = ?1) AND last_error <> '' ORDER BY last_error_at DESC LIMIT 1)"
    " FROM connection c LEFT JOIN sync_cursor k ON k.connection = c.id AND k.data_set = ?2"
    " WHERE CASE WHEN ?1 IS NULL THEN c.state <> 'disconnected' ELSE c.id = ?1 END";

Result<void> readFreshness(const vault::Database &database, const std::optional<std::string> &connection,
                           std::string_view cursor, model::DataSetStatus &status)
{
    SK_ASSIGN(vault::Statement select, database.prepare(kFreshness));
    SK_TRY(select.bindAll(connection, cursor));
    SK_TRY(select.next());
    if (const auto fresh = select.optionalInteger(0); fresh && *fresh > 0)
        status.freshAsOf = fromMillis(*fresh);
    status.historyComplete = status.freshAsOf.has_value();
    if (const std::string error = select.text(2); !error.empty()) {
        status.lastError = errorKindFromWord(error);
        status.lastErrorAt = select.optionalTime(1);
    }
    return {};
}

} // namespace

Result<std::vector<model::DataSetStatus>> dataSets(const vault::Database &database,
                                                   const std::optional<model::ConnectionId> &connection)
{
    const auto id = connection ? std::optional(connection->value) : std::nullopt;
    std::vector<model::DataSetStatus> all;
    for (const CountOf &count : kCounts) {
        model::DataSetStatus status;
        status.name = count.dataSet;
        SK_ASSIGN(vault::Statement select, database.prepare(count.sql));
        SK_TRY(select.bindAll(id));
        SK_TRY(select.next());
        status.rows = select.integer(0);
        SK_TRY(readFreshness(database, id, count.cursor, status));
        all.push_back(std::move(status));
    }
    return all;
}

Result<Holding> heldOrders(const vault::Database &database)
{
    SK_ASSIGN(vault::Statement select, database.prepare("SELECT count(*), min(received_at) FROM orders"));
    SK_TRY(select.next());
    return Holding{select.integer(0), select.optionalTime(1)};
}

Result<std::int64_t> countOrdersBefore(const vault::Database &database, Time before)
{
    SK_ASSIGN(vault::Statement select, database.prepare("SELECT count(*) FROM orders WHERE received_at < ?1"));
    SK_TRY(select.bindAll(before));
    SK_TRY(select.next());
    return select.integer(0);
}

Result<bool> hasOrdersBefore(const vault::Database &database, Time before)
{
    SK_ASSIGN(vault::Statement select, database.prepare("SELECT 1 FROM orders WHERE received_at < ?1 LIMIT 1"));
    SK_TRY(select.bindAll(before));
    return select.next();
}

Result<std::int64_t> deleteOrdersBefore(const vault::Database &database, Time before, std::int64_t limit)
{
    SK_ASSIGN(
        vault::Statement remove,
        database.prepare("DELETE FROM orders WHERE key IN (SELECT key FROM orders WHERE received_at < ?1 LIMIT ?2)"));
    SK_TRY(remove.run(before, limit));
    return remove.changes();
}

Result<DeletedOrders> deleteOrdersOf(const vault::Database &database, const model::ConnectionId &connection,
                                     std::int64_t limit)
{
    // By the index on (connection, created_at): the same orders for both.
    SK_ASSIGN(vault::Statement items,
              database.prepare("SELECT count(*) FROM order_item WHERE order_key IN (SELECT key FROM orders"
                               " WHERE connection = ?1 ORDER BY created_at, key LIMIT ?2)"));
    SK_TRY(items.bindAll(connection.value, limit));
    SK_TRY(items.next());
    SK_ASSIGN(vault::Statement remove,
              database.prepare("DELETE FROM orders WHERE key IN (SELECT key FROM orders"
                               " WHERE connection = ?1 ORDER BY created_at, key LIMIT ?2)"));
    SK_TRY(remove.run(connection.value, limit));
    return DeletedOrders{remove.changes(), items.integer(0)};
}

} // namespace sk::records
