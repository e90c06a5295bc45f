// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/certificate.h"
#include "core/secrets/crypto.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::privacy;
using namespace sk::test;

class TestCertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void everyChangedByteIsNoticed();
    void everyMissingByteIsNoticed();
    void anotherKeyIsAnotherSigner();
    void foreignFilesAreRefused_data();
    void foreignFilesAreRefused();
    void onlyCleanChecksAreClean();
};

namespace {

const secrets::Secret kSeed = secrets::Secret::make(32, repeatableRandom(11));

model::ErasureCertificate sample()
{
    model::ErasureCertificate certificate;
    certificate.id = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    certificate.profileId = "11111111-2222-4333-8444-555555555555";
    certificate.profileName = "Müller & Söhne \"Nord\"";
    certificate.scope = model::ErasureScope::Connection;
    certificate.subject = "c1";
    certificate.label = "Shop\nwith a line";
    certificate.reason = model::ErasureReason::BuyerRequest;
    certificate.by = "owner";
    certificate.begun = fromMillis(1'767'225'600'000);
    certificate.finished = fromMillis(1'767'225'601'234);
    certificate.counts = {{"orders", 10'000}, {"order-items", 14'177}, {"pii-values", 205}};
    certificate.checks = {{"rows", 9, 0, true}, {"vault-pages", 4'000'000'000, 0, true}, {"files", 12, 0, true}};
    certificate.outOfReach = {"exports-moved", "os-snapshots"};
    certificate.auditSeq = 4711;
    certificate.auditHead = toHex(secrets::sha256(asBytes("head")));
    return certificate;
}

} // namespace

void TestCertificate::readsWhatItWrote()
{
    const Bytes file = signedCertificate(sample(), kSeed);
    const ReadCertificate read = must(readCertificate(file));
    QVERIFY(read.signatureValid);
    QCOMPARE(read.publicKey, secrets::publicKeyOf(kSeed));
    QCOMPARE(read.hash, secrets::sha256(file));
    const model::ErasureCertificate &certificate = read.certificate;
    QCOMPARE(certificate.id, sample().id);
    QCOMPARE(certificate.profileId, sample().profileId);
    QCOMPARE(certificate.profileName, sample().profileName);
    QCOMPARE(certificate.label, sample().label);
    QCOMPARE(certificate.subject, sample().subject);
    QCOMPARE(certificate.scope, sample().scope);
    QCOMPARE(certificate.reason, sample().reason);
    QCOMPARE(certificate.by, sample().by);
    QCOMPARE(certificate.begun, sample().begun);
    QCOMPARE(certificate.finished, sample().finished);
    QCOMPARE(certificate.counts, sample().counts);
    QCOMPARE(certificate.checks, sample().checks);
    QCOMPARE(certificate.outOfReach, sample().outOfReach);
    QCOMPARE(certificate.auditSeq, sample().auditSeq);
    QCOMPARE(certificate.auditHead, sample().auditHead);
}

void TestCertificate::everyChangedByteIsNoticed()
{
    const Bytes file = signedCertificate(sample(), kSeed);
    for (std::size_t i = 0; i < file.size(); ++i) {
        for (const std::uint8_t change : {std::uint8_t(1), std::uint8_t(0x20), std::uint8_t(0x80)}) {
            Bytes other = file;
            other[i] = static_cast<std::uint8_t>(other[i] ^ change);
            const auto read = readCertificate(other);
            if (!read)
                QCOMPARE(read.error().kind, ErrorKind::CertificateBroken);
            else if (read->signatureValid)
                QFAIL(qPrintable(QStringLiteral("byte %1 changed by %2").arg(i).arg(change)));
        }
    }
}

void TestCertificate::everyMissingByteIsNoticed()
{
    const Bytes file = signedCertificate(sample(), kSeed);
    for (std::size_t size = 0; size < file.size(); ++size)
        QVERIFY(!readCertificate(ByteView(file).first(size)));
    Bytes longer = file;
    longer.push_back('\n');
    QVERIFY(!readCertificate(longer));
}

/// Whoever signs a changed certificate with a key of his own makes a valid file; that the key is not the profile's is
/// for Store::verifyCertificate to say.
void TestCertificate::anotherKeyIsAnotherSigner()
{
    const secrets::Secret other = secrets::Secret::make(32, repeatableRandom(12));
    const ReadCertificate read = must(readCertificate(signedCertificate(sample(), other)));
    QVERIFY(read.signatureValid);
    QVERIFY(read.publicKey != secrets::publicKeyOf(kSeed));
}

void TestCertificate::foreignFilesAreRefused_data()
{
    QTest::addColumn<std::string>("file");
    QTest::newRow("empty") << std::string();
    QTest::newRow("text") << std::string("certificate");
    QTest::newRow("other JSON") << std::string("{}");
    QTest::newRow("an array") << std::string("[1]");
    QTest::newRow("no content") << std::string(R"({"format":"sellerkeep-erasure-certificate"})");
    QTest::newRow("newer version") << std::string(
        R"({"format":"sellerkeep-erasure-certificate","certificate":{"version":2}})");
    QTest::newRow("no key") << std::string(
        R"({"format":"sellerkeep-erasure-certificate","certificate":{"version":1},"public_key":"aa","signature":"bb"})");
}

void TestCertificate::foreignFilesAreRefused()
{
    QFETCH(std::string, file);
    QCOMPARE(readCertificate(asBytes(file)).error().kind, ErrorKind::CertificateBroken);
}

void TestCertificate::onlyCleanChecksAreClean()
{
    model::ErasureCertificate certificate = sample();
    QVERIFY(certificate.isClean());
    certificate.checks[1].found = 1;
    QVERIFY(!certificate.isClean());
    certificate.checks[1] = {"vault-pages", 0, 0, false}; // not done is not clean
    QVERIFY(!certificate.isClean());
}

QTEST_APPLESS_MAIN(TestCertificate)
#include "certificate_test.moc"
