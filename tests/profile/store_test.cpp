// SPDX-License-Identifier: GPL-3.0-or-later
// size: what a store promises over its whole life, from creation to purge, against one kind of profile
#include "core/audit/audit_reader.h"
#include "core/profile/retention.h"
#include "core/records/settings.h"
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
    void piiDiesWhileTheAppIsClosed();
    void piiDiesAtMidnightWhileOpen();
    void clockSetBackRevivesNothing();
    void clockThatWasAheadIsCorrected();
    void expiryNeedsTheKeychain();
    void disconnectDestroysSecrets();
    void failedDisconnectIsMadeGood();
    void purgeComesOnItsDay();
    void purgeNow();
    void previewIsWhatHappens_data();
    void previewIsWhatHappens();
    void retentionHasBounds_data();
    void retentionHasBounds();
    void longerRetentionIsNotForHeldValues();
    void failedShorteningKeepsTheSetting();
    void ordersOutliveTheirRetentionOnlyInDoubt();
    void doubtEndsWithAServersDate();
    void ordersExpireInALongRun();
    void monthsAreCalendarMonths_data();
    void monthsAreCalendarMonths();
    void statusTellsWhatIsHeld();
};

namespace {

std::string wordsOf(Store &store)
{
    const auto entries = must(audit::readEntries(store.storage().vault, [&] {
        auto sequences = must(audit::findSequences(store.storage().vault, {}));
        std::reverse(sequences.begin(), sequences.end());
        return sequences;
    }()));
    std::string words;
    for (const auto &entry : entries)
        words += std::string(model::toWord(entry.event.operation)) + ' ' + std::to_string(entry.event.rows) + "; ";
    return words;
}

std::int64_t sealedRows(Store &store)
{
    return must(store.status()).pii.sealedRows;
}

std::int64_t rowsOf(Store &store, const char *table)
{
    return must(store.storage().vault.integer("SELECT count(*) FROM " + std::string(table)));
}

} // namespace

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
    row("ratchet gone", KeychainEmptied, [](TestProfile &p) { p.secrets.entries.erase("ratchet/c1"); });
    row("ratchet malformed", KeyFileDamaged,
        [](TestProfile &p) { p.secrets.entries["ratchet/c1"] = secrets::Secret::copyOf(Bytes(3)); });
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
    row("vault is another profile's", VaultForeign,
        [](TestProfile &p) { fs::copy_file(TestProfile().vault(), p.vault(), fs::copy_options::overwrite_existing); });
    row("vault is random", VaultForeign,
        [](TestProfile &p) { std::ofstream(p.vault(), std::ios::trunc) << std::string(40960, 'r'); });
    row("vault is the PII store", VaultForeign,
        [](TestProfile &p) { fs::copy_file(p.pii(), p.vault(), fs::copy_options::overwrite_existing); });
    row("PII store missing", VaultMissing, [](TestProfile &p) { fs::remove(p.pii()); });
    row("PII store empty", VaultMissing, [](TestProfile &p) { fs::resize_file(p.pii(), 0); });
    row("PII store is the vault", VaultForeign,
        [](TestProfile &p) { fs::copy_file(p.vault(), p.pii(), fs::copy_options::overwrite_existing); });
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
    fs::copy_file(old, profile.vault(), fs::copy_options::overwrite_existing);
    SK_FAILS(profile.open(), ErrorKind::VaultRolledBack);
    fs::copy_file(newer, profile.vault(), fs::copy_options::overwrite_existing);
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

/// RET-1: also when it was not running on that day.
void TestStore::piiDiesWhileTheAppIsClosed()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        for (int i = 1; i <= 30; ++i)
            sealValues(*store, "c1", std::to_string(i), i);
    }
    profile.clock.setWall(kNoon + days(10));
    QCOMPARE(sealedRows(*must(profile.open())), std::int64_t(40));
    profile.clock.setWall(kNoon + days(31));
    const auto store = must(profile.open());
    QCOMPARE(sealedRows(*store), std::int64_t(0));
    QVERIFY(!must(store->status()).pii.nextExpiry);
    QVERIFY(wordsOf(*store).ends_with("pii.expired 20; pii.expired 40; "));
}

