// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/rotation.h"

#include "core/audit/audit_log.h"
#include "core/base/files.h"
#include "core/keys/slot_file.h"
#include "core/profile/store_open.h"
#include "core/records/signing_keys.h"
#include "core/secrets/signature.h"
#include "core/vault/copy.h"
#include "core/vault/transaction.h"

#include <algorithm>
#include <fstream>

namespace sk::profile {

namespace {

namespace fs = std::filesystem;

/// Where the copy of a database lies until it takes its place.
fs::path copyOf(const fs::path &file)
{
    fs::path copy = file;
    return copy += ".new";
}

/// The logs of a database. A copy begins with a rollback journal: one that a kill left would be played back into the
/// next.
void removeLogs(const fs::path &file)
{
    for (const char *suffix : {"-wal", "-shm", "-journal"}) {
        fs::path beside = file;
        std::error_code code;
        fs::remove(beside += suffix, code);
    }
}

void removeCopies(const fs::path &folder)
{
    for (const fs::path &copy : {copyOf(vaultFile(folder)), copyOf(piiFile(folder))}) {
        removeLogs(copy);
        std::error_code code;
        fs::remove(copy, code);
    }
}

/// A database file begins with the salt of its key.
bool beginsWith(const fs::path &file, const Bytes &salt)
{
    Bytes head(salt.size());
    std::ifstream stream(file, std::ios::binary);
    stream.read(reinterpret_cast<char *>(head.data()), static_cast<std::streamsize>(head.size()));
    return stream && head == salt;
}

Result<vault::Database> copied(const vault::Database &from, const fs::path &to, vault::Schema schema,
                               const keys::DatabaseKey &key)
{
    SK_ASSIGN(vault::Database copy,
              vault::Database::open(openOptions(to, schema, key, vault::OpenOptions::Mode::Create)));
    SK_TRY(vault::copyPages(from, copy));
    return copy;
}

/// What was written is what can be read: opened anew with the new key, every page's HMAC and every row checked, as many
/// pages as the original has at least.
Result<void> checkCopy(const fs::path &file, vault::Schema schema, const keys::DatabaseKey &key,
                       const std::string &profileId, std::int64_t pages)
{
    SK_ASSIGN(const vault::Database copy, openDatabase(file, schema, key, profileId, 0));
    SK_TRY(copy.verify());
    SK_ASSIGN(const std::int64_t present, copy.integer("PRAGMA page_count"));
    if (present < pages)
        return fail(ErrorKind::VaultTruncated, "the copy under the new key is shorter than the original");
    return {};
}

/// The copy tells of the rotation, and knows the new signature key: both are so as soon as it takes its place.
Result<void> copyVault(const fs::path &folder, const std::string &profileId, const keys::KeyRing &ring,
                       const keys::KeyRing &fresh, Time now, std::int64_t resealed)
{
    const fs::path file = vaultFile(folder);
    std::int64_t pages = 0;
    {
        SK_ASSIGN(const vault::Database original, openDatabase(file, vault::Schema::Vault, ring.vault, profileId, 0));
        SK_ASSIGN(pages, original.integer("PRAGMA page_count"));
        SK_ASSIGN(const vault::Database copy, copied(original, copyOf(file), vault::Schema::Vault, fresh.vault));
        SK_ASSIGN(audit::AuditLog log, audit::AuditLog::open(copy, profileId));
        SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(copy));
        SK_TRY(records::beginSigningKey(copy, secrets::publicKeyOf(fresh.auditSeed), now));
        SK_TRY(log.append(
            {model::AuditActor::Owner, model::AuditOperation::KeysRotated, {}, model::DataClass::Credentials, resealed},
            now));
        SK_TRY(transaction.commit());
        SK_TRY(copy.checkpoint());
    }
    return checkCopy(copyOf(file), vault::Schema::Vault, fresh.vault, profileId, pages);
}

Result<model::KeyRotation> copyPii(const fs::path &folder, const std::string &profileId, const keys::KeyRing &ring,
                                   const keys::KeyRing &fresh, const StoreWorld &world)
{
    const fs::path file = piiFile(folder);
    std::int64_t pages = 0;
    model::KeyRotation rotation;
    {
        SK_ASSIGN(const vault::Database original,
                  openDatabase(file, vault::Schema::PiiStore, ring.piiStore, profileId, 0));
        SK_ASSIGN(pages, original.integer("PRAGMA page_count"));
        SK_ASSIGN(vault::Database copy, copied(original, copyOf(file), vault::Schema::PiiStore, fresh.piiStore));
        privacy::PiiStore pii(std::move(copy), profileId, ring.pii, world.secrets, world.random);
        SK_ASSIGN(rotation, pii.reseal(fresh.pii));
        SK_TRY(pii.database().checkpoint());
    }
    SK_TRY(checkCopy(copyOf(file), vault::Schema::PiiStore, fresh.piiStore, profileId, pages));
    return rotation;
}

/// The original was closed, its log is empty: nobody has written since it was copied.
Result<void> moveIntoPlace(const fs::path &file, const Bytes &salt)
{
    if (beginsWith(file, salt))
        return {};
    if (!beginsWith(copyOf(file), salt))
        return fail(ErrorKind::VaultForeign,
                    toUtf8(file) + " belongs to none of the profile's keys: put back the file it was before");
    removeLogs(file);
    return renameFile(copyOf(file), file);
}

/// The old device secret may have been read along with the old slots; it opens nothing any more. Whoever dies between
/// finds a slot for the device secret that the keychain has.
Result<void> renewDevice(const fs::path &folder, keys::SlotFile slots, const keys::OpenedSlot &mine,
                         const secrets::Secret &device, const StoreWorld &world)
{
    std::erase_if(slots.slots, [&](const keys::Slot &slot) { return slot.isOfSamePerson(mine.slot); });
    const secrets::Secret fresh = secrets::Secret::make(device.size(), world.random);
    keys::SlotFile both = slots;
    both.addSlot(mine.slot.role, mine.slot.name, mine.ring, device, world.random);
    both.addSlot(mine.slot.role, mine.slot.name, mine.ring, fresh, world.random);
    SK_TRY(both.save(slotsFile(folder)));
    const std::string entry(kDeviceEntry);
    SK_TRY(world.secrets.write(entry, fresh));
    SK_ASSIGN(const secrets::Secret kept, world.secrets.read(entry));
    if (!kept.equals(fresh))
        return fail(ErrorKind::KeychainLocked, "the keychain did not keep the new device secret");
    slots.addSlot(mine.slot.role, mine.slot.name, mine.ring, fresh, world.random);
    return slots.save(slotsFile(folder));
}

} // namespace

