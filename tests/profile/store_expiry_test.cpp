// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_reader.h"
#include "core/profile/retention.h"
#include "core/records/settings.h"
#include "core/vault/transaction.h"
#include "tests/support/test_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;
namespace fs = std::filesystem;

/// PII that dies on its day, whatever clock and keychain do; disconnecting and purging.
class TestStoreExpiry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piiDiesWhileTheAppIsClosed();
    void piiDiesAtMidnightWhileOpen();
    void clockSetBackRevivesNothing();
    void clockThatWasAheadIsCorrected();
    void expiryNeedsTheKeychain();
    void lostRatchetCostsOneConnection_data();
    void lostRatchetCostsOneConnection();
    void lostRatchetMayComeBack();
    void connectingAgainReplacesALostRatchet();
    void disconnectDestroysSecrets();
    void failedDisconnectIsMadeGood();
    void purgeComesOnItsDay();
    void purgeNow();
    void largePurgeGoesInBatches();
};

/// RET-1: also when it was not running on that day.
void TestStoreExpiry::piiDiesWhileTheAppIsClosed()
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

void TestStoreExpiry::piiDiesAtMidnightWhileOpen()
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

void TestStoreExpiry::clockSetBackRevivesNothing()
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
    copyOver(copy, profile.pii());
    const auto store = must(profile.open());
    QCOMPARE(sealedRows(*store), std::int64_t(0)); // the old copy's values are dead, and swept
}

void TestStoreExpiry::clockThatWasAheadIsCorrected()
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
        const auto store = must(profile.openAndPurge());
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

void TestStoreExpiry::expiryNeedsTheKeychain()
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

void TestStoreExpiry::lostRatchetCostsOneConnection_data()
{
    QTest::addColumn<bool>("malformed");
    QTest::newRow("gone") << false;
    QTest::newRow("malformed") << true;
}

/// One lost entry is not an emptied keychain: the rest of the profile works, and the owner is told.
void TestStoreExpiry::lostRatchetCostsOneConnection()
{
    QFETCH(bool, malformed);
    TestProfile profile;
    auto store = must(profile.open());
    addConnection(*store, "c1");
    addConnection(*store, "c2");
    sealValues(*store, "c1", "1", 10);
    sealValues(*store, "c2", "1", 10);
    store.reset();
    if (malformed)
        profile.secrets.entries["ratchet/c1"] = secrets::Secret::copyOf(Bytes(3));
    else
        profile.secrets.entries.erase("ratchet/c1");
    store = must(profile.open());
    const model::Connection lost = must(store->connection({"c1"}));
    QCOMPARE(lost.state, model::ConnectionState::ReauthorisationNeeded);
    QCOMPARE(lost.stateReason.value(), ErrorKind::RatchetLost);
    QCOMPARE(must(store->connection({"c2"})).state, model::ConnectionState::Active);
    QCOMPARE(must(store->storage().pii.reveal({"c2"}, {"1"})).size(), std::size_t(2));
    QVERIFY(malformed || !profile.secrets.entries.contains("ratchet/c1")); // no key in place of a lost one
    QVERIFY(must(store->status()).warnings.size() == 1);
    SK_OK(store->setRetention("pii.days", 5));
    store.reset();
    store = must(profile.open());
    QCOMPARE(scalar(store->storage().vault, "SELECT count(*) FROM audit_entry WHERE outcome = 'ratchet_lost'"),
             std::string("1")); // told once
    profile.clock.advance(days(10));
    store.reset();
    store = must(profile.open());
    QCOMPARE(sealedRows(*store), std::int64_t(0));
}

