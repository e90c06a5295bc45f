// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"

#include <QTest>

#include <vector>

using namespace sk;
using namespace sk::test;
using namespace std::chrono_literals;

/// The doubles that other tests stand on.
class TestFakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clockRunsWorkInOrder();
    void clockSkipsTheDead();
    void clockRunsWorkAskedForOnTheWay();
    void wallJumpsAloneAndMovesAlong();
    void transportReplaysAndRemembers();
    void transportFailsOnTheUnexpected();
    void transportHoldsAndCancels();
};

void TestFakes::clockRunsWorkInOrder()
{
    FakeClock clock;
    std::vector<int> ran;
    clock.callAfter(20ms, this, [&] { ran.push_back(3); });
    clock.callAfter(10ms, this, [&] {
        ran.push_back(1);
        QCOMPARE(clock.monotonic(), 10ms);
    });
    clock.callAfter(10ms, this, [&] { ran.push_back(2); });
    clock.callAfter(-5ms, this, [&] { ran.push_back(0); });
    clock.advance(19ms);
    QCOMPARE(ran, (std::vector{0, 1, 2}));
    QCOMPARE(clock.waiting(), std::size_t(1));
    clock.advance(1ms);
    QCOMPARE(ran, (std::vector{0, 1, 2, 3}));
    QCOMPARE(clock.monotonic(), 20ms);
}

void TestFakes::clockSkipsTheDead()
{
    FakeClock clock;
    int ran = 0;
    auto context = std::make_unique<QObject>();
    clock.callAfter(10ms, context.get(), [&] { ++ran; });
    QCOMPARE(clock.waiting(), std::size_t(1));
    context.reset();
    QCOMPARE(clock.waiting(), std::size_t(0));
    clock.advance(1s);
    QCOMPARE(ran, 0);
}

void TestFakes::clockRunsWorkAskedForOnTheWay()
{
    FakeClock clock;
    int ran = 0;
    std::function<void()> again = [&] {
        ++ran;
        clock.callAfter(10ms, this, again);
    };
    clock.callAfter(10ms, this, again);
    clock.advance(105ms);
    QCOMPARE(ran, 10);
}

void TestFakes::wallJumpsAloneAndMovesAlong()
{
    FakeClock clock(fromMillis(1000));
    clock.advance(5ms);
    QCOMPARE(toMillis(clock.now()), 1005);
    clock.setWall(fromMillis(7));
    QCOMPARE(clock.monotonic(), 5ms);
    clock.advance(3ms);
    QCOMPARE(toMillis(clock.now()), 10);
}

void TestFakes::transportReplaysAndRemembers()
{
    FakeTransport transport;
    transport.queue(200, "{}");
    transport.queue(fail(ErrorKind::Offline));
    transport.queueAnswer([](const net::HttpRequest &request) {
        net::HttpResponse response;
        response.body = headerOf(request, "X-ID");
        return readyFuture<FakeTransport::Reply>(response);
    });
    net::HttpRequest request;
    request.headers = {{"x-id", "42"}};
    QCOMPARE(transport.send(request).result().value().status, 200);
    QVERIFY(transport.send(request).result().error().kind == ErrorKind::Offline);
    QCOMPARE(transport.send(request).result().value().body, QByteArray("42"));
    QCOMPARE(transport.requests().size(), std::size_t(3));
    QCOMPARE(transport.queued(), std::size_t(0));
}

void TestFakes::transportFailsOnTheUnexpected()
{
    FakeTransport transport;
    net::HttpRequest request;
    request.url = QUrl(QStringLiteral("https://x/orders?planted=1"));
    const auto reply = transport.send(request).result();
    QVERIFY(!reply && reply.error().kind == ErrorKind::Internal);
    QCOMPARE(reply.error().detail, std::string("no answer was prepared for /orders"));
}

void TestFakes::transportHoldsAndCancels()
{
    FakeTransport transport;
    transport.hold();
    transport.hold();
    const auto first = transport.send({});
    const auto second = transport.send({});
    QVERIFY(!first.isFinished() && transport.open() == 2);
    transport.release(net::HttpResponse{});
    QVERIFY(first.isFinished() && first.result().has_value());
    transport.cancelAll();
    QVERIFY(second.isFinished() && second.result().error().kind == ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestFakes)
#include "fakes_test.moc"
