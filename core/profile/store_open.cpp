// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store_open.h"

#include "core/base/files.h"
#include "core/keys/slot_file.h"

namespace sk::profile {

namespace {

/// A random-key insert is 12 times slower with a cache that does not hold the index (measured); 64 MiB holds a million
/// orders'.
constexpr int kWriterCacheKibibytes = 64 * 1024;

/// In the keychain of an existing profile, "not found" means "emptied".
Result<secrets::Secret> existingEntry(secrets::SecretStore &secrets, std::string_view name)
{
    auto entry = secrets.read(std::string(name));
    if (!entry && entry.error().kind == ErrorKind::NotFound)
        return fail(ErrorKind::KeychainEmptied, entry.error().detail);
    return entry;
}

Error explained(Error error, const std::filesystem::path &file, std::int64_t atLeastBytes)
{
    if (error.kind != ErrorKind::VaultWrongKey && error.kind != ErrorKind::VaultDamaged)
        return error;
    std::error_code code;
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(file, code));
    if (!code && size < atLeastBytes)
        return {ErrorKind::VaultTruncated,
                toUtf8(file) + " was " + std::to_string(atLeastBytes) + " bytes long, now " + std::to_string(size)};
    return {ErrorKind::VaultDamaged, error.detail};
}

Result<void> checkOwner(const vault::Database &database, const std::string &profileId)
{
    SK_ASSIGN(vault::Statement select, database.prepare("SELECT value FROM meta WHERE key = 'profile'"));
    SK_ASSIGN(const bool row, select.next());
    if (!row || select.text(0) != profileId)
        return fail(ErrorKind::VaultForeign, "the file belongs to another profile");
    return {};
}

} // namespace

Result<Unlocked> unlock(const std::filesystem::path &folder, const std::string &profileId,
                        secrets::SecretStore &secrets)
{
    auto slots = keys::SlotFile::load(slotsFile(folder));
    if (!slots)
        return fail(ErrorKind::KeyFileDamaged, slots.error().detail);
    if (slots->profileId != profileId)
        return fail(ErrorKind::KeyFileDamaged, "the slot file belongs to another profile");
    SK_ASSIGN(const secrets::Secret device, existingEntry(secrets, kDeviceEntry));
    SK_ASSIGN(keys::KeyRing ring, slots->open(device));
    SK_ASSIGN(const secrets::Secret anchor, existingEntry(secrets, audit::kAnchorEntry));
    SK_ASSIGN(const audit::Anchor decoded, audit::Anchor::decode(anchor));
    return Unlocked{std::move(ring), decoded};
}

vault::OpenOptions openOptions(const std::filesystem::path &file, vault::Schema schema, const keys::DatabaseKey &key,
                               vault::OpenOptions::Mode mode)
{
    vault::OpenOptions options;
    options.file = file;
    options.key = key.key;
    options.salt = key.salt;
    options.mode = mode;
    options.applicationId = vault::applicationId(schema);
    return options;
}

Result<vault::Database> openDatabase(const std::filesystem::path &file, vault::Schema schema,
                                     const keys::DatabaseKey &key, const std::string &profileId,
                                     std::int64_t atLeastBytes)
{
    vault::OpenOptions options = openOptions(file, schema, key, vault::OpenOptions::Mode::ReadWrite);
    options.cacheKibibytes = kWriterCacheKibibytes;
    auto database = vault::Database::open(options);
    if (!database)
        return fail(explained(database.error(), file, atLeastBytes));
    SK_TRY(vault::migrate(*database, schema));
    SK_TRY(checkOwner(*database, profileId));
    return database;
}

Result<vault::Database> openReader(const std::filesystem::path &file, const keys::DatabaseKey &key)
{
    return vault::Database::open(openOptions(file, vault::Schema::Vault, key, vault::OpenOptions::Mode::ReadOnly));
}

Result<void> createDatabases(const std::filesystem::path &folder, const keys::KeyRing &ring,
                             const std::string &profileId)
{
    const auto make = [&](const std::filesystem::path &file, vault::Schema schema,
                          const keys::DatabaseKey &key) -> Result<void> {
        SK_ASSIGN(const vault::Database database,
                  vault::Database::open(openOptions(file, schema, key, vault::OpenOptions::Mode::Create)));
        SK_TRY(vault::migrate(database, schema));
        SK_ASSIGN(vault::Statement insert, database.prepare("INSERT INTO meta (key, value) VALUES ('profile', ?1)"));
        SK_TRY(insert.run(profileId));
        return database.checkpoint();
    };
    SK_TRY(make(vaultFile(folder), vault::Schema::Vault, ring.vault));
    return make(piiFile(folder), vault::Schema::PiiStore, ring.piiStore);
}

} // namespace sk::profile
