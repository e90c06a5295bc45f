// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/loop_guard.h"
#include "core/sync/orders_planner.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::sync;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstTheNewestWeek();
    void historyGoesBackWithoutGaps();
    void windowsFollowTheDensity_data();
    void windowsFollowTheDensity();
    void updatesComeFirstAndOverlap();
    void secondRunAsksOnce();
    void pagesKeepTheirParameters();
    void oldTokensStartOver();
    void refusedTokenStartsOver();
    void earlierFloorReachesBack();
    void echoedBoundCounts_data();
    void echoedBoundCounts();
    void historyShares();
    void cursorComesBack();
    void foreignCursorIsRefused_data();
    void foreignCursorIsRefused();
    void guardNoticesCircles();
};

namespace {

const Time kNow = fromMillis(1'795'003'200'000);

OrdersCursor finishedAt(OrdersCursor cursor, const PageRequest &request, std::int64_t orders = 0)
{
    return afterPage(std::move(cursor), request, {orders, {}, {}}, kNow);
}

/// A cursor whose history is complete, up to `watermark`.
OrdersCursor complete(Time watermark)
{
    OrdersCursor cursor = startAt(kNow - days(100));
    cursor.historyFrom = cursor.floor;
    cursor.historyComplete = true;
    cursor.watermark = watermark;
    return cursor;
}

} // namespace

void TestPlanner::firstTheNewestWeek()
{
    const auto request = nextPage(startAt(kNow - days(730)), kNow, false);
    QVERIFY(request->series == Series::History);
    QCOMPARE(request->window.until, kNow - 3min); // Amazon refuses bounds that are not two minutes in its past
    QCOMPARE(request->window.from, kNow - 3min - days(7));
    QVERIFY(request->token.empty());
    const auto shorter = nextPage(startAt(kNow - days(2)), kNow, false);
    QCOMPARE(shorter->window.from, kNow - days(2));
    QVERIFY(!nextPage(startAt(kNow + days(1)), kNow, false));
}

