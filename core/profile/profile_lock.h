// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <chrono>
#include <filesystem>
#include <memory>

namespace sk::profile {

/// The lock of the process that owns the profile in `folder`; ProfileBusy names the other one.
[[nodiscard]] Result<std::unique_ptr<QLockFile>> lockProfile(const std::filesystem::path &folder);

/// The lock of whoever makes or clears away profiles in the data folder; ProfileBusy when it is not free in time.
[[nodiscard]] Result<std::unique_ptr<QLockFile>> lockLibrary(const std::filesystem::path &dataDir,
                                                             std::chrono::milliseconds patience);

} // namespace sk::profile