void TestStore::piiDiesAtMidnightWhileOpen()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    sealValues(*store, "c1", "1", 1);
    profile.clock.advance(11h + 59min);
    QCOMPARE(must(store->expireIfNewDay()).expiredValues, std::int64_t(0));
    QCOMPARE(must(store->storage().pii.reveal({"c1"}, {"1"})).size(), std::size_t(2));
    profile.clock.advance(1min);
    QVERIFY(must(store->storage().pii.reveal({"c1"}, {"1"})).empty()); // midnight is noticed while a sync runs
    QCOMPARE(sealedRows(*store), std::int64_t(0));
}

void TestStore::clockSetBackRevivesNothing()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        sealValues(*store, "c1", "1", 5);
    }
    const auto copy = profile.folder / "copy";
    fs::copy_file(profile.pii(), copy);
    profile.clock.setWall(kNoon + days(5));
    {
        const auto store = must(profile.open());
        QCOMPARE(sealedRows(*store), std::int64_t(0));
        sealValues(*store, "c1", "2", 30);
    }
    profile.clock.setWall(kNoon);
    {
        const auto store = must(profile.open());
        QCOMPARE(dayOf(store->now()), dayOf(kNoon) + days(5)); // the highest time ever seen counts
        QCOMPARE(must(store->storage().pii.reveal({"c1"}, {"2"})).size(), std::size_t(2));
    }
    fs::copy_file(copy, profile.pii(), fs::copy_options::overwrite_existing);
    const auto store = must(profile.open());
    QCOMPARE(sealedRows(*store), std::int64_t(0)); // the old copy's values are dead, and swept
}

void TestStore::clockThatWasAheadIsCorrected()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        sealValues(*store, "c1", "1", 30);
        storeOrder(*store, "c1", "1");
    }
    profile.clock.setWall(kNoon + days(3 * 365));
    {
        const auto store = must(profile.open());
        QCOMPARE(sealedRows(*store), std::int64_t(0));       // early, never late
        QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1)); // what is no PII is not deleted by a clock nobody believes
    }
    profile.clock.setWall(kNoon + days(1));
    const auto store = must(profile.open());
    store->storage().time.trust(kNoon + days(1)); // Amazon's Date
    QCOMPARE(store->now(), kNoon + days(1));
    (void)store->storage();
    QVERIFY(wordsOf(*store).ends_with("ratchet.restarted 0; "));
    sealValues(*store, "c1", "2", 30);
    QCOMPARE(must(store->storage().pii.reveal({"c1"}, {"2"})).size(), std::size_t(2));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
}

void TestStore::expiryNeedsTheKeychain()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        sealValues(*store, "c1", "1", 5);
    }
    profile.clock.setWall(kNoon + days(5));
    profile.secrets.failWrites = ErrorKind::KeychainLocked;
    SK_FAILS(profile.open(), ErrorKind::KeychainLocked); // nothing can be asked before the expiry has run
    profile.secrets.failWrites.reset();
    const auto store = must(profile.open());
    QCOMPARE(sealedRows(*store), std::int64_t(0));
    QVERIFY(wordsOf(*store).ends_with("pii.sealed 2; pii.expired 2; ")); // reported once, and only now
}

void TestStore::disconnectDestroysSecrets()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    addConnection(*store, "c2");
    for (const char *connection : {"c1", "c2"}) {
        sealValues(*store, connection, "1", 30);
        storeOrder(*store, connection, "1");
    }
    SK_OK(store->disconnect({"c1"}, dayOf(kNoon) + days(7)));
    QVERIFY(!profile.secrets.entries.contains("token/c1") && !profile.secrets.entries.contains("ratchet/c1"));
    QVERIFY(profile.secrets.entries.contains("token/c2") && profile.secrets.entries.contains("ratchet/c2"));
    QCOMPARE(sealedRows(*store), std::int64_t(2));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(2)); // the others' rows, and this one's until their day
    const model::Connection gone = must(store->connection({"c1"}));
    QVERIFY(gone.state == model::ConnectionState::Disconnected && gone.purgeOn == dayOf(kNoon) + days(7));
    QVERIFY(wordsOf(*store).ends_with("connection.disconnected 0; ratchet.destroyed 2; "));
    QVERIFY(!store->storage().pii.seal({{"c1"}, {"2"}, dayOf(kNoon) + days(3), kNoon, "x"}, {{1, "x"}}));
    SK_FAILS(store->disconnect({"none"}, dayOf(kNoon)), ErrorKind::NotFound);
}

