// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_reader.h"
#include "core/profile/retention.h"
#include "tests/support/test_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(sk::ErrorKind)
using Spoil = std::function<void(TestProfile &)>;
Q_DECLARE_METATYPE(Spoil)

/// Making a profile and opening it, with everything that may be wrong with its files and keys.
class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItMade();
    void createNeedsAnEmptyFolder();
    void keychainThatRefusesLeavesNothing();
    void troublesLeaveTheFilesAlone_data();
    void troublesLeaveTheFilesAlone();
    void olderVaultIsNoticed();
    void crashedStoreOpens();
    void statusTellsWhatIsHeld();
};

void TestStore::opensWhatItMade()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        QCOMPARE(wordsOf(*store), std::string("profile.created 0; "));
        addConnection(*store, "c1");
        QVERIFY(profile.secrets.entries.contains("token/c1") && profile.secrets.entries.contains("ratchet/c1"));
        sealValues(*store, "c1", "1", 30);
        storeOrder(*store, "c1", "1");
    }
    const auto store = must(profile.open());
    QCOMPARE(must(store->storage().pii.reveal({"c1"}, {"1"})).size(), std::size_t(2));
    QCOMPARE(must(store->connections()).at(0).sealedValues, std::int64_t(2));
    QVERIFY(must(audit::verifyChain(store->storage().vault, profile.id, must(store->currentAnchor()))).intact());
    for (const auto &[name, secret] : profile.secrets.entries)
        QVERIFY2(secret.size() < 1200, name.c_str()); // Windows' blob limit
    for (const auto &[name, content] : profile.files()) {
        for (const char *plain : {"Planted", "credentials", "SQLite format", "Shop c1"})
            QVERIFY2(content.find(plain) == std::string::npos, (name + ": " + plain).c_str());
    }
}

/// A second creation in the same place must not overwrite the keys of the first.
void TestStore::createNeedsAnEmptyFolder()
{
    TestProfile profile;
    const auto before = profile.files();
    const auto device = profile.secrets.entries.at("device");
    SK_FAILS(profile.create(), ErrorKind::AlreadyExists);
    QVERIFY(profile.files() == before);
    QVERIFY(profile.secrets.entries.at("device").equals(device));
    SK_OK(profile.open());
}

void TestStore::keychainThatRefusesLeavesNothing()
{
    TestProfile profile(false);
    profile.secrets.failWrites = ErrorKind::KeychainLocked;
    SK_FAILS(profile.create(), ErrorKind::KeychainLocked);
    QVERIFY(profile.files().empty());
}

void TestStore::troublesLeaveTheFilesAlone_data()
{
    using enum ErrorKind;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, ErrorKind kind, Spoil spoil) { QTest::newRow(name) << spoil << kind; };
    row("keychain locked", KeychainLocked, [](TestProfile &p) { p.secrets.failReads = KeychainLocked; });
    row("keychain unavailable", KeychainUnavailable, [](TestProfile &p) { p.secrets.failReads = KeychainUnavailable; });
    row("keychain emptied", KeychainEmptied, [](TestProfile &p) { p.secrets.entries.clear(); });
    row("device entry gone", KeychainEmptied, [](TestProfile &p) { p.secrets.entries.erase("device"); });
    row("device entry blanked", KeychainEmptied, [](TestProfile &p) { p.secrets.entries["device"] = {}; });
    row("device entry of another machine", KeychainEmptied,
        [](TestProfile &p) { p.secrets.entries["device"] = secrets::Secret::make(32, repeatableRandom()); });
    row("anchor gone", KeychainEmptied, [](TestProfile &p) { p.secrets.entries.erase("anchor"); });
    row("anchor malformed", KeyFileDamaged,
        [](TestProfile &p) { p.secrets.entries["anchor"] = secrets::Secret::copyOf(Bytes(3)); });
    row("slots missing", KeyFileDamaged, [](TestProfile &p) { fs::remove(slotsFile(p.folder.path())); });
    row("slots empty", KeyFileDamaged, [](TestProfile &p) { fs::resize_file(slotsFile(p.folder.path()), 0); });
    row("another profile's name", KeyFileDamaged, [](TestProfile &p) { p.id = "another"; });
    row("vault missing", VaultMissing, [](TestProfile &p) { fs::remove(p.vault()); });
    row("vault empty", VaultMissing, [](TestProfile &p) { fs::resize_file(p.vault(), 0); });
    row("vault cut within a page", VaultTruncated, [](TestProfile &p) { fs::resize_file(p.vault(), 4096 * 5 + 1); });
    row("vault cut at a page", VaultTruncated, [](TestProfile &p) { fs::resize_file(p.vault(), 4096 * 5); });
    row("vault without its last page", VaultTruncated,
        [](TestProfile &p) { fs::resize_file(p.vault(), fs::file_size(p.vault()) - 4096); });
    row("vault's first page damaged", VaultDamaged, [](TestProfile &p) {
        std::fstream stream(p.vault(), std::ios::binary | std::ios::in | std::ios::out);
        stream.seekp(200);
        stream << "garbage";
    });
    row("vault is another profile's", VaultForeign, [](TestProfile &p) { copyOver(TestProfile().vault(), p.vault()); });
    row("vault is random", VaultForeign,
        [](TestProfile &p) { std::ofstream(p.vault(), std::ios::trunc) << std::string(40960, 'r'); });
    row("vault is the PII store", VaultForeign, [](TestProfile &p) { copyOver(p.pii(), p.vault()); });
    row("PII store missing", VaultMissing, [](TestProfile &p) { fs::remove(p.pii()); });
    row("PII store empty", VaultMissing, [](TestProfile &p) { fs::resize_file(p.pii(), 0); });
    row("PII store is the vault", VaultForeign, [](TestProfile &p) { copyOver(p.vault(), p.pii()); });
}

