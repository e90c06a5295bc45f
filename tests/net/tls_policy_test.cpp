// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_policy.h"
#include "tests/support/tls_server.certificates.h"

#include <QSslCipher>
#include <QTest>

#include <openssl/pem.h>

using namespace sk;
using namespace sk::net;

class TestTlsPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostAgainstNames_data();
    void hostAgainstNames();
    void theConfigurationIsStrict();
    void loopbackTrustsOnlyItsAuthority();
    void handshakeFailuresInWords_data();
    void handshakeFailuresInWords();
    void everyCertificateErrorHasWords();
    void noPeerIsRefused();
    void shortKeysAreWeak_data();
    void shortKeysAreWeak();
};

namespace {

/// A certificate that shows this key and says nothing else.
QSslCertificate certificateWith(EVP_PKEY *key)
{
    const std::unique_ptr<X509, test::Release<X509_free>> made(X509_new());
    const std::unique_ptr<BIO, test::Release<BIO_free_all>> memory(BIO_new(BIO_s_mem()));
    X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 60);
    X509_set_pubkey(made.get(), key);
    X509_sign(made.get(), key, EVP_sha256());
    PEM_write_bio_X509(memory.get(), made.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QSslCertificate(QByteArray(data, size));
}

} // namespace

void TestTlsPolicy::hostAgainstNames_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("dns");
    QTest::addColumn<QStringList>("ips");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const char *host, const QStringList &dns, const QStringList &ips,
                        bool matches) { QTest::newRow(name) << QString::fromUtf8(host) << dns << ips << matches; };
    const QString api = QStringLiteral("api.amazon.com");
    row("exact", "api.amazon.com", {api}, {}, true);
    row("second of two", "api.amazon.com", {QStringLiteral("a.example"), api}, {}, true);
    row("any case", "API.amazon.com", {QStringLiteral("Api.Amazon.Com")}, {}, true);
    row("none", "api.amazon.com", {}, {}, false);
    row("other", "api.amazon.com", {QStringLiteral("evil.example")}, {}, false);
    row("suffix", "api.amazon.com", {QStringLiteral("amazon.com")}, {}, false);
    row("prefix", "api.amazon.com", {QStringLiteral("api.amazon.com.evil.example")}, {}, false);
    row("wildcard", "api.amazon.com", {QStringLiteral("*.amazon.com")}, {}, true);
    row("wildcard is one label", "x.api.amazon.com", {QStringLiteral("*.amazon.com")}, {}, false);
    row("wildcard is not no label", "amazon.com", {QStringLiteral("*.amazon.com")}, {}, false);
    row("wildcard within a label", "api.amazon.com", {QStringLiteral("a*.amazon.com")}, {}, false);
    row("wildcard further right", "api.amazon.com", {QStringLiteral("api.*.com")}, {}, false);
    row("two wildcards", "api.amazon.com", {QStringLiteral("*.*.com")}, {}, false);
    row("wildcard before one label", "amazon.com", {QStringLiteral("*.com")}, {}, false);
    row("wildcard alone", "localhost", {QStringLiteral("*")}, {}, false);
    row("wildcard with an empty parent", "api.amazon.com", {QStringLiteral("*.")}, {}, false);
    row("star as a host", "*.amazon.com", {QStringLiteral("*.amazon.com")}, {}, true); // Endpoints refuses such a host
    row("trailing dot in the name", "api.amazon.com", {QStringLiteral("api.amazon.com.")}, {}, false);
    row("null character", "api.amazon.com",
        {QString(QStringLiteral("api.amazon.com") + QChar(u'\0') + QStringLiteral(".evil.example"))}, {}, false);
    row("look-alike letter", "api.amazon.com", {QString::fromUtf8("\xd0\xb0pi.amazon.com")}, {}, false);
    row("letter that lowers to ascii", "kpi.amazon.com", {QString::fromUtf8("\xe2\x84\xaapi.amazon.com")}, {}, false);
    row("empty host", "", {QString()}, {}, false);
    row("address", "127.0.0.1", {}, {QStringLiteral("127.0.0.1")}, true);
    row("other address", "127.0.0.1", {}, {QStringLiteral("127.0.0.2")}, false);
    row("address as a name", "127.0.0.1", {QStringLiteral("127.0.0.1")}, {}, false);
    row("address against a wildcard", "127.0.0.1", {QStringLiteral("*.0.0.1")}, {}, false);
    row("name as an address", "api.amazon.com", {}, {api}, false);
    row("v6", "::1", {}, {QStringLiteral("0:0:0:0:0:0:0:1")}, true);
    row("v6 other", "::1", {}, {QStringLiteral("::2")}, false);
}

