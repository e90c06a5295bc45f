// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/database.h"

#include <optional>

namespace sk::records {

/// The profile's settings: few, named, integers.
[[nodiscard]] Result<std::optional<int>> readSetting(const vault::Database &database, std::string_view key);
[[nodiscard]] Result<void> writeSetting(const vault::Database &database, std::string_view key, int value);

} // namespace sk::records