Result<model::KeyRotation> prepareRotation(const fs::path &folder, const std::string &profileId,
                                           const StoreWorld &world, Time now)
{
    SK_ASSIGN(keys::SlotFile slots, keys::SlotFile::load(slotsFile(folder)));
    SK_ASSIGN(const secrets::Secret device, world.secrets.read(std::string(kDeviceEntry)));
    SK_ASSIGN(const keys::OpenedSlot mine, slots.open(device, keys::SlotFile::Which::Oldest));
    const keys::KeyRing fresh = keys::KeyRing::generate(world.random);
    removeCopies(folder);
    SK_ASSIGN(const model::KeyRotation rotation, copyPii(folder, profileId, mine.ring, fresh, world));
    SK_TRY(copyVault(folder, profileId, mine.ring, fresh, now, rotation.resealed));
    slots.addSlot(mine.slot.role, mine.slot.name, fresh, device, world.random);
    SK_TRY(slots.save(slotsFile(folder)));
    return rotation;
}

Result<void> finishRotation(const fs::path &folder, const StoreWorld &world)
{
    const auto slots = keys::SlotFile::load(slotsFile(folder));
    if (!slots)
        return {}; // told by whoever opens it; the copies may be the only ones that fit its newest keys
    if (slots->slots.size() < 2) {
        removeCopies(folder);
        return {};
    }
    const auto device = world.secrets.read(std::string(kDeviceEntry));
    const auto mine =
        device ? slots->open(*device, keys::SlotFile::Which::Newest) : Result<keys::OpenedSlot>(fail(device.error()));
    if (!mine)
        return mine.error().kind == ErrorKind::NotFound ? fail(ErrorKind::KeychainEmptied, mine.error().detail)
                                                        : Result<void>(fail(mine.error()));
    const auto isHis = [&](const keys::Slot &slot) { return slot.isOfSamePerson(mine->slot); };
    if (std::ranges::count_if(slots->slots, isHis) < 2) {
        removeCopies(folder);
        return {};
    }
    SK_TRY(moveIntoPlace(vaultFile(folder), mine->ring.vault.salt));
    SK_TRY(moveIntoPlace(piiFile(folder), mine->ring.piiStore.salt));
    removeCopies(folder);
    return renewDevice(folder, *slots, *mine, *device, world);
}

} // namespace sk::profile
