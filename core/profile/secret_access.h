// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/layout.h"
#include "core/secrets/keychain_backend.h"
#include "core/secrets/secret_store.h"

namespace sk::profile {

/// How this process reaches the secrets of profiles: the keychain, and the passphrase of sealed files if one was given.
struct SecretAccess
{
    secrets::KeychainBackend *keychain = nullptr; ///< outlives every store made of it; none: only sealed files
    secrets::Secret passphrase;                   ///< empty: none was given
    SecretStoreKind forNewProfiles = SecretStoreKind::Os;
    RandomSource random;
};

/// The store of a profile, made anew with `create`. Usage when a sealed file is needed and no passphrase was given.
/// Blocks (Argon2id): database thread only.
[[nodiscard]] Result<std::unique_ptr<secrets::SecretStore>>
openSecrets(const SecretAccess &access, const std::filesystem::path &folder, const ProfileFile &file, bool create);

} // namespace sk::profile
