// SPDX-License-Identifier: GPL-3.0-or-later
// size: what a sealed value lives through, and one attacker who tries it all
#include "tests/privacy/pii_bench.h"

#include <fstream>

using namespace sk;
using namespace sk::privacy;
using namespace sk::test;
using std::chrono::days;

class TestPiiStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sealedIsRevealed();
    void sealingReplacesTheOrder();
    void filesHoldNoValue();
    void onTheExpiryDayNothingOpens();
    void copiesDieWithTheRatchet();
    void failedKeychainReportsNothing();
    void passedDayIsRefused();
    void boxesAreBound_data();
    void boxesAreBound();
    void ratchetThatIsGoneIsToldFromALockedOne();
    void shortenReachesWhatIsHeld();
    void shortenNeverLengthens();
    void damagedBoxesDoNotStopTheOthers();
    void destroyLeavesNothing();
    void failedDestructionIsNoSuccess();
    void clockThatRanAheadKillsEarly();
    void restartLeavesOthersAlone();
    void countsAndStatus();
    void viewerAdvancesButCannotRead();
};

namespace {

struct World : PiiBench
{
    [[nodiscard]] std::string rows() const { return scalar(store.database(), "SELECT count(*) FROM sealed_value"); }
};

/// What an attacker can do with a copy of pii.db, every other key, and a ratchet: everything but going back in time.
std::string attack(const std::filesystem::path &copy, const vault::OpenOptions &keys,
                   const secrets::Secret &ratchetEntry)
{
    const keys::Ratchet ratchet = must(keys::Ratchet::decode(ratchetEntry));
    return attackRows(copy, keys, "SELECT connection, order_id, field, expiry_day, box FROM sealed_value",
                      [&ratchet](const vault::Statement &row, const auto &take) {
                          const Bytes context = ByteWriter().text("profile").text(row.text(0)).bytes();
                          const Bytes associated = ByteWriter()
                                                       .text("sellerkeep pii 1")
                                                       .blob(context)
                                                       .text(row.text(1))
                                                       .u32(static_cast<std::uint32_t>(row.integer(2)))
                                                       .u32(static_cast<std::uint32_t>(row.integer(3)))
                                                       .bytes();
                          for (int offset = -60; offset <= 120; ++offset) { // also keys of days that are not the row's
                              if (const auto key = ratchet.sealingKey(day(offset), kPiiKey, context))
                                  take(secrets::open(*key, associated, row.blob(4)));
                          }
                      });
}

} // namespace

void TestPiiStore::sealedIsRevealed()
{
    World world;
    world.seal("c1", "1", 30);
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    QCOMPARE(world.reveal("c1", "2"), std::string());
    QCOMPARE(world.reveal("c2", "1"), std::string());
    const std::string odd("\0\xC3\xA9 a long value: ", 17);
    world.seal("c1", "2", 30, {{2, odd + std::string(5000, 'x')}, {4, ""}});
    QCOMPARE(world.reveal("c1", "2"), "2=" + odd + std::string(5000, 'x') + " 4= ");
    QCOMPARE(scalar(world.store.database(), "SELECT origin || received_at FROM sealed_value LIMIT 1"),
             "getOrder" + std::to_string(toMillis(kNoon)));
}

void TestPiiStore::sealingReplacesTheOrder()
{
    World world;
    world.seal("c1", "1", 30);
    world.seal("c1", "1", 20, {{1, "New"}});
    QCOMPARE(world.reveal("c1", "1"), std::string("1=New "));
    QCOMPARE(world.rows(), std::string("1"));
    world.seal("c1", "1", 20, {});
    QCOMPARE(world.rows(), std::string("0"));
}

