// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/rotation.h"

#include "core/base/files.h"
#include "core/keys/ratchet.h"
#include "core/keys/slot_file.h"
#include "core/profile/store_open.h"
#include "tests/profile/filled_profile.h"

#include <set>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// New keys in place of old ones: nothing is lost, nothing of the old opens anything, and whatever fails half way
/// leaves a profile that opens (CRED-4, INC-3).
class RotationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsThereUnderNewKeys();
    void oldKeysOpenNothing();
    void unreadableSlotsCostNoCopy();
    void certificatesStayThisProfiles();
    void ageBeginsAnew();
    void rotatesAgainAndAgain();
    void valuesNobodyCanReadGo();
    void everyStateBetweenOpens_data();
    void everyStateBetweenOpens();
    void whatAKillLeavesGoes();
    void failureLeavesTheOldKeys();
    void keychainThatRefusesIsMadeGoodLater();
    void anotherPersonsSlotStays();
};

namespace {

keys::KeyRing ringOf(TestProfile &profile)
{
    return must(unlock(profile.folder.path(), profile.id, profile.secrets)).ring;
}

std::vector<std::string> hexOf(const keys::KeyRing &ring)
{
    std::vector<std::string> keys;
    for (const secrets::Secret *key : {&ring.vault.key, &ring.piiStore.key, &ring.pii, &ring.backup, &ring.auditSeed})
        keys.push_back(toHex(key->view()));
    keys.push_back(toHex(ring.vault.salt));
    keys.push_back(toHex(ring.piiStore.salt));
    return keys;
}

/// Everything of the profile is as fill() left it, and the log verifies.
void checkWhole(TestProfile &profile, Store &store)
{
    QCOMPARE(rowsOf(store, "orders"), std::int64_t(3));
    QCOMPARE(must(store.connections()).size(), std::size_t(2));
    QCOMPARE(revealed(store, "c1", "1"), std::string("Planted;Street;"));
    QCOMPARE(revealed(store, "c1", "2"), std::string("Planted;Street;"));
    QCOMPARE(revealed(store, "c2", "7"), std::string("Planted;Street;"));
    SK_OK(store.storage().vault.verify());
    SK_OK(store.storage().pii.database().verify());
    QVERIFY(must(audit::verifyChain(store.storage().vault, profile.id, must(store.currentAnchor()))).intact());
    std::set<std::string> files;
    for (const auto &[name, content] : profile.files())
        files.insert(name.substr(0, name.find('-')));
    QCOMPARE(files, (std::set<std::string>{"slots", "vault.db", "pii.db"}));
    QCOMPARE(must(keys::SlotFile::load(slotsFile(profile.folder.path()))).slots.size(), std::size_t(1));
}

} // namespace

void RotationTest::everythingIsThereUnderNewKeys()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    const std::vector<std::string> before = hexOf(ringOf(profile));
    const std::string device = toHex(must(profile.secrets.read("device")).view());
    const model::KeyRotation rotation = must(Store::rotateKeys(store));
    QCOMPARE(rotation.resealed, std::int64_t(6));
    QCOMPARE(rotation.dropped, std::int64_t(0));
    checkWhole(profile, *store);
    const std::vector<std::string> after = hexOf(ringOf(profile));
    for (std::size_t i = 0; i < before.size(); ++i)
        QVERIFY(before[i] != after[i]);
    QVERIFY(toHex(must(profile.secrets.read("device")).view()) != device);
    QVERIFY(wordsOf(*store).find("keys.rotated 6; ") != std::string::npos);
    store.reset();
    store = must(profile.open());
    checkWhole(profile, *store);
}

/// A slot file that cannot be read for a moment: the copies may be all that its newest keys fit.
void RotationTest::unreadableSlotsCostNoCopy()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    store.reset();
    const fs::path slots = slotsFile(profile.folder.path());
    must(prepareRotation(profile.folder.path(), profile.id, profile.world(), kNoon));
    const fs::path aside = profile.folder.path() / "aside";
    fs::rename(slots, aside);
    (void)finishRotation(profile.folder.path(), profile.world());
    fs::rename(aside, slots);
    SK_OK(finishRotation(profile.folder.path(), profile.world()));
    store = must(profile.open());
    checkWhole(profile, *store);
}

