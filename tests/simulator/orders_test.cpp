// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/life_cycle.h"
#include "app/simulator/random.h"
#include "tests/simulator/fake_clock.h"
#include "tests/simulator/test_client.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace sk::simulator;
using namespace sk::simulator::test;

namespace {

const std::string kEverything =
    "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT";

std::map<QString, int> statusCounts(Bench &bench)
{
    std::map<QString, int> counts;
    for (const ExpectedOrder &order : bench.simulator().expectedOrders())
        ++counts[QString::fromStdString(order.status)];
    return counts;
}

} // namespace

/// What the orders are like: lives, order of results, determinism, speed.
class OrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesOnlyGoForward();
    void recentMerchantOrdersAreOpen();
    void everyStatusOccurs();
    void resultsAreOrdered();
    void seedDecidesEverything();
    void idsAreUnique();
    void newAndTouchedOrdersAppear();
    void pagesShowOneMoment();
    void hundredThousandOrdersAreQuick();
};

void OrdersTest::livesOnlyGoForward()
{
    const std::map<Status, int> rank = {{Status::PendingAvailability, 0}, {Status::Pending, 1}, {Status::Unshipped, 2},
                                        {Status::PartiallyShipped, 3},    {Status::Shipped, 4}, {Status::Cancelled, 4},
                                        {Status::Unfulfillable, 4}};
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        Random random(seed);
        const Timeline life = drawTimeline(random, {seed % 3 == 0, seed % 50 == 0, seed % 7 == 0, seed % 2 == 0});
        int highest = 0;
        Millis lastChange = 0;
        for (Millis age = 0; age < 40 * kDay; age += 17 * kMinute) {
            const int now = rank.at(statusAt(life, age));
            const Millis change = lastChangeAt(life, seed % 3 == 0, age);
            QVERIFY(now >= highest && change >= lastChange && change <= age);
            QVERIFY(now == highest || change > lastChange || age == 0); // a new status is an update
            highest = now;
            lastChange = change;
        }
        QCOMPARE(highest, 4);
    }
}

void OrdersTest::recentMerchantOrdersAreOpen()
{
    const FakeClock clock;
    Bench bench(unpaced(clock, 3000, 30));
    int open = 0;
    for (const ExpectedOrder &order : bench.simulator().expectedOrders()) {
        const bool recent = order.createdTime > before(clock.now(), 6 * kHour);
        if (order.fulfilledBy == "MERCHANT" && recent)
            open += order.status == "UNSHIPPED";
    }
    QVERIFY(open > 3);
}