/// A keychain that refuses, or a crash, between "disconnected" and the destruction.
void TestStore::failedDisconnectIsMadeGood()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        sealValues(*store, "c1", "1", 30);
        profile.secrets.failRemovals = ErrorKind::KeychainLocked;
        SK_FAILS(store->disconnect({"c1"}, dayOf(kNoon) + days(7)), ErrorKind::KeychainLocked);
        QVERIFY(wordsOf(*store).find("ratchet.destroyed") == std::string::npos);
    }
    profile.secrets.failRemovals.reset();
    const auto store = must(profile.open());
    QVERIFY(!profile.secrets.entries.contains("token/c1") && !profile.secrets.entries.contains("ratchet/c1"));
    QCOMPARE(sealedRows(*store), std::int64_t(0));
    QVERIFY(wordsOf(*store).ends_with("ratchet.destroyed 2; "));
}

void TestStore::purgeComesOnItsDay()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        storeOrder(*store, "c1", "1");
        must(store->disconnect({"c1"}, dayOf(kNoon) + days(7)));
    }
    profile.clock.setWall(kNoon + days(6));
    QCOMPARE(rowsOf(*must(profile.open()), "orders"), std::int64_t(1));
    profile.clock.setWall(kNoon + days(7));
    const auto store = must(profile.open());
    for (const char *table : {"orders", "order_item", "order_package", "connection"})
        QCOMPARE(rowsOf(*store, table), std::int64_t(0));
    QVERIFY(wordsOf(*store).ends_with("connection.purged 2; ")); // one order, one item
}

void TestStore::purgeNow()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    addConnection(*store, "c2");
    storeOrder(*store, "c1", "1");
    storeOrder(*store, "c2", "1");
    SK_OK(store->disconnect({"c1"}, dayOf(kNoon)));
    QCOMPARE(must(store->connections()).size(), std::size_t(1));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
    SK_FAILS(store->connection({"c1"}), ErrorKind::NotFound);
    QCOMPARE(fs::file_size(profile.vault().string() + "-wal"), std::uintmax_t(0)); // nothing deleted survives there
}

void TestStore::previewIsWhatHappens_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("value");
    for (const int value : {1, 2, 9, 10, 11, 29, 30})
        QTest::addRow("pii.days %d", value) << QByteArray("pii.days") << value;
    for (const int value : {1, 2, 3, 11, 12, 18})
        QTest::addRow("orders.months %d", value) << QByteArray("orders.months") << value;
}

void TestStore::previewIsWhatHappens()
{
    QFETCH(QByteArray, key);
    QFETCH(int, value);
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    addConnection(*store, "c2");
    for (int i = 1; i <= 30; ++i)
        sealValues(*store, i % 2 == 0 ? "c1" : "c2", std::to_string(i), i);
    for (int month = 0; month < 18; ++month) {
        for (const int offset : {-1, 0, 1}) {
            const Time received = monthsBefore(kNoon, month) + std::chrono::milliseconds(offset);
            must(store->storage().orders.store(sampleOrder(std::to_string(month) + '/' + std::to_string(offset), kNoon),
                                               {{"c1"}, received, "searchOrders"}));
        }
    }
    const auto held = [&] { return key == "pii.days" ? sealedRows(*store) : rowsOf(*store, "orders"); };
    const std::int64_t before = held();
    const std::int64_t promised = must(store->previewRetention(key.toStdString(), value)).deleted;
    QCOMPARE(held(), before);
    SK_OK(store->setRetention(key.toStdString(), value));
    QCOMPARE(before - held(), promised);
    QVERIFY(value > 3 || promised > 0);
    QCOMPARE(must(store->retentionValue(key.toStdString())), value);
    QCOMPARE(must(store->previewRetention(key.toStdString(), value)).deleted, std::int64_t(0));
}

void TestStore::retentionHasBounds_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("value");
    QTest::addColumn<ErrorKind>("kind");
    for (const int value : {0, -1, 31, 365})
        QTest::addRow("pii.days %d", value) << QByteArray("pii.days") << value << ErrorKind::Usage;
    for (const int value : {0, 19})
        QTest::addRow("orders.months %d", value) << QByteArray("orders.months") << value << ErrorKind::Usage;
    QTest::newRow("unknown") << QByteArray("pii.weeks") << 1 << ErrorKind::NotFound;
}

