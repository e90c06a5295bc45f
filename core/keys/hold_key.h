// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <string>

namespace sk::keys {

using secrets::Secret;

/// A hold's part of its sealing key: 32 random bytes that lie in the keychain until the hold ends.
[[nodiscard]] Secret newHoldKey(const RandomSource &random);

/// The key for values on hold: made from the hold's part and K_pii, so that a viewer reads nothing and neither part is
/// worth anything alone. `context` binds profile and connection. NotFound when the slot has no K_pii, KeyFileDamaged
/// when the hold's part is malformed.
[[nodiscard]] Result<Secret> holdSealingKey(const Secret &holdKey, const Secret &pii, ByteView context,
                                            const std::string &hold);

/// The keychain entry of a hold's part; for an empty id, what all of them begin with.
[[nodiscard]] std::string holdEntry(const std::string &hold);

} // namespace sk::keys
