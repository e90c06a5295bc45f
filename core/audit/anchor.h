// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/secrets/secret_store.h"

namespace sk::audit {

/// Where the log begins: entries up to `seq` were removed for their age, and `hash` was the hash of the last of them.
struct Checkpoint
{
    std::int64_t seq = 0; ///< 0: nothing was removed
    Sha256 hash{};
};

/// What the keychain remembers of the vault, so that an older file put back is noticed (security.md, finding 6): the
/// chain's head as last seen, where the chain begins, and the highest time seen. The head may lag behind the log, never
/// run ahead of it.
struct Anchor
{
    std::int64_t seq = 0;
    Sha256 head{};
    Time highestTime;
    std::int64_t vaultBytes = 0; ///< size of vault.db then; it never shrinks, so a shorter one was cut
    Checkpoint cut{};

    [[nodiscard]] secrets::Secret encode() const;
    /// KeyFileDamaged for anything that encode() did not make.
    [[nodiscard]] static Result<Anchor> decode(const secrets::Secret &bytes);
};

/// The keychain entry's name.
inline constexpr std::string_view kAnchorEntry = "anchor";

} // namespace sk::audit
