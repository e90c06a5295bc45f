// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults.h"
#include "tests/simulator/fake_clock.h"
#include "tests/simulator/test_client.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <zlib.h>

#include <memory>
#include <thread>

using namespace sk::simulator;
using namespace sk::simulator::test;

namespace {

Options faultOptions()
{
    Options options;
    options.orders = 400;
    options.historyDays = 60;
    options.enforceRates = false;
    return options;
}

const Parameters kSearch = {
    {"createdAfter", "2020-01-01"}, {"includedData", "FULFILLMENT"}, {"maxResultsPerPage", "50"}};

std::string gunzip(const std::string &data)
{
    std::string out(4'000'000, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = inflate(&stream, Z_FINISH);
    out.resize(result == Z_STREAM_END ? stream.total_out : 0);
    inflateEnd(&stream);
    return out;
}

} // namespace

/// The faults of the road: what arrives damaged, late or not at all.
class DeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedBodies();
    void droppedConnection();
    void slowBodyDrips();
    void gzipBody();
    void wrongDate();
    void redirectLeadsElsewhere();
    void stopIsQuick();
};

void DeliveryTest::damagedBodies()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject({FaultKind::CutJson});
    const Answer cut = bench.search(kSearch);
    QCOMPARE(cut.status, 200);
    QCOMPARE(std::to_string(cut.body.size()), cut.header("content-length"));
    QVERIFY(!cut.isJson());
    bench.simulator().inject({FaultKind::Truncated});
    const Answer truncated = bench.search(kSearch);
    QCOMPARE(truncated.status, 0); // httplib reports a read error
    QCOMPARE(bench.search(kSearch).status, 200);
}

void DeliveryTest::droppedConnection()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject({FaultKind::Dropped});
    QCOMPARE(bench.search(kSearch).status, 0);
    QCOMPARE(bench.search(kSearch).status, 200);
}

void DeliveryTest::slowBodyDrips()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject(*parseFault("slow-body=1"));
    QElapsedTimer timer;
    timer.start();
    const Answer answer = bench.search(kSearch);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.isJson());
    QVERIFY(timer.elapsed() > 700);
}

void DeliveryTest::gzipBody()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject({FaultKind::Gzip});
    const Answer answer = bench.search(kSearch);
    QCOMPARE(answer.header("content-encoding"), std::string("gzip"));
    QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(gunzip(answer.body))).isObject());
}

void DeliveryTest::wrongDate()
{
    const FakeClock clock;
    Options options = faultOptions();
    options.clock = clock.function();
    Bench bench(options);
    bench.login();
    bench.simulator().inject(*parseFault("wrong-date=-7"));
    QCOMPARE(bench.search(kSearch).header("date"), std::string("Sun, 22 Nov 2026 05:00:00 GMT"));
}

void DeliveryTest::redirectLeadsElsewhere()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject({FaultKind::Redirect});
    const Answer answer = bench.search(kSearch);
    QCOMPARE(answer.status, 302);
    QCOMPARE(answer.header("location"),
             "https://127.0.0.1:" + std::to_string(bench.simulator().port()) + "/simulator/elsewhere");
    QCOMPARE(bench.simulator().stats().count("redirectTarget"), std::uint64_t{0});
    bench.getRaw("/simulator/elsewhere");
    QCOMPARE(bench.simulator().stats().count("redirectTarget"), std::uint64_t{1});
    QVERIFY(bench.simulator().stats().log.back().carriedToken);
}

void DeliveryTest::stopIsQuick()
{
    auto bench = std::make_unique<Bench>(faultOptions());
    bench->login();
    bench->simulator().inject({FaultKind::Slow});
    std::thread client([&bench] { bench->search(kSearch); });
    QTest::qWait(300);
    QElapsedTimer timer;
    timer.start();
    bench->simulator().stop();
    const qint64 taken = timer.elapsed();
    client.join();
    QVERIFY2(taken < 1000, qPrintable(QString::number(taken)));
}

QTEST_GUILESS_MAIN(DeliveryTest)
#include "delivery_test.moc"
