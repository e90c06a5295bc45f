// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/token_bucket.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace sk;
using namespace sk::net;
using namespace std::chrono;

namespace {

constexpr Time kStart = Time(milliseconds(1'795'000'000'000));
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Amazon's side: full at first; refills evenly, or by whole tokens at ticks of any phase. Times in seconds.
class Server
{
public:
    Server(double rate, int burst, bool ticks, double phase)
        : m_rate(rate)
        , m_burst(burst)
        , m_tokens(burst)
        , m_ticks(ticks)
        , m_phase(phase)
    {
    }

    bool admits(double at)
    {
        const double units = at * m_rate + m_phase;
        const double now = m_ticks ? std::floor(units) : units;
        m_tokens = std::min<double>(m_burst, m_tokens + now - m_last);
        m_last = now;
        const bool admitted = m_tokens >= 1.0 - 1e-9;
        m_tokens -= admitted ? 1.0 : 0.0;
        return admitted;
    }

private:
    double m_rate;
    double m_burst;
    double m_tokens;
    bool m_ticks;
    double m_phase;
    double m_last = 0;
};

double toSeconds(Time time)
{
    return duration<double>(time - kStart).count();
}

/// When our bucket lets `count` requests go, each as soon as it may.
std::vector<double> departures(double rate, int burst, int count)
{
    std::vector<double> out;
    Time now = kStart;
    BucketState state = freshBucket(rate, burst, now);
    for (int i = 0; i < count; ++i) {
        now += waitFor(state, now);
        state = taken(state, now);
        out.push_back(toSeconds(now));
    }
    return out;
}

} // namespace

class TestTokenBucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steadyStateSeesNo429_data();
    void steadyStateSeesNo429();
    void oneAfterAnotherSeesNo429EvenWithoutReserve_data();
    void oneAfterAnotherSeesNo429EvenWithoutReserve();
    void pausesNeverEarnMoreThanTheCapacity();
    void waitsAreNeverEarly();
    void aClockThatWentBackChangesNothing();
    void aClockThatJumpedAheadFillsAtMost();
    void followsTheHeader_data();
    void followsTheHeader();
    void keepsItsTokensWhenTheRateChanges();
    void waitsAfterA429_data();
    void waitsAfterA429();
    void damagedStatesBecomeSlow_data();
    void damagedStatesBecomeSlow();
};

void TestTokenBucket::steadyStateSeesNo429_data()
{
    QTest::addColumn<double>("published");
    QTest::addColumn<double>("real");
    QTest::addColumn<int>("burst");
    const auto row = [](const char *name, double published, double real, int burst) {
        QTest::newRow(name) << published << real << burst;
    };
    row("searchOrders", 0.0056, 0.0056, 20);
    row("searchOrders, really one in 180 s", 0.0056, 1.0 / 180, 20);
    row("getOrder", 0.5, 0.5, 30);
    row("createReport, really one in 60 s", 0.0167, 1.0 / 60, 15);
    row("getReports", 0.0222, 1.0 / 45, 10);
    row("getReport", 2, 2, 15);
    row("listTransactions", 0.5, 0.5, 10);
    row("2/s, 30", 2, 2, 30);
    row("1/s, 10", 1, 1, 10);
}

/// NET-1: 10,000 requests as fast as we may, each arriving 0 to 4 s later, at a server that refills evenly or by ticks.
void TestTokenBucket::steadyStateSeesNo429()
{
    QFETCH(double, published);
    QFETCH(double, real);
    QFETCH(int, burst);
    constexpr int kRequests = 10'000;
    const std::vector<double> sent = departures(published, burst, kRequests);
    const double ideal = (kRequests - burst) / published;
    QVERIFY2(ideal / sent.back() >= 0.97, qPrintable(QString::number(ideal / sent.back())));
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> latency(0, 4), phase(0, 1);
        std::vector<double> arrivals;
        for (const double at : sent)
            arrivals.push_back(at + latency(random));
        std::sort(arrivals.begin(), arrivals.end());
        Server server(real, burst, seed % 2 == 0, phase(random));
        const auto refused =
            std::count_if(arrivals.begin(), arrivals.end(), [&](double at) { return !server.admits(at); });
        QCOMPARE(refused, 0);
    }
}