/// Whoever has the old slot file and device secret, and takes the files of today.
void RotationTest::oldKeysOpenNothing()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    const keys::KeyRing before = ringOf(profile);
    const secrets::Secret device = must(profile.secrets.read("device"));
    must(Store::rotateKeys(store));
    const keys::KeyRing now = ringOf(profile);
    SK_FAILS(must(keys::SlotFile::load(slotsFile(profile.folder.path()))).open(device), ErrorKind::KeychainEmptied);
    const auto opens = [&](const fs::path &file, vault::Schema schema, keys::DatabaseKey key, const Bytes &salt) {
        key.salt = salt; // it stands in the file for everybody to read
        return openDatabase(file, schema, key, profile.id, 0).has_value();
    };
    QVERIFY(!opens(profile.vault(), vault::Schema::Vault, before.vault, now.vault.salt));
    QVERIFY(!opens(profile.pii(), vault::Schema::PiiStore, before.piiStore, now.piiStore.salt));
    QVERIFY(opens(profile.pii(), vault::Schema::PiiStore, now.piiStore, now.piiStore.salt));
    privacy::PiiStore sealed(must(openDatabase(profile.pii(), vault::Schema::PiiStore, now.piiStore, profile.id, 0)),
                             profile.id, before.pii, profile.secrets, secrets::systemRandom());
    SK_FAILS(sealed.reveal({"c1"}, {"1"}), ErrorKind::VaultDamaged); // K_pii is another one
}

void RotationTest::certificatesStayThisProfiles()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    const model::Erased before = must(store->erase({{"c1"}, model::ErasureReason::OwnerRequest}));
    must(Store::rotateKeys(store));
    const model::Erased after = must(store->erase({{"c2"}, model::ErasureReason::OwnerRequest}));
    must(Store::rotateKeys(store));
    for (const model::Erased &erased : {before, after}) {
        const model::CertificateVerdict verdict = must(store->verifyCertificate(asBytes(erased.file)));
        QVERIFY(verdict.holds());
        QCOMPARE(verdict.matchesProfile, std::optional(true));
    }
    QCOMPARE(rowsOf(*store, "signing_key"), std::int64_t(3));
    QCOMPARE(must(store->storage().vault.integer("SELECT count(*) FROM signing_key WHERE ended_at IS NULL")),
             std::int64_t(1));
}

void RotationTest::ageBeginsAnew()
{
    TestProfile profile;
    auto store = must(profile.open());
    const auto age = [&] { return must(store->status()).credentials.front(); };
    QVERIFY(age().kind == model::CredentialKind::ProfileKeys && age().madeAt == kNoon);
    store.reset();
    profile.clock.advance(24h * 90);
    store = must(profile.open());
    QVERIFY(age().madeAt == kNoon && age().stage == model::CredentialStage::Remind);
    must(Store::rotateKeys(store));
    QVERIFY(age().madeAt == kNoon + 24h * 90 && age().stage == model::CredentialStage::Fresh);
    QCOMPARE(must(store->status()).warnings.size(), std::size_t(0));
}

void RotationTest::rotatesAgainAndAgain()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    for (int i = 0; i < 5; ++i)
        must(Store::rotateKeys(store));
    checkWhole(profile, *store);
}

void RotationTest::valuesNobodyCanReadGo()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    must(store->storage().pii.database().exec("UPDATE sealed_value SET box = x'00112233' WHERE order_id = '2'"));
    must(profile.secrets.remove(keys::ratchetEntry("c2")));
    store.reset();
    store = must(profile.open());
    const model::KeyRotation rotation = must(Store::rotateKeys(store));
    QCOMPARE(rotation.resealed, std::int64_t(2));
    QCOMPARE(rotation.dropped, std::int64_t(4));
    QCOMPARE(revealed(*store, "c1", "1"), std::string("Planted;Street;"));
    QCOMPARE(sealedRows(*store), std::int64_t(2));
}

void RotationTest::everyStateBetweenOpens_data()
{
    QTest::addColumn<int>("moved");  // how many of the copies are in place
    QTest::addColumn<bool>("slots"); // whether the slot file knows of them
    QTest::newRow("copies made") << 0 << false;
    QTest::newRow("slots written") << 0 << true;
    QTest::newRow("vault in place") << 1 << true;
    QTest::newRow("both in place") << 2 << true;
}

