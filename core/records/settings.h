// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/database.h"

#include <optional>

namespace sk::records {

/// The profile's settings: few, named, most of them integers.
[[nodiscard]] Result<std::optional<int>> readSetting(const vault::Database &database, std::string_view key);
[[nodiscard]] Result<void> writeSetting(const vault::Database &database, std::string_view key, int value);
[[nodiscard]] Result<std::optional<std::string>> readText(const vault::Database &database, std::string_view key);
[[nodiscard]] Result<void> writeText(const vault::Database &database, std::string_view key, std::string_view text);
[[nodiscard]] Result<void> removeSetting(const vault::Database &database, std::string_view key);

} // namespace sk::records
