// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_log.h"

#include <algorithm>

namespace sk::audit {

namespace {

constexpr std::string_view kLast = "SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1";
constexpr std::string_view kInsert =
    "INSERT INTO audit_entry (seq, time, actor, operation, connection, data_class, rows, outcome, http_status, request_id,"
    " duration, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
constexpr std::string_view kHashOf = "SELECT hash FROM audit_entry WHERE seq = ?1";

Sha256 hashFrom(const Bytes &bytes)
{
    Sha256 hash{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

} // namespace

AuditLog::AuditLog(std::string profileId, vault::Statement last, vault::Statement insert, vault::Statement hashOf)
    : m_profileId(std::move(profileId))
    , m_last(std::move(last))
    , m_insert(std::move(insert))
    , m_hashOf(std::move(hashOf))
{
}

Result<AuditLog> AuditLog::open(const vault::Database &database, std::string profileId)
{
    SK_ASSIGN(vault::Statement last, database.prepare(kLast));
    SK_ASSIGN(vault::Statement insert, database.prepare(kInsert));
    SK_ASSIGN(vault::Statement hashOf, database.prepare(kHashOf));
    return AuditLog(std::move(profileId), std::move(last), std::move(insert), std::move(hashOf));
}

Result<AuditLog::End> AuditLog::end()
{
    SK_TRY(m_last.bindAll());
    SK_ASSIGN(const bool found, m_last.next());
    End end{0, genesis(m_profileId)};
    if (found)
        end = {m_last.integer(0), hashFrom(m_last.blob(1))};
    m_last.reset();
    return end;
}

Result<void> AuditLog::append(const model::AuditEvent &event, Time time)
{
    SK_ASSIGN(const End before, end());
    model::AuditEntry entry{before.seq + 1, time, event};
    entry.event.requestId = cleanRequestId(event.requestId);
    const Sha256 hash = link(before.hash, entry);
    return m_insert.run(entry.seq, entry.time, std::int32_t{static_cast<std::uint8_t>(event.actor)},
                        std::int32_t{static_cast<std::uint8_t>(event.operation)}, event.connection.value,
                        std::int32_t{static_cast<std::uint8_t>(event.dataClass)}, event.rows, model::outcomeWord(event),
                        event.httpStatus, entry.event.requestId, static_cast<std::int64_t>(event.duration.count()),
                        hash);
}

Result<Anchor> AuditLog::head(Time highestTime)
{
    SK_ASSIGN(const End now, end());
    return Anchor{now.seq, now.hash, highestTime, 0, {}};
}

Result<void> AuditLog::checkAgainst(const Anchor &anchor)
{
    if (anchor.seq == 0)
        return {};
    SK_TRY(m_hashOf.bindAll(anchor.seq));
    SK_ASSIGN(const bool found, m_hashOf.next());
    const bool same = found && hashFrom(m_hashOf.blob(0)) == anchor.head;
    m_hashOf.reset();
    if (!same)
        return fail(ErrorKind::VaultRolledBack,
                    "the audit log does not contain the entry " + std::to_string(anchor.seq)
                        + " this machine has seen");
    return {};
}

} // namespace sk::audit
