// SPDX-License-Identifier: GPL-3.0-or-later
// What someone can do who has a profile's files and the passphrase of its sealed secret file. For the system tests.
//   attacker query FOLDER vault|pii SQL            rows as JSON, without going through the application
//   attacker decrypt FOLDER PII_DB SECRETS SLOTS   every value, sealed or on hold, that any secret at hand opens
// The passphrase is read from standard input.
#include "core/base/files.h"
#include "core/keys/hold_key.h"
#include "core/keys/ratchet.h"
#include "core/keys/slot_file.h"
#include "core/privacy/registry.h"
#include "core/profile/layout.h"
#include "core/profile/store_open.h"
#include "core/secrets/crypto.h"
#include "core/secrets/file_secret_store.h"
#include "core/vault/database.h"
#include "core/vault/migrator.h"
#include "core/vault/sqlcipher.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <map>
#include <set>

using namespace sk;

namespace {

/// Longest guess at how many days a value of the ratchet may have been moved, forward or under a wrong day.
constexpr int kGuessedDays = 400;

struct Loot
{
    profile::ProfileFile file;
    keys::KeyRing ring;
    std::unique_ptr<secrets::FileSecretStore> secrets;
};

Result<Loot> loot(const std::filesystem::path &folder, const std::filesystem::path &secretsPath,
                  const std::filesystem::path &slotsPath)
{
    Loot loot;
    SK_ASSIGN(loot.file, profile::readProfileFile(folder));
    SK_ASSIGN(loot.secrets,
              secrets::FileSecretStore::open(secretsPath, secrets::readLine(0).value_or(secrets::Secret()), false,
                                             secrets::systemRandom()));
    SK_ASSIGN(const keys::SlotFile slots, keys::SlotFile::load(slotsPath));
    SK_ASSIGN(const secrets::Secret device, loot.secrets->read("device"));
    SK_ASSIGN(loot.ring, slots.open(device));
    return loot;
}

Result<vault::Database> openFile(const std::filesystem::path &file, vault::Schema schema, const keys::DatabaseKey &key)
{
    return vault::Database::open(profile::openOptions(file, schema, key, vault::OpenOptions::Mode::ReadWrite));
}

Result<QJsonObject> query(const std::filesystem::path &folder, const std::string &which, const std::string &sql)
{
    SK_ASSIGN(const Loot all, loot(folder, profile::sealedSecretsFile(folder), profile::slotsFile(folder)));
    const bool isVault = which == "vault";
    SK_ASSIGN(const vault::Database database,
              openFile(isVault ? profile::vaultFile(folder) : profile::piiFile(folder),
                       isVault ? vault::Schema::Vault : vault::Schema::PiiStore,
                       isVault ? all.ring.vault : all.ring.piiStore));
    QJsonArray rows;
    {
        SK_ASSIGN(vault::Statement statement, database.prepare(sql));
        for (;;) {
            SK_ASSIGN(const bool row, statement.next());
            if (!row)
                break;
            rows.append(QString::fromStdString(statement.text(0)));
        }
    }
    SK_ASSIGN(const std::int64_t changes, database.integer("SELECT total_changes()"));
    SK_TRY(database.checkpoint());
    return QJsonObject{{QStringLiteral("rows"), rows}, {QStringLiteral("changes"), static_cast<qint64>(changes)}};
}

/// The keys an attacker can make out of one ratchet value: the honest one, and those under any other day, in case the
/// day written beside it had been changed.
std::vector<secrets::Secret> guesses(const keys::Ratchet &ratchet, Day expiry, const secrets::Secret &pii,
                                     ByteView context)
{
    std::vector<secrets::Secret> keys;
    if (auto honest = ratchet.sealingKey(expiry, pii, context))
        keys.push_back(std::move(*honest));
    const secrets::Secret encoded = ratchet.encode();
    secrets::Secret value = secrets::Secret::copyOf(encoded.view().subspan(encoded.size() - 32));
    for (int step = 0; step < kGuessedDays; ++step) {
        const keys::Ratchet forged(expiry - std::chrono::days(1), value);
        if (auto key = forged.sealingKey(expiry, pii, context))
            keys.push_back(std::move(*key));
        value = secrets::hkdf(value, {}, asBytes("sellerkeep ratchet step 1"));
    }
    return keys;
}

/// Adds what the box says to `values`, if one of the keys opens it.
void tryAll(const std::vector<secrets::Secret> &keys, ByteView associated, ByteView box, QJsonArray &values)
{
    for (const secrets::Secret &key : keys) {
        const auto plain = secrets::open(key, associated, box);
        if (!plain)
            continue;
        ByteReader reader(plain->view());
        values.append(QString::fromStdString(std::string(asText(reader.blob()))));
        break;
    }
}

/// What lies under the expiry ratchet.
Result<int> decryptSealed(const Loot &all, const vault::Database &database, QJsonArray &values)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT connection, order_id, field, expiry_day, box FROM sealed_value"));
    std::map<std::pair<std::string, std::int64_t>, std::vector<secrets::Secret>> keysOf;
    for (int rows = 0;; ++rows) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return rows;
        const std::string connection = select.text(0);
        const Day expiry = fromDayNumber(static_cast<std::int32_t>(select.integer(3)));
        const Bytes context = ByteWriter().text(all.file.id).text(connection).bytes();
        auto &keys = keysOf[{connection, select.integer(3)}];
        if (keys.empty()) {
            const auto entry = all.secrets->read(keys::ratchetEntry(connection));
            if (entry) {
                SK_ASSIGN(const keys::Ratchet ratchet, keys::Ratchet::decode(*entry));
                keys = guesses(ratchet, expiry, all.ring.pii, context);
            }
            keys.push_back(all.ring.pii);
        }
        ByteWriter associated;
        associated.text("sellerkeep pii 1")
            .blob(context)
            .text(select.text(1))
            .u32(static_cast<std::uint32_t>(select.integer(2)));
        associated.u32(static_cast<std::uint32_t>(select.integer(3)));
        tryAll(keys, associated.bytes(), select.blob(4), values);
    }
}

