// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/hold_key.h"
#include "tests/privacy/pii_bench.h"

#include <fstream>

using namespace sk;
using namespace sk::privacy;
using namespace sk::test;
using std::chrono::days;

/// RET-3: what a hold keeps, who can read it, and that nothing of it is left when it ends.
class TestHeldValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heldOutlivesItsExpiryDay();
    void heldOutlivesTheRatchet();
    void releasedIsGone();
    void copiesDieWithTheKey();
    void filesHoldNoValue();
    void lastDayIsTheLastOneShown();
    void boxesAreBound_data();
    void boxesAreBound();
    void longestHoldIsRead();
    void failedKeychainReportsNothing();
    void lostKeyIsTold();
    void viewerReadsNothing();
    void nothingIsHeldOfNothing();
    void countsAndHoldings();
    void newKeysOpenWhatIsHeld();
};

namespace {

struct World : PiiBench
{
    World()
    {
        for (const char *order : {"1", "2"})
            seal("c1", order, 30);
        seal("c2", "1", 30);
    }
    void hold(const char *id, const char *order, int until, const char *connection = "c1")
    {
        const auto values = must(store.reveal({connection}, {order}));
        QCOMPARE(must(store.hold({id, {connection}, {order}, day(until)}, values)),
                 static_cast<std::int64_t>(values.size()));
    }
    void pass(int daysOn)
    {
        store.beginDay(day(daysOn));
        for (const char *connection : {"c1", "c2"})
            must(store.expire({connection}, day(daysOn)));
    }
    [[nodiscard]] std::string rows() const { return scalar(store.database(), "SELECT count(*) FROM held_value"); }
};

/// What an attacker reads in a copy of pii.db with every other key of the profile and these entries of the keychain.
std::string attack(const std::filesystem::path &copy, const vault::OpenOptions &keys,
                   const std::map<std::string, secrets::Secret> &entries)
{
    return attackRows(
        copy, keys, "SELECT hold, field, connection, order_id, until_day, box FROM held_value ORDER BY field",
        [&entries](const vault::Statement &row, const auto &take) {
            const Bytes context = ByteWriter().text("profile").text(row.text(2)).bytes();
            const Bytes associated = ByteWriter()
                                         .text("sellerkeep held 1")
                                         .blob(context)
                                         .text(row.text(3))
                                         .text(row.text(0))
                                         .u32(static_cast<std::uint32_t>(row.integer(1)))
                                         .u32(static_cast<std::uint32_t>(row.integer(4)))
                                         .bytes();
            for (const auto &[name, secret] : entries) { // whatever the keychain has, tried as a hold's key
                if (const auto key = keys::holdSealingKey(secret, kPiiKey, context, row.text(0)))
                    take(secrets::open(*key, associated, row.blob(5)));
            }
        });
}

} // namespace

void TestHeldValues::heldOutlivesItsExpiryDay()
{
    World world;
    world.hold("h1", "1", 400);
    for (const int offset : {0, 29, 30, 31, 399, 400}) {
        world.pass(offset);
        QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
        QCOMPARE(world.reveal("c1", "2"), std::string(offset < 30 ? kBoth : "")); // nothing else outlives its day
        QCOMPARE(world.reveal("c2", "1"), std::string(offset < 30 ? kBoth : ""));
    }
    QCOMPARE(scalar(world.store.database(), "SELECT origin || received_at FROM held_value LIMIT 1"),
             "getOrder" + std::to_string(toMillis(kNoon)));
}

/// Disconnecting and switching the opt-in off destroy the ratchet; a hold is meant to outlive both.
void TestHeldValues::heldOutlivesTheRatchet()
{
    World world;
    world.hold("h1", "1", 400);
    must(world.store.restart({"c1"}, kToday));
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    must(world.store.destroy({"c1"}));
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    QCOMPARE(world.reveal("c1", "2"), std::string("ratchet_lost"));
}

void TestHeldValues::releasedIsGone()
{
    World world;
    world.hold("h1", "1", 400);
    world.hold("h2", "2", 400);
    QCOMPARE(must(world.store.unhold("h1")), std::int64_t(2));
    QVERIFY(!world.secrets.entries.contains("hold/h1") && world.secrets.entries.contains("hold/h2"));
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth)); // still within its thirty days
    world.pass(30);
    QCOMPARE(world.reveal("c1", "1"), std::string());
    QCOMPARE(world.reveal("c1", "2"), std::string(kBoth));
    QCOMPARE(must(world.store.unhold("h1")), std::int64_t(0)); // again, as after a crash
    QCOMPARE(must(world.store.unhold("h2")), std::int64_t(2));
    QCOMPARE(world.rows(), std::string("0"));
}