/// As a crash between two steps leaves it.
void RotationTest::everyStateBetweenOpens()
{
    QFETCH(int, moved);
    QFETCH(bool, slots);
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    store.reset();
    const fs::path folder = profile.folder.path();
    const Bytes oldSlots = must(readFile(slotsFile(folder), 100'000));
    const std::vector<std::string> before = hexOf(ringOf(profile));
    must(prepareRotation(folder, profile.id, profile.world(), kNoon));
    if (!slots)
        must(writeFileAtomically(slotsFile(folder), oldSlots));
    const std::array files{profile.vault(), profile.pii()};
    for (int i = 0; i < moved; ++i) {
        fs::path copy = files[static_cast<std::size_t>(i)];
        must(renameFile(copy += ".new", files[static_cast<std::size_t>(i)]));
    }
    store = must(profile.open());
    checkWhole(profile, *store);
    QCOMPARE(hexOf(ringOf(profile)) == before, !slots); // all keys or none
    QCOMPARE(wordsOf(*store).find("keys.rotated") != std::string::npos, slots);
}

/// Whatever SQLite had open beside a half-made copy: the next copy must not find it.
void RotationTest::whatAKillLeavesGoes()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    store.reset();
    for (const fs::path &file : {profile.vault(), profile.pii()}) {
        for (const char *suffix : {".new", ".new-wal", ".new-shm", ".new-journal"}) {
            fs::path left = file;
            must(writeFileAtomically(left += suffix, asBytes("half of a copy")));
        }
    }
    store = must(profile.open());
    for (const fs::directory_entry &entry : fs::directory_iterator(profile.folder.path()))
        QVERIFY2(entry.path().string().find(".new") == std::string::npos, entry.path().string().c_str());
    checkWhole(profile, *store);
}

void RotationTest::failureLeavesTheOldKeys()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    const std::vector<std::string> before = hexOf(ringOf(profile));
    fs::path obstacle = profile.vault();
    fs::create_directories((obstacle += ".new") / "in the way"); // as a disk that is full
    QVERIFY(!Store::rotateKeys(store));
    fs::remove_all(obstacle);
    QVERIFY(store != nullptr);
    QCOMPARE(hexOf(ringOf(profile)), before);
    store.reset();
    store = must(profile.open());
    checkWhole(profile, *store);
    QCOMPARE(wordsOf(*store).find("keys.rotated"), std::string::npos);
}

/// New keys, but the old device secret still opens them: told as a failure, and done with at the next open.
void RotationTest::keychainThatRefusesIsMadeGoodLater()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    store.reset();
    const secrets::Secret device = must(profile.secrets.read("device"));
    const std::vector<std::string> before = hexOf(ringOf(profile));
    must(prepareRotation(profile.folder.path(), profile.id, profile.world(), kNoon));
    profile.secrets.failWrites = ErrorKind::KeychainLocked;
    SK_FAILS(finishRotation(profile.folder.path(), profile.world()), ErrorKind::KeychainLocked);
    QVERIFY(hexOf(ringOf(profile)) != before);
    profile.secrets.failWrites.reset();
    store = must(profile.open());
    checkWhole(profile, *store);
    QVERIFY(!must(profile.secrets.read("device")).equals(device));
}

void RotationTest::anotherPersonsSlotStays()
{
    TestProfile profile;
    keys::SlotFile slots = must(keys::SlotFile::load(slotsFile(profile.folder.path())));
    slots.addSlot(keys::Role::Viewer, "Bea", keys::KeyRing(), secrets::Secret::make(32, repeatableRandom(5)),
                  repeatableRandom(6));
    must(slots.save(slotsFile(profile.folder.path())));
    auto store = must(profile.open());
    must(Store::rotateKeys(store));
    const keys::SlotFile after = must(keys::SlotFile::load(slotsFile(profile.folder.path())));
    QCOMPARE(after.slots.size(), std::size_t(2));
    QVERIFY(std::ranges::any_of(after.slots, [](const keys::Slot &slot) { return slot.name == "Bea"; }));
}

QTEST_GUILESS_MAIN(RotationTest)
#include "rotation_test.moc"