void TestTlsPolicy::hostAgainstNames()
{
    QFETCH(QString, host);
    QFETCH(QStringList, dns);
    QFETCH(QStringList, ips);
    QFETCH(bool, matches);
    AlternativeNames names;
    for (const QString &name : dns)
        names.insert(QSsl::DnsEntry, name);
    for (const QString &ip : ips)
        names.insert(QSsl::IpAddressEntry, ip);
    names.insert(QSsl::EmailEntry, host);
    QCOMPARE(hostMatches(host, names), matches);
}

void TestTlsPolicy::theConfigurationIsStrict()
{
    const QSslConfiguration tls = tlsConfiguration({});
    QCOMPARE(tls.protocol(), QSsl::TlsV1_2OrLater);
    QCOMPARE(tls.peerVerifyMode(), QSslSocket::VerifyPeer);
    QVERIFY(tls.allowedNextProtocols().isEmpty());
    QVERIFY(!tls.ciphers().isEmpty());
    for (const QSslCipher &cipher : tls.ciphers()) {
        const QString name = cipher.name();
        QVERIFY2(name.contains(QStringLiteral("GCM")) || name.contains(QStringLiteral("CHACHA20"))
                     || name.contains(QStringLiteral("CCM")),
                 qPrintable(name));
        QVERIFY2(name.startsWith(QStringLiteral("ECDHE-")) || name.startsWith(QStringLiteral("TLS_")),
                 qPrintable(name));
    }
}

void TestTlsPolicy::loopbackTrustsOnlyItsAuthority()
{
    const QByteArray pem = test::TlsServer([](test::Peer &) {}).caPem();
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(pem, QSsl::Pem);
    QCOMPARE(tlsConfiguration(authorities).caCertificates(), authorities);
    QCOMPARE(issuerName(authorities.first()), std::string("Sellerkeep test CA"));
}

void TestTlsPolicy::handshakeFailuresInWords_data()
{
    QTest::addColumn<QString>("library");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *library, const char *words) {
        QTest::newRow(library) << QString::fromLatin1(library) << QString::fromLatin1(words);
    };
    row("error:0A00042E:SSL routines::tlsv1 alert protocol version", "the server speaks no TLS 1.2 or newer");
    row("error:0A000102:SSL routines::unsupported protocol", "the server speaks no TLS 1.2 or newer");
    row("error:0A00010B:SSL routines::wrong version number", "the server does not speak TLS on this port");
    row("error:0A000410:SSL routines::sslv3 alert handshake failure",
        "the server offers no cipher that is safe enough");
    row("something https://x/?planted=1", "the TLS handshake failed");
    row("", "the TLS handshake failed");
}

void TestTlsPolicy::handshakeFailuresInWords()
{
    QFETCH(QString, library);
    QFETCH(QString, words);
    QCOMPARE(QString::fromStdString(describeHandshakeFailure(library)), words);
}

void TestTlsPolicy::everyCertificateErrorHasWords()
{
    for (int i = QSslError::UnableToGetIssuerCertificate; i <= QSslError::CertificateStatusUnknown; ++i) {
        const QSslError error(static_cast<QSslError::SslError>(i));
        QVERIFY(!describeCertificateErrors({error}).empty());
    }
    const QSslError expired(QSslError::CertificateExpired);
    QCOMPARE(describeCertificateErrors({expired, expired, QSslError(QSslError::HostNameMismatch)}),
             std::string("the certificate has expired, the certificate is for another host name"));
}

void TestTlsPolicy::noPeerIsRefused()
{
    const auto result = checkPeer(QSslConfiguration(), QStringLiteral("localhost"));
    QVERIFY(!result && result.error().kind == ErrorKind::TlsRefused);
}

void TestTlsPolicy::shortKeysAreWeak_data()
{
    QTest::addColumn<int>("rsaBits"); // 0: a curve
    QTest::addColumn<QString>("curve");
    QTest::addColumn<bool>("strong");
    QTest::newRow("RSA 1024") << 1024 << QString() << false;
    QTest::newRow("RSA 2040") << 2040 << QString() << false;
    QTest::newRow("RSA 2048") << 2048 << QString() << true;
    QTest::newRow("RSA 3072") << 3072 << QString() << true;
    QTest::newRow("P-192") << 0 << QStringLiteral("P-192") << false;
    QTest::newRow("P-256") << 0 << QStringLiteral("P-256") << true;
}

void TestTlsPolicy::shortKeysAreWeak()
{
    QFETCH(int, rsaBits);
    QFETCH(QString, curve);
    QFETCH(bool, strong);
    const std::unique_ptr<EVP_PKEY, test::Release<EVP_PKEY_free>> key(
        rsaBits > 0 ? EVP_RSA_gen(static_cast<unsigned>(rsaBits)) : EVP_EC_gen(curve.toLatin1().constData()));
    const QSslCertificate certificate = certificateWith(key.get());
    QVERIFY(!certificate.isNull());
    QCOMPARE(hasStrongKey(certificate), strong);
}

QTEST_GUILESS_MAIN(TestTlsPolicy)
#include "tls_policy_test.moc"
