// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/secret_access.h"

namespace sk::profile {

/// Takes a profile away whose lock the caller holds: from the first step on it is unfinished, then its secrets go, each
/// seen to be gone, then its files. When the secrets refuse, it is the profile again that it was. What remains is an
/// unfinished, otherwise empty folder for removeUnfinishedFolder(), to be called once the lock is free.
[[nodiscard]] Result<void> discardProfile(const std::filesystem::path &folder, secrets::SecretStore *secrets);
[[nodiscard]] Result<void> removeUnfinishedFolder(const std::filesystem::path &folder);

/// Both, for a profile nobody has open; without a passphrase too: a sealed file goes with the folder.
[[nodiscard]] Result<void> discardClosedProfile(const std::filesystem::path &folder, const SecretAccess &access);

/// Clears away what processes left behind that were killed while they made or removed a profile: folders and keychain
/// entries. What is in work, or refuses today, is left for the next time. The caller holds the library's lock.
void discardUnfinished(const std::filesystem::path &dataDir, const SecretAccess &access);

} // namespace sk::profile
