// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/inflate.h"
#include "tests/net/gzip_samples.h"

#include <QTest>

#include <random>

using namespace sk;
using namespace sk::net;
using namespace sk::test;

Q_DECLARE_METATYPE(sk::ErrorKind)

namespace {

constexpr std::size_t kLimit = 8 * 1024 * 1024;

/// Text that does not pack beyond any ratio.
QByteArray report(int lines)
{
    std::mt19937 random(5);
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += QByteArray::number(random()) + "\tShipped\t" + QByteArray::number(i) + "\r\n";
    return text;
}

QByteArray changed(QByteArray bytes, qsizetype at, char by)
{
    bytes[at < 0 ? bytes.size() + at : at] ^= by;
    return bytes;
}

} // namespace

class TestInflate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacks_data();
    void unpacks();
    void refuses_data();
    void refuses();
    void refusesEveryCut();
    void neverTakesADamagedByteForTheText();
};

void TestInflate::unpacks_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty text") << gzip("") << QByteArray();
    QTest::newRow("short") << gzip("order-id\tsku\r\n") << QByteArray("order-id\tsku\r\n");
    QTest::newRow("long") << gzip(report(50'000)) << report(50'000);
    QTest::newRow("two members") << gzip("one,") + gzip("two") << QByteArray("one,two");
    QTest::newRow("short and very regular") << gzip(QByteArray(60'000, '0')) << QByteArray(60'000, '0');
}

void TestInflate::unpacks()
{
    QFETCH(QByteArray, packed);
    QFETCH(QByteArray, text);
    const auto result = gunzip(packed, kLimit);
    QVERIFY2(result.has_value(), result ? "" : result.error().detail.c_str());
    QVERIFY(*result == text);
}

void TestInflate::refuses_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<ErrorKind>("kind");
    using enum ErrorKind;
    const QByteArray good = gzip(report(100));
    QTest::newRow("nothing") << QByteArray() << MalformedResponse;
    QTest::newRow("not gzip") << QByteArray("{\"a\":1}") << MalformedResponse;
    QTest::newRow("zlib, not gzip") << qCompress(report(10)).mid(4) << MalformedResponse;
    QTest::newRow("wrong checksum") << changed(good, -8, 1) << MalformedResponse;
    QTest::newRow("wrong size") << changed(good, -1, 1) << MalformedResponse;
    QTest::newRow("trailing text") << good + "garbage" << MalformedResponse;
    QTest::newRow("trailing zero") << good + QByteArray(1, '\0') << MalformedResponse;
    QTest::newRow("second member cut") << good + good.chopped(1) << MalformedResponse;
    QTest::newRow("reserved method") << changed(good, 2, 1) << MalformedResponse;
    QTest::newRow("above the limit") << gzip(report(500'000)) << ResponseTooLarge;
    QTest::newRow("bomb below the limit") << gzip(QByteArray(4'000'000, '0')) << ResponseTooLarge;
    QTest::newRow("bomb in many members") << gzip(QByteArray(60'000, '0')).repeated(200) << ResponseTooLarge;
}

void TestInflate::refuses()
{
    QFETCH(QByteArray, packed);
    QFETCH(ErrorKind, kind);
    const auto result = gunzip(packed, kLimit);
    QVERIFY(!result);
    QVERIFY2(result.error().kind == kind, result.error().detail.c_str());
}

void TestInflate::refusesEveryCut()
{
    const QByteArray good = gzip(report(20));
    for (qsizetype length = 0; length < good.size(); ++length) {
        const auto result = gunzip(good.left(length), kLimit);
        QVERIFY(!result && result.error().kind == ErrorKind::MalformedResponse);
    }
}

/// One bit of any byte: the text is refused or unharmed (some header bits mean nothing).
void TestInflate::neverTakesADamagedByteForTheText()
{
    const QByteArray text = report(20);
    const QByteArray good = gzip(text);
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            const auto result = gunzip(changed(good, at, static_cast<char>(1 << bit)), kLimit);
            QVERIFY(!result || *result == text);
        }
    }
}

QTEST_APPLESS_MAIN(TestInflate)
#include "inflate_test.moc"
