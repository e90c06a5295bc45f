// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/endpoints.h"
#include "tests/support/tls_server.h"

#include <QTest>

using namespace sk;
using namespace sk::net;

Q_DECLARE_METATYPE(sk::ErrorKind)

namespace {

QUrl url(const QString &text)
{
    return QUrl(text);
}

} // namespace

class TestEndpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void regionHosts_data();
    void regionHosts();
    void loopbackOrigins_data();
    void loopbackOrigins();
    void refusedLists_data();
    void refusedLists();
    void refusedLoopbacks_data();
    void refusedLoopbacks();

private:
    QByteArray m_pem;
};

void TestEndpoints::initTestCase()
{
    m_pem = test::TlsServer([](test::Peer &) {}).caPem();
}

void TestEndpoints::regionHosts_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *address, bool allowed) {
        QTest::newRow(address) << QString::fromUtf8(address) << allowed;
    };
    row("https://sellingpartnerapi-eu.amazon.com/orders?x=planted", true);
    row("https://api.amazon.com/auth/o2/token", true);
    row("https://API.Amazon.COM/auth", true);
    row("https://api.amazon.com:443/", true);
    row("http://api.amazon.com/planted", false);
    row("ftp://api.amazon.com/planted", false);
    row("file:///etc/passwd", false);
    row("data:text/plain,planted", false);
    row("api.amazon.com/planted", false);
    row("//api.amazon.com/planted", false);
    row("", false);
    row("https:///planted", false);
    row("https://api.amazon.com:8443/planted", false);
    row("https://api.amazon.com:80/planted", false);
    row("https://user@api.amazon.com/planted", false);
    row("https://user:planted@api.amazon.com/", false);
    row("https://@api.amazon.com/planted", false);
    row("https://api.amazon.com@evil.example/planted", false);
    row("https://api.amazon.com.evil.example/planted", false);
    row("https://evilapi.amazon.com/planted", false);
    row("https://sub.api.amazon.com/planted", false);
    row("https://amazon.com/planted", false);
    row("https://api.amazon.com./planted", false);
    row("https://sellingpartnerapi-na.amazon.com/planted", false);
    row("https://127.0.0.1/planted", false);
    row("https://2130706433/planted", false);
    row("https://0x7f.1/planted", false);
    row("https://[::1]/planted", false);
    row("https://[::ffff:127.0.0.1]/planted", false);
    row("https://localhost/planted", false);
    row("https://169.254.169.254/latest/planted", false);
    row("https://api.\xc3\xa4mazon.com/planted", false);
    row("https://\xd0\xb0pi.amazon.com/planted", false);
    row("https://xn--pi-7kc.amazon.com/planted", false);
    row("https://api.amazon.com%2eevil.example/planted", false);
    row("https://api.amazon.com\\@evil.example/planted", false);
}

void TestEndpoints::regionHosts()
{
    QFETCH(QString, address);
    QFETCH(bool, allowed);
    const auto endpoints = Endpoints::forRegionHosts(
        {QStringLiteral("sellingpartnerapi-eu.amazon.com"), QStringLiteral("api.amazon.com")});
    QVERIFY(endpoints.has_value() && !endpoints->isLoopback() && endpoints->authorities().isEmpty());
    const auto result = endpoints->check(url(address));
    QCOMPARE(result.has_value(), allowed);
    if (allowed)
        return;
    QVERIFY(result.error().kind == ErrorKind::HostNotAllowed);
    QVERIFY2(result.error().detail.find("planted") == std::string::npos, result.error().detail.c_str());
    QVERIFY(!result.error().detail.empty());
}

void TestEndpoints::loopbackOrigins_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *address, bool allowed) {
        QTest::newRow(address) << QString::fromUtf8(address) << allowed;
    };
    row("https://localhost:8443/orders", true);
    row("https://[::1]:9443/auth/o2/token", true);
    row("http://localhost:8443/orders", false);
    row("https://localhost/orders", false);
    row("https://localhost:9443/orders", false);
    row("https://127.0.0.1:8443/orders", false);
    row("https://[::1]:8443/", false);
    row("https://user@localhost:8443/", false);
    row("https://api.amazon.com/", false);
    row("https://localhost.evil.example:8443/", false);
}

