// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/credentials.h"
#include "core/profile/store.h"

namespace sk::profile {

// New keys for a profile whose databases are closed (DECISIONS.md, "Keys change by copies"). Database thread.

/// First half: copies of both databases under new keys, opened and checked, then a slot file that has the old keys and
/// the new. Until that is written nothing has changed. After an error the second half clears up, like after a crash.
[[nodiscard]] Result<model::KeyRotation>
prepareRotation(const std::filesystem::path &folder, const std::string &profileId, const StoreWorld &world, Time now);
/// Second half, at once and after a crash at any point of either half: moves the copies into place, then lets a new
/// device secret alone open the new keys. Without a rotation under way it only removes what a first half left behind.
[[nodiscard]] Result<void> finishRotation(const std::filesystem::path &folder, const StoreWorld &world);

} // namespace sk::profile
