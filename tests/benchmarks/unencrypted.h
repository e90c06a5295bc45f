// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/database.h"

namespace sk::bench {

/// A new file of the vault's schema that is opened by Database::open with all it does, except that SQLCipher never gets
/// the key: plain SQLite pages, the baseline of the vault. Fails when the file turns out to be encrypted all the same.
[[nodiscard]] Result<vault::Database> createUnencrypted(const std::filesystem::path &file, int cacheKibibytes);

} // namespace sk::bench