void TestEndpoints::loopbackOrigins()
{
    QFETCH(QString, address);
    QFETCH(bool, allowed);
    const auto endpoints = Endpoints::forLoopback(url(QStringLiteral("https://localhost:8443/base")),
                                                  url(QStringLiteral("https://[::1]:9443")), m_pem);
    QVERIFY(endpoints.has_value() && endpoints->isLoopback());
    QCOMPARE(endpoints->authorities().size(), 1);
    QCOMPARE(endpoints->check(url(address)).has_value(), allowed);
}

void TestEndpoints::refusedLists_data()
{
    QTest::addColumn<QStringList>("hosts");
    const auto row = [](const char *name, const QStringList &hosts) { QTest::newRow(name) << hosts; };
    row("empty", {});
    row("empty name", {QString()});
    row("wildcard", {QStringLiteral("*.amazon.com")});
    row("address", {QStringLiteral("127.0.0.1")});
    row("v6 address", {QStringLiteral("::1")});
    row("port", {QStringLiteral("api.amazon.com:443")});
    row("scheme", {QStringLiteral("https://api.amazon.com")});
    row("path", {QStringLiteral("api.amazon.com/x")});
    row("upper case", {QStringLiteral("API.amazon.com")});
    row("punycode", {QStringLiteral("xn--pi-7kc.amazon.com")});
    row("one label", {QStringLiteral("localhost")});
    row("empty label", {QStringLiteral("api..amazon.com")});
    row("one bad among good", {QStringLiteral("api.amazon.com"), QStringLiteral("a b.com")});
}

void TestEndpoints::refusedLists()
{
    QFETCH(QStringList, hosts);
    const auto endpoints = Endpoints::forRegionHosts(hosts);
    QVERIFY(!endpoints && endpoints.error().kind == ErrorKind::Usage);
}

void TestEndpoints::refusedLoopbacks_data()
{
    QTest::addColumn<QString>("api");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<ErrorKind>("kind");
    const QString good = QStringLiteral("https://localhost:1");
    using enum ErrorKind;
    QTest::newRow("http") << QStringLiteral("http://localhost:1") << good << m_pem << HostNotAllowed;
    QTest::newRow("token http") << good << QStringLiteral("http://127.0.0.1:1") << m_pem << HostNotAllowed;
    QTest::newRow("elsewhere") << QStringLiteral("https://evil.example") << good << m_pem << HostNotAllowed;
    QTest::newRow("other loopback address") << QStringLiteral("https://127.0.0.2") << good << m_pem << HostNotAllowed;
    QTest::newRow("token elsewhere") << good << QStringLiteral("https://api.amazon.com") << m_pem << HostNotAllowed;
    QTest::newRow("userinfo") << QStringLiteral("https://a@localhost:1") << good << m_pem << HostNotAllowed;
    QTest::newRow("empty") << QString() << good << m_pem << HostNotAllowed;
    QTest::newRow("no authority") << good << good << QByteArray() << Usage;
    QTest::newRow("no PEM") << good << good << QByteArray("hello") << Usage;
    QTest::newRow("damaged PEM") << good << good << m_pem.left(100) + "\n-----END CERTIFICATE-----\n" << Usage;
    QTest::newRow("one of two damaged") << good << good
                                        << m_pem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
                                        << Usage;
}

void TestEndpoints::refusedLoopbacks()
{
    QFETCH(QString, api);
    QFETCH(QString, token);
    QFETCH(QByteArray, pem);
    QFETCH(ErrorKind, kind);
    const auto endpoints = Endpoints::forLoopback(url(api), url(token), pem);
    QVERIFY(!endpoints);
    QVERIFY2(endpoints.error().kind == kind, endpoints.error().detail.c_str());
}

QTEST_GUILESS_MAIN(TestEndpoints)
#include "endpoints_test.moc"
