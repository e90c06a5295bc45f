// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

#include <set>

namespace sk::secrets {

/// Where a profile's few small secrets lie outside its databases: the OS keychain, or a sealed file. Calls block (the
/// keychain may ask the user to unlock it), so they are made on the database thread only.
///
/// The contract that makes expiry honest: NotFound means *the store is open and has no such entry*, never "locked";
/// write() and remove() succeed only after the outcome was read back.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// Errors: NotFound, KeychainLocked, KeychainUnavailable, KeychainEmptied, WrongPassphrase, KeyFileDamaged, File.
    [[nodiscard]] virtual Result<Secret> read(const std::string &name) = 0;
    /// Creates or replaces one entry as one step. At most kLargestEntry bytes.
    [[nodiscard]] virtual Result<void> write(const std::string &name, const Secret &secret) = 0;
    /// Succeeds also when there was no such entry.
    [[nodiscard]] virtual Result<void> remove(const std::string &name) = 0;

    /// The names of all entries; after a crash perhaps also of some that were not made yet, or are gone already.
    [[nodiscard]] virtual Result<std::set<std::string>> names() = 0;
    /// Removes every entry. May be called again after it failed half way.
    [[nodiscard]] virtual Result<void> removeAll() = 0;

    /// One less than Windows' CRED_MAX_CREDENTIAL_BLOB_SIZE: entries of that size are packed and split by QtKeychain,
    /// and came back cut.
    static constexpr std::size_t kLargestEntry = 2559;
};

} // namespace sk::secrets
