// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/crypto.h"
#include "core/secrets/secret_store.h"

#include <filesystem>
#include <map>

namespace sk::secrets {

/// A SecretStore for machines without a keychain: one file, sealed with AES-256-GCM under an Argon2id key of the
/// passphrase. Every change rewrites the file in one crash-safe step. The weaker anchor of the two: whoever keeps an
/// old copy of the file *and* the passphrase keeps what was in it.
class FileSecretStore final : public SecretStore
{
public:
    /// Opens the file; `create` makes an empty one if there is none. Errors: NotFound, WrongPassphrase, KeyFileDamaged.
    [[nodiscard]] static Result<std::unique_ptr<FileSecretStore>>
    open(const std::filesystem::path &path, const Secret &passphrase, bool create, RandomSource random);

    [[nodiscard]] Result<Secret> read(const std::string &name) override;
    [[nodiscard]] Result<void> write(const std::string &name, const Secret &secret) override;
    [[nodiscard]] Result<void> remove(const std::string &name) override;
    [[nodiscard]] Result<std::set<std::string>> names() override;
    [[nodiscard]] Result<void> removeAll() override { return save({}); }

private:
    FileSecretStore(std::filesystem::path path, Bytes header, Secret key, RandomSource random);
    [[nodiscard]] Result<std::map<std::string, Secret>> load() const;
    [[nodiscard]] Result<void> save(const std::map<std::string, Secret> &entries) const;

    std::filesystem::path m_path;
    Bytes m_header; ///< magic, version, cost, salt, key check value: bound to the sealed part as associated data
    Secret m_key;
    RandomSource m_random;
};

} // namespace sk::secrets
