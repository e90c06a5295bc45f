// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/orphans.h"
#include "core/profile/reason.h"
#include "tests/profile/holds_bench.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;

Q_DECLARE_METATYPE(sk::ErrorKind)

/// RET-3: the register of holds, and that they end when they say.
class TestStoreHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placedIsRegistered();
    void refused_data();
    void refused();
    void expiredCannotBePutOnHold();
    void holdIsExtendedByAnother();
    void failedPlacingLeavesNothing();
    void releasedByHand();
    void releasedByDateWhileClosed();
    void releasedByDateAtMidnight();
    void failedReleaseIsMadeGood();
    void clockThatIsNotBelievedEndsNothing();
    void strays();
    void reasons_data();
    void reasons();
};

void TestStoreHolds::placedIsRegistered()
{
    TestProfile profile;
    const auto store = opened(profile, {"1", "2"});
    const model::Hold hold = must(store->placeHold(requestFor("1")));
    QCOMPARE(hold.label, std::string("Shop c1"));
    QCOMPARE(hold.reason, std::string(kReason));
    QCOMPARE(hold.by, std::string("owner"));
    QCOMPARE(hold.placed, kNoon);
    QCOMPARE(hold.values, std::int64_t(2));
    QVERIFY(hold.isInForce() && !hold.ended);
    QCOMPARE(must(store->holds()), std::vector{hold});
    QVERIFY(hasKey(profile, hold));
    QVERIFY(wordsOf(*store).ends_with("hold.placed 2; "));
    QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(2));
    // Neither register nor log nor any file holds a value.
    QCOMPARE(scalar(store->storage().vault, "SELECT count(*) FROM hold WHERE instr(reason || label, 'Planted') > 0"),
             std::string("0"));
    for (const auto &[name, content] : profile.files())
        QVERIFY2(content.find("Planted") == std::string::npos, name.c_str());
    live(profile, *store, 31);
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    QCOMPARE(revealed(*store, "2"), std::size_t(0));
}

void TestStoreHolds::refused_data()
{
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("lastDay");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const char *connection, const char *order, const char *reason, int lastDay,
                        ErrorKind kind) {
        QTest::newRow(name) << QByteArray(connection) << QByteArray(order) << QByteArray(reason) << lastDay << kind;
    };
    row("no such connection", "c9", "1", kReason, 400, ErrorKind::NotFound);
    row("no such order", "c1", "9", kReason, 400, ErrorKind::NotFound);
    row("nothing held of it", "c1", "bare", kReason, 400, ErrorKind::NotFound);
    row("today", "c1", "1", kReason, 0, ErrorKind::Usage);
    row("yesterday", "c1", "1", kReason, -1, ErrorKind::Usage);
    row("for ever", "c1", "1", kReason, 3654, ErrorKind::Usage);
    row("no reason", "c1", "1", "  ", 400, ErrorKind::Usage);
    row("the buyer's name", "c1", "1", "Lawsuit of PLANTED against us", 400, ErrorKind::Usage);
    row("the buyer's e-mail", "c1", "1", "Lawsuit of a@b.example", 400, ErrorKind::Usage);
}

void TestStoreHolds::refused()
{
    QFETCH(QByteArray, connection);
    QFETCH(QByteArray, order);
    QFETCH(QByteArray, reason);
    QFETCH(int, lastDay);
    QFETCH(ErrorKind, kind);
    TestProfile profile;
    const auto store = opened(profile, {"1"});
    storeOrder(*store, "c1", "bare");
    HoldRequest request = requestFor(order.toStdString(), lastDay, model::HoldKind::Tax, connection.toStdString());
    request.reason = reason.toStdString();
    const auto placed = store->placeHold(request);
    SK_FAILS(placed, kind);
    QVERIFY(placed.error().detail.size() > 10);
    QVERIFY(placed.error().detail.find("PLANTED") == std::string::npos);
    QVERIFY(must(store->holds()).empty());
    QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(0));
    for (const auto &[name, secret] : profile.secrets.entries)
        QVERIFY2(!name.starts_with("hold/"), name.c_str());
    QVERIFY(wordsOf(*store).find("hold.") == std::string::npos);
}

/// Also in the minutes before the calendar is looked at.
void TestStoreHolds::expiredCannotBePutOnHold()
{
    TestProfile profile;
    const auto store = opened(profile, {"1"}, 1);
    profile.clock.advance(12h); // midnight
    SK_FAILS(store->placeHold(requestFor("1")), ErrorKind::NotFound);
}

