// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/crypto.h"
#include "tests/support/check.h"

#include <set>
#include <type_traits>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace sk;
using namespace sk::secrets;
using namespace sk::test;

// What must not compile: printing a secret, comparing it by ==, making a text of it.
template <typename T>
concept Comparable = requires(const T &a, const T &b)
{
    a == b;
};
static_assert(!Comparable<Secret>);
static_assert(!std::is_convertible_v<Secret, std::string>);

class TestCrypto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256IsTheStandards();
    void hkdfIsRfc5869_data();
    void hkdfIsRfc5869();
    void hkdfTakesEmptyParts();
    void gcmIsNists();
    void sealedOpens_data();
    void sealedOpens();
    void noncesDiffer();
    void everyFlippedBitIsRefused();
    void otherKeyOrContextIsRefused();
    void checkValueTellsKeysApart();
    void passphraseCostIsBounded_data();
    void passphraseCostIsBounded();
    void passphraseKeyDependsOnEverything();
    void secretsAreSharedNotCopied();
    void secretsCompare();
    void wipesItsSource();
    void linesAreReadWhole();
};

namespace {

Secret secretOf(std::string_view text)
{
    return Secret::copyOf(asBytes(text));
}

Secret hex(const char *text)
{
    return Secret::copyOf(must(fromHex(text)));
}

Secret keyOf(std::uint64_t seed)
{
    return Secret::make(32, repeatableRandom(seed));
}

} // namespace