void TestStore::troublesLeaveTheFilesAlone()
{
    QFETCH(Spoil, spoil);
    QFETCH(ErrorKind, kind);
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        sealValues(*store, "c1", "1", 30);
    }
    spoil(profile);
    auto before = profile.files();
    const auto keychain = profile.secrets.entries;
    SK_FAILS(profile.open(), kind);
    auto after = profile.files();
    for (auto *files : {&before, &after})
        std::erase_if(*files, [](const auto &file) {
            return file.first.ends_with("-shm") || (file.first.ends_with("-wal") && file.second.empty());
        });
    QVERIFY(before == after);
    QCOMPARE(profile.secrets.entries.size(), keychain.size());
    for (const auto &[name, secret] : keychain)
        QVERIFY(profile.secrets.entries.at(name).equals(secret));
}

void TestStore::olderVaultIsNoticed()
{
    TestProfile profile;
    const auto old = profile.folder / "old";
    fs::copy_file(profile.vault(), old);
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
    }
    const auto newer = profile.folder / "newer";
    fs::copy_file(profile.vault(), newer);
    copyOver(old, profile.vault());
    SK_FAILS(profile.open(), ErrorKind::VaultRolledBack);
    copyOver(newer, profile.vault());
    SK_OK(profile.open());
}

/// The anchor in the keychain lags behind the log after a crash; that is no damage.
void TestStore::crashedStoreOpens()
{
    TestProfile profile;
    TestProfile crashed(false);
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        crashed.secrets.entries = profile.secrets.entries;
        for (int i = 0; i < 20; ++i)
            must(store->audit(
                {model::AuditActor::System, model::AuditOperation::ProfileOpened, {}, model::DataClass::None, i}));
        for (const auto &entry : fs::directory_iterator(profile.folder.path()))
            fs::copy_file(entry.path(), crashed.folder.path() / entry.path().filename());
    }
    const auto store = must(crashed.open());
    QCOMPARE(rowsOf(*store, "audit_entry"), std::int64_t(22));
}

void TestStore::statusTellsWhatIsHeld()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    storeOrder(*store, "c1", "1");
    sealValues(*store, "c1", "1", 9);
    SK_OK(store->setFeature({"c1"}, model::Feature::FulfilmentAddresses, true));
    SK_FAILS(store->setFeature({"none"}, model::Feature::FulfilmentAddresses, true), ErrorKind::NotFound);
    const model::StatusView status = must(store->status());
    QCOMPARE(status.dataSets.at(0).rows, std::int64_t(1));
    QCOMPARE(status.pii.nextExpiry.value(), dayOf(kNoon) + days(9));
    QCOMPARE(status.auditEntries, std::int64_t(4)); // created, added, sealed, enabled
    QVERIFY(status.warnings.empty());
    const auto retention = must(store->retention());
    QCOMPARE(retention.at(0).key, std::string("pii.days"));
    QCOMPARE(retention.at(0).held, std::int64_t(2));
    QCOMPARE(retention.at(1).held, std::int64_t(1));
    QCOMPARE(retention.at(1).nextExpiry.value(), dayOf(monthsAfter(kNoon, 18)));
}

QTEST_APPLESS_MAIN(TestStore)
#include "store_test.moc"