void TestStoreExpiry::lostRatchetMayComeBack()
{
    TestProfile profile;
    auto store = must(profile.open());
    addConnection(*store, "c1");
    sealValues(*store, "c1", "1", 10);
    store.reset();
    const secrets::Secret ratchet = profile.secrets.entries.at("ratchet/c1");
    profile.secrets.entries.erase("ratchet/c1");
    must(profile.open()).reset();
    profile.secrets.entries.insert_or_assign("ratchet/c1", ratchet);
    store = must(profile.open());
    QCOMPARE(must(store->connection({"c1"})).state, model::ConnectionState::Active);
    QCOMPARE(must(store->storage().pii.reveal({"c1"}, {"1"})).size(), std::size_t(2));
}

void TestStoreExpiry::connectingAgainReplacesALostRatchet()
{
    TestProfile profile;
    auto store = must(profile.open());
    addConnection(*store, "c1");
    sealValues(*store, "c1", "1", 10);
    store.reset();
    profile.secrets.entries.erase("ratchet/c1");
    store = must(profile.open());
    const model::Connection known = must(store->connection({"c1"}));
    SK_OK(store->replaceCredentials({"c1"}, known, secrets::Secret::copyOf(asBytes("new")), {}));
    QCOMPARE(must(store->connection({"c1"})).state, model::ConnectionState::Active);
    QCOMPARE(sealedRows(*store), std::int64_t(0));
    sealValues(*store, "c1", "2", 10);
    QCOMPARE(must(store->storage().pii.reveal({"c1"}, {"2"})).size(), std::size_t(2));
}

void TestStoreExpiry::disconnectDestroysSecrets()
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
    QVERIFY(!store->storage().pii.seal({{"c1"}, {"2"}, dayOf(kNoon) + days(3), dayOf(kNoon), kNoon, "x"}, {{1, "x"}}));
    SK_FAILS(store->disconnect({"none"}, dayOf(kNoon)), ErrorKind::NotFound);
}

/// A keychain that refuses, or a crash, between "disconnected" and the destruction.
void TestStoreExpiry::failedDisconnectIsMadeGood()
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

void TestStoreExpiry::purgeComesOnItsDay()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        storeOrder(*store, "c1", "1");
        must(store->disconnect({"c1"}, dayOf(kNoon) + days(7)));
    }
    profile.clock.setWall(kNoon + days(6));
    QCOMPARE(rowsOf(*must(profile.openAndPurge()), "orders"), std::int64_t(1));
    profile.clock.setWall(kNoon + days(7));
    const auto store = must(profile.openAndPurge());
    for (const char *table : {"orders", "order_item", "order_package", "connection"})
        QCOMPARE(rowsOf(*store, table), std::int64_t(0));
    QVERIFY(wordsOf(*store).find("connection.purged 2; erasure.certified") != std::string::npos); // one order, one item
}

/// A hundred thousand orders must not hold the database for as long as they take together.
void TestStoreExpiry::largePurgeGoesInBatches()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    {
        auto transaction = must(vault::Transaction::begin(store->storage().vault));
        for (int i = 0; i <= 500; ++i)
            storeOrder(*store, "c1", std::to_string(i));
        SK_OK(transaction.commit());
    }
    SK_OK(store->disconnect({"c1"}, dayOf(kNoon)));
    SK_OK(purgeAll(*store));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(0));
    QVERIFY(wordsOf(*store).find("connection.purged 1000; connection.purged 2; erasure.certified")
            != std::string::npos); // an order has one item
}

void TestStoreExpiry::purgeNow()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    addConnection(*store, "c2");
    storeOrder(*store, "c1", "1");
    storeOrder(*store, "c2", "1");
    SK_OK(store->disconnect({"c1"}, dayOf(kNoon)));
    SK_OK(purgeAll(*store));
    QCOMPARE(must(store->connections()).size(), std::size_t(1));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
    SK_FAILS(store->connection({"c1"}), ErrorKind::NotFound);
    QCOMPARE(fs::file_size(profile.vault() += "-wal"), std::uintmax_t(0)); // nothing deleted survives there
}

QTEST_APPLESS_MAIN(TestStoreExpiry)
#include "store_expiry_test.moc"
