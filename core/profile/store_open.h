// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/anchor.h"
#include "core/keys/key_ring.h"
#include "core/profile/layout.h"
#include "core/secrets/secret_store.h"
#include "core/vault/database.h"
#include "core/vault/migrator.h"

namespace sk::profile {

/// The keychain entry that unlocks the slot file.
inline constexpr std::string_view kDeviceEntry = "device";

/// What the keychain and the slot file give; nothing is created here.
struct Unlocked
{
    keys::KeyRing ring;
    audit::Anchor anchor;
};

/// KeychainEmptied when an entry is missing from an open keychain although the profile exists.
[[nodiscard]] Result<Unlocked> unlock(const std::filesystem::path &folder, const std::string &profileId,
                                      secrets::SecretStore &secrets);

/// How one of the two files is opened with its key.
[[nodiscard]] vault::OpenOptions openOptions(const std::filesystem::path &file, vault::Schema schema,
                                             const keys::DatabaseKey &key, vault::OpenOptions::Mode mode);

/// Opens one of the two files with a key known to be right (it came out of a checked slot), so that "not a database"
/// means damage, brings its schema up to date and checks that it is this profile's.
[[nodiscard]] Result<vault::Database> openDatabase(const std::filesystem::path &file, vault::Schema schema,
                                                   const keys::DatabaseKey &key, const std::string &profileId,
                                                   std::int64_t atLeastBytes);

/// A second, read-only connection to the vault, for long questions.
[[nodiscard]] Result<vault::Database> openReader(const std::filesystem::path &file, const keys::DatabaseKey &key);

/// Makes both files with their schema and the profile's id in them.
[[nodiscard]] Result<void> createDatabases(const std::filesystem::path &folder, const keys::KeyRing &ring,
                                           const std::string &profileId);

} // namespace sk::profile