/// A copy of the file taken before, with the keychain as it is after: nothing.
void TestHeldValues::copiesDieWithTheKey()
{
    World world;
    world.hold("h1", "1", 400);
    must(world.store.database().checkpoint());
    const auto copy = world.file.folder / "copy.db";
    std::filesystem::copy_file(world.file.options.file, copy);
    world.pass(30);
    QCOMPARE(attack(copy, world.file.options, world.secrets.entries),
             std::string("Planted Name Planted Street ")); // the attack is a real one
    must(world.store.unhold("h1"));
    QCOMPARE(attack(copy, world.file.options, world.secrets.entries), std::string());
}

void TestHeldValues::filesHoldNoValue()
{
    World world;
    world.hold("h1", "1", 400);
    for (const auto &entry : std::filesystem::directory_iterator(world.file.folder.path())) {
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(stream), {}};
        QVERIFY(content.find("Planted") == std::string::npos);
    }
    QCOMPARE(
        scalar(world.store.database(), "SELECT count(*) FROM held_value WHERE instr(box, CAST('Planted' AS BLOB)) > 0"),
        std::string("0"));
}

/// Also while its key is still there: the register's end may have to wait for a believable clock.
void TestHeldValues::lastDayIsTheLastOneShown()
{
    World world;
    world.hold("h1", "1", 60);
    world.pass(60);
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    world.pass(61);
    QVERIFY(world.secrets.entries.contains("hold/h1"));
    QCOMPARE(world.reveal("c1", "1"), std::string());
}

void TestHeldValues::boxesAreBound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("field") << QByteArray("UPDATE held_value SET field = 9 WHERE hold = 'h1' AND field = 1");
    QTest::newRow("two boxes swapped") << QByteArray(
        "UPDATE held_value SET box = (SELECT box FROM held_value h WHERE h.hold = 'h1' AND h.field = 3)"
        " WHERE hold = 'h1' AND field = 1");
    QTest::newRow("order") << QByteArray("UPDATE held_value SET order_id = '1' WHERE hold = 'h2';"
                                         "DELETE FROM held_value WHERE hold = 'h1'");
    QTest::newRow("box of another hold") << QByteArray(
        "UPDATE held_value SET box = (SELECT box FROM held_value h WHERE h.hold = 'h2' AND h.field = 1)"
        " WHERE hold = 'h1' AND field = 1");
    QTest::newRow("connection") << QByteArray("DELETE FROM held_value WHERE hold = 'h1';"
                                              "UPDATE held_value SET connection = 'c1' WHERE hold = 'h3'");
    QTest::newRow("a later last day") << QByteArray(
        "UPDATE held_value SET until_day = until_day + 1 WHERE hold = 'h1'");
    QTest::newRow("empty") << QByteArray("UPDATE held_value SET box = x'' WHERE hold = 'h1'");
}

void TestHeldValues::boxesAreBound()
{
    QFETCH(QByteArray, sql);
    World world;
    world.hold("h1", "1", 400);
    world.hold("h2", "2", 400);
    world.hold("h3", "1", 400, "c2");
    world.pass(30);
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    must(world.store.database().exec(sql.constData()));
    QCOMPARE(world.reveal("c1", "1"), std::string("vault_damaged"));
}

void TestHeldValues::longestHoldIsRead()
{
    World world;
    world.hold("short", "1", 60);
    world.hold("long", "1", 400);
    world.pass(30);
    world.secrets.entries.erase("hold/long"); // the other one still does
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    world.pass(61);
    QCOMPARE(world.reveal("c1", "1"), std::string("keychain_emptied"));
}

