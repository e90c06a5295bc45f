// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_log.h"

namespace sk::audit {

// Taking the oldest entries out of the log (RET-5) such that the rest still verifies and no other removal passes for
// this one. The log must verify first: what was tampered with stays, for whoever looks into it. Then, in this order,
//   1. announceCut(): an entry says up to which number the log goes and what hash the last one to go had;
//   2. the anchor in the keychain takes over that number and hash. It alone is believed about where the log begins;
//   3. cutAfter(): the entries go, as one step.
// A process killed between 2 and 3 leaves entries that verification no longer counts; the next start removes them.

/// The last entry that may go: written before `before`, and standing before all that were written between then and
/// `now`. 0 for none. An entry with a wrong time neither takes newer ones with it (a clock that ran behind) nor goes
/// early (one that ran ahead).
[[nodiscard]] Result<std::int64_t> lastBefore(const vault::Database &database, Time before, Time now);

/// What the log holds: number of entries, and the time of the oldest.
struct Extent
{
    std::int64_t entries = 0;
    std::optional<Time> oldest;
};
[[nodiscard]] Result<Extent> extent(const vault::Database &database);

/// How many entries cutting the log after `seq` removes.
[[nodiscard]] Result<std::int64_t> countUpTo(const vault::Database &database, std::int64_t seq);

/// Step 1, in the caller's transaction: returns what the anchor has to take over. Hashes of erasure certificates among
/// the entries to go are written once more, for a certificate outlives its entry (DEL-4). NotFound when there is no
/// entry `seq`.
[[nodiscard]] Result<Checkpoint> announceCut(const vault::Database &database, AuditLog &log, std::int64_t seq,
                                             model::AuditActor actor, Time time);
/// Step 3. Returns the number of entries that went.
[[nodiscard]] Result<std::int64_t> cutAfter(const vault::Database &database, std::int64_t seq);

} // namespace sk::audit
