// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"

#include <set>
#include <vector>

namespace sk::profile {

// Deleting in the background what is due (DEL-3, RET-4, RET-5): one batch at a time, each a job of its own, so that
// whatever else the store is asked gets its turn in between. Nothing is remembered between batches: what is due stands
// in the vault, so that a purge which a closing program broke off goes on at the next start.

/// What is due, as the store sees it before each batch.
struct PurgeState
{
    Day today{};
    std::vector<model::Connection> connections;
    std::set<model::ConnectionId> stuck;    ///< failed since the expiry ran: the others go first
    std::vector<model::ConnectionId> begun; ///< their erasure is under way: it goes on whatever the clock says now
    bool rowsMayGo = false;                 ///< the clock is believed, or the owner asks (DECISIONS)
    bool ordersAreDue = false;              ///< some have passed their period
    bool recordsAreDue = false;             ///< of holds that ended
    bool logIsSeen = false;                 ///< the audit log was cut, or looked at in vain, since the expiry ran
};

enum class PurgeWork : std::uint8_t { Nothing, Connection, Orders, HoldRecords, AuditLog };

/// One batch.
struct PurgeTask
{
    PurgeWork work = PurgeWork::Nothing;
    model::ConnectionId connection; ///< with PurgeWork::Connection

    friend bool operator==(const PurgeTask &, const PurgeTask &) = default;
};

/// What to do next: first what was promised for a date, then what is merely old; the log of it all last.
[[nodiscard]] PurgeTask nextPurge(const PurgeState &state);

/// What one batch came to.
struct PurgeBatch
{
    std::int64_t rows = 0;
    bool more = false; ///< ask again; false when nothing was due
};

} // namespace sk::profile
