// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_reader.h"

#include "core/audit/chain.h"

#include <algorithm>
#include <limits>

namespace sk::audit {

namespace {

// A fixed statement with optional conditions: NULL means "does not restrict".
constexpr std::string_view kFind =
    "SELECT seq FROM audit_entry WHERE (?1 IS NULL OR time >= ?1) AND (?2 IS NULL OR time < ?2)"
    " AND (?3 IS NULL OR operation = ?3) AND (?4 IS NULL OR (outcome = 'ok') = ?4) AND (?5 IS NULL OR connection = ?5)"
    " ORDER BY seq DESC";
constexpr std::string_view kRead =
    "SELECT seq, time, actor, operation, connection, data_class, rows, outcome, http_status, request_id, duration, hash"
    " FROM audit_entry WHERE seq = ?1";
constexpr std::string_view kWalk =
    "SELECT seq, time, actor, operation, connection, data_class, rows, outcome, http_status, request_id, duration, hash"
    " FROM audit_entry WHERE seq > ?1 ORDER BY seq";

model::AuditEntry entryFrom(const vault::Statement &row)
{
    model::AuditEntry entry{row.integer(0), row.time(1), {}};
    entry.event.actor = static_cast<model::AuditActor>(row.integer(2));
    entry.event.operation = static_cast<model::AuditOperation>(row.integer(3));
    entry.event.connection = {row.text(4)};
    entry.event.dataClass = static_cast<model::DataClass>(row.integer(5));
    entry.event.rows = row.integer(6);
    if (const std::string outcome = row.text(7); outcome != "ok")
        entry.event.error = errorKindFromWord(outcome);
    entry.event.httpStatus = static_cast<int>(row.integer(8));
    entry.event.requestId = row.text(9);
    entry.event.duration = std::chrono::milliseconds(row.integer(10));
    return entry;
}

/// True when the row holds nothing that reading it into an entry would lose, so that the hash covers every stored bit.
bool isFaithful(const vault::Statement &row, const model::AuditEntry &entry)
{
    const model::AuditEvent &event = entry.event;
    return row.integer(2) == static_cast<std::uint8_t>(event.actor)
        && row.integer(3) == static_cast<std::uint8_t>(event.operation)
        && row.integer(5) == static_cast<std::uint8_t>(event.dataClass) && row.text(7) == model::outcomeWord(event)
        && row.integer(8) == event.httpStatus;
}

} // namespace

Result<std::vector<std::int64_t>> findSequences(const vault::Database &database, const model::AuditFilter &filter)
{
    SK_ASSIGN(vault::Statement find, database.prepare(kFind));
    const auto operation =
        filter.operation ? std::optional(std::int64_t{static_cast<std::uint8_t>(*filter.operation)}) : std::nullopt;
    const auto connection = filter.connection ? std::optional(filter.connection->value) : std::nullopt;
    SK_TRY(find.bindAll(filter.since, filter.until, operation, filter.succeeded, connection));
    std::vector<std::int64_t> sequences;
    for (;;) {
        SK_ASSIGN(const bool row, find.next());
        if (!row)
            return sequences;
        sequences.push_back(find.integer(0));
    }
}

Result<std::vector<model::AuditEntry>> readEntries(const vault::Database &database,
                                                   const std::vector<std::int64_t> &sequences)
{
    SK_ASSIGN(vault::Statement read, database.prepare(kRead));
    std::vector<model::AuditEntry> entries;
    entries.reserve(sequences.size());
    for (const std::int64_t seq : sequences) {
        SK_TRY(read.bindAll(seq));
        SK_ASSIGN(const bool row, read.next());
        if (row)
            entries.push_back(entryFrom(read));
    }
    return entries;
}

Result<model::AuditVerification> verifyChain(const vault::Database &database, std::string_view profileId,
                                             const std::optional<Anchor> &anchor)
{
    SK_ASSIGN(vault::Statement walk, database.prepare(kWalk));
    const Checkpoint cut = anchor ? anchor->cut : Checkpoint{};
    SK_TRY(walk.bindAll(cut.seq > 0 ? cut.seq : std::numeric_limits<std::int64_t>::min()));
    model::AuditVerification verification;
    verification.pruned = cut.seq;
    Sha256 hash = cut.seq > 0 ? cut.hash : genesis(profileId);
    std::int64_t last = cut.seq;
    bool anchorSeen = !anchor || anchor->seq == 0;
    const auto complain = [&](std::int64_t seq) {
        if (!verification.firstBad)
            verification.firstBad = seq;
    };
    for (;;) {
        SK_ASSIGN(const bool row, walk.next());
        if (!row)
            break;
        const model::AuditEntry entry = entryFrom(walk);
        const Bytes stored = walk.blob(11);
        ++verification.entries;
        ++last;
        if (entry.seq != last)
            complain(last);
        hash = link(hash, entry);
        if (!isFaithful(walk, entry) || !std::equal(stored.begin(), stored.end(), hash.begin(), hash.end()))
            complain(entry.seq);
        if (anchor && anchor->seq == entry.seq) {
            anchorSeen = true;
            if (anchor->head != hash)
                complain(entry.seq);
        }
        if (verification.firstBad)
            std::copy_n(stored.begin(), std::min(stored.size(), hash.size()), hash.begin()); // go on counting
    }
    if (!anchorSeen)
        complain(std::min(anchor->seq, last + 1));
    verification.head = toHex(hash);
    return verification;
}

} // namespace sk::audit
