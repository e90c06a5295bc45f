// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/expiry.h"
#include "core/privacy/minimiser.h"
#include "core/privacy/padding.h"
#include "core/privacy/time_keeper.h"
#include "tests/support/check.h"
#include "tests/support/fake_clock.h"
#include "tests/support/sample_orders.h"

#include <random>
#include <set>

using namespace sk;
using namespace sk::privacy;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expiryDays_data();
    void expiryDays();
    void neverLaterThanThirtyDays();
    void registryIsUnique();
    void minimiserKeepsOnlyWhatIsNeeded_data();
    void minimiserKeepsOnlyWhatIsNeeded();
    void minimiserDropsTheUnknown();
    void minimiserKeepsAFieldOnce();
    void paddingHidesTheLength();
    void keeperFollowsTheClock();
    void keeperNeverGoesBack();
    void keeperRemembersTheHighestTime();
    void keeperIsCorrectedForward();
    void keeperIsCorrectedBack();
    void smallDifferencesTurnNothingBack();
    void correctionEndsWhenTheClockIsSetRight();
    void requestTimeStaysBehindTheServer();
};

namespace {

Time at(const char *iso)
{
    return must(timeFromIso(iso));
}

model::Order orderOf(const std::string &fulfilledBy, const std::string &status)
{
    model::Order order = sampleOrder("1", kNoon, status);
    order.fulfilledBy = fulfilledBy;
    return order;
}

} // namespace

void TestRules::expiryDays_data()
{
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<QByteArray>("shipped");
    QTest::addColumn<QByteArray>("delivered");
    QTest::addColumn<int>("retention");
    QTest::addColumn<QByteArray>("expiry");
    const auto row = [](const char *name, const char *received, const char *shipped, const char *delivered,
                        int retention, const char *expiry) {
        QTest::newRow(name) << QByteArray(received) << QByteArray(shipped) << QByteArray(delivered) << retention
                            << QByteArray(expiry);
    };
    row("never shipped: from receipt", "2026-11-01T12:00:00Z", "", "", 30, "2026-12-01");
    row("first moment of a day", "2026-11-01T00:00:00Z", "", "", 30, "2026-12-01");
    row("last moment of a day", "2026-11-01T23:59:59.999Z", "", "", 30, "2026-12-01");
    row("shipped before receipt", "2026-11-10T12:00:00Z", "2026-11-01T12:00:00Z", "", 30, "2026-12-01");
    row("shipped after receipt", "2026-11-01T12:00:00Z", "2026-11-10T12:00:00Z", "", 30, "2026-12-01");
    row("delivered first of all", "2026-11-10T12:00:00Z", "2026-11-09T12:00:00Z", "2026-11-01T12:00:00Z", 30,
        "2026-12-01");
    row("shorter", "2026-11-01T12:00:00Z", "", "", 1, "2026-11-02");
    row("zero is one", "2026-11-01T12:00:00Z", "", "", 0, "2026-11-02");
    row("negative is one", "2026-11-01T12:00:00Z", "", "", -5, "2026-11-02");
    row("more than the cap is the cap", "2026-11-01T12:00:00Z", "", "", 365, "2026-12-01");
    row("leap day", "2028-02-28T12:00:00Z", "", "", 2, "2028-03-01");
    row("long gone", "2026-11-10T12:00:00Z", "2026-08-01T12:00:00Z", "", 30, "2026-08-31");
}

void TestRules::expiryDays()
{
    QFETCH(QByteArray, received);
    QFETCH(QByteArray, shipped);
    QFETCH(QByteArray, delivered);
    QFETCH(int, retention);
    QFETCH(QByteArray, expiry);
    const auto known = [](const QByteArray &text) {
        return text.isEmpty() ? std::nullopt : std::optional(at(text.constData()));
    };
    QCOMPARE(toIso(expiryDay(countedFrom({at(received.constData()), known(shipped), known(delivered)}), retention)),
             expiry.toStdString());
}

/// RET-1, RET-2: whatever the moments and whatever the setting.
void TestRules::neverLaterThanThirtyDays()
{
    std::mt19937_64 random(4711);
    std::uniform_int_distribution<std::int64_t> moment(-1'000'000'000'000, 4'000'000'000'000);
    std::uniform_int_distribution<int> setting(-100, 400);
    for (int i = 0; i < 100'000; ++i) {
        PiiMoments moments{fromMillis(moment(random)), {}, {}};
        if (random() % 2 == 0)
            moments.shipped = fromMillis(moment(random));
        if (random() % 2 == 0)
            moments.delivered = fromMillis(moment(random));
        const Time earliest = std::min({moments.received, moments.shipped.value_or(moments.received),
                                        moments.delivered.value_or(moments.received)});
        const int retention = setting(random);
        const Day expiry = expiryDay(countedFrom(moments), retention);
        QVERIFY(Time(expiry) <= earliest + days(30));
        QVERIFY(expiry > dayOf(earliest)); // at least until the end of the day
        QVERIFY(expiry >= expiryDay(countedFrom(moments), retention - 1));
    }
}

