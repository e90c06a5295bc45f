// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/pruning.h"

#include "core/audit/audit_reader.h"

#include <algorithm>

namespace sk::audit {

namespace {

// The unary plus keeps SQLite from the index on time: by number, the first match comes at once.
constexpr std::string_view kLastBefore =
    "SELECT max(seq) FROM audit_entry WHERE time < ?1 AND seq < coalesce((SELECT seq FROM audit_entry"
    " WHERE +time >= ?1 AND +time <= ?2 ORDER BY seq LIMIT 1), 9223372036854775807)";
constexpr std::string_view kExtent = "SELECT (SELECT count(*) FROM audit_entry), (SELECT min(time) FROM audit_entry)";
constexpr std::string_view kCountUpTo = "SELECT count(*) FROM audit_entry WHERE seq <= ?1";
constexpr std::string_view kHashOf = "SELECT hash FROM audit_entry WHERE seq = ?1";
constexpr std::string_view kCertified = "SELECT seq FROM audit_entry WHERE operation = ?1 AND seq <= ?2 ORDER BY seq";
constexpr std::string_view kCut = "DELETE FROM audit_entry WHERE seq <= ?1";

Result<void> repeatCertificates(const vault::Database &database, AuditLog &log, std::int64_t seq, Time time)
{
    SK_ASSIGN(vault::Statement select, database.prepare(kCertified));
    SK_TRY(select.bindAll(static_cast<int>(model::AuditOperation::ErasureCertified), seq));
    std::vector<std::int64_t> certified;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            break;
        certified.push_back(select.integer(0));
    }
    SK_ASSIGN(const std::vector<model::AuditEntry> entries, readEntries(database, certified));
    for (const model::AuditEntry &entry : entries)
        SK_TRY(log.append(entry.event, time));
    return {};
}

} // namespace

Result<std::int64_t> lastBefore(const vault::Database &database, Time before, Time now)
{
    SK_ASSIGN(vault::Statement select, database.prepare(kLastBefore));
    SK_TRY(select.bindAll(before, now));
    SK_TRY(select.next());
    return select.optionalInteger(0).value_or(0);
}

Result<Extent> extent(const vault::Database &database)
{
    SK_ASSIGN(vault::Statement select, database.prepare(kExtent));
    SK_TRY(select.next());
    return Extent{select.integer(0), select.optionalTime(1)};
}

Result<std::int64_t> countUpTo(const vault::Database &database, std::int64_t seq)
{
    SK_ASSIGN(vault::Statement select, database.prepare(kCountUpTo));
    SK_TRY(select.bindAll(seq));
    SK_TRY(select.next());
    return select.integer(0);
}

Result<Checkpoint> announceCut(const vault::Database &database, AuditLog &log, std::int64_t seq,
                               model::AuditActor actor, Time time)
{
    SK_ASSIGN(vault::Statement select, database.prepare(kHashOf));
    SK_TRY(select.bindAll(seq));
    SK_ASSIGN(const bool found, select.next());
    if (!found)
        return fail(ErrorKind::NotFound, "the audit log has no entry " + std::to_string(seq));
    Checkpoint cut{seq, {}};
    const Bytes hash = select.blob(0);
    std::copy_n(hash.begin(), std::min(hash.size(), cut.hash.size()), cut.hash.begin());
    SK_TRY(repeatCertificates(database, log, seq, time));
    model::AuditEvent event{actor, model::AuditOperation::AuditPruned, {}, model::DataClass::Audit, seq};
    event.requestId = toHex(cut.hash);
    SK_TRY(log.append(event, time));
    return cut;
}

Result<std::int64_t> cutAfter(const vault::Database &database, std::int64_t seq)
{
    SK_ASSIGN(vault::Statement remove, database.prepare(kCut));
    SK_TRY(remove.run(seq));
    return remove.changes();
}

} // namespace sk::audit