void TestPlanner::historyGoesBackWithoutGaps()
{
    const Time floor = kNow - days(2000);
    OrdersCursor cursor = startAt(floor);
    std::optional<Time> before;
    int windows = 0;
    while (const auto request = nextPage(cursor, kNow, true)) {
        QVERIFY(request->series == Series::History);
        QVERIFY(request->window.from < request->window.until && request->window.from >= floor);
        if (before)
            QCOMPARE(request->window.until, *before);
        before = request->window.from;
        cursor = finishedAt(cursor, *request, windows % 5 == 0 ? 0 : 30'000);
        QVERIFY(++windows < 3000);
    }
    QVERIFY(cursor.historyComplete);
    QCOMPARE(*before, floor);
}

void TestPlanner::windowsFollowTheDensity_data()
{
    QTest::addColumn<double>("ordersPerDay");
    QTest::addColumn<int>("windowDays");
    QTest::newRow("nothing there") << 0.0 << 365;
    QTest::newRow("negative nonsense") << -5.0 << 365;
    QTest::newRow("one a day") << 1.0 << 365;
    QTest::newRow("forty a day") << 40.0 << 100;
    QTest::newRow("four thousand") << 4000.0 << 1;
    QTest::newRow("a million") << 1e6 << 1;
}

void TestPlanner::windowsFollowTheDensity()
{
    QFETCH(double, ordersPerDay);
    QFETCH(int, windowDays);
    OrdersCursor cursor = startAt(kNow - days(5000));
    cursor.historyFrom = kNow;
    cursor.ordersPerDay = ordersPerDay;
    const auto request = nextPage(cursor, kNow, true);
    QCOMPARE((request->window.until - request->window.from) / days(1), std::int64_t(windowDays));
    const OrdersCursor after = finishedAt(cursor, *request, 800);
    QCOMPARE(after.ordersPerDay, 800.0 / windowDays);
}

void TestPlanner::updatesComeFirstAndOverlap()
{
    OrdersCursor cursor = startAt(kNow - days(100));
    cursor = finishedAt(cursor, *nextPage(cursor, kNow, false));
    QCOMPARE(cursor.watermark.value(), kNow - 3min); // the first window ends where updates begin
    const auto updates = nextPage(cursor, kNow + 1h, false);
    QVERIFY(updates->series == Series::Updates);
    QCOMPARE(updates->window.from, kNow - 3min - 10min);
    QCOMPARE(updates->window.until, kNow + 1h - 3min);
    const auto history = nextPage(cursor, kNow + 1h, true);
    QVERIFY(history->series == Series::History);
    cursor = finishedAt(cursor, *updates);
    QCOMPARE(cursor.watermark.value(), kNow + 1h - 3min);
    QVERIFY(!cursor.historyComplete);
    cursor = finishedAt(cursor, *history);
    QCOMPARE(cursor.watermark.value(), kNow + 1h - 3min); // history does not move it
    QVERIFY(!nextPage(complete(kNow), kNow, false));      // a clock that went back asks for nothing
}

void TestPlanner::secondRunAsksOnce()
{
    const OrdersCursor cursor = complete(kNow - 1h);
    const auto request = nextPage(cursor, kNow, false);
    QVERIFY(request->series == Series::Updates);
    QVERIFY(!nextPage(finishedAt(cursor, *request), kNow, true));
}

void TestPlanner::pagesKeepTheirParameters()
{
    OrdersCursor cursor = complete(kNow - 1h);
    const PageRequest first = *nextPage(cursor, kNow, false);
    cursor = afterPage(cursor, first, {100, "t1", {}}, kNow);
    const PageRequest second = *nextPage(cursor, kNow + 22h, true); // even if time has passed and updates were "done"
    QVERIFY(second.series == first.series);
    QCOMPARE(second.window, first.window);
    QCOMPARE(second.token, std::string("t1"));
    QCOMPARE(cursor.watermark.value(), kNow - 1h); // moves only at the end
    cursor = afterPage(cursor, second, {100, "t2", {}}, kNow + 22h);
    QCOMPARE(nextPage(cursor, kNow + 44h, false)->token, std::string("t2"));
    QCOMPARE(cursor.seriesOrders, std::int64_t(200));
}

void TestPlanner::oldTokensStartOver()
{
    OrdersCursor cursor = complete(kNow - 1h);
    const PageRequest first = *nextPage(cursor, kNow, false);
    cursor = afterPage(cursor, first, {100, "t1", {}}, kNow);
    QCOMPARE(nextPage(cursor, kNow + 23h - 1ms, false)->token, std::string("t1"));
    const PageRequest again = *nextPage(cursor, kNow + 23h, false);
    QCOMPARE(again, first);
    // The orders of the abandoned pages are counted again: they must not be counted twice.
    OrdersCursor history = startAt(kNow - days(100));
    const PageRequest window = *nextPage(history, kNow, false);
    history = afterPage(history, window, {700, "t1", {}}, kNow);
    history = afterPage(history, *nextPage(history, kNow + 24h, false), {700, {}, {}}, kNow + 24h);
    QCOMPARE(history.ordersPerDay, 100.0);
}

void TestPlanner::refusedTokenStartsOver()
{
    OrdersCursor cursor = complete(kNow - 1h);
    const PageRequest first = *nextPage(cursor, kNow, false);
    cursor = afterRefusedToken(afterPage(cursor, first, {100, "t1", {}}, kNow));
    QCOMPARE(*nextPage(cursor, kNow + 1min, false), first);
    QCOMPARE(cursor.seriesOrders, std::int64_t(0));
}

void TestPlanner::earlierFloorReachesBack()
{
    const OrdersCursor cursor = complete(kNow);
    QCOMPARE(extendedTo(cursor, cursor.floor + days(1)).floor, cursor.floor);
    QVERIFY(extendedTo(cursor, cursor.floor + days(1)).historyComplete);
    const OrdersCursor extended = extendedTo(cursor, cursor.floor - days(10));
    const auto request = nextPage(extended, kNow, true);
    QCOMPARE(request->window.until, cursor.floor); // what was fetched stays fetched
    QCOMPARE(request->window.from, cursor.floor - days(10));
}

void TestPlanner::echoedBoundCounts_data()
{
    QTest::addColumn<int>("echoedMinutes"); // relative to what was asked for
    QTest::addColumn<int>("watermarkMinutes");
    QTest::newRow("as asked") << 0 << 0;
    QTest::newRow("Amazon's index is behind") << -30 << -30;
    QTest::newRow("before the last watermark: never back") << -100'000 << -57;
    QTest::newRow("in the future: not believed") << 100'000 << 0;
}

/// A watermark in the future would end all updates for ever.
void TestPlanner::echoedBoundCounts()
{
    QFETCH(int, echoedMinutes);
    QFETCH(int, watermarkMinutes);
    const OrdersCursor cursor = complete(kNow - 1h);
    const PageRequest request = *nextPage(cursor, kNow, false);
    const OrdersCursor after =
        afterPage(cursor, request, {0, {}, request.window.until + std::chrono::minutes(echoedMinutes)}, kNow);
    QCOMPARE(after.watermark.value(), request.window.until + std::chrono::minutes(watermarkMinutes));
}

void TestPlanner::historyShares()
{
    OrdersCursor cursor = startAt(kNow - days(100));
    QVERIFY(!historyShare(cursor));
    cursor.watermark = kNow;
    cursor.historyFrom = kNow - days(25);
    QCOMPARE(historyShare(cursor).value(), 0.25);
    cursor.historyComplete = true;
    QCOMPARE(historyShare(cursor).value(), 1.0);
}

void TestPlanner::cursorComesBack()
{
    OrdersCursor cursor = startAt(fromMillis(-5));
    QCOMPARE(must(OrdersCursor::fromJson(cursor.toJson())).toJson(), cursor.toJson());
    cursor.historyFrom = kNow - days(5);
    cursor.historyComplete = true;
    cursor.watermark = kNow + 123ms;
    cursor.ordersPerDay = 12.3456789012345;
    cursor.series = Series::Updates;
    cursor.window = {kNow - 1h, kNow};
    cursor.token = "a+b/\"c\\d é=";
    cursor.tokenTime = kNow - 3ms;
    cursor.seriesOrders = 1'234'567'890'123;
    const OrdersCursor back = must(OrdersCursor::fromJson(cursor.toJson()));
    QCOMPARE(back.toJson(), cursor.toJson());
    QVERIFY(back.floor == cursor.floor && back.historyFrom == cursor.historyFrom && back.historyComplete
            && back.watermark == cursor.watermark);
    QVERIFY(back.series == cursor.series && back.window == cursor.window && back.token == cursor.token
            && back.tokenTime == cursor.tokenTime);
    QCOMPARE(back.seriesOrders, cursor.seriesOrders);
    QCOMPARE(back.ordersPerDay, cursor.ordersPerDay);
    cursor.series = Series::History;
    QVERIFY(must(OrdersCursor::fromJson(cursor.toJson())).series == Series::History);
}

void TestPlanner::foreignCursorIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("nonsense");
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("no floor") << QByteArray("{}");
    QTest::newRow("floor in words") << QByteArray(R"({"floor":"yesterday"})");
    QTest::newRow("series of another kind")
        << QByteArray(R"({"floor":1,"series":"reports","from":1,"until":2,"token":"","tokenTime":1,"seriesOrders":0})");
}

