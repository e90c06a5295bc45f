// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/hurdle.h"
#include "core/net/network_error.h"
#include "core/net/tls_policy.h"
#include "tests/support/check.h"

#include <QMetaEnum>

using namespace sk;
using namespace sk::net;
using namespace sk::test;

Q_DECLARE_METATYPE(sk::net::Hurdle)

/// Who stands in the way is read from the words that our own code puts into an error: these tests hold both together.
class HurdleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void certificates_data();
    void certificates();
    void onlyProxyErrorsBlameTheProxy();
    void handshakesThatFailAreStrangers();
};

void HurdleTest::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Hurdle>("hurdle");
    QTest::newRow("data") << 200 << QByteArray("{}") << Hurdle::None;
    QTest::newRow("page") << 200 << QByteArray(" \r\n<!DOCTYPE html>") << Hurdle::Html;
    QTest::newRow("page that refuses") << 403 << QByteArray("<html>") << Hurdle::Html;
    QTest::newRow("nothing") << 503 << QByteArray() << Hurdle::None;
    QTest::newRow("proxy wants a sign-in") << 407 << QByteArray() << Hurdle::Proxy;
    QTest::newRow("network wants a sign-in") << 511 << QByteArray("<html>") << Hurdle::Proxy;
}

void HurdleTest::answers()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Hurdle, hurdle);
    HttpResponse response;
    response.status = status;
    response.body = body;
    QCOMPARE(hurdleIn(response), hurdle);
}

void HurdleTest::certificates_data()
{
    QTest::addColumn<QList<int>>("errors");
    QTest::addColumn<Hurdle>("hurdle");
    QTest::newRow("expired") << QList<int>{QSslError::CertificateExpired} << Hurdle::Dates;
    QTest::newRow("not yet") << QList<int>{QSslError::CertificateNotYetValid} << Hurdle::Dates;
    QTest::newRow("both") << QList<int>{QSslError::CertificateNotYetValid, QSslError::CertificateExpired}
                          << Hurdle::Dates;
    for (const int other : {QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
                            QSslError::UnableToGetLocalIssuerCertificate, QSslError::HostNameMismatch,
                            QSslError::CertificateRevoked, QSslError::InvalidPurpose, QSslError::UnspecifiedError}) {
        QTest::addRow("error %d", other) << QList<int>{other} << Hurdle::Stranger;
        QTest::addRow("error %d and expired", other)
            << QList<int>{QSslError::CertificateExpired, other} << Hurdle::Stranger;
    }
}

void HurdleTest::certificates()
{
    QFETCH(const QList<int>, errors);
    QFETCH(const Hurdle, hurdle);
    QList<QSslError> all;
    for (const int error : errors)
        all.append(QSslError(static_cast<QSslError::SslError>(error)));
    const std::string words = describeCertificateErrors(all);
    QCOMPARE(hurdleIn(fail(ErrorKind::TlsRefused, "api.amazon.com: " + words)), hurdle);
    // an issuer chooses its name itself
    QCOMPARE(hurdleIn(fail(ErrorKind::TlsRefused, words + " (issuer: the certificate has expired)")), hurdle);
}

void HurdleTest::onlyProxyErrorsBlameTheProxy()
{
    const auto kinds = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    int proxies = 0;
    for (int i = 0; i < kinds.keyCount(); ++i) {
        const auto failure = failureOf(static_cast<QNetworkReply::NetworkError>(kinds.value(i)), false);
        if (!failure)
            continue;
        const Hurdle hurdle = hurdleIn(fail(failure->kind, "api.amazon.com: " + failure->detail));
        const bool ofProxy = QByteArrayView(kinds.key(i)).contains("Proxy");
        proxies += ofProxy ? 1 : 0;
        QCOMPARE(hurdle == Hurdle::Proxy, ofProxy);
    }
    QVERIFY(proxies >= 6);
}

void HurdleTest::handshakesThatFailAreStrangers()
{
    QCOMPARE(hurdleIn(fail(ErrorKind::TlsRefused, describeHandshakeFailure(QStringLiteral("wrong version number")))),
             Hurdle::Stranger);
    QCOMPARE(hurdleIn(fail(ErrorKind::TlsRefused)), Hurdle::Stranger);
    QCOMPARE(hurdleIn(fail(ErrorKind::Cancelled, "stopped")), Hurdle::None);
}

QTEST_APPLESS_MAIN(HurdleTest)
#include "hurdle_test.moc"
