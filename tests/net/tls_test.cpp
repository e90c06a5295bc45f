// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/exchange_fixture.h"

using namespace sk;
using namespace sk::test;

Q_DECLARE_METATYPE(sk::test::TlsServer::Options)

/// ENC-1: handshakes that must not lead to a request. The server is not Qt's and records what it could decrypt.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAndSendsNothing_data();
    void refusesAndSendsNothing();
    void refusesASecondHandshakeOnAnotherCertificate();
    void acceptsAGoodServerAndNotesProtocol_data();
    void acceptsAGoodServerAndNotesProtocol();
    void postsAreRefusedAlike();
};

void TestTls::refusesAndSendsNothing_data()
{
    QTest::addColumn<TlsServer::Options>("options");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *words, const auto &change) {
        TlsServer::Options options;
        change(options);
        QTest::newRow(name) << options << QString::fromLatin1(words);
    };
    row("expired", "has expired (issuer: Sellerkeep test CA)", [](auto &o) {
        o.certificate.fromDays = -30;
        o.certificate.untilDays = -1;
    });
    row("not yet valid", "not valid yet", [](auto &o) { o.certificate.fromDays = 1; });
    row("self-signed", "self-signed (issuer: localhost)", [](auto &o) { o.certificate.selfSigned = true; });
    row("untrusted issuer", "issuer is not trusted (issuer: Strange CA)",
        [](auto &o) { o.certificate.foreignAuthority = true; });
    row("wrong host", "another host name (issuer: Sellerkeep test CA)", [](auto &o) {
        o.certificate.commonName = "evil.example";
        o.certificate.names = "DNS:evil.example";
    });
    row("common name right, alternative names other", "another host name (issuer: Sellerkeep test CA)",
        [](auto &o) { o.certificate.names = "DNS:evil.example"; });
    row("common name right, no alternative names", "another host name", [](auto &o) { o.certificate.names = ""; });
    row("name right by address only", "another host name", [](auto &o) { o.certificate.names = "IP:127.0.0.1"; });
    row("wildcard too wide", "another host name", [](auto &o) { o.certificate.names = "DNS:*"; });
    row("TLS 1.1", "no TLS 1.2 or newer", [](auto &o) { o.onlyOldTls = true; });
    row("no forward secrecy", "no cipher that is safe enough", [](auto &o) { o.onlyWeakCipher = true; });
    row("plain http on the port", "does not speak TLS", [](auto &o) { o.plainHttp = true; });
}

void TestTls::refusesAndSendsNothing()
{
    QFETCH(TlsServer::Options, options);
    QFETCH(QString, words);
    const auto script = options.plainHttp ? TlsServer::Script([](Peer &peer) {
        peer.write(TlsServer::ok("{}"));
        peer.readRequest();
    })
                                          : TlsServer::always(TlsServer::ok("{}"));
    TlsServer server(script, options);
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    const auto result = await(transport->send(secretRequest(server)));
    QVERIFY2(!result && result.error().kind == ErrorKind::TlsRefused, qPrintable(inWords(result)));
    QVERIFY2(inWords(result).contains(words), qPrintable(inWords(result)));
    QVERIFY2(!inWords(result).contains(QStringLiteral("planted")), qPrintable(inWords(result)));
    QTRY_VERIFY(server.opened() > 0);
    QTRY_COMPARE(server.closed(), server.opened());
    QVERIFY(!server.received().contains("planted"));
    if (!options.plainHttp) // there the ClientHello itself is what arrives
        QCOMPARE(server.received(), QByteArray());
    QCOMPARE(transport->contacted().size(), 1);
    QCOMPARE(transport->contacted().first().protocol, QByteArray());
}

/// The server closes the kept-alive connection and comes back with a certificate that Qt takes for good, but we not:
/// the check is made for every connection of a lane.
void TestTls::refusesASecondHandshakeOnAnotherCertificate()
{
    TlsServer::Options options;
    options.later = Certificate{};
    options.later->names = "DNS:evil.example";
    TlsServer server(TlsServer::once(TlsServer::ok("{}")), options);
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    QCOMPARE(inWords(await(transport->send(secretRequest(server)))), QStringLiteral("status 200"));
    QTRY_COMPARE(server.closed(), 1);
    const auto second = await(transport->send(secretRequest(server)));
    QVERIFY2(!second && second.error().kind == ErrorKind::TlsRefused, qPrintable(inWords(second)));
    QTRY_COMPARE(server.closed(), server.opened());
    QCOMPARE(server.opened(), 2);
    QCOMPARE(server.received().count("planted-secret"), 1);
}

void TestTls::acceptsAGoodServerAndNotesProtocol_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("by name") << QStringLiteral("localhost");
    QTest::newRow("by address") << QStringLiteral("127.0.0.1");
}

void TestTls::acceptsAGoodServerAndNotesProtocol()
{
    QFETCH(QString, host);
    TlsServer server(TlsServer::always(TlsServer::ok("{}")));
    QUrl url = server.url();
    url.setHost(host);
    SystemClock clock;
    net::QtTransport transport(net::Endpoints::forLoopback(url, url, server.caPem()).value(), clock);
    net::HttpRequest request = secretRequest(server);
    request.url.setHost(host);
    const auto result = await(transport.send(request));
    QVERIFY2(result.has_value(), qPrintable(inWords(result)));
    QCOMPARE(result->tlsProtocol, QByteArray("TLSv1.3"));
    QVERIFY(server.received().contains("planted-secret")); // the recorder works
    const net::ContactedHost contacted = transport.contacted().value(0);
    QCOMPARE(contacted.host, host);
    QCOMPARE(contacted.port, server.port());
    QCOMPARE(contacted.protocol, QByteArray("TLSv1.3"));
    QVERIFY(!contacted.cipher.isEmpty());
    QCOMPARE(contacted.issuer, std::string("Sellerkeep test CA"));
}

void TestTls::postsAreRefusedAlike()
{
    TlsServer::Options options;
    options.certificate.names = "DNS:evil.example";
    TlsServer server(TlsServer::always(TlsServer::ok("{}")), options);
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    net::HttpRequest request = secretRequest(server);
    request.verb = net::Verb::Post;
    request.body = "refresh_token=planted-body";
    const auto result = await(transport->send(request));
    QVERIFY2(!result && result.error().kind == ErrorKind::TlsRefused, qPrintable(inWords(result)));
    QTRY_COMPARE(server.closed(), server.opened());
    QCOMPARE(server.opened(), 1);
    QCOMPARE(server.received(), QByteArray());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tls_test.moc"
