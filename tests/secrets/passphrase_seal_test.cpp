// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/passphrase_seal.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::secrets;
using namespace sk::test;

namespace {

constexpr std::string_view kMagic = "SKTEST01";
constexpr std::string_view kWhat = "the test's file";

Secret secret(std::string_view text)
{
    return Secret::copyOf(asBytes(text));
}

} // namespace

class PassphraseSealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensWithItsPassphraseAlone();
    void everyFlippedByteIsNoticed();
    void foreignAndShortFilesAreNamed();
    void hostileCostIsRefusedBeforeItIsPaid();
    void twoFilesHaveNothingInCommon();

private:
    Bytes m_file;
};

void PassphraseSealTest::initTestCase()
{
    m_file = must(sealWithPassphrase(kMagic, secret("the content"), secret("pass"), {}, systemRandom()));
}

void PassphraseSealTest::opensWithItsPassphraseAlone()
{
    QVERIFY(must(openWithPassphrase(kMagic, m_file, secret("pass"), kWhat)).text() == "the content");
    SK_FAILS(openWithPassphrase(kMagic, m_file, secret("Pass"), kWhat), ErrorKind::WrongPassphrase);
    SK_FAILS(openWithPassphrase(kMagic, m_file, secret(""), kWhat), ErrorKind::WrongPassphrase);
    QVERIFY(std::string(asText(m_file)).find("content") == std::string::npos);
}

void PassphraseSealTest::everyFlippedByteIsNoticed()
{
    // Of the header's parts and of the sealed rest one byte each: every try costs an Argon2id.
    for (const std::size_t at : {std::size_t(20), std::size_t(40), PassphraseHeader::kSize, m_file.size() - 1}) {
        Bytes changed = m_file;
        changed[at] ^= 1U;
        QVERIFY2(!openWithPassphrase(kMagic, changed, secret("pass"), kWhat), QByteArray::number(at).constData());
    }
}

void PassphraseSealTest::foreignAndShortFilesAreNamed()
{
    for (std::size_t size = 0; size < PassphraseHeader::kSize; ++size)
        SK_FAILS(openWithPassphrase(kMagic, ByteView(m_file).first(size), secret("pass"), kWhat),
                 ErrorKind::KeyFileDamaged);
    const auto foreign = openWithPassphrase("SKOTHER1", m_file, secret("pass"), kWhat);
    SK_FAILS(foreign, ErrorKind::KeyFileDamaged);
    QCOMPARE(foreign.error().detail, std::string("this is not the test's file"));
    Bytes newer = m_file;
    newer[kMagic.size()] = 2;
    QVERIFY(openWithPassphrase(kMagic, newer, secret("pass"), kWhat).error().detail.find("newer") != std::string::npos);
}

void PassphraseSealTest::hostileCostIsRefusedBeforeItIsPaid()
{
    Bytes hungry = m_file;
    std::fill_n(hungry.begin() + 13, 4, std::uint8_t(0xFF)); // 4 TiB
    SK_FAILS(openWithPassphrase(kMagic, hungry, secret("pass"), kWhat), ErrorKind::KeyFileDamaged);
    Bytes weak = m_file;
    std::fill_n(weak.begin() + 13, 4, std::uint8_t(0));
    SK_FAILS(openWithPassphrase(kMagic, weak, secret("pass"), kWhat), ErrorKind::KeyFileDamaged);
}

void PassphraseSealTest::twoFilesHaveNothingInCommon()
{
    const Bytes other = must(sealWithPassphrase(kMagic, secret("the content"), secret("pass"), {}, systemRandom()));
    QVERIFY(!std::equal(other.begin() + 17, other.begin() + 33, m_file.begin() + 17)); // salt
    QVERIFY(other != m_file);
}

QTEST_GUILESS_MAIN(PassphraseSealTest)
#include "passphrase_seal_test.moc"
