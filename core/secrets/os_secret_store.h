// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/entry_register.h"
#include "core/secrets/keychain_backend.h"
#include "core/secrets/secret_store.h"

namespace sk::secrets {

/// A SecretStore over a keychain that may be locked, absent or emptied, and tells the three apart.
///
/// How: an entry that is not found is believed only after a probe entry could be written and read back; a removal only
/// when the entry is gone while the profile's canary still reads. All keys begin with `Sellerkeep/<profile id>/`,
/// because Windows ignores the service name (windows.md, finding 1). The names lie in a register beside the vault.
class OsSecretStore final : public SecretStore
{
public:
    OsSecretStore(KeychainBackend &backend, const std::string &profileId, EntryRegister entries, RandomSource random);

    [[nodiscard]] Result<Secret> read(const std::string &name) override;
    [[nodiscard]] Result<void> write(const std::string &name, const Secret &secret) override;
    [[nodiscard]] Result<void> remove(const std::string &name) override;
    [[nodiscard]] Result<std::set<std::string>> names() override { return m_entries.names(); }
    [[nodiscard]] Result<void> removeAll() override;

private:
    [[nodiscard]] std::string keyOf(const std::string &name) const { return m_prefix + name; }
    [[nodiscard]] Result<void> probe();
    [[nodiscard]] Result<void> ensureCanary();

    KeychainBackend &m_backend;
    std::string m_prefix;
    EntryRegister m_entries;
    RandomSource m_random;
};

} // namespace sk::secrets
