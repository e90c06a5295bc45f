// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/rate_limiter.h"
#include "tests/simulator/fake_clock.h"
#include "tests/simulator/test_client.h"

#include <QTest>

using namespace sk::simulator;
using namespace sk::simulator::test;

/// Amazon's usage plans with a clock in our hands.
class RatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedPlans_data();
    void publishedPlans();
    void refillStopsAtTheBurst();
    void throttledAnswerLooksLikeAmazons();
    void operationsHaveTheirOwnBuckets();
    void scaleSpeedsUp();
    void canBeSwitchedOff();
};

namespace {

Options fastOptions(const FakeClock &clock)
{
    Options options;
    options.clock = clock.function();
    options.orders = 10;
    options.tokenLifetime = std::chrono::hours(1000);
    return options;
}

} // namespace

void RatesTest::publishedPlans_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("burst");
    QTest::addColumn<int>("refillMillis"); // 1000 / rate
    QTest::newRow("searchOrders") << "/orders/2026-01-01/orders?createdAfter=2026-01-01" << 20 << 178'572;
    QTest::newRow("getOrder") << "/orders/2026-01-01/orders/1" << 30 << 2000;
    QTest::newRow("participations") << "/sellers/v1/marketplaceParticipations" << 15 << 62'500;
}

void RatesTest::publishedPlans()
{
    QFETCH(QString, path);
    QFETCH(int, burst);
    QFETCH(int, refillMillis);
    FakeClock clock;
    Bench bench(fastOptions(clock));
    bench.login();
    for (int i = 0; i < burst; ++i)
        QVERIFY(bench.getRaw(path.toStdString()).status != 429);
    QCOMPARE(bench.getRaw(path.toStdString()).status, 429);
    clock.advance(std::chrono::milliseconds(refillMillis - 2));
    QCOMPARE(bench.getRaw(path.toStdString()).status, 429);
    clock.advance(std::chrono::milliseconds(2));
    QVERIFY(bench.getRaw(path.toStdString()).status != 429);
    QCOMPARE(bench.getRaw(path.toStdString()).status, 429);
    QCOMPARE(bench.simulator().stats().throttled, std::uint64_t{3});
}

void RatesTest::refillStopsAtTheBurst()
{
    TokenBucket bucket(0.5, 3, 0);
    const Millis later = 1000 * kDay;
    for (int i = 0; i < 3; ++i)
        QVERIFY(bucket.take(later));
    QVERIFY(!bucket.take(later));
    QVERIFY(!bucket.take(later - kHour)); // a clock that goes back gives nothing
}

void RatesTest::throttledAnswerLooksLikeAmazons()
{
    FakeClock clock;
    Bench bench(fastOptions(clock));
    bench.login();
    Answer answer;
    for (int i = 0; i < 16; ++i)
        answer = bench.get("/sellers/v1/marketplaceParticipations");
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.code(), QStringLiteral("QuotaExceeded"));
    QCOMPARE(answer.message(), QStringLiteral("You exceeded your quota for the requested resource."));
    QCOMPARE(answer.header("x-amzn-errortype"), std::string("TooManyRequestsException"));
    QVERIFY(answer.header("x-amzn-ratelimit-limit").empty());
    QVERIFY(answer.header("retry-after").empty());
    QVERIFY(!answer.header("x-amzn-requestid").empty());
}

void RatesTest::operationsHaveTheirOwnBuckets()
{
    FakeClock clock;
    Bench bench(fastOptions(clock));
    bench.login();
    for (int i = 0; i < 16; ++i)
        bench.get("/sellers/v1/marketplaceParticipations");
    QCOMPARE(bench.search({{"createdAfter", "2026-01-01"}}).status, 200);
}

void RatesTest::scaleSpeedsUp()
{
    FakeClock clock;
    Options options = fastOptions(clock);
    options.rateScale = 100;
    Bench bench(options);
    bench.login();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(bench.search({{"createdAfter", "2026-01-01"}}).status, 200);
    QCOMPARE(bench.search({{"createdAfter", "2026-01-01"}}).status, 429);
    clock.advance(std::chrono::milliseconds(1786));
    const Answer answer = bench.search({{"createdAfter", "2026-01-01"}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-amzn-ratelimit-limit"), std::string("0.56"));
}

void RatesTest::canBeSwitchedOff()
{
    FakeClock clock;
    Options options = fastOptions(clock);
    options.enforceRates = false;
    options.sendRateHeader = false;
    Bench bench(options);
    bench.login();
    for (int i = 0; i < 40; ++i) {
        const Answer answer = bench.search({{"createdAfter", "2026-01-01"}});
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("x-amzn-ratelimit-limit").empty());
    }
}

QTEST_GUILESS_MAIN(RatesTest)
#include "rates_test.moc"