void OrdersTest::everyStatusOccurs()
{
    FakeClock clock;
    Bench bench(unpaced(clock, 20'000, 60));
    std::map<QString, int> counts = statusCounts(bench);
    for (const char *status :
         {"PENDING_AVAILABILITY", "PENDING", "UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED", "CANCELLED", "UNFULFILLABLE"})
        QVERIFY2(counts[QString::fromLatin1(status)] > 0, status);
    clock.advance(std::chrono::hours(24 * 60));
    counts = statusCounts(bench);
    QCOMPARE(counts.size(), std::size_t{3}); // all shipped, cancelled or unfulfillable now
}

void OrdersTest::resultsAreOrdered()
{
    const FakeClock clock;
    Bench bench(unpaced(clock, 900, 90));
    bench.login();
    bench.simulator().addOrders(40); // all at the same moment
    const std::pair<const char *, const char *> orders[] = {{"createdAfter", "createdTime"},
                                                            {"lastUpdatedAfter", "lastUpdatedTime"}};
    for (const auto &[after, field] : orders) {
        std::pair<QString, QString> last;
        const auto found = bench.searchAll({{after, "2026-01-01"}, {"maxResultsPerPage", "33"}});
        QCOMPARE(found.size(), std::size_t{940});
        for (const QJsonObject &order : found) {
            const std::pair key{order[QLatin1String(field)].toString(), order[QLatin1String("orderId")].toString()};
            QVERIFY(last < key);
            last = key;
        }
    }
}

void OrdersTest::seedDecidesEverything()
{
    const FakeClock clock;
    const auto bodyFor = [&clock](std::uint64_t seed) {
        Options options = unpaced(clock, 300, 100);
        options.seed = seed;
        Bench bench(options);
        bench.login();
        return bench.search({{"createdAfter", "2026-01-01"}, {"includedData", kEverything}})
            .json()
            .value(QLatin1String("orders"))
            .toArray();
    };
    const QJsonArray one = bodyFor(7);
    QCOMPARE(one.size(), 100);
    QVERIFY(one == bodyFor(7));
    QVERIFY(one != bodyFor(8));
}

void OrdersTest::idsAreUnique()
{
    const FakeClock clock;
    Bench bench(unpaced(clock, 50'000, 700));
    std::set<std::string> orders;
    std::set<std::string> items;
    std::size_t itemCount = 0;
    for (const ExpectedOrder &order : bench.simulator().expectedOrders()) {
        orders.insert(order.orderId);
        QCOMPARE(order.orderId.size(), std::size_t{19});
        QVERIFY(order.orderId[3] == '-' && order.orderId[11] == '-');
        for (const ExpectedItem &item : order.items)
            items.insert(item.orderItemId);
        itemCount += order.items.size();
        QVERIFY(!order.items.empty() && order.items.size() <= 4);
    }
    QCOMPARE(orders.size(), std::size_t{50'000});
    QCOMPARE(items.size(), itemCount);
}

void OrdersTest::newAndTouchedOrdersAppear()
{
    FakeClock clock;
    Bench bench(unpaced(clock, 500, 300));
    bench.login();
    const Answer first = bench.search({{"lastUpdatedAfter", "2026-01-01"}});
    const std::string mark = first.json()[QLatin1String("lastUpdatedBefore")].toString().toStdString();
    clock.advance(std::chrono::seconds(30));
    bench.simulator().addOrders(5);
    bench.simulator().touchOrders(7);
    const auto changed = bench.searchAll({{"lastUpdatedAfter", mark}, {"includedData", "FULFILLMENT"}});
    QVERIFY(changed.size() >= 11 && changed.size() <= 14); // a touched one may be new too; some change by themselves
    QVERIFY(bench.searchAll({{"createdAfter", mark}}).size() == 5);
    QCOMPARE(bench.searchAll({{"createdAfter", "2020-01-01"}}).size(), std::size_t{505});
    const Answer control = bench.post("/simulator/orders", R"({"add":3,"touch":1})", "application/json");
    QCOMPARE(control.status, 200);
    QCOMPARE(bench.searchAll({{"createdAfter", "2020-01-01"}}).size(), std::size_t{508});
}

void OrdersTest::pagesShowOneMoment()
{
    FakeClock clock;
    Bench bench(unpaced(clock, 250, 20));
    bench.login();
    const Parameters first = {{"lastUpdatedAfter", "2026-01-01"}, {"maxResultsPerPage", "100"}};
    const Answer page = bench.search(first);
    clock.advance(std::chrono::hours(20));
    bench.simulator().touchOrders(250);
    Parameters next = first;
    next.emplace_back("paginationToken", page.nextToken().toStdString());
    const QJsonObject second = bench.search(next).json();
    const QString bound = page.json()[QLatin1String("lastUpdatedBefore")].toString();
    QCOMPARE(second[QLatin1String("lastUpdatedBefore")].toString(), bound);
    QCOMPARE(second[QLatin1String("orders")].toArray().size(), 100);
    for (const auto &order : second[QLatin1String("orders")].toArray())
        QVERIFY(order[QLatin1String("lastUpdatedTime")].toString() <= bound);
}

void OrdersTest::hundredThousandOrdersAreQuick()
{
    Options options;
    options.orders = 100'000;
    options.enforceRates = false;
    QElapsedTimer timer;
    timer.start();
    Bench bench(options);
    QVERIFY2(timer.elapsed() < 3000, "generation took too long");
    bench.login();
    timer.restart();
    const Answer page = bench.search({{"lastUpdatedAfter", "2020-01-01"}, {"includedData", kEverything}});
    QCOMPARE(page.status, 200);
    QVERIFY2(timer.elapsed() < 2000, "one page took too long");
}

QTEST_GUILESS_MAIN(OrdersTest)
#include "orders_test.moc"