/// What tax and legal holds keep: every entry of the keychain is tried as the hold's key, and K_pii by itself.
Result<int> decryptHeld(const Loot &all, const vault::Database &database, QJsonArray &values)
{
    SK_ASSIGN(const std::set<std::string> names, all.secrets->names());
    std::vector<secrets::Secret> entries;
    for (const std::string &name : names) {
        if (auto entry = all.secrets->read(name))
            entries.push_back(std::move(*entry));
    }
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT hold, field, connection, order_id, until_day, box FROM held_value"));
    for (int rows = 0;; ++rows) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return rows;
        const std::string hold = select.text(0);
        const Bytes context = ByteWriter().text(all.file.id).text(select.text(2)).bytes();
        std::vector<secrets::Secret> keys;
        for (const secrets::Secret &entry : entries) {
            if (auto key = keys::holdSealingKey(entry, all.ring.pii, context, hold))
                keys.push_back(std::move(*key));
        }
        keys.push_back(all.ring.pii);
        ByteWriter associated;
        associated.text("sellerkeep held 1").blob(context).text(select.text(3)).text(hold);
        associated.u32(static_cast<std::uint32_t>(select.integer(1)));
        associated.u32(static_cast<std::uint32_t>(select.integer(4)));
        tryAll(keys, associated.bytes(), select.blob(5), values);
    }
}

Result<QJsonObject> decrypt(const std::filesystem::path &folder, const std::filesystem::path &piiDb,
                            const std::filesystem::path &secretsPath, const std::filesystem::path &slotsPath)
{
    SK_ASSIGN(const Loot all, loot(folder, secretsPath, slotsPath));
    SK_ASSIGN(const vault::Database database, openFile(piiDb, vault::Schema::PiiStore, all.ring.piiStore));
    QJsonArray values;
    QJsonArray held;
    SK_ASSIGN(const int rows, decryptSealed(all, database, values));
    SK_ASSIGN(const int heldRows, decryptHeld(all, database, held));
    return QJsonObject{{QStringLiteral("rows"), rows},
                       {QStringLiteral("values"), values},
                       {QStringLiteral("held_rows"), heldRows},
                       {QStringLiteral("held_values"), held}};
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    Result<QJsonObject> result =
        fail(ErrorKind::Usage, "query FOLDER vault|pii SQL, decrypt FOLDER PII_DB SECRETS SLOTS");
    if (words.size() == 4 && words[0] == "query")
        result = query(words[1], words[2], words[3]);
    else if (words.size() == 5 && words[0] == "decrypt")
        result = decrypt(words[1], words[2], words[3], words[4]);
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", std::string(toWord(result.error().kind)).c_str(),
                     result.error().detail.c_str());
        return 1;
    }
    std::printf("%s\n", QJsonDocument(*result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