void TestPlanner::foreignCursorIsRefused()
{
    QFETCH(QByteArray, json);
    SK_FAILS(OrdersCursor::fromJson(json.toStdString()), ErrorKind::VaultDamaged);
}

void TestPlanner::guardNoticesCircles()
{
    LoopGuard guard;
    SK_OK(guard.check("t1", {"1", "2"}));
    SK_OK(guard.check("t2", {"3"}));
    SK_FAILS(guard.check("t1", {"4"}), ErrorKind::PaginationLoop); // a token seen before
    guard.reset();
    SK_OK(guard.check("t1", {"1"}));
    SK_OK(guard.check("t2", {"1"}));
    SK_OK(guard.check("t3", {"1"}));
    SK_FAILS(guard.check("t4", {"1"}), ErrorKind::PaginationLoop); // three pages without anything new
    guard.reset();
    for (int i = 0; i < 50; ++i) {
        SK_OK(guard.check("a" + std::to_string(i), {"1"}).and_then([&] {
            return guard.check("b" + std::to_string(i), {std::to_string(i + 2)});
        }));
    }
    SK_OK(guard.check("", {"1"}));
    SK_OK(guard.check("", {"1"})); // the end is no loop
}

QTEST_APPLESS_MAIN(TestPlanner)
#include "planner_test.moc"
