// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/transport_access_manager.h"
#include "tests/support/check.h"
#include "tests/support/fake_transport.h"

#include <QSignalSpy>

using namespace sk;
using namespace sk::net;
using namespace sk::test;

class AccessManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postGoesThroughTheTransport();
    void everythingElseIsRefused();
    void failureIsTheTransports();
    void answerCannotBeReadAsADevice();
    void abortCancels();
    void mayDieBeforeTheAnswer();

private:
    static const TransportReply *ended(QNetworkReply *reply)
    {
        QSignalSpy finished(reply, &QNetworkReply::finished);
        (void)finished.wait(5000);
        return finished.count() == 1 ? qobject_cast<const TransportReply *>(reply) : nullptr;
    }

    const QNetworkRequest m_request{QUrl(QStringLiteral("https://api.amazon.com/auth/o2/token"))};
    FakeTransport m_transport;
    TransportAccessManager m_manager{m_transport, [](HttpRequest &request) { request.body += "&more=1"; }};
};

void AccessManagerTest::postGoesThroughTheTransport()
{
    m_transport.queue(201, "{}");
    QNetworkRequest request = m_request;
    request.setRawHeader("X-Test", "a");
    const TransportReply *reply = ended(m_manager.post(request, QByteArray("body=1")));
    QVERIFY(reply != nullptr);
    QCOMPARE(must(reply->outcome()).status, 201);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(m_transport.requests().back().body, QByteArray("body=1&more=1"));
    QCOMPARE(m_transport.requests().back().url, m_request.url());
    QCOMPARE(headerOf(m_transport.requests().back(), "x-test"), QByteArray("a"));
}

void AccessManagerTest::everythingElseIsRefused()
{
    const std::size_t before = m_transport.requests().size();
    const std::vector<std::function<QNetworkReply *()>> others{
        [this] { return m_manager.get(m_request); }, [this] { return m_manager.head(m_request); },
        [this] { return m_manager.put(m_request, QByteArray()); },
        [this] { return m_manager.deleteResource(m_request); }};
    for (const auto &other : others) {
        const TransportReply *ours = ended(other());
        QVERIFY(ours != nullptr);
        SK_FAILS(ours->outcome(), ErrorKind::Internal);
    }
    QCOMPARE(m_transport.requests().size(), before);
}

void AccessManagerTest::failureIsTheTransports()
{
    m_transport.queue(fail(ErrorKind::TlsRefused, "no"));
    const TransportReply *reply = ended(m_manager.post(m_request, QByteArray("x")));
    QVERIFY(reply != nullptr);
    SK_FAILS(reply->outcome(), ErrorKind::TlsRefused);
    QVERIFY(reply->error() != QNetworkReply::NoError);
}

void AccessManagerTest::answerCannotBeReadAsADevice()
{
    m_transport.queue(200, R"({"refresh_token":"secret"})");
    QNetworkReply *reply = m_manager.post(m_request, QByteArray("x"));
    QVERIFY(ended(reply) != nullptr);
    QVERIFY(reply->readAll().isEmpty());
}

void AccessManagerTest::abortCancels()
{
    m_transport.hold();
    QNetworkReply *reply = m_manager.post(m_request, QByteArray("x"));
    reply->abort();
    const TransportReply *ours = ended(reply);
    QVERIFY(ours != nullptr);
    SK_FAILS(ours->outcome(), ErrorKind::Cancelled);
    m_transport.release(HttpResponse{}); // comes too late and changes nothing
    QTest::qWait(0);
    SK_FAILS(ours->outcome(), ErrorKind::Cancelled);
}

void AccessManagerTest::mayDieBeforeTheAnswer()
{
    m_transport.hold();
    {
        TransportAccessManager manager(m_transport, [](HttpRequest &) {});
        manager.post(m_request, QByteArray("x"));
    }
    m_transport.release(HttpResponse{});
    QTest::qWait(0);
}

QTEST_GUILESS_MAIN(AccessManagerTest)
#include "access_manager_test.moc"
