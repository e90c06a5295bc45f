// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consent/loopback_listener.h"
#include "tests/support/check.h"
#include "tests/support/fake_clock.h"
#include "tests/support/wine.h"

#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTcpSocket>

using namespace sk;
using namespace sk::consent;
using namespace sk::test;
using namespace std::chrono_literals;

namespace {

/// What a browser's connection says and hears.
struct Client
{
    QTcpSocket socket;

    bool connectTo(const HandOver &place, const QHostAddress &address = QHostAddress::LocalHost)
    {
        socket.connectToHost(address, place.port);
        (void)QTest::qWaitFor(
            [this] {
                return socket.state() == QAbstractSocket::ConnectedState
                    || socket.state() == QAbstractSocket::UnconnectedState;
            },
            5000);
        return socket.state() == QAbstractSocket::ConnectedState;
    }
    bool ends()
    {
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
    }
    QByteArray ask(const QByteArray &request)
    {
        socket.write(request);
        ends();
        return socket.readAll();
    }
};

QByteArray navigation(const HandOver &place, const QByteArray &query)
{
    return "GET /" + QByteArray::fromStdString(place.segment) + '?' + query
        + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(place.port) + "\r\nSec-Fetch-Dest: document\r\n\r\n";
}

} // namespace

class ConsentListenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneHitAndItIsClosed();
    void connectionOpenedBeforeTheHitIsRefused();
    void answersNoOtherInterface();
    void oversizedRequestIsRefused();
    void wrongRequestsAreRefusedAndItStaysOpen();
    void manyWrongRequestsCloseIt();
    void slowRequestIsCut();
    void crowdIsRefused();
    void closesAfter15Minutes();
    void replyTellsNothingAndRunsNothing();
    void segmentIs128RandomBits();

private:
    FakeClock m_clock;
    std::unique_ptr<LoopbackListener> m_listener;
    std::unique_ptr<QSignalSpy> m_answers;
    HandOver m_place;
};

void ConsentListenerTest::init()
{
    m_answers.reset();
    m_listener =
        std::make_unique<LoopbackListener>(m_clock, secrets::systemRandom(), ClosingPage{"Do<n>e", "Go & see"});
    m_answers = std::make_unique<QSignalSpy>(m_listener.get(), &LoopbackListener::answered);
    m_place = must(m_listener->open());
}

void ConsentListenerTest::oneHitAndItIsClosed()
{
    Client first;
    QVERIFY(first.connectTo(m_place));
    QVERIFY(first.ask(navigation(m_place, "state=x&code=y")).startsWith("HTTP/1.1 200 "));
    QCOMPARE(m_answers->count(), 1);
    QCOMPARE(m_answers->front().front().value<std::string>(), std::string("state=x&code=y"));
    QVERIFY(!m_listener->isOpen());
    Client second;
    QVERIFY(!second.connectTo(m_place));
    QCOMPARE(m_answers->count(), 1);
}

void ConsentListenerTest::connectionOpenedBeforeTheHitIsRefused()
{
    Client waiting;
    QVERIFY(waiting.connectTo(m_place));
    waiting.socket.write("GET /");
    waiting.socket.flush();
    Client first;
    QVERIFY(first.connectTo(m_place));
    QVERIFY(first.ask(navigation(m_place, "state=x&code=y")).startsWith("HTTP/1.1 200 "));
    QVERIFY(waiting.ask(navigation(m_place, "state=x&code=z").mid(5)).startsWith("HTTP/1.1 410 "));
    QCOMPARE(m_answers->count(), 1);
}

void ConsentListenerTest::answersNoOtherInterface()
{
    QList<QHostAddress> others{QHostAddress(QStringLiteral("127.0.0.2")), QHostAddress(QHostAddress::LocalHostIPv6)};
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address != QHostAddress(QHostAddress::LocalHost))
            others.append(address);
    }
    for (const QHostAddress &address : others) {
        Client client;
        QVERIFY2(!client.connectTo(m_place, address), qPrintable(address.toString()));
    }
    Client right;
    QVERIFY(right.connectTo(m_place));
}

