// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <system_error>

/// What Windows has in place of file modes. Empty on other systems.
namespace sk::windows {

/// Gives the folder an access list that inherits nothing: full rights for this user and for the system, on files below
/// too.
[[nodiscard]] std::error_code allowUserOnly(const std::filesystem::path &folder);

/// The access list as SDDL text, for tests; empty when it cannot be read.
[[nodiscard]] std::wstring accessOf(const std::filesystem::path &path);

/// The user's security identifier as text, such as S-1-5-21-…; empty when it cannot be read.
[[nodiscard]] std::wstring userSid();

} // namespace sk::windows
