// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/erasing.h"
#include "core/profile/session.h"

namespace sk::profile {

/// All profiles of this data folder: list, create, open. Abstract for the same reason as Session.
class Profiles
{
public:
    virtual ~Profiles() = default;

    /// By name, case-insensitively sorted. Needs no key.
    [[nodiscard]] virtual Result<std::vector<ProfileInfo>> list() const = 0;
    /// Errors: AlreadyExists, Usage (empty or over-long name), KeychainLocked, KeychainUnavailable, File.
    [[nodiscard]] virtual QFuture<Result<ProfileInfo>> create(std::string name) = 0;
    /// Opens: runs the expiry first. ProfileBusy when another process owns it. Fails with every Keychain… and Vault…
    /// kind.
    [[nodiscard]] virtual QFuture<Result<std::shared_ptr<Session>>> open(std::string name) = 0;
    /// Erases a profile that no process has open: keychain entries, files, exports that still lie where they were
    /// written. Comes with the certificate of what was found afterwards (DEL-4). What cannot be opened any more
    /// (keychain emptied, vault damaged) is removed all the same, without one. ProfileBusy, NotFound, every Keychain…
    /// kind.
    [[nodiscard]] virtual QFuture<Result<RemovedProfile>> remove(std::string name) = 0;
};

} // namespace sk::profile