void ConsentListenerTest::oversizedRequestIsRefused()
{
    if (isWine())
        QSKIP("Wine 8 tells nobody of a connection that was reset");
    for (const QByteArray &request :
         {"GET /" + QByteArray(1'000'000, 'x'), navigation(m_place, "state=" + QByteArray(40'000, 'x')),
          "GET / HTTP/1.1\r\nX: " + QByteArray(40'000, 'x') + "\r\n\r\n"}) {
        Client client;
        QVERIFY(client.connectTo(m_place));
        client.socket.write(request);
        QVERIFY(client.ends());
        QVERIFY(!client.socket.readAll().startsWith("HTTP/1.1 200 "));
    }
    QCOMPARE(m_answers->count(), 0);
    QVERIFY(m_listener->isOpen());
}

void ConsentListenerTest::wrongRequestsAreRefusedAndItStaysOpen()
{
    const QByteArray right = navigation(m_place, "state=x&code=y");
    QByteArray otherHost = right;
    otherHost.replace("Host: 127.0.0.1", "Host: evil.example");
    QByteArray post = right;
    post.replace("GET", "POST");
    for (const QByteArray &request : {otherHost, post, QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray("\r\n\r\n")}) {
        Client client;
        QVERIFY(client.connectTo(m_place));
        QVERIFY(client.ask(request).startsWith("HTTP/1.1 4"));
    }
    QCOMPARE(m_answers->count(), 0);
    Client client;
    QVERIFY(client.connectTo(m_place));
    QVERIFY(client.ask(right).startsWith("HTTP/1.1 200 "));
}

void ConsentListenerTest::manyWrongRequestsCloseIt()
{
    for (int i = 0; i < 20; ++i) {
        Client client;
        QVERIFY2(client.connectTo(m_place), QByteArray::number(i).constData());
        QVERIFY(client.ask("GET /guess HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 4"));
    }
    Client client;
    QVERIFY(!client.connectTo(m_place));
    QCOMPARE(m_answers->count(), 0);
}

void ConsentListenerTest::slowRequestIsCut()
{
    if (isWine())
        QSKIP("Wine 8 tells nobody of a connection that was reset");
    Client client;
    QVERIFY(client.connectTo(m_place));
    client.socket.write("GET /");
    client.socket.flush();
    QTRY_COMPARE(m_clock.waiting(), std::size_t(2)); // its own end, and this connection's
    m_clock.advance(5s);
    QVERIFY(client.ends());
    QVERIFY(m_listener->isOpen());
}

void ConsentListenerTest::crowdIsRefused()
{
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 12; ++i) {
        clients.push_back(std::make_unique<Client>());
        clients.back()->connectTo(m_place);
    }
    const auto refused = [&] {
        return std::count_if(clients.begin(), clients.end(), [](const auto &client) {
            return client->socket.state() == QAbstractSocket::UnconnectedState;
        });
    };
    QTRY_COMPARE(refused(), 4);
}

void ConsentListenerTest::closesAfter15Minutes()
{
    m_clock.advance(15min - 1ms);
    QVERIFY(m_listener->isOpen());
    m_clock.advance(1ms);
    QVERIFY(!m_listener->isOpen());
}

void ConsentListenerTest::replyTellsNothingAndRunsNothing()
{
    Client client;
    QVERIFY(client.connectTo(m_place));
    const QByteArray reply = client.ask(navigation(m_place, "state=canary&code=secret"));
    QVERIFY(!reply.contains("canary") && !reply.contains("secret"));
    QVERIFY(reply.contains("Content-Security-Policy: default-src 'none';"));
    QVERIFY(reply.contains("Referrer-Policy: no-referrer\r\n"));
    QVERIFY(reply.contains("Cache-Control: no-store\r\n"));
    QVERIFY(reply.contains("<h1>Do&lt;n&gt;e</h1>") && reply.contains("Go &amp; see"));
    QVERIFY(!reply.contains("<script"));
}

void ConsentListenerTest::segmentIs128RandomBits()
{
    QCOMPARE(m_place.segment.size(), std::size_t(22));
    LoopbackListener other(m_clock, secrets::systemRandom(), {});
    QVERIFY(must(other.open()).segment != m_place.segment);
}

QTEST_GUILESS_MAIN(ConsentListenerTest)
#include "listener_test.moc"
