// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/anchor.h"
#include "core/model/audit.h"
#include "core/vault/database.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace sk::audit {

/// Sequence numbers of the matching entries, newest first.
[[nodiscard]] Result<std::vector<std::int64_t>> findSequences(const vault::Database &database,
                                                              const model::AuditFilter &filter);

/// The entries of these numbers, in their order; missing ones are left out.
[[nodiscard]] Result<std::vector<model::AuditEntry>> readEntries(const vault::Database &database,
                                                                 const std::vector<std::int64_t> &sequences);

/// Walks the whole chain from its beginning (the genesis, or where it was cut for its age), recomputing every hash, and
/// compares it with the anchor: names the first entry that was changed, is missing, or stands in a place of its own.
[[nodiscard]] Result<model::AuditVerification> verifyChain(const vault::Database &database, std::string_view profileId,
                                                           const std::optional<Anchor> &anchor);

/// Writes matching entries, oldest first, with their hashes; CSV for `.csv`, else JSON Lines. Returns their number.
[[nodiscard]] Result<std::int64_t> exportEntries(const vault::Database &database, const model::AuditFilter &filter,
                                                 const std::filesystem::path &output);

} // namespace sk::audit
