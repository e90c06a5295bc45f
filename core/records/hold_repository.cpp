// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/hold_repository.h"

namespace sk::records {

namespace {

constexpr std::string_view kAll =
    "SELECT id, connection, label, order_id, kind, reason, placed_by, placed_at, until_day, held_values, ended_by, ended_at"
    " FROM hold WHERE ?1 IS NULL OR id = ?1 ORDER BY placed_at DESC, id";
constexpr std::string_view kInsert =
    "INSERT INTO hold (id, connection, label, order_id, kind, reason, placed_by, placed_at, until_day, held_values, ended_by,"
    " ended_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, '', NULL)";

/// Words that are none were written by somebody else: said rather than guessed.
Result<model::Hold> read(const vault::Statement &select)
{
    model::Hold hold;
    hold.id = select.text(0);
    hold.connection = {select.text(1)};
    hold.label = select.text(2);
    hold.order = {select.text(3)};
    const auto kind = model::holdKindFromWord(select.text(4));
    if (!kind)
        return fail(ErrorKind::VaultDamaged, "the kind of hold " + hold.id + " is none");
    hold.kind = *kind;
    hold.reason = select.text(5);
    hold.by = select.text(6);
    hold.placed = select.time(7);
    hold.until = fromDayNumber(static_cast<std::int32_t>(select.integer(8)));
    hold.values = select.integer(9);
    if (const std::string by = select.text(10); !by.empty()) {
        hold.endedBy = model::holdEndFromWord(by);
        if (!hold.endedBy)
            return fail(ErrorKind::VaultDamaged, "the end of hold " + hold.id + " is none");
    }
    hold.ended = select.optionalTime(11);
    return hold;
}

Result<std::vector<model::Hold>> readAll(const vault::Database &database, const std::optional<std::string> &id)
{
    SK_ASSIGN(vault::Statement select, database.prepare(kAll));
    SK_TRY(select.bindAll(id));
    std::vector<model::Hold> holds;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return holds;
        SK_ASSIGN(model::Hold hold, read(select));
        holds.push_back(std::move(hold));
    }
}

} // namespace

Result<std::vector<model::Hold>> HoldRepository::all() const
{
    return readAll(m_database, std::nullopt);
}

Result<model::Hold> HoldRepository::find(const std::string &id) const
{
    SK_ASSIGN(std::vector<model::Hold> found, readAll(m_database, id));
    if (found.empty())
        return fail(ErrorKind::NotFound, "no hold " + id);
    return std::move(found.front());
}

Result<void> HoldRepository::add(const model::Hold &hold) const
{
    SK_ASSIGN(vault::Statement insert, m_database.prepare(kInsert));
    return insert.run(hold.id, hold.connection.value, hold.label, hold.order.value, toWord(hold.kind), hold.reason,
                      hold.by, hold.placed, toDayNumber(hold.until), hold.values);
}

Result<void> HoldRepository::beginEnd(const std::string &id, model::HoldEnd by) const
{
    SK_ASSIGN(vault::Statement update, m_database.prepare("UPDATE hold SET ended_by = ?2 WHERE id = ?1"));
    return update.run(id, toWord(by));
}

Result<void> HoldRepository::finishEnd(const std::string &id, Time at) const
{
    SK_ASSIGN(vault::Statement update, m_database.prepare("UPDATE hold SET ended_at = ?2 WHERE id = ?1"));
    return update.run(id, at);
}

Result<std::int64_t> HoldRepository::removeOf(const model::ConnectionId &connection) const
{
    SK_ASSIGN(vault::Statement remove, m_database.prepare("DELETE FROM hold WHERE connection = ?1"));
    SK_TRY(remove.run(connection.value));
    return remove.changes();
}

Result<std::int64_t> HoldRepository::removeEndedOf(const model::OrderId &order) const
{
    SK_ASSIGN(vault::Statement remove,
              m_database.prepare("DELETE FROM hold WHERE order_id = ?1 AND ended_at IS NOT NULL"));
    SK_TRY(remove.run(order.value));
    return remove.changes();
}

Result<std::int64_t> HoldRepository::countEndedBefore(Time before) const
{
    SK_ASSIGN(vault::Statement count, m_database.prepare("SELECT count(*) FROM hold WHERE ended_at < ?1"));
    SK_TRY(count.bindAll(before));
    SK_TRY(count.next());
    return count.integer(0);
}

Result<std::int64_t> HoldRepository::removeEndedBefore(Time before) const
{
    SK_ASSIGN(vault::Statement remove, m_database.prepare("DELETE FROM hold WHERE ended_at < ?1"));
    SK_TRY(remove.run(before));
    return remove.changes();
}

} // namespace sk::records
