// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backoff.h"

#include <QTest>

#include <limits>

using namespace sk;
using namespace sk::net;
using namespace std::chrono;

Q_DECLARE_METATYPE(sk::ErrorKind)

class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retriesOnlyWhatMayPass();
    void growsAndEnds_data();
    void growsAndEnds();
    void staysWithinTheJitter();
};

void TestBackoff::retriesOnlyWhatMayPass()
{
    using enum ErrorKind;
    for (int i = 0; i <= static_cast<int>(Internal); ++i) {
        const auto kind = static_cast<ErrorKind>(i);
        const bool expected = kind == Offline || kind == Timeout || kind == ServerError || kind == MalformedResponse;
        QCOMPARE(retryDelay(kind, 0, 0.5).has_value(), expected);
    }
}

void TestBackoff::growsAndEnds_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("delay"); // -1: no further attempt
    QTest::newRow("first") << 0 << 1.0 << qint64(1'000);
    QTest::newRow("second") << 1 << 1.0 << qint64(2'000);
    QTest::newRow("half the jitter") << 2 << 0.5 << qint64(2'000);
    QTest::newRow("no luck") << 3 << 0.0 << qint64(0);
    QTest::newRow("last") << 4 << 1.0 << qint64(16'000);
    QTest::newRow("enough") << 5 << 0.5 << qint64(-1);
    QTest::newRow("far too many") << std::numeric_limits<int>::max() << 0.5 << qint64(-1);
    QTest::newRow("before the first") << -1 << 0.5 << qint64(-1);
    QTest::newRow("random out of range") << 0 << 7.0 << qint64(1'000);
    QTest::newRow("random no number") << 0 << std::numeric_limits<double>::quiet_NaN() << qint64(1'000);
}

void TestBackoff::growsAndEnds()
{
    QFETCH(int, attempt);
    QFETCH(double, random);
    QFETCH(qint64, delay);
    const auto wait = retryDelay(ErrorKind::Offline, attempt, random);
    QCOMPARE(wait ? wait->count() : -1, delay);
}

void TestBackoff::staysWithinTheJitter()
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        for (int i = 0; i <= 100; ++i) {
            const auto wait = retryDelay(ErrorKind::ServerError, attempt, i / 100.0).value();
            QVERIFY(wait >= milliseconds(0) && wait <= seconds(60) && wait <= seconds(1 << attempt));
        }
    }
}

QTEST_APPLESS_MAIN(TestBackoff)
#include "backoff_test.moc"
