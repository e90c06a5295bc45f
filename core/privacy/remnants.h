// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_search.h"
#include "core/model/erasure.h"
#include "core/vault/database.h"

#include <filesystem>

namespace sk::privacy {

/// Looks for the texts in every decrypted page of a database, free pages included.
[[nodiscard]] model::ErasureCheck searchPages(const vault::Database &database, std::string_view what,
                                              const ByteSearch &search);

/// Looks for the texts in every file below the folder, as it lies there: a plaintext copy, a log or a temporary file
/// would show.
[[nodiscard]] model::ErasureCheck searchFiles(const std::filesystem::path &folder, const ByteSearch &search);

} // namespace sk::privacy