void TestCrypto::sha256IsTheStandards()
{
    QCOMPARE(toHex(sha256(asBytes("abc"))),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(toHex(sha256({})), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void TestCrypto::hkdfIsRfc5869_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("A.1") << QByteArray("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b")
                         << QByteArray("000102030405060708090a0b0c") << QByteArray("f0f1f2f3f4f5f6f7f8f9")
                         << QByteArray(
                                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    QTest::newRow("A.2")
        << QByteArray("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f"
                      "303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f")
        << QByteArray("606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f"
                      "909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf")
        << QByteArray("b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf"
                      "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")
        << QByteArray("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                      "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    QTest::newRow("A.3, no salt, no info")
        << QByteArray("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b") << QByteArray() << QByteArray()
        << QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

void TestCrypto::hkdfIsRfc5869()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, salt);
    QFETCH(QByteArray, info);
    QFETCH(QByteArray, expected);
    const Secret out = hkdf(hex(key.constData()), must(fromHex(salt.toStdString())), must(fromHex(info.toStdString())),
                            static_cast<std::size_t>(expected.size() / 2));
    QCOMPARE(toHex(out.view()), expected.toStdString());
}

void TestCrypto::hkdfTakesEmptyParts()
{
    const Secret plain = hkdf(keyOf(1), {}, {});
    QCOMPARE(plain.size(), std::size_t(32));
    QVERIFY(!plain.equals(hkdf(keyOf(1), asBytes("s"), {})));
    QVERIFY(!plain.equals(hkdf(keyOf(1), {}, asBytes("i"))));
    QVERIFY(plain.equals(hkdf(keyOf(1), Bytes(32), {}))); // RFC 5869: no salt is a salt of zeros
}

/// NIST SP 800-38D by way of the GCM specification's test case 16: nonce, ciphertext and tag lie where we say.
void TestCrypto::gcmIsNists()
{
    const Secret key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    const Bytes nonce = must(fromHex("cafebabefacedbaddecaf888"));
    const Bytes plain =
        must(fromHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                     "b16aedf5aa0de657ba637b39"));
    const Bytes associated = must(fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
    const Bytes box = seal(key, associated, plain, [&](std::span<std::uint8_t> target) {
        std::copy(nonce.begin(), nonce.end(), target.begin());
    });
    QCOMPARE(
        toHex(box),
        std::string("cafebabefacedbaddecaf888"
                    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                    "c5f61e6393ba7a0abcc9f662"
                    "76fc6ece0f4e1768cddf8853bb2d551b"));
}

void TestCrypto::sealedOpens_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("associated");
    for (const int size : {0, 1, 15, 16, 17, 4096, 100'000})
        QTest::addRow("%d bytes", size) << size << QByteArray("context");
    QTest::newRow("no associated data") << 20 << QByteArray();
    QTest::newRow("nothing at all") << 0 << QByteArray();
}

void TestCrypto::sealedOpens()
{
    QFETCH(int, size);
    QFETCH(QByteArray, associated);
    Bytes plain(static_cast<std::size_t>(size));
    repeatableRandom(3)(plain);
    const std::string context = associated.toStdString();
    const Bytes box = seal(keyOf(1), asBytes(context), plain, repeatableRandom(2));
    QCOMPARE(box.size(), plain.size() + 28);
    const auto opened = open(keyOf(1), asBytes(context), box);
    SK_OK(opened);
    QVERIFY(opened->equals(Secret::copyOf(plain)));
}

void TestCrypto::noncesDiffer()
{
    std::set<Bytes> boxes;
    const RandomSource random = systemRandom();
    for (int i = 0; i < 1000; ++i)
        boxes.insert(seal(keyOf(1), {}, asBytes("same"), random));
    QCOMPARE(boxes.size(), std::size_t(1000));
}

void TestCrypto::everyFlippedBitIsRefused()
{
    const Bytes box = seal(keyOf(1), asBytes("context"), asBytes("a value that is sealed"), repeatableRandom(2));
    for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
        Bytes flipped = box;
        flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
        SK_FAILS(open(keyOf(1), asBytes("context"), flipped), ErrorKind::KeyFileDamaged);
    }
    for (std::size_t size = 0; size < box.size(); ++size)
        SK_FAILS(open(keyOf(1), asBytes("context"), ByteView(box).first(size)), ErrorKind::KeyFileDamaged);
}

void TestCrypto::otherKeyOrContextIsRefused()
{
    const Bytes box = seal(keyOf(1), asBytes("context"), asBytes("value"), repeatableRandom(2));
    SK_FAILS(open(keyOf(2), asBytes("context"), box), ErrorKind::KeyFileDamaged);
    SK_FAILS(open(keyOf(1), asBytes("Context"), box), ErrorKind::KeyFileDamaged);
    SK_FAILS(open(keyOf(1), {}, box), ErrorKind::KeyFileDamaged);
    SK_FAILS(open(Secret(), asBytes("context"), box), ErrorKind::KeyFileDamaged);
    SK_FAILS(open(secretOf("short"), asBytes("context"), box), ErrorKind::KeyFileDamaged);
}

void TestCrypto::checkValueTellsKeysApart()
{
    QCOMPARE(keyCheckValue(keyOf(1), asBytes("a")), keyCheckValue(keyOf(1), asBytes("a")));
    QCOMPARE(keyCheckValue(keyOf(1), asBytes("a")).size(), std::size_t(16));
    QVERIFY(keyCheckValue(keyOf(1), asBytes("a")) != keyCheckValue(keyOf(2), asBytes("a")));
    QVERIFY(keyCheckValue(keyOf(1), asBytes("a")) != keyCheckValue(keyOf(1), asBytes("b")));
}

void TestCrypto::passphraseCostIsBounded_data()
{
    QTest::addColumn<quint32>("passes");
    QTest::addColumn<quint32>("kibibytes");
    QTest::addColumn<bool>("ok");
    QTest::newRow("ours") << 3U << 65'536U << true;
    QTest::newRow("most") << 10U << 1'048'576U << true;
    QTest::newRow("too few passes") << 2U << 65'536U << false;
    QTest::newRow("no passes") << 0U << 65'536U << false;
    QTest::newRow("too little memory") << 3U << 65'535U << false;
    QTest::newRow("hangs us by passes") << 11U << 65'536U << false;
    QTest::newRow("hangs us by memory") << 3U << 1'048'577U << false;
    QTest::newRow("overflows") << 0xFFFFFFFFU << 0xFFFFFFFFU << false;
}

void TestCrypto::passphraseCostIsBounded()
{
    QFETCH(quint32, passes);
    QFETCH(quint32, kibibytes);
    QFETCH(bool, ok);
    const PassphraseCost cost{passes, kibibytes};
    QCOMPARE(cost.isAcceptable(), ok);
    if (!ok)
        SK_FAILS(keyFromPassphrase(secretOf("p"), Bytes(16), cost), ErrorKind::KeyFileDamaged);
}

void TestCrypto::passphraseKeyDependsOnEverything()
{
    const Bytes salt(16, 1);
    const Secret key = must(keyFromPassphrase(secretOf("correct horse"), salt, {}));
    QCOMPARE(key.size(), std::size_t(32));
    QVERIFY(key.equals(must(keyFromPassphrase(secretOf("correct horse"), salt, {}))));
    QVERIFY(!key.equals(must(keyFromPassphrase(secretOf("correct Horse"), salt, {}))));
    QVERIFY(!key.equals(must(keyFromPassphrase(secretOf("correct horse"), Bytes(16, 2), {}))));
    QVERIFY(!key.equals(must(keyFromPassphrase(secretOf("correct horse"), salt, {4, 65'536}))));
    SK_FAILS(keyFromPassphrase(secretOf("p"), Bytes(15), {}), ErrorKind::KeyFileDamaged);
    SK_OK(keyFromPassphrase(Secret(), salt, {})); // an empty one is refused elsewhere, it must not crash here
}

void TestCrypto::secretsAreSharedNotCopied()
{
    const Secret first = secretOf("text");
    const Secret second = first; // NOLINT: a cheap handle is the point
    QCOMPARE(first.view().data(), second.view().data());
    Secret third;
    QVERIFY(third.isEmpty() && third.view().empty());
    third = second;
    QCOMPARE(third.text(), std::string_view("text"));
    const Secret empty = Secret::copyOf({});
    QVERIFY(empty.isEmpty());
}

void TestCrypto::secretsCompare()
{
    QVERIFY(secretOf("abc").equals(secretOf("abc")));
    QVERIFY(!secretOf("abc").equals(secretOf("abd")));
    QVERIFY(!secretOf("abc").equals(secretOf("ab")));
    QVERIFY(!secretOf("abc").equals(Secret()));
    QVERIFY(Secret().equals(Secret::copyOf({})));
}

void TestCrypto::wipesItsSource()
{
    Bytes source{1, 2, 3};
    const Secret secret = Secret::take(source);
    QCOMPARE(source, Bytes(3, 0));
    QCOMPARE(secret.view()[2], std::uint8_t(3));
    std::string text = "secret";
    wipe(text);
    QVERIFY(text.empty());
    Bytes nothing;
    wipe(std::span<std::uint8_t>(nothing));
}

namespace {

#ifdef Q_OS_WIN
bool makePipe(int (&ends)[2])
{
    return ::_pipe(ends, 1 << 20, _O_BINARY) == 0;
}
bool writeAll(int descriptor, const std::string &text)
{
    return ::_write(descriptor, text.data(), static_cast<unsigned>(text.size())) == static_cast<int>(text.size());
}
constexpr auto duplicate = ::_dup;
constexpr auto shut = ::_close;
#else
bool makePipe(int (&ends)[2])
{
    return ::pipe(ends) == 0;
}
bool writeAll(int descriptor, const std::string &text)
{
    return ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}
constexpr auto duplicate = ::dup;
constexpr auto shut = ::close;
#endif

} // namespace

/// An empty line is not the end, and the rest of a long one is not the next.
void TestCrypto::linesAreReadWhole()
{
    int ends[2] = {-1, -1};
    QVERIFY(makePipe(ends));
    const std::string text =
        "one\r\n\n" + std::string(8192, 'a') + '\n' + std::string(3 * kLongestLine, 'b') + "\nlast";
    QVERIFY(writeAll(ends[1], text));
    shut(ends[1]);
    const auto next = [&ends] { return readLine(duplicate(ends[0])); };
    QVERIFY(next()->text() == "one");
    QVERIFY(next()->isEmpty());
    QVERIFY(next()->text() == std::string(8192, 'a'));
    QVERIFY(next()->text() == std::string(kLongestLine, 'b'));
    QVERIFY(next()->text() == "last");
    QVERIFY(!next());
    shut(ends[0]);
    QVERIFY(!readLine(250));
}

QTEST_APPLESS_MAIN(TestCrypto)
#include "crypto_test.moc"