void TestPiiStore::filesHoldNoValue()
{
    World world;
    world.seal("c1", "1", 30);
    for (const auto &entry : std::filesystem::directory_iterator(world.file.folder.path())) {
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(stream), {}};
        QVERIFY(content.find("Planted") == std::string::npos);
    }
    // ... and neither does the decrypted database
    QCOMPARE(scalar(world.store.database(),
                    "SELECT count(*) FROM sealed_value WHERE instr(box, CAST('Planted' AS BLOB)) > 0"),
             std::string("0"));
    QCOMPARE(scalar(world.store.database(), "SELECT group_concat(DISTINCT length(box)) FROM sealed_value"),
             std::string("92")); // padded
}

void TestPiiStore::onTheExpiryDayNothingOpens()
{
    World world;
    world.seal("c1", "1", 5);
    world.seal("c1", "2", 6);
    for (int offset = 0; offset < 5; ++offset) {
        QCOMPARE(must(world.store.expire({"c1"}, day(offset))), std::int64_t(0));
        QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    }
    QCOMPARE(must(world.store.expire({"c1"}, day(5))), std::int64_t(2));
    QCOMPARE(world.reveal("c1", "1"), std::string());
    QCOMPARE(world.reveal("c1", "2"), std::string(kBoth));
    QCOMPARE(must(world.store.expire({"c1"}, day(5))), std::int64_t(0));
    QCOMPARE(must(world.store.expire({"c1"}, day(4))), std::int64_t(0)); // an earlier day changes nothing
    QCOMPARE(must(keys::Ratchet::decode(world.secrets.entries.at("ratchet/c1"))).day(), day(5));
    QCOMPARE(must(keys::Ratchet::decode(world.secrets.entries.at("ratchet/c2"))).day(), kToday);
}

/// ENC-6: an old copy of the file with every other key stays shut once the ratchet has moved on.
void TestPiiStore::copiesDieWithTheRatchet()
{
    World world;
    world.seal("c1", "1", 5);
    world.seal("c1", "2", 40, {{1, "Later"}});
    must(world.store.database().checkpoint());
    const auto copy = world.file.folder / "copy.db";
    std::filesystem::copy_file(world.file.options.file, copy);
    const secrets::Secret oldRatchet = world.secrets.entries.at("ratchet/c1");
    QCOMPARE(attack(copy, world.file.options, oldRatchet),
             std::string("Planted Name Planted Street Later ")); // the attack is a real one
    must(world.store.expire({"c1"}, day(4)));
    QCOMPARE(attack(copy, world.file.options, world.secrets.entries.at("ratchet/c1")),
             std::string("Planted Name Planted Street Later "));
    must(world.store.expire({"c1"}, day(5)));
    QCOMPARE(attack(copy, world.file.options, world.secrets.entries.at("ratchet/c1")), std::string("Later "));
    QCOMPARE(attack(copy, world.file.options, world.secrets.entries.at("ratchet/c2")), std::string());
    must(world.store.expire({"c1"}, day(40)));
    QCOMPARE(attack(copy, world.file.options, world.secrets.entries.at("ratchet/c1")), std::string());
}

void TestPiiStore::failedKeychainReportsNothing()
{
    World world;
    world.seal("c1", "1", 5);
    for (const ErrorKind kind : {ErrorKind::KeychainLocked, ErrorKind::KeychainUnavailable, ErrorKind::File}) {
        world.secrets.failWrites = kind;
        SK_FAILS(world.store.expire({"c1"}, day(5)), kind);
        QCOMPARE(world.rows(), std::string("2")); // no row goes before its key
    }
    QCOMPARE(must(keys::Ratchet::decode(world.secrets.entries.at("ratchet/c1"))).day(), kToday);
    world.secrets.failWrites.reset();
    QCOMPARE(must(world.store.expire({"c1"}, day(5))), std::int64_t(2));
}

void TestPiiStore::passedDayIsRefused()
{
    World world;
    const auto seal = [&](int expiry) {
        return world.store.seal({{"c1"}, {"1"}, day(expiry), kToday, kNoon, "getOrder"}, {{1, "x"}});
    };
    SK_FAILS(seal(0), ErrorKind::NotFound);
    SK_FAILS(seal(-3), ErrorKind::NotFound);
    SK_OK(seal(1));
    SK_FAILS(seal(0), ErrorKind::NotFound);
    QCOMPARE(world.reveal("c1", "1"), std::string("1=x ")); // what was held is still there
}

