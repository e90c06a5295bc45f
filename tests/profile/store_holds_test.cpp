// SPDX-License-Identifier: GPL-3.0-or-later
// size: a hold from its placing to its end, and all that may come between
#include "core/profile/orphans.h"
#include "core/profile/reason.h"
#include "core/profile/requests.h"
#include "core/records/hold_repository.h"
#include "tests/support/test_profile.h"

#include <random>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(sk::ErrorKind)

/// RET-3: the register of holds, and that they end when they say, however the profile lives.
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
    void outlivesDisconnectAndPurge();
    void outlivesTheOptIn();
    void erasureOfTheOwnerEndsIt();
    void erasureForOthersIsRefused_data();
    void erasureForOthersIsRefused();
    void oldFileIsSwept();
    void recordGoesAfterItsPeriod();
    void nothingElseOutlivesItsDay_data();
    void nothingElseOutlivesItsDay();
    void strays();
    void reasons_data();
    void reasons();
};

namespace {

constexpr const char *kReason = "Tax audit of the year 2026";

HoldRequest requestFor(const std::string &order, int lastDay = 400, model::HoldKind kind = model::HoldKind::Tax,
                       const std::string &connection = "c1")
{
    return {{connection}, {order}, kind, kReason, dayOf(kNoon) + days(lastDay)};
}

std::size_t revealed(Store &store, const std::string &order, const std::string &connection = "c1")
{
    return must(store.storage().pii.reveal({connection}, {order})).size();
}

bool hasKey(const TestProfile &profile, const model::Hold &hold)
{
    return profile.secrets.entries.contains("hold/" + hold.id);
}

/// A profile with a connection, and values of these orders that die in `life` days.
std::unique_ptr<Store> opened(TestProfile &profile, const std::vector<std::string> &orders, int life = 30)
{
    auto store = must(profile.open());
    addConnection(*store, "c1");
    for (const std::string &order : orders) {
        storeOrder(*store, "c1", order);
        sealValues(*store, "c1", order, life);
    }
    return store;
}

/// Day by day, as a program that stays open.
void live(TestProfile &profile, Store &store, int daysOn)
{
    for (int i = 0; i < daysOn; ++i) {
        profile.clock.advance(24h);
        must(store.expireIfNewDay());
    }
}

} // namespace

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

void TestStoreHolds::outlivesDisconnectAndPurge()
{
    TestProfile profile;
    const auto store = opened(profile, {"1", "2"});
    const model::Hold hold = must(store->placeHold(requestFor("1")));
    SK_OK(store->disconnect({"c1"}, dayOf(kNoon) + days(7)));
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    live(profile, *store, 8);
    SK_OK(purgeAll(*store));
    SK_FAILS(store->connection({"c1"}), ErrorKind::NotFound);
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    QCOMPARE(must(store->holds()), std::vector{hold});
    SK_OK(store->placeHold(requestFor("1", 800))); // it can still be extended
    for (const model::Hold &each : must(store->holds()))
        SK_OK(store->releaseHold(each.id));
    QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(0));
}

void TestStoreHolds::outlivesTheOptIn()
{
    TestProfile profile;
    const auto store = opened(profile, {"1", "2"});
    must(store->placeHold(requestFor("1")));
    SK_OK(store->setFeature({"c1"}, model::Feature::FulfilmentAddresses, false));
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    QCOMPARE(revealed(*store, "2"), std::size_t(0));
}

void TestStoreHolds::erasureOfTheOwnerEndsIt()
{
    TestProfile profile;
    const auto store = opened(profile, {"701-1111111-1111111", "701-2222222-2222222"});
    const model::Hold hold = must(store->placeHold(requestFor("701-1111111-1111111")));
    const model::Hold past = must(store->placeHold(requestFor("701-2222222-2222222")));
    must(store->releaseHold(past.id));
    const model::ErasureCertificate certificate =
        must(store->erase({{"c1"}, model::ErasureReason::OwnerRequest})).certificate;
    QVERIFY(certificate.isClean()); // no id of an order is left, in the register either
    const auto countOf = [&](std::string_view what) {
        for (const model::ErasedCount &count : certificate.counts) {
            if (count.what == what)
                return count.erased;
        }
        return std::int64_t(-1);
    };
    QCOMPARE(countOf("holds"), std::int64_t(2));
    QCOMPARE(countOf("held-values"), std::int64_t(2));
    QCOMPARE(countOf("keychain-entries"), std::int64_t(3));
    QVERIFY(must(store->holds()).empty() && !hasKey(profile, hold));
    QCOMPARE(scalar(store->storage().vault, "SELECT count(*) FROM audit_entry WHERE operation = 27"),
             std::string("2")); // each release is told
    QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(0));
}

void TestStoreHolds::erasureForOthersIsRefused_data()
{
    QTest::addColumn<int>("reason");
    QTest::newRow("buyer") << static_cast<int>(model::ErasureReason::BuyerRequest);
    QTest::newRow("Amazon") << static_cast<int>(model::ErasureReason::AmazonRequest);
}