/// No value goes before its key was seen to be gone; no value is written without a key that reads.
void TestHeldValues::failedKeychainReportsNothing()
{
    World world;
    world.hold("h1", "1", 400);
    world.secrets.failRemovals = ErrorKind::KeychainLocked;
    SK_FAILS(world.store.unhold("h1"), ErrorKind::KeychainLocked);
    QCOMPARE(world.rows(), std::string("2"));
    world.secrets.failRemovals.reset();
    const auto values = must(world.store.reveal({"c1"}, {"2"}));
    world.secrets.failWrites = ErrorKind::KeychainLocked;
    SK_FAILS(world.store.hold({"h2", {"c1"}, {"2"}, day(400)}, values), ErrorKind::KeychainLocked);
    world.secrets.failWrites.reset();
    world.secrets.failReads = ErrorKind::KeychainUnavailable;
    SK_FAILS(world.store.hold({"h2", {"c1"}, {"2"}, day(400)}, values), ErrorKind::KeychainUnavailable);
    QCOMPARE(world.rows(), std::string("2"));
}

void TestHeldValues::lostKeyIsTold()
{
    World world;
    world.hold("h1", "1", 400);
    world.pass(30);
    world.secrets.failReads = ErrorKind::KeychainLocked;
    QCOMPARE(world.reveal("c1", "1"), std::string("keychain_locked"));
    world.secrets.failReads.reset();
    world.secrets.entries["hold/h1"] = secrets::Secret::copyOf(Bytes(3));
    QCOMPARE(world.reveal("c1", "1"), std::string("key_file_damaged"));
    world.secrets.entries.erase("hold/h1");
    QCOMPARE(world.reveal("c1", "1"), std::string("keychain_emptied"));
    QCOMPARE(world.rows(), std::string("2")); // the keychain may be restored
}

/// ACC-1: without K_pii the hold's key in the keychain opens nothing.
void TestHeldValues::viewerReadsNothing()
{
    World world;
    world.hold("h1", "1", 400);
    world.pass(30);
    PiiStore viewer(must(world.file.open()), "profile", {}, world.secrets, repeatableRandom());
    viewer.beginDay(day(30));
    QCOMPARE(World::reveal(viewer, "c1", "1"), std::string("not_found"));
    PiiStore other(must(world.file.open()), "profile", secrets::Secret::make(32, repeatableRandom(51)), world.secrets,
                   repeatableRandom());
    other.beginDay(day(30));
    QCOMPARE(World::reveal(other, "c1", "1"), std::string("vault_damaged"));
}

void TestHeldValues::nothingIsHeldOfNothing()
{
    World world;
    SK_FAILS(world.store.hold({"h1", {"c1"}, {"9"}, day(400)}, {}), ErrorKind::NotFound);
    SK_FAILS(world.store.hold({"h1", {"c1"}, {"9"}, day(400)}, {{1, "x"}}), ErrorKind::NotFound); // came from nowhere
    QCOMPARE(world.rows(), std::string("0"));
}

void TestHeldValues::countsAndHoldings()
{
    World world;
    world.hold("h1", "1", 60);
    world.hold("h2", "2", 50);
    world.hold("h3", "1", 400, "c2");
    QCOMPARE(must(world.store.status(std::nullopt)).heldRows, std::int64_t(6));
    QCOMPARE(must(world.store.status(model::ConnectionId{"c1"})).heldRows, std::int64_t(4));
    QCOMPARE(must(world.store.holds()), (std::vector<std::string>{"h1", "h2", "h3"}));
    const auto held = must(world.store.heldHoldings());
    QCOMPARE(held.size(), std::size_t(2));
    QCOMPARE(held[0].held.rows, std::int64_t(4));
    QCOMPARE(held[0].held.goesFrom, std::optional(day(51)));
    QCOMPARE(held[1].held.oldest, std::optional(kNoon));
}

/// CRED-4: renewing the profile's keys loses no evidence, not even that whose sealed copy has died.
void TestHeldValues::newKeysOpenWhatIsHeld()
{
    World world;
    world.hold("h1", "1", 400);
    world.pass(31);
    const secrets::Secret fresh = secrets::Secret::make(32, repeatableRandom(51));
    QCOMPARE(must(world.store.reseal(fresh)).resealed, 2);
    QCOMPARE(world.reveal("c1", "1"), std::string(kBoth));
    PiiStore old(must(world.file.open()), "profile", kPiiKey, world.secrets, repeatableRandom());
    old.beginDay(day(31));
    QCOMPARE(World::reveal(old, "c1", "1"), std::string("vault_damaged"));
}

QTEST_APPLESS_MAIN(TestHeldValues)
#include "held_values_test.moc"