void TestPiiStore::boxesAreBound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("field for field") << QByteArray(
        "UPDATE sealed_value SET field = 9 WHERE order_id = '1' AND connection = 'c1' AND field = 1");
    QTest::newRow("two boxes swapped") << QByteArray(
        "UPDATE sealed_value SET box = (SELECT box FROM sealed_value s WHERE s.connection = 'c1' AND s.order_id = '1' AND s.field = 3)"
        " WHERE connection = 'c1' AND order_id = '1' AND field = 1");
    QTest::newRow("order for order") << QByteArray(
        "UPDATE sealed_value SET box = (SELECT box FROM sealed_value s WHERE s.connection = 'c1' AND s.order_id = '2' AND s.field = 1)"
        " WHERE connection = 'c1' AND order_id = '1' AND field = 1");
    QTest::newRow("connection for connection") << QByteArray(
        "UPDATE sealed_value SET box = (SELECT box FROM sealed_value s WHERE s.connection = 'c2' AND s.order_id = '1' AND s.field = 1)"
        " WHERE connection = 'c1' AND order_id = '1' AND field = 1");
    QTest::newRow("later day") << QByteArray(
        "UPDATE sealed_value SET expiry_day = expiry_day + 1 WHERE connection = 'c1' AND order_id = '1'");
    QTest::newRow("one bit") << QByteArray(
        "UPDATE sealed_value SET box = CAST(substr(box, 1, 91) || x'00' AS BLOB) WHERE connection = 'c1' AND order_id = '1'");
    QTest::newRow("empty") << QByteArray(
        "UPDATE sealed_value SET box = x'' WHERE connection = 'c1' AND order_id = '1'");
}

void TestPiiStore::boxesAreBound()
{
    QFETCH(QByteArray, sql);
    World world;
    world.seal("c1", "1", 5);
    world.seal("c1", "2", 5);
    world.seal("c2", "1", 5);
    must(world.store.database().exec(sql.constData()));
    QCOMPARE(world.reveal("c1", "1"), std::string("vault_damaged"));
    QCOMPARE(world.reveal("c1", "2"), std::string(kBoth));
    QCOMPARE(world.reveal("c2", "1"), std::string(kBoth));
}

void TestPiiStore::ratchetThatIsGoneIsToldFromALockedOne()
{
    World world;
    world.seal("c1", "1", 5);
    PiiStore fresh(must(world.file.open()), "profile", kPiiKey, world.secrets, repeatableRandom());
    world.secrets.failReads = ErrorKind::KeychainLocked;
    SK_FAILS(fresh.expire({"c1"}, kToday), ErrorKind::KeychainLocked);
    SK_FAILS(fresh.reveal({"c1"}, {"1"}), ErrorKind::KeychainLocked);
    SK_FAILS(fresh.restartIfAhead({"c1"}, kToday), ErrorKind::KeychainLocked);
    world.secrets.failReads.reset();
    world.secrets.entries.erase("ratchet/c1");
    SK_FAILS(fresh.expire({"c1"}, kToday), ErrorKind::RatchetLost);
    SK_FAILS(fresh.seal({{"c1"}, {"1"}, day(3), kToday, kNoon, "x"}, {{1, "x"}}), ErrorKind::RatchetLost);
    QVERIFY(!world.secrets.entries.contains("ratchet/c1")); // never made anew
    QCOMPARE(world.rows(), std::string("2"));               // the keychain may be restored
    SK_FAILS(fresh.expire({"c1"}, day(5)), ErrorKind::RatchetLost);
    QCOMPARE(world.rows(), std::string("0")); // but not longer than they were allowed
}