void TestTokenBucket::oneAfterAnotherSeesNo429EvenWithoutReserve_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("burst");
    QTest::addColumn<double>("latency");
    QTest::newRow("getInventorySummaries 2/s, 2") << 2.0 << 2 << 4.0;
    QTest::newRow("5/s, 5") << 5.0 << 5 << 4.0;
    QTest::newRow("1/s, 1") << 1.0 << 1 << 4.0;
    QTest::newRow("createQuery 0.0167/s, 1") << 0.0167 << 1 << 4.0;
    QTest::newRow("0.5/s, 1, quick") << 0.5 << 1 << 0.2;
}

void TestTokenBucket::oneAfterAnotherSeesNo429EvenWithoutReserve()
{
    QFETCH(double, rate);
    QFETCH(int, burst);
    QFETCH(double, latency);
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> half(0, latency / 2), phase(0, 1);
        Server server(rate, burst, seed % 2 == 0, phase(random));
        Time now = kStart;
        BucketState state = freshBucket(rate, burst, now);
        for (int i = 0; i < 2'000; ++i) {
            now += waitFor(state, now);
            state = taken(state, now);
            const double way = half(random);
            QVERIFY(server.admits(toSeconds(now) + way));
            now += milliseconds(std::lround((way + half(random)) * 1000) + 1);
            state = answered(state, now);
        }
    }
}

/// Bursts after pauses of any length: what Sellerkeep does in truth.
void TestTokenBucket::pausesNeverEarnMoreThanTheCapacity()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> latency(0, 4);
    std::exponential_distribution<double> pause(1.0 / 40);
    Server server(0.5, 15, true, 0.3);
    std::vector<double> arrivals;
    Time now = kStart;
    BucketState state = freshBucket(0.5, 15, now);
    for (int i = 0; i < 10'000; ++i) {
        if (i % 12 == 0)
            now += milliseconds(std::lround(pause(random) * 1000));
        now += waitFor(state, now);
        state = taken(state, now);
        arrivals.push_back(toSeconds(now) + latency(random));
    }
    std::sort(arrivals.begin(), arrivals.end());
    QVERIFY(std::all_of(arrivals.begin(), arrivals.end(), [&](double at) { return server.admits(at); }));
}

void TestTokenBucket::waitsAreNeverEarly()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> rate(-3, 1.5), tokens(0, 1);
    for (int i = 0; i < 10'000; ++i) {
        const BucketState state{tokens(random), std::pow(10.0, rate(random)), 20, kStart, Time{}};
        const milliseconds wait = waitFor(state, kStart);
        QVERIFY(wait >= milliseconds(0));
        QVERIFY(refilled(state, kStart + wait).tokens >= 1.0 - 1e-6);
        QCOMPARE(waitFor(state, kStart + wait).count(), 0);
        if (wait > milliseconds(1))
            QVERIFY(waitFor(state, kStart + wait - milliseconds(2)).count() > 0);
    }
}

