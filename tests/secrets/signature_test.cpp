// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/signature.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::secrets;
using namespace sk::test;

class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRfc8032_data();
    void agreesWithRfc8032();
    void refusesWhatWasChanged();
};

/// RFC 8032, section 7.1.
void TestSignature::agreesWithRfc8032_data()
{
    QTest::addColumn<std::string>("seed");
    QTest::addColumn<std::string>("publicKey");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<std::string>("signature");
    QTest::newRow("test 1") << std::string("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
                            << std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
                            << std::string()
                            << std::string("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                                           "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    QTest::newRow("test 3") << std::string("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
                            << std::string("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
                            << std::string("af82")
                            << std::string("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                                           "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
}

void TestSignature::agreesWithRfc8032()
{
    QFETCH(std::string, seed);
    QFETCH(std::string, publicKey);
    QFETCH(std::string, message);
    QFETCH(std::string, signature);
    const Secret secretSeed = Secret::copyOf(must(fromHex(seed)));
    const Bytes bytes = must(fromHex(message));
    QCOMPARE(toHex(publicKeyOf(secretSeed)), publicKey);
    const Signature made = sign(secretSeed, bytes);
    QCOMPARE(toHex(made), signature);
    QVERIFY(isSignedBy(publicKeyOf(secretSeed), bytes, made));
}

void TestSignature::refusesWhatWasChanged()
{
    const Secret seed = Secret::make(32, repeatableRandom(3));
    const Bytes message(asBytes("what was signed").begin(), asBytes("what was signed").end());
    const Signature signature = sign(seed, message);
    for (std::size_t i = 0; i < message.size(); ++i) {
        Bytes other = message;
        other[i] ^= 1U;
        QVERIFY(!isSignedBy(publicKeyOf(seed), other, signature));
    }
    for (std::size_t i = 0; i < signature.size(); ++i) {
        Signature other = signature;
        other[i] ^= 1U;
        QVERIFY(!isSignedBy(publicKeyOf(seed), message, other));
    }
    QVERIFY(!isSignedBy(publicKeyOf(Secret::make(32, repeatableRandom(4))), message, signature));
}

QTEST_APPLESS_MAIN(TestSignature)
#include "signature_test.moc"