void TestStoreHolds::holdIsExtendedByAnother()
{
    TestProfile profile;
    const auto store = opened(profile, {"1"});
    const model::Hold first = must(store->placeHold(requestFor("1", 60)));
    SK_FAILS(store->placeHold(requestFor("1", 60)), ErrorKind::AlreadyExists);
    SK_FAILS(store->placeHold(requestFor("1", 59)), ErrorKind::AlreadyExists);
    SK_OK(store->placeHold(requestFor("1", 50, model::HoldKind::Legal)));
    live(profile, *store, 40);
    const model::Hold later = must(store->placeHold(requestFor("1", 90))); // of what only holds have any more
    QCOMPARE(later.values, std::int64_t(2));
    live(profile, *store, 21);
    QVERIFY(!hasKey(profile, first) && hasKey(profile, later));
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    QCOMPARE(must(store->holds()).size(), std::size_t(3));
    QCOMPARE(must(store->holds()).front(), later); // newest first
}

void TestStoreHolds::failedPlacingLeavesNothing()
{
    TestProfile profile;
    const auto store = opened(profile, {"1"});
    const auto nothingIsLeft = [&] {
        QVERIFY(must(store->holds()).empty());
        QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(0));
        for (const auto &[name, secret] : profile.secrets.entries)
            QVERIFY2(!name.starts_with("hold/"), name.c_str());
    };
    profile.secrets.failWrites = ErrorKind::KeychainLocked;
    SK_FAILS(store->placeHold(requestFor("1")), ErrorKind::KeychainLocked);
    profile.secrets.failWrites.reset();
    nothingIsLeft();
    must(store->storage().pii.database().exec(
        "CREATE TRIGGER refuse BEFORE INSERT ON held_value BEGIN SELECT raise(ABORT, 'told to fail'); END"));
    QVERIFY(!store->placeHold(requestFor("1")));
    must(store->storage().pii.database().exec("DROP TRIGGER refuse"));
    nothingIsLeft();
    must(store->storage().vault.exec(
        "CREATE TRIGGER refuse BEFORE INSERT ON hold BEGIN SELECT raise(ABORT, 'told to fail'); END"));
    QVERIFY(!store->placeHold(requestFor("1")));
    must(store->storage().vault.exec("DROP TRIGGER refuse"));
    nothingIsLeft();
}

void TestStoreHolds::releasedByHand()
{
    TestProfile profile;
    const auto store = opened(profile, {"1", "2"});
    const model::Hold hold = must(store->placeHold(requestFor("1")));
    const model::Hold other = must(store->placeHold(requestFor("2")));
    live(profile, *store, 31);
    const model::Hold ended = must(store->releaseHold(hold.id));
    QVERIFY(ended.endedBy == model::HoldEnd::Hand);
    QCOMPARE(ended.ended, std::optional(kNoon + days(31)));
    QVERIFY(!hasKey(profile, hold) && hasKey(profile, other));
    QCOMPARE(revealed(*store, "1"), std::size_t(0));
    QCOMPARE(revealed(*store, "2"), std::size_t(2));
    QVERIFY(wordsOf(*store).ends_with("hold.released 2; "));
    SK_FAILS(store->releaseHold(hold.id), ErrorKind::NotFound);
    SK_FAILS(store->releaseHold("nonsense"), ErrorKind::NotFound);
    QCOMPARE(must(store->holds()).size(), std::size_t(2)); // the record stays
}

void TestStoreHolds::releasedByDateWhileClosed()
{
    TestProfile profile;
    model::Hold hold;
    {
        const auto store = opened(profile, {"1"});
        hold = must(store->placeHold(requestFor("1", 45)));
    }
    profile.clock.setWall(kNoon + days(45));
    {
        const auto store = must(profile.open());
        QCOMPARE(revealed(*store, "1"), std::size_t(2)); // on its last day
    }
    profile.clock.setWall(kNoon + days(46));
    const auto store = must(profile.open());
    QVERIFY(!hasKey(profile, hold));
    QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(0));
    const model::Hold ended = must(store->holds()).front();
    QVERIFY(ended.endedBy == model::HoldEnd::Date && ended.ended == kNoon + days(46));
    QCOMPARE(ended.reason, hold.reason);
}

void TestStoreHolds::releasedByDateAtMidnight()
{
    TestProfile profile;
    const auto store = opened(profile, {"1"});
    const model::Hold hold = must(store->placeHold(requestFor("1", 45)));
    live(profile, *store, 45);
    profile.clock.advance(11h + 59min);
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    profile.clock.advance(1min);
    QCOMPARE(revealed(*store, "1"), std::size_t(0)); // a sync notices midnight
    QVERIFY(!hasKey(profile, hold));
}