void TestPiiStore::shortenReachesWhatIsHeld()
{
    World world;
    world.seal("c1", "1", 30);
    world.seal("c1", "2", 30, {{1, "Old"}}, -15);
    world.seal("c2", "1", 30);
    QCOMPARE(must(world.store.countExpiring({"c1"}, 10, kToday)), std::int64_t(1));
    const Shortened shortened = must(world.store.shorten({"c1"}, 10, kToday));
    QCOMPARE(shortened.expired, std::int64_t(1)); // order 2 would have expired five days ago
    QCOMPARE(shortened.damaged, std::int64_t(0));
    QCOMPARE(world.reveal("c1", "2"), std::string());
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    QCOMPARE(world.reveal("c2", "1"), std::string(kBoth));
    QCOMPARE(scalar(world.store.database(),
                    "SELECT origin || received_at FROM sealed_value WHERE connection = 'c1' LIMIT 1"),
             "getOrder" + std::to_string(toMillis(kNoon)));
    must(world.store.expire({"c1"}, day(9)));
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    must(world.store.database().checkpoint());
    const auto copy = world.file.folder / "copy.db";
    std::filesystem::copy_file(world.file.options.file, copy);
    QCOMPARE(must(world.store.expire({"c1"}, day(10))), std::int64_t(2));
    QCOMPARE(attack(copy, world.file.options, world.secrets.entries.at("ratchet/c1")), std::string());
}

void TestPiiStore::shortenNeverLengthens()
{
    World world;
    world.seal("c1", "1", 10);
    for (const int period : {30, 20, 11, 10}) {
        must(world.store.shorten({"c1"}, period, kToday));
        QCOMPARE(must(world.store.status(model::ConnectionId{"c1"})).nextExpiry.value(), day(10));
        QCOMPARE(must(world.store.countExpiring({"c1"}, period, kToday)), std::int64_t(0));
    }
}

/// A box that no key opens is as good as gone: it must not keep the others from dying earlier.
void TestPiiStore::damagedBoxesDoNotStopTheOthers()
{
    World world;
    world.seal("c1", "1", 30);
    world.seal("c1", "2", 30);
    must(world.store.database().exec("UPDATE sealed_value SET box = x'00' WHERE order_id = '1' AND field = 3"));
    const Shortened shortened = must(world.store.shorten({"c1"}, 5, kToday));
    QCOMPARE(shortened.damaged, std::int64_t(1));
    QCOMPARE(shortened.expired, std::int64_t(0));
    QCOMPARE(world.reveal("c1", "1"), std::string("1=Planted Name "));
    QCOMPARE(world.reveal("c1", "2"), std::string(kBoth));
    QCOMPARE(must(world.store.status(model::ConnectionId{"c1"})).nextExpiry.value(), day(5));
}

void TestPiiStore::destroyLeavesNothing()
{
    World world;
    world.seal("c1", "1", 5);
    world.seal("c2", "1", 5);
    must(world.store.database().checkpoint());
    const auto copy = world.file.folder / "copy.db";
    std::filesystem::copy_file(world.file.options.file, copy);
    QCOMPARE(must(world.store.destroy({"c1"})), std::int64_t(2));
    QCOMPARE(must(world.store.status(model::ConnectionId{"c1"})).sealedRows, std::int64_t(0));
    QVERIFY(!world.secrets.entries.contains("ratchet/c1"));
    QCOMPARE(world.reveal("c1", "1"), std::string("ratchet_lost"));
    QCOMPARE(attack(copy, world.file.options, world.secrets.entries.at("ratchet/c2")),
             std::string("Planted Name Planted Street "));
    QCOMPARE(must(world.store.destroy({"c1"})), std::int64_t(0));
}

void TestPiiStore::failedDestructionIsNoSuccess()
{
    World world;
    world.seal("c1", "1", 5);
    world.secrets.failRemovals = ErrorKind::KeychainLocked;
    SK_FAILS(world.store.destroy({"c1"}), ErrorKind::KeychainLocked);
    QCOMPARE(must(world.store.status(model::ConnectionId{"c1"})).sealedRows, std::int64_t(2));
}