void TestRules::registryIsUnique()
{
    std::set<std::int32_t> numbers;
    std::set<std::string_view> paths;
    for (const PiiField &field : kPiiFields) {
        QVERIFY(numbers.insert(field.number).second);
        QVERIFY(paths.insert(field.path).second);
        QCOMPARE(findPiiField(field.path), &field);
        // Only the recipient of a parcel is ever kept, and of what the carrier is told only what a label needs (MIN-2).
        const bool ofNoUse = field.path.ends_with(".deliveryTime") || field.path.ends_with(".deliveryCapabilities");
        QCOMPARE(field.keptFor.has_value(), field.path.starts_with("recipient.") && !ofNoUse);
    }
    QVERIFY(findPiiField("recipient") == nullptr);
    QVERIFY(findPiiField("") == nullptr);
}

void TestRules::minimiserKeepsOnlyWhatIsNeeded_data()
{
    QTest::addColumn<QByteArray>("fulfilledBy");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("feature");
    QTest::addColumn<bool>("keeps");
    for (const char *by : {"MERCHANT", "AMAZON", ""}) {
        for (const char *status :
             {"UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED", "PENDING", "CANCELLED", "UNFULFILLABLE", "", "NEW_ONE"}) {
            const bool awaits = QByteArray(by) == "MERCHANT"
                && (QByteArray(status) == "UNSHIPPED" || QByteArray(status) == "PARTIALLY_SHIPPED");
            for (const bool feature : {false, true})
                QTest::addRow("%s %s, feature %d", by, status, feature ? 1 : 0)
                    << QByteArray(by) << QByteArray(status) << feature << (awaits && feature);
        }
    }
}

void TestRules::minimiserKeepsOnlyWhatIsNeeded()
{
    QFETCH(QByteArray, fulfilledBy);
    QFETCH(QByteArray, status);
    QFETCH(bool, feature);
    QFETCH(bool, keeps);
    const model::Order order = orderOf(fulfilledBy.toStdString(), status.toStdString());
    const std::vector<model::Feature> enabled = feature ? model::allFeatures() : std::vector<model::Feature>();
    for (const PiiField &field : kPiiFields) {
        const Minimised result = minimise({{std::string(field.path), "value"}}, enabled, order);
        const bool kept = keeps && field.keptFor == kAddresses;
        QCOMPARE(result.kept.size(), std::size_t(kept ? 1 : 0));
        QCOMPARE(result.removed, std::int64_t(kept ? 0 : 1));
        if (kept) {
            QCOMPARE(result.kept.front().field, field.number);
            QCOMPARE(result.kept.front().value, std::string("value"));
        }
    }
}

void TestRules::minimiserDropsTheUnknown()
{
    const model::Order order = orderOf("MERCHANT", "UNSHIPPED");
    for (const char *path : {"", "recipient", "recipient.deliveryAddress", "recipient.deliveryAddress.names",
                             "recipient.deliveryAddress.name.x", "Recipient.deliveryAddress.name",
                             "recipient.deliveryAddress.newField", "recipient.deliveryAddress.name "}) {
        const Minimised result = minimise({{path, "value"}}, model::allFeatures(), order);
        QVERIFY(result.kept.empty());
        QCOMPARE(result.removed, std::int64_t(1));
    }
    const Minimised empty = minimise({{"recipient.deliveryAddress.name", ""}}, model::allFeatures(), order);
    QVERIFY(empty.kept.empty() && empty.removed == 0);
}

/// A path that comes twice (a list where the model has one address) must not make two values of one field.
void TestRules::minimiserKeepsAFieldOnce()
{
    const Minimised result =
        minimise({{"recipient.deliveryAddress.name", "first"}, {"recipient.deliveryAddress.name", "second"}},
                 model::allFeatures(), orderOf("MERCHANT", "UNSHIPPED"));
    QCOMPARE(result.kept.size(), std::size_t(1));
    QCOMPARE(result.kept.front().value, std::string("first"));
    QCOMPARE(result.removed, std::int64_t(1));
}

void TestRules::paddingHidesTheLength()
{
    for (std::size_t size = 0; size < 600; ++size) {
        Bytes value(size);
        repeatableRandom()(value);
        const secrets::Secret padded = pad(value);
        std::size_t expected = 64;
        while (expected < size + 4)
            expected *= 2;
        QCOMPARE(padded.size(), expected);
        const ByteView back = must(unpad(padded.view()));
        QVERIFY(std::equal(back.begin(), back.end(), value.begin(), value.end()));
    }
    SK_FAILS(unpad(Bytes{0, 0, 0, 9, 1}), ErrorKind::VaultDamaged);
    SK_FAILS(unpad(Bytes{0, 0}), ErrorKind::VaultDamaged);
}

