// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

#include <array>

namespace sk::secrets {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

/// The Ed25519 public key (RFC 8032) of a 32-byte seed.
[[nodiscard]] PublicKey publicKeyOf(const Secret &seed);
/// Signs with the key pair of the seed; the expanded secret key never leaves locked memory.
[[nodiscard]] Signature sign(const Secret &seed, ByteView message);
[[nodiscard]] bool isSignedBy(const PublicKey &key, ByteView message, const Signature &signature);

} // namespace sk::secrets
