// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/held_tables.h"

#include <array>

namespace sk::records {

namespace {

struct Question
{
    std::string_view table;
    std::string_view sql; ///< connection, rows, oldest, newest
};

/// A test holds this against the schema: a new table has to be named here. The inner sum of an order's rows follows the
/// order of their primary key; grouping all of them by connection would sort them.
constexpr std::array kQuestions{
    Question{"meta", "SELECT '', count(*), NULL, NULL FROM meta"},
    Question{"setting", "SELECT '', count(*), NULL, NULL FROM setting"},
    Question{"connection",
             "SELECT id, 1, min(created_at, authorised_at, secret_entered_at),"
             " max(created_at, authorised_at, secret_entered_at) FROM connection"},
    Question{"feature",
             "SELECT connection, count(*), min(enabled_at), max(enabled_at) FROM feature GROUP BY connection"},
    Question{"marketplace",
             "SELECT connection, count(*), min(received_at), max(received_at) FROM marketplace GROUP BY connection"},
    Question{"orders",
             "SELECT connection, count(*), min(received_at), max(refreshed_at) FROM orders GROUP BY connection"},
    Question{
        "order_item",
        "SELECT o.connection, sum(c.n), min(o.received_at), max(o.refreshed_at) FROM (SELECT order_key, count(*) AS n"
        " FROM order_item GROUP BY order_key) AS c JOIN orders AS o ON o.key = c.order_key GROUP BY o.connection"},
    Question{
        "order_item_handling",
        "SELECT o.connection, sum(c.n), min(o.received_at), max(o.refreshed_at) FROM (SELECT order_key, count(*) AS n"
        " FROM order_item_handling GROUP BY order_key) AS c JOIN orders AS o ON o.key = c.order_key GROUP BY o.connection"},
    Question{
        "order_item_substitute",
        "SELECT o.connection, sum(c.n), min(o.received_at), max(o.refreshed_at) FROM (SELECT order_key, count(*) AS n"
        " FROM order_item_substitute GROUP BY order_key) AS c JOIN orders AS o ON o.key = c.order_key GROUP BY o.connection"},
    Question{
        "order_proceeds",
        "SELECT o.connection, sum(c.n), min(o.received_at), max(o.refreshed_at) FROM (SELECT order_key, count(*) AS n"
        " FROM order_proceeds GROUP BY order_key) AS c JOIN orders AS o ON o.key = c.order_key GROUP BY o.connection"},
    Question{
        "order_package",
        "SELECT o.connection, sum(c.n), min(o.received_at), max(o.refreshed_at) FROM (SELECT order_key, count(*) AS n"
        " FROM order_package GROUP BY order_key) AS c JOIN orders AS o ON o.key = c.order_key GROUP BY o.connection"},
    Question{
        "order_package_item",
        "SELECT o.connection, sum(c.n), min(o.received_at), max(o.refreshed_at) FROM (SELECT order_key, count(*) AS n"
        " FROM order_package_item GROUP BY order_key) AS c JOIN orders AS o ON o.key = c.order_key GROUP BY o.connection"},
    Question{"sync_cursor", "SELECT connection, count(*), NULL, NULL FROM sync_cursor GROUP BY connection"},
    Question{"rate_bucket",
             "SELECT connection, count(*), min(updated_at), max(updated_at) FROM rate_bucket GROUP BY connection"},
    Question{"audit_entry", "SELECT '', count(*), min(time), max(time) FROM audit_entry"},
    Question{"exported_file", "SELECT '', count(*), min(exported_at), max(exported_at) FROM exported_file"},
    Question{
        "hold",
        "SELECT connection, count(*), min(placed_at), max(coalesce(ended_at, placed_at)) FROM hold GROUP BY connection"},
    Question{"acknowledgement", "SELECT '', count(*), min(acknowledged_at), max(acknowledged_at) FROM acknowledgement"},
    Question{"signing_key", "SELECT '', count(*), min(made_at), max(made_at) FROM signing_key"},
    Question{"erasure_certificate", "SELECT '', count(*), min(issued_at), max(issued_at) FROM erasure_certificate"},
    Question{"pending_erasure", "SELECT '', count(*), min(begun_at), max(begun_at) FROM pending_erasure"},
    Question{"deletion_request", "SELECT '', count(*), min(recorded_at), max(recorded_at) FROM deletion_request"},
    Question{"deletion_request_order",
             "SELECT '', count(*), min(recorded_at), max(recorded_at) FROM deletion_request_order"
             " JOIN deletion_request ON id = request"},
    Question{"erased_order", "SELECT '', count(*), min(erased_at), max(erased_at) FROM erased_order"},
};

} // namespace

Result<std::vector<TableHolding>> heldTables(const vault::Database &database)
{
    std::vector<TableHolding> holdings;
    for (const Question &question : kQuestions) {
        SK_ASSIGN(vault::Statement select, database.prepare(question.sql));
        for (;;) {
            SK_ASSIGN(const bool row, select.next());
            if (!row)
                break;
            TableHolding holding{std::string(question.table), {select.text(0)}, {}};
            holding.held.rows = select.integer(1);
            holding.held.oldest = select.optionalTime(2);
            holding.held.newest = select.optionalTime(3);
            if (holding.held.rows > 0)
                holdings.push_back(std::move(holding));
        }
    }
    return holdings;
}

} // namespace sk::records
