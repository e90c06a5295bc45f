// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/erasure.h"
#include "core/vault/database.h"

namespace sk::records {

/// An erasure under way: what its certificate has to say of the time before anything went. Whatever interrupts the
/// work, it is found here and finished with its certificate.
struct PendingErasure
{
    std::string id; ///< of the certificate to come
    model::ErasureScope scope = model::ErasureScope::Connection;
    std::string subject;
    std::string label;
    model::ErasureReason reason = model::ErasureReason::OwnerRequest;
    bool takesAll = true; ///< exports that still lie where they were written go as well, and holds on its orders
    Time begunAt{};
    std::vector<model::ErasedCount> counts;
};

[[nodiscard]] Result<void> storePending(const vault::Database &database, const PendingErasure &erasure);
/// What is asked for now goes further than what was begun: reason, extent and counts are `erasure`'s from here on.
[[nodiscard]] Result<void> widenPending(const vault::Database &database, const PendingErasure &erasure);
/// Adds to one of its counts.
[[nodiscard]] Result<void> countPending(const vault::Database &database, PendingErasure &erasure, std::string_view what,
                                        std::int64_t more);
[[nodiscard]] Result<std::vector<PendingErasure>> pendingErasures(const vault::Database &database);
[[nodiscard]] Result<std::optional<PendingErasure>> findPending(const vault::Database &database,
                                                                model::ErasureScope scope, const std::string &subject);
[[nodiscard]] Result<void> dropPending(const vault::Database &database, const std::string &id);

} // namespace sk::records
