// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

namespace sk::keys {

using secrets::Secret;

/// Who a slot belongs to. A role decides which keys its slot wraps, so it is enforced by cryptography.
enum class Role : std::uint8_t { Owner = 1, Operator = 2, Viewer = 3, Recovery = 4 };

/// A key of one of the two databases with the salt its file begins with.
struct DatabaseKey
{
    Secret key; ///< 32 bytes
    Bytes salt; ///< 16 bytes, not secret
};

/// Every key of a profile that does not die by itself (ENC-5: one per data class). What a slot does not wrap is empty.
struct KeyRing
{
    DatabaseKey vault;    ///< vault.db
    DatabaseKey piiStore; ///< pii.db as a file
    Secret pii;           ///< K_pii: with the expiry ratchet, opens sealed values
    Secret backup;        ///< K_backup
    Secret auditSeed;     ///< Ed25519 seed of this slot's audit signatures

    [[nodiscard]] static KeyRing generate(const RandomSource &random);
    /// For a slot's sealed part. `decode` fails with KeyFileDamaged.
    [[nodiscard]] Secret encode() const;
    [[nodiscard]] static Result<KeyRing> decode(const Secret &bytes);
};

} // namespace sk::keys