void TestTokenBucket::aClockThatWentBackChangesNothing()
{
    BucketState state{0.25, 0.5, 10, kStart, kStart + seconds(30)};
    const BucketState back = refilled(state, kStart - days(365));
    QCOMPARE(back.tokens, 0.25);
    QCOMPARE(toMillis(back.updated), toMillis(kStart - days(365)));
    QCOMPARE(waitFor(state, kStart - days(365)), milliseconds(30'000)); // the penalty stays as long as it was
    state.notBefore = Time{};
    QCOMPARE(waitFor(state, kStart - days(365)), waitFor(state, kStart));
}

void TestTokenBucket::aClockThatJumpedAheadFillsAtMost()
{
    const BucketState state{0, 0.5, 30, kStart, kStart + minutes(3)};
    const BucketState later = refilled(state, kStart + days(3650));
    QCOMPARE(later.tokens, capacity(state));
    QVERIFY(later.tokens <= 29);
    QCOMPARE(waitFor(state, kStart + days(3650)), milliseconds(0));
}

void TestTokenBucket::followsTheHeader_data()
{
    QTest::addColumn<double>("header");
    QTest::addColumn<double>("rate");
    QTest::newRow("up") << 2.0 << 2.0;
    QTest::newRow("down") << 0.01 << 0.01;
    QTest::newRow("same") << 0.5 << 0.5;
    QTest::newRow("highest") << 1000.0 << 1000.0;
    QTest::newRow("absurd") << 1000.1 << 0.5;
    QTest::newRow("zero") << 0.0 << 0.5;
    QTest::newRow("negative") << -1.0 << 0.5;
    QTest::newRow("not a number") << kNaN << 0.5;
    QTest::newRow("infinite") << kInfinity << 0.5;
}

void TestTokenBucket::followsTheHeader()
{
    QFETCH(double, header);
    QFETCH(double, rate);
    QCOMPARE(learned(freshBucket(0.5, 30, kStart), header, kStart).ratePerSecond, rate);
}

void TestTokenBucket::keepsItsTokensWhenTheRateChanges()
{
    const BucketState state{1, 0.1, 30, kStart, Time{}};
    const BucketState faster = learned(state, 2, kStart + seconds(10));
    QVERIFY(faster.tokens < 2); // the ten seconds passed at the old rate
    QVERIFY(learned(freshBucket(0.1, 30, kStart), 5, kStart).tokens <= 30 - 1 - 20);
}

void TestTokenBucket::waitsAfterA429_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("retryAfter"); // -1: none
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");
    QTest::newRow("one interval") << 0.5 << 0 << -1 << qint64(2'000) << qint64(2'100);
    QTest::newRow("grows") << 0.5 << 5 << -1 << qint64(32'000) << qint64(32'000);
    QTest::newRow("to five minutes") << 0.5 << 40 << -1 << qint64(300'000) << qint64(300'000);
    QTest::newRow("asked for") << 0.5 << 0 << 60 << qint64(60'000) << qint64(60'000);
    QTest::newRow("asked for less") << 0.5 << 3 << 1 << qint64(8'000) << qint64(8'000);
    QTest::newRow("asked for absurdly much") << 0.5 << 0 << 999'999 << qint64(300'000) << qint64(300'000);
    QTest::newRow("asked for less than nothing") << 0.5 << 0 << -5 << qint64(2'000) << qint64(2'100);
    QTest::newRow("slow operation") << 0.0056 << 0 << -1 << qint64(178'572) << qint64(183'000);
    QTest::newRow("negative attempt") << 0.5 << -3 << -1 << qint64(2'000) << qint64(2'100);
}

void TestTokenBucket::waitsAfterA429()
{
    QFETCH(double, rate);
    QFETCH(int, attempt);
    QFETCH(int, retryAfter);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    const auto asked = retryAfter == -1 ? std::nullopt : std::optional(seconds(retryAfter));
    const BucketState state = throttled(freshBucket(rate, 20, kStart), kStart, attempt, asked);
    QCOMPARE(state.tokens, 0.0);
    const qint64 wait = waitFor(state, kStart).count();
    QVERIFY2(wait >= least && wait <= most, qPrintable(QString::number(wait)));
}

void TestTokenBucket::damagedStatesBecomeSlow_data()
{
    QTest::addColumn<double>("tokens");
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("burst");
    QTest::newRow("too many tokens") << 1e9 << 0.5 << 10;
    QTest::newRow("tokens no number") << kNaN << 0.5 << 10;
    QTest::newRow("negative tokens") << -1e9 << 0.5 << 10;
    QTest::newRow("rate no number") << 1.0 << kNaN << 10;
    QTest::newRow("rate zero") << 0.0 << 0.0 << 10;
    QTest::newRow("rate negative") << 0.0 << -5.0 << 10;
    QTest::newRow("no burst") << 5.0 << 0.5 << 0;
}

void TestTokenBucket::damagedStatesBecomeSlow()
{
    QFETCH(double, tokens);
    QFETCH(double, rate);
    QFETCH(int, burst);
    BucketState state{tokens, rate, burst, kStart, kStart + days(1000)};
    QVERIFY(waitFor(state, kStart) <= minutes(20));
    state.notBefore = Time{};
    int atOnce = 0;
    while (waitFor(state, kStart).count() == 0 && atOnce < 100) {
        state = taken(state, kStart);
        ++atOnce;
    }
    QVERIFY2(atOnce <= 10, qPrintable(QString::number(atOnce)));
}

QTEST_APPLESS_MAIN(TestTokenBucket)
#include "token_bucket_test.moc"
