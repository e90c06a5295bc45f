// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

namespace sk::privacy {

/// A 32-bit length, the value, zeros up to 64, 128, 256, … bytes: so that the size of a box does not tell an address.
[[nodiscard]] secrets::Secret pad(ByteView value);

/// The inverse; VaultDamaged when the length does not fit.
[[nodiscard]] Result<ByteView> unpad(ByteView padded);

} // namespace sk::privacy