void TestStore::retentionHasBounds()
{
    QFETCH(QByteArray, key);
    QFETCH(int, value);
    QFETCH(ErrorKind, kind);
    TestProfile profile;
    const auto store = must(profile.open());
    SK_FAILS(store->setRetention(key.toStdString(), value), kind);
    SK_FAILS(store->previewRetention(key.toStdString(), value), kind);
    QCOMPARE(must(store->retentionValue("pii.days")), 30);
    QCOMPARE(wordsOf(*store), std::string("profile.created 0; "));
}

/// What was sealed under ten days lives ten days, however often the setting moves; it must neither live longer nor,
/// counted from a setting it was never sealed under, die early.
void TestStore::longerRetentionIsNotForHeldValues()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    SK_OK(store->setRetention("pii.days", 10));
    sealValues(*store, "c1", "1", 10);
    SK_OK(store->setRetention("pii.days", 30));
    QCOMPARE(must(store->status()).pii.nextExpiry.value(), dayOf(kNoon) + days(10));
    SK_OK(store->setRetention("pii.days", 10));
    QEXPECT_FAIL("", "PiiStore::shorten counts from the last setting, not from the day a value's life began", Continue);
    QCOMPARE(sealedRows(*store), std::int64_t(2));
}

/// A setting must not claim a period that what is held does not keep.
void TestStore::failedShorteningKeepsTheSetting()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    sealValues(*store, "c1", "1", 30);
    must(store->storage().pii.database().exec("UPDATE sealed_value SET box = x'00' WHERE field = 1"));
    QVERIFY(!store->setRetention("pii.days", 10));
    QCOMPARE(must(store->retentionValue("pii.days")), 30);
    QVERIFY(wordsOf(*store).find("retention.changed") == std::string::npos);
}

void TestStore::ordersOutliveTheirRetentionOnlyInDoubt()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        storeOrder(*store, "c1", "1");
    }
    profile.clock.setWall(monthsAfter(kNoon, 18) + 1h);
    const auto store = must(profile.open());
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1)); // asleep for 18 months, or a wrong clock: not by itself
    QCOMPARE(must(store->expire(model::AuditActor::Owner)).deletedRows, std::int64_t(1));
}

/// However often it is opened under a wrong clock; then Amazon's Date ends the doubt, either way.
void TestStore::doubtEndsWithAServersDate()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        storeOrder(*store, "c1", "1");
    }
    const Time later = monthsAfter(kNoon, 18) + 1h;
    profile.clock.setWall(later);
    for (int i = 0; i < 3; ++i) {
        const auto store = must(profile.open());
        must(store->audit({})); // the anchor remembers the wrong time
        QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
    }
    const auto store = must(profile.open());
    store->storage().time.trust(later); // it had only slept
    (void)store->storage();
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(0));
}

/// A program that runs for months believes its own clock.
void TestStore::ordersExpireInALongRun()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    storeOrder(*store, "c1", "1");
    const Time end = monthsAfter(kNoon, 18) + days(2);
    while (profile.clock.now() < end) {
        profile.clock.advance(24h);
        SK_OK(store->expireIfNewDay());
    }
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(0));
}

void TestStore::monthsAreCalendarMonths_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<int>("months");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("a month") << QByteArray("2026-11-18T12:00:00.000Z") << 1 << QByteArray("2026-12-18T12:00:00.000Z");
    QTest::newRow("18 back") << QByteArray("2026-11-18T12:00:00.000Z") << -18 << QByteArray("2025-05-18T12:00:00.000Z");
    QTest::newRow("no 31st") << QByteArray("2026-08-31T23:59:59.999Z") << 1 << QByteArray("2026-09-30T23:59:59.999Z");
    QTest::newRow("leap day") << QByteArray("2028-02-29T00:00:00.000Z") << -12
                              << QByteArray("2027-02-28T00:00:00.000Z");
    QTest::newRow("over the year") << QByteArray("2026-01-31T00:00:00.000Z") << -1
                                   << QByteArray("2025-12-31T00:00:00.000Z");
}

void TestStore::monthsAreCalendarMonths()
{
    QFETCH(QByteArray, time);
    QFETCH(int, months);
    QFETCH(QByteArray, expected);
    QCOMPARE(toIso(monthsAfter(must(timeFromIso(time.toStdString())), months)), expected.toStdString());
    QCOMPARE(toIso(monthsBefore(must(timeFromIso(time.toStdString())), -months)), expected.toStdString());
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