void TestRules::keeperFollowsTheClock()
{
    FakeClock clock(kNoon);
    TimeKeeper keeper(clock, {});
    QCOMPARE(keeper.now(), kNoon);
    clock.advance(5h);
    QCOMPARE(keeper.now(), kNoon + 5h);
    clock.setWall(kNoon + days(3)); // slept: the monotonic clock did not count
    QCOMPARE(keeper.now(), kNoon + days(3));
}

void TestRules::keeperNeverGoesBack()
{
    FakeClock clock(kNoon);
    TimeKeeper keeper(clock, {});
    clock.advance(1h);
    QCOMPARE(keeper.now(), kNoon + 1h);
    clock.setWall(kNoon - days(365));
    QCOMPARE(keeper.now(), kNoon + 1h);
    clock.advance(days(2)); // what passes, passes
    QCOMPARE(keeper.now(), kNoon + 1h + days(2));
}

void TestRules::keeperRemembersTheHighestTime()
{
    FakeClock clock(kNoon);
    TimeKeeper keeper(clock, kNoon + days(10));
    QCOMPARE(keeper.now(), kNoon + days(10));
    clock.advance(1h);
    QCOMPARE(keeper.now(), kNoon + days(10) + 1h);
    clock.setWall(kNoon + days(11));
    QCOMPARE(keeper.now(), kNoon + days(11));
}

void TestRules::keeperIsCorrectedForward()
{
    FakeClock clock(kNoon - days(400));
    TimeKeeper keeper(clock, {});
    QVERIFY(!keeper.isConfirmed());
    QVERIFY(!keeper.trust(kNoon));
    QVERIFY(keeper.isConfirmed());
    QCOMPARE(keeper.now(), kNoon);
    clock.advance(1h);
    QCOMPARE(keeper.now(), kNoon + 1h);
    QVERIFY(!keeper.clockIsFast());
    clock.advance(24h);
    QVERIFY(!keeper.isConfirmed()); // nobody has shown the time for more than a day
    QVERIFY(!keeper.trust(keeper.now()));
    QVERIFY(keeper.isConfirmed());
    clock.setWall(clock.now() + days(700));
    QVERIFY(!keeper.isConfirmed()); // right before, wrong now
}

void TestRules::keeperIsCorrectedBack()
{
    FakeClock clock(kNoon + days(700));
    TimeKeeper keeper(clock, {});
    QVERIFY(keeper.trust(kNoon));
    QCOMPARE(keeper.now(), kNoon);
    clock.advance(1h);
    QCOMPARE(keeper.now(), kNoon + 1h);
    clock.setWall(clock.now() + 8h); // slept
    QCOMPARE(keeper.now(), kNoon + 9h);
    QVERIFY(!keeper.trust(kNoon + 9h));
    QCOMPARE(keeper.now(), kNoon + 9h);
    TimeKeeper remembered(clock, kNoon + days(700)); // the wrong time was written into the anchor
    QVERIFY(remembered.trust(kNoon + 9h));
    QCOMPARE(remembered.now(), kNoon + 9h);
}

void TestRules::smallDifferencesTurnNothingBack()
{
    FakeClock clock(kNoon);
    TimeKeeper keeper(clock, {});
    QVERIFY(!keeper.trust(kNoon - 24h));
    QCOMPARE(keeper.now(), kNoon);
    QVERIFY(keeper.trust(kNoon - 24h - 1ms));
    QCOMPARE(keeper.now(), kNoon - 24h - 1ms);
}

/// The clock ran two days ahead, a server said so, then the owner set it: from then on it counts again as it is, or
/// sleep would leave the keeper two days late and PII two days too long.
void TestRules::correctionEndsWhenTheClockIsSetRight()
{
    FakeClock clock(kNoon + days(2));
    TimeKeeper keeper(clock, {});
    QVERIFY(keeper.trust(kNoon));
    clock.setWall(kNoon);
    QVERIFY(!keeper.trust(kNoon));
    clock.setWall(kNoon + days(10)); // slept
    QCOMPARE(keeper.now(), kNoon + days(10));
}

void TestRules::requestTimeStaysBehindTheServer()
{
    FakeClock clock(kNoon);
    TimeKeeper keeper(clock, {});
    QCOMPARE(keeper.requestTime(), kNoon);
    keeper.trust(kNoon - 5min);
    QVERIFY(keeper.clockIsFast());
    QCOMPARE(keeper.requestTime(), kNoon - 5min);
    clock.advance(1min);
    QCOMPARE(keeper.requestTime(), kNoon - 4min);
    keeper.trust(kNoon - 4min - 2min);
    QVERIFY(keeper.clockIsFast());
    keeper.trust(kNoon + 1min - 2min);
    QVERIFY(!keeper.clockIsFast()); // two minutes are still bearable
    keeper.trust(kNoon + days(1));  // a clock that is behind needs no correction of its requests
    QCOMPARE(keeper.requestTime(), kNoon + 1min);
}

QTEST_APPLESS_MAIN(TestRules)
#include "rules_test.moc"