void TestStoreHolds::erasureForOthersIsRefused()
{
    QFETCH(int, reason);
    TestProfile profile;
    const auto store = opened(profile, {"1"});
    const model::Hold hold = must(store->placeHold(requestFor("1", 400, model::HoldKind::Legal)));
    const std::string before = wordsOf(*store);
    const ErasureRequest request{{"c1"}, static_cast<model::ErasureReason>(reason)};
    const auto refused = store->erase(request);
    SK_FAILS(refused, ErrorKind::HoldInForce);
    QVERIFY(refused.error().detail.find(toIso(hold.until)) != std::string::npos);
    QCOMPARE(wordsOf(*store), before); // nothing was begun
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    must(store->releaseHold(hold.id));
    SK_OK(store->erase(request));
}

/// An older pii.db put back cannot bring back what was released.
void TestStoreHolds::oldFileIsSwept()
{
    TestProfile profile;
    model::Hold hold;
    const auto copy = profile.folder / "copy";
    {
        const auto store = opened(profile, {"1"});
        hold = must(store->placeHold(requestFor("1")));
    }
    fs::copy_file(profile.pii(), copy);
    {
        const auto store = must(profile.open());
        must(store->releaseHold(hold.id));
        live(profile, *store, 31);
    }
    fs::copy_file(copy, profile.pii(), fs::copy_options::overwrite_existing);
    const auto store = must(profile.open());
    QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(0));
    QCOMPARE(revealed(*store, "1"), std::size_t(0));
    QVERIFY(wordsOf(*store).find("orphans.removed 1; ") != std::string::npos);
}

/// As long as the audit log tells of it.
void TestStoreHolds::recordGoesAfterItsPeriod()
{
    TestProfile profile;
    const auto store = opened(profile, {"1", "2"});
    must(store->releaseHold(must(store->placeHold(requestFor("1", 3000))).id));
    must(store->placeHold(requestFor("2", 3000)));
    live(profile, *store, 725);
    SK_OK(purgeAll(*store));
    QCOMPARE(must(store->holds()).size(), std::size_t(2));
    live(profile, *store, 10);
    SK_OK(purgeAll(*store));
    QCOMPARE(must(store->holds()).size(), std::size_t(1)); // the one in force, whatever its age
    QVERIFY(must(store->holds()).front().isInForce());
}

void TestStoreHolds::nothingElseOutlivesItsDay_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U})
        QTest::addRow("seed %u", seed) << seed;
}

/// Whatever clock, restarts, holds and releases do: what can be read has its day still to come, or a hold in the
/// register that has.
void TestStoreHolds::nothingElseOutlivesItsDay()
{
    QFETCH(unsigned, seed);
    std::mt19937 chance(seed);
    const auto upTo = [&](int most) { return static_cast<int>(chance() % static_cast<unsigned>(most + 1)); };
    TestProfile profile;
    auto store = must(profile.open());
    addConnection(*store, "c1");
    std::map<std::string, Day> dies;
    std::vector<std::string> orders; ///< the newest last
    std::size_t readable = 0;
    std::size_t readableByHold = 0;
    for (int step = 0; step < 150; ++step) {
        switch (upTo(7)) {
        case 0: {
            const std::string order = std::to_string(step);
            const int life = 1 + upTo(29);
            sealValues(*store, "c1", order, life);
            dies[order] = dayOf(store->now()) + days(life);
            orders.push_back(order);
            break;
        }
        case 1:
        case 2:
            if (!dies.empty()) {
                const std::string order =
                    orders[orders.size() - 1 - chance() % std::min<std::size_t>(orders.size(), 4)];
                HoldRequest request{{"c1"}, {order}, model::HoldKind::Legal, kReason, {}};
                request.until = dayOf(store->now()) + days(1 + upTo(90));
                (void)store->placeHold(request); // refused when it is too late
            }
            break;
        case 3:
            if (const auto all = must(store->holds()); !all.empty())
                (void)store->releaseHold(all[static_cast<std::size_t>(upTo(static_cast<int>(all.size()) - 1))].id);
            break;
        case 4:
            store.reset();
            profile.clock.setWall(profile.clock.now() + days(upTo(40)) - days(upTo(1) * upTo(20)));
            store = must(profile.open());
            break;
        case 5: profile.clock.setWall(profile.clock.now() - days(upTo(5))); break;
        default: profile.clock.advance(std::chrono::hours(upTo(60))); break;
        }
        (void)store->storage(); // as everything that reads or syncs comes by here
        const Day today = dayOf(store->now());
        const auto holds = must(store->holds());
        for (const auto &[order, day] : dies) {
            if (revealed(*store, order) == 0)
                continue;
            ++readable;
            const bool listed = std::ranges::any_of(holds, [&, id = order](const model::Hold &hold) {
                return hold.order.value == id && hold.isInForce() && hold.until >= today;
            });
            readableByHold += static_cast<std::size_t>(day <= today);
            QVERIFY2(today < day || listed, order.c_str());
        }
    }
    QVERIFY2(readable > 30 && readableByHold > 5,
             (std::to_string(readable) + ' ' + std::to_string(readableByHold)).c_str());
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
