// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/secret_access.h"

#include "core/secrets/file_secret_store.h"
#include "core/secrets/os_secret_store.h"

namespace sk::profile {

Result<std::unique_ptr<secrets::SecretStore>>
openSecrets(const SecretAccess &access, const std::filesystem::path &folder, const ProfileFile &file, bool create)
{
    if (file.secretStore == SecretStoreKind::Os) {
        if (access.keychain == nullptr)
            return fail(ErrorKind::KeychainUnavailable, "this profile keeps its secrets in the system keychain");
        return std::make_unique<secrets::OsSecretStore>(
            *access.keychain, file.id, secrets::EntryRegister(keychainEntriesFile(folder)), access.random);
    }
    if (access.passphrase.isEmpty())
        return fail(
            ErrorKind::Usage,
            "this profile keeps its secrets in a sealed file: give its passphrase with --secret-store file --passphrase-fd N");
    auto store = secrets::FileSecretStore::open(sealedSecretsFile(folder), access.passphrase, create, access.random);
    if (!store) // in an existing profile a missing file is an emptied store
        return fail(store.error().kind == ErrorKind::NotFound ? ErrorKind::KeychainEmptied : store.error().kind,
                    store.error().detail);
    return std::unique_ptr<secrets::SecretStore>(std::move(*store));
}

} // namespace sk::profile
