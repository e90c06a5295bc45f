// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/anchor.h"
#include "core/audit/chain.h"
#include "core/vault/database.h"

#include <functional>

namespace sk::audit {

/// Writes the hash chain. Lives on the database thread; append() runs inside the transaction of what it tells, so an
/// entry and its change stand or fall together.
class AuditLog
{
public:
    [[nodiscard]] static Result<AuditLog> open(const vault::Database &database, std::string profileId);

    [[nodiscard]] Result<void> append(const model::AuditEvent &event, Time time);

    /// The chain's end as it is now, for the keychain.
    [[nodiscard]] Result<Anchor> head(Time highestTime);

    /// VaultRolledBack when the log does not contain the anchored entry: an older or another file was put in place.
    [[nodiscard]] Result<void> checkAgainst(const Anchor &anchor);

private:
    AuditLog(std::string profileId, vault::Statement last, vault::Statement insert, vault::Statement hashOf);

    struct End
    {
        std::int64_t seq;
        Sha256 hash;
    };
    [[nodiscard]] Result<End> end();

    std::string m_profileId;
    vault::Statement m_last;
    vault::Statement m_insert;
    vault::Statement m_hashOf;
};

} // namespace sk::audit
