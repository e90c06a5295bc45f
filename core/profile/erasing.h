// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/erasure.h"
#include "core/secrets/secret.h"

#include <filesystem>
#include <set>

namespace sk::profile {

/// Out of a certificate's reach: orders on a tax or legal hold stay in its register until it ends.
inline constexpr std::string_view kOrdersOnHold = "orders-on-hold";

/// A connection to take away now, and why.
struct ErasureRequest
{
    model::ConnectionId connection;
    model::ErasureReason reason = model::ErasureReason::OwnerRequest;
    /// Exports and holds as well; false: the date of a disconnected connection has come, and nobody asked for those.
    bool takesAll = true;
};

/// An order to take away now, and why.
struct OrderErasure
{
    model::OrderId order;
    model::ErasureReason reason = model::ErasureReason::BuyerRequest;
    bool mustBeHeld = true; ///< NotFound when nothing is held of it; false: the certificate then says so
};

/// A whole profile on its way out: its certificate so far, and what to finish it with.
struct ProfileErasure
{
    model::ErasureCertificate certificate; ///< counts of what was there
    std::set<std::string> secrets;         ///< names of the keychain entries that have to be gone
    secrets::Secret auditSeed;             ///< in memory only, once the slot file is gone
    std::vector<records::ExportedFile> exports;
    std::int64_t files = 0; ///< of the folder, as long as it is there
};

/// What became of a profile that was taken away.
struct RemovedProfile
{
    std::optional<model::Erased> erased; ///< absent: it could not be opened any more, so nobody could sign
    std::optional<ErrorKind> lost;       ///< then: why
};

/// What a look at keychain and folder found after the removal.
struct ProfileLeftovers
{
    std::int64_t secrets = 0; ///< entries that are still there
    bool asked = false;       ///< the keychain gave all away, each read back
    std::int64_t files = 0;
    bool looked = false; ///< the folder could be looked into, or is gone
};

/// Files below a folder; none when there is no such folder, nothing when it cannot be read.
[[nodiscard]] std::optional<std::int64_t> filesBelow(const std::filesystem::path &folder);
/// Takes the exports away that still are what was written, and counts them. Once the keys are gone.
void removeExports(ProfileErasure &erasure);

/// Signs what was found.
[[nodiscard]] model::Erased certifyProfileErasure(ProfileErasure erasure, const ProfileLeftovers &left, Time now);

/// All that it counts.
[[nodiscard]] std::int64_t sumOf(const std::vector<model::ErasedCount> &counts);
/// What is counted under this word, 0 if nothing.
[[nodiscard]] std::int64_t countOf(const std::vector<model::ErasedCount> &counts, std::string_view what);

} // namespace sk::profile
