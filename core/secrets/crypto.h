// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

namespace sk::secrets {

/// SHA-256 (FIPS 180-4).
[[nodiscard]] Sha256 sha256(ByteView bytes);

/// HKDF with SHA-256 (RFC 5869). `key` is not empty (OpenSSL has no such HKDF), `length` at most 255 · 32 bytes.
[[nodiscard]] Secret hkdf(const Secret &key, ByteView salt, ByteView info, std::size_t length = 32);

/// A 16-byte value that tells whether a key is the right one before anything is decrypted with it; AES-GCM alone does
/// not commit to its key.
[[nodiscard]] Bytes keyCheckValue(const Secret &key, ByteView context);

/// AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D): nonce ‖ ciphertext ‖ 16-byte tag. `associated` is bound,
/// not stored. A 32-byte key may seal 2^32 values.
[[nodiscard]] Bytes seal(const Secret &key, ByteView associated, ByteView plain, const RandomSource &random);

/// The inverse of seal(); KeyFileDamaged if key, associated data or a bit of the box differ.
[[nodiscard]] Result<Secret> open(const Secret &key, ByteView associated, ByteView box);

/// Cost of Argon2id; stored beside what it protects, bounded when read back.
struct PassphraseCost
{
    std::uint32_t passes = 3;
    std::uint32_t kibibytes = 64 * 1024; ///< RFC 9106's second recommended memory size

    /// False for values a hostile file could use to hang us or to weaken the hash.
    [[nodiscard]] bool isAcceptable() const;
};

/// Argon2id (RFC 9106) by libsodium, 32 bytes out of a passphrase and a 16-byte salt. Takes a quarter of a second.
[[nodiscard]] Result<Secret> keyFromPassphrase(const Secret &passphrase, ByteView salt, PassphraseCost cost);

} // namespace sk::secrets