/// The keychain refuses, or the process dies, on the way.
void TestStoreHolds::failedReleaseIsMadeGood()
{
    TestProfile profile;
    model::Hold hold;
    {
        const auto store = opened(profile, {"1"});
        hold = must(store->placeHold(requestFor("1")));
        live(profile, *store, 31);
        profile.secrets.failRemovals = ErrorKind::KeychainLocked;
        SK_FAILS(store->releaseHold(hold.id), ErrorKind::KeychainLocked);
        QVERIFY(hasKey(profile, hold));
        QVERIFY(!must(store->holds()).front().isInForce() && !must(store->holds()).front().ended);
        QVERIFY(wordsOf(*store).find("hold.released") == std::string::npos); // not before its key is gone
    }
    SK_FAILS(profile.open(), ErrorKind::KeychainLocked); // nothing can be asked before
    profile.secrets.failRemovals.reset();
    const auto store = must(profile.open());
    QVERIFY(!hasKey(profile, hold));
    QVERIFY(must(store->holds()).front().endedBy == model::HoldEnd::Hand && must(store->holds()).front().ended);
    QVERIFY(wordsOf(*store).ends_with("hold.released 2; "));
    QCOMPARE(revealed(*store, "1"), std::size_t(0));
}

/// Evidence that is on hold cannot be fetched again. Under a clock years ahead it is neither destroyed nor shown.
void TestStoreHolds::clockThatIsNotBelievedEndsNothing()
{
    TestProfile profile;
    model::Hold hold;
    {
        const auto store = opened(profile, {"1"});
        hold = must(store->placeHold(requestFor("1", 400)));
    }
    profile.clock.setWall(kNoon + days(3 * 365));
    {
        const auto store = must(profile.open());
        must(store->expire(model::AuditActor::Owner)); // not even for the owner
        QVERIFY(must(store->holds()).front().isInForce() && hasKey(profile, hold));
        QCOMPARE(revealed(*store, "1"), std::size_t(0));
    }
    profile.clock.setWall(kNoon + days(40));
    {
        const auto store = must(profile.open());
        store->storage().time.trust(kNoon + days(40)); // Amazon's Date: the clock had run ahead
        QCOMPARE(revealed(*store, "1"), std::size_t(2));
    }
    profile.clock.setWall(kNoon + days(3 * 365));
    const auto store = must(profile.open());
    store->storage().time.trust(kNoon + days(3 * 365)); // it had slept
    QCOMPARE(revealed(*store, "1"), std::size_t(0));
    QVERIFY(must(store->holds()).front().ended && !hasKey(profile, hold));
}

void TestStoreHolds::strays()
{
    const std::set<std::string> names{"device", "hold/a", "hold/b", "token/c"};
    QCOMPARE(strayHolds(names, {"b", "d"}, {"a"}), (std::vector<std::string>{"b", "d"}));
    QCOMPARE(strayHolds(names, {"a"}, {"a", "b"}), std::vector<std::string>());
    QCOMPARE(strayHolds({}, {}, {"a"}), std::vector<std::string>());
}

void TestStoreHolds::reasons_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kept"); // empty: refused
    QTest::newRow("plain") << QByteArray("§ 147 AO") << QByteArray("§ 147 AO");
    QTest::newRow("blanks around") << QByteArray("  Tax audit \n") << QByteArray("Tax audit");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("two letters") << QByteArray("ÄÖ") << QByteArray();
    QTest::newRow("two lines") << QByteArray("Tax\naudit") << QByteArray();
    QTest::newRow("tabulator") << QByteArray("Tax\taudit") << QByteArray();
    QTest::newRow("200 characters, 400 bytes") << QByteArray("ä").repeated(200) << QByteArray("ä").repeated(200);
    QTest::newRow("201 characters") << QByteArray("ä").repeated(201) << QByteArray();
    QTest::newRow("e-mail") << QByteArray("asked by jane@doe.example") << QByteArray();
}

void TestStoreHolds::reasons()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, kept);
    const auto checked = checkedReason(text.toStdString());
    if (kept.isEmpty())
        SK_FAILS(checked, ErrorKind::Usage);
    else
        QCOMPARE(must(checked), kept.toStdString());
}

QTEST_APPLESS_MAIN(TestStoreHolds)
#include "store_holds_test.moc"