void TestPiiStore::clockThatRanAheadKillsEarly()
{
    World world;
    world.seal("c1", "1", 5);
    must(world.store.database().checkpoint());
    const auto copy = world.file.folder / "copy.db";
    std::filesystem::copy_file(world.file.options.file, copy);
    must(world.store.expire({"c1"}, day(700)));
    QVERIFY(!must(world.store.restartIfAhead({"c1"}, day(700))));
    QVERIFY(must(world.store.restartIfAhead({"c1"}, day(1))));
    QCOMPARE(attack(copy, world.file.options, world.secrets.entries.at("ratchet/c1")),
             std::string()); // what died stays dead
    world.seal("c1", "2", 5);
    QCOMPARE(world.reveal("c1", "2"), std::string(kBoth));
    QCOMPARE(must(world.store.expire({"c1"}, day(5))), std::int64_t(2));
}

void TestPiiStore::restartLeavesOthersAlone()
{
    World world;
    world.seal("c1", "1", 900);
    world.seal("c2", "1", 5);
    must(world.store.expire({"c1"}, day(700)));
    world.secrets.failWrites = ErrorKind::KeychainLocked;
    SK_FAILS(world.store.restartIfAhead({"c1"}, kToday), ErrorKind::KeychainLocked);
    world.secrets.failWrites.reset();
    QVERIFY(must(world.store.restartIfAhead({"c1"}, kToday)));
    QVERIFY(!must(world.store.restartIfAhead({"c2"}, kToday)));
    QCOMPARE(world.reveal("c1", "1"), std::string()); // sealed under the old one: nobody can open it
    QCOMPARE(world.reveal("c2", "1"), std::string(kBoth));
}

void TestPiiStore::countsAndStatus()
{
    World world;
    QCOMPARE(must(world.store.status(std::nullopt)).sealedRows, std::int64_t(0));
    QVERIFY(!must(world.store.status(std::nullopt)).nextExpiry && !must(world.store.oldest()));
    world.seal("c1", "1", 9);
    world.seal("c2", "1", 5);
    QCOMPARE(must(world.store.status(std::nullopt)).sealedRows, std::int64_t(4));
    QCOMPARE(must(world.store.status(std::nullopt)).nextExpiry.value(), day(5));
    QCOMPARE(must(world.store.status(model::ConnectionId{"c1"})).nextExpiry.value(), day(9));
    QCOMPARE(must(world.store.oldest()).value(), kNoon);
    const auto holdings = must(world.store.holdings());
    QCOMPARE(holdings.size(), std::size_t(2));
    QCOMPARE(holdings[0].connection.value, std::string("c1"));
    QVERIFY(holdings[0].held == (model::Held{2, kNoon, kNoon, day(9)}));
    QVERIFY(holdings[1].held == (model::Held{2, kNoon, kNoon, day(5)}));
    QCOMPARE(must(world.store.countExpiring({"c1"}, 30, day(8))), std::int64_t(0));
    QCOMPARE(must(world.store.countExpiring({"c1"}, 30, day(9))), std::int64_t(2));
    QCOMPARE(must(world.store.countExpiring({"c1"}, 3, day(3))), std::int64_t(2));
}

void TestPiiStore::viewerAdvancesButCannotRead()
{
    World world;
    world.seal("c1", "1", 5);
    PiiStore viewer(must(world.file.open()), "profile", {}, world.secrets, repeatableRandom());
    QVERIFY(must(viewer.reveal({"c1"}, {"1"})).empty());
    SK_FAILS(viewer.seal({{"c1"}, {"2"}, day(5), kToday, kNoon, "x"}, {{1, "x"}}), ErrorKind::NotFound);
    QCOMPARE(must(viewer.expire({"c1"}, day(5))), std::int64_t(2));
}

QTEST_APPLESS_MAIN(TestPiiStore)
#include "pii_store_test.moc"
