// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/vault/database.h"

#include <optional>

namespace sk::records {

/// Makes `publicKey` the one in use from `since` on; the one before is ended, and stays known. Inside the caller's
/// transaction.
[[nodiscard]] Result<void> beginSigningKey(const vault::Database &database, ByteView publicKey, Time since);
/// Since when it is in use, or was; nothing for a key that never was this profile's.
[[nodiscard]] Result<std::optional<Time>> signingKeySince(const vault::Database &database, ByteView publicKey);

} // namespace sk::records
