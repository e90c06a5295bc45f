// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/base/text.h"
#include "core/base/text_table.h"
#include "core/base/time.h"
#include "tests/support/check.h"

#include <QSignalSpy>

#include <fstream>
#include <set>

using namespace sk;
using namespace sk::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIsoTimes_data();
    void readsIsoTimes();
    void readsDays_data();
    void readsDays();
    void readsHttpDates_data();
    void readsHttpDates();
    void writesWhatItReads();
    void encodingIsFrozen();
    void readerNeverReadsPastTheEnd();
    void hexIsStrict();
    void textIsAscii();
    void csvFields_data();
    void csvFields();
    void jsonStrings_data();
    void jsonStrings();
    void tablesAreWritten();
    void nothingIsLeftWithoutCommit();
    void filesAreReplacedAtomicallyAndPrivately();
    void filesAreBounded();
    void foldersArePrivateWithTheirParents();
    void errorWordsAreUniqueAndInverse();
    void whenDoneForgetsTheDead();
    void longTimersAreNotCut();
};

namespace {

std::string contentOf(const fs::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Windows has access lists instead of modes: files_test.cpp looks at those.
bool hasMode([[maybe_unused]] const fs::path &path, [[maybe_unused]] fs::perms mode)
{
#ifdef Q_OS_WIN
    return true;
#else
    return fs::status(path).permissions() == mode;
#endif
}

} // namespace

void TestBase::readsIsoTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected"); // empty: refused
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("2026-11-22T03:04:05Z", "2026-11-22T03:04:05.000Z");
    row("2026-11-22T03:04:05.6Z", "2026-11-22T03:04:05.600Z");
    row("2026-11-22T03:04:05.678999999Z", "2026-11-22T03:04:05.678Z");
    row("2024-02-29T23:59:59.999Z", "2024-02-29T23:59:59.999Z");
    row("2026-03-01T00:30:00+01:00", "2026-02-28T23:30:00.000Z");
    row("2024-02-29T23:30:00-01:00", "2024-03-01T00:30:00.000Z");
    row("2026-11-22T03:04:05+0530", "2026-11-21T21:34:05.000Z");
    row("2026-11-22T03:04:05-00:00", "2026-11-22T03:04:05.000Z");
    row("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
    row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z");
    for (const char *garbage : {"",
                                "2026-11-22",
                                "2026-11-22T03:04:05",
                                "2026-11-22 03:04:05Z",
                                "2026-11-22T03:04Z",
                                "2025-02-29T00:00:00Z",
                                "1900-02-29T00:00:00Z",
                                "2026-13-01T00:00:00Z",
                                "2026-00-10T00:00:00Z",
                                "2026-11-31T00:00:00Z",
                                "2026-11-22T24:00:00Z",
                                "2026-11-22T23:60:00Z",
                                "2026-11-22T23:59:60Z",
                                "2026-11-22T03:04:05.Z",
                                "2026-11-22T03:04:05Zx",
                                "2026-11-22T03:04:05z",
                                "2026-11-22t03:04:05Z",
                                " 2026-11-22T03:04:05Z",
                                "2026-11-22T03:04:05+15:00",
                                "2026-11-22T03:04:05+1",
                                "26-11-22T03:04:05Z",
                                "-026-11-22T03:04:05Z",
                                "2026-1-22T03:04:05Z",
                                "2026-11-22T03:04:05,5Z",
                                "+2026-11-22T03:04:05Z",
                                "not a time"})
        QTest::addRow("garbage '%s'", garbage) << QByteArray(garbage) << QByteArray();
}

void TestBase::readsIsoTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto time = timeFromIso(text.toStdString());
    if (expected.isEmpty())
        SK_FAILS(time, ErrorKind::MalformedResponse);
    else
        QCOMPARE(toIso(must(time)), expected.toStdString());
}

void TestBase::readsDays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    for (const char *day : {"2026-11-22", "2024-02-29", "2000-02-29", "1970-01-01", "9999-12-31"})
        QTest::newRow(day) << QByteArray(day) << true;
    for (const char *day : {"2026-02-29", "1900-02-29", "2026-04-31", "2026-11-22T", "2026/11/22", "22-11-2026",
                            "2026-11-2", "", "2026-11-22 "})
        QTest::addRow("refused '%s'", day) << QByteArray(day) << false;
}

void TestBase::readsDays()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    const auto day = dayFromIso(text.toStdString());
    QCOMPARE(day.has_value(), ok);
    if (ok)
        QCOMPARE(toIso(*day), text.toStdString());
}

void TestBase::readsHttpDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37.000Z");
    row("Thu, 29 Feb 2024 23:59:59 GMT", "2024-02-29T23:59:59.000Z");
    for (const char *garbage :
         {"", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 UTC",
          "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 30 Feb 2026 08:49:37 GMT",
          "Sun, 06 Nov 1994 08:49:60 GMT", "Sun, 06 Nov 1994 08:49:37 GMTx", "Xyz, 06 Nov 1994 08:49:37 GMT"})
        QTest::addRow("garbage '%s'", garbage) << QByteArray(garbage) << QByteArray();
}

void TestBase::readsHttpDates()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto time = timeFromHttpDate(text.toStdString());
    QCOMPARE(time ? toIso(*time) : std::string(), expected.toStdString());
}

/// Every day of eight centuries and every millisecond around a midnight come back as they went.
void TestBase::writesWhatItReads()
{
    for (int day = -150'000; day < 150'000; day += 7)
        QCOMPARE(must(dayFromIso(toIso(fromDayNumber(day)))), fromDayNumber(day));
    for (std::int64_t millis = -1500; millis < 1500; ++millis)
        QCOMPARE(must(timeFromIso(toIso(fromMillis(millis)))), fromMillis(millis));
    QCOMPARE(dayOf(fromMillis(-1)), fromDayNumber(-1));
}

void TestBase::encodingIsFrozen()
{
    const Bytes one{0xFF};
    const Bytes bytes =
        ByteWriter().u8(1).u32(0x01020304).u64(0x05060708090A0B0CU).i64(-2).text("\xC3\xA9").blob({}).raw(one).bytes();
    QCOMPARE(toHex(bytes),
             std::string("01"
                         "01020304"
                         "05060708090a0b0c"
                         "fffffffffffffffe"
                         "00000002c3a9"
                         "00000000"
                         "ff"));
    ByteReader reader(bytes);
    QCOMPARE(reader.u8(), std::uint8_t(1));
    QCOMPARE(reader.u32(), 0x01020304U);
    QCOMPARE(reader.u64(), std::uint64_t(0x05060708090A0B0CU));
    QCOMPARE(reader.i64(), std::int64_t(-2));
    QCOMPARE(reader.text(), std::string("\xC3\xA9"));
    QVERIFY(reader.blob().empty());
    QVERIFY(!reader.atEnd());
    QCOMPARE(reader.raw(1)[0], std::uint8_t(0xFF));
    QVERIFY(reader.atEnd());
}

void TestBase::readerNeverReadsPastTheEnd()
{
    const Bytes lies{0xFF, 0xFF, 0xFF, 0xFF, 1, 2};
    ByteReader reader(lies);
    QVERIFY(reader.blob().empty());
    QVERIFY(!reader.ok());
    QCOMPARE(reader.u64(), std::uint64_t(0)); // what follows a failure is zeros, even if bytes are left
    QVERIFY(!reader.atEnd());
    ByteReader nothing{ByteView()};
    QVERIFY(nothing.atEnd());
    QCOMPARE(nothing.u8(), std::uint8_t(0));
    QVERIFY(!nothing.ok());
}

void TestBase::textIsAscii()
{
    QCOMPARE(lower(std::string_view("AZaz09[`Ä")), std::string("azaz09[`Ä"));
    QCOMPARE(upper(std::string_view("AZaz09@{ä")), std::string("AZAZ09@{ä"));
    QCOMPARE(std::string(trimmed(" \t a b\r\n")), std::string("a b"));
    QVERIFY(trimmed(" \r\n").empty() && trimmed("").empty());
    QCOMPARE(hexValue('f'), 15);
    QCOMPARE(hexValue('F'), 15);
    for (const char other : {'g', 'G', ' ', '\0', '/', ':', '@', '`'})
        QCOMPARE(hexValue(other), -1);
}

void TestBase::hexIsStrict()
{
    QCOMPARE(toHex(must(fromHex("00fFA0"))), std::string("00ffa0"));
    QVERIFY(must(fromHex("")).empty());
    for (const char *bad : {"0", "0g", "0x", " 0", "zz"})
        SK_FAILS(fromHex(bad), ErrorKind::MalformedResponse);
}

void TestBase::csvFields_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("line break") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("CRLF") << QByteArray("a\r\nb") << QByteArray("\"a\r\nb\"");
    QTest::newRow("formula =") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("formula +") << QByteArray("+1") << QByteArray("'+1");
    QTest::newRow("formula -") << QByteArray("-1") << QByteArray("'-1");
    QTest::newRow("formula @") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("formula tab") << QByteArray("\t=1") << QByteArray("'\t=1");
    QTest::newRow("formula CR") << QByteArray("\r=1") << QByteArray("\"'\r=1\"");
    QTest::newRow("formula LF") << QByteArray("\n=1") << QByteArray("\"'\n=1\"");
    QTest::newRow("formula and quotes") << QByteArray("=HYPERLINK(\"a\",1)")
                                        << QByteArray("\"'=HYPERLINK(\"\"a\"\",1)\"");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestBase::csvFields()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, field);
    QCOMPARE(csvField(TextCell::text(text.toStdString())), field.toStdString());
}

void TestBase::jsonStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("plain") << QByteArray("a") << QByteArray("\"a\"");
    QTest::newRow("quotes and backslash") << QByteArray("\"\\") << QByteArray(R"("\"\\")");
    QTest::newRow("white space") << QByteArray("\n\r\t") << QByteArray(R"("\n\r\t")");
    QTest::newRow("control") << QByteArray("\x01\x1f") << QByteArray(R"("\u0001\u001f")");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray(R"("a\u0000b")");
    QTest::newRow("UTF-8 as it is") << QByteArray("\xE6\x97\xA5") << QByteArray("\"\xE6\x97\xA5\"");
}

void TestBase::jsonStrings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    QCOMPARE(jsonString(text.toStdString()), json.toStdString());
}

void TestBase::tablesAreWritten()
{
    const Folder folder;
    for (const auto &[format, expected] :
         {std::pair{TextFormat::Csv, "a,b\r\n1,\r\nx,-2.50\r\n"},
          std::pair{TextFormat::JsonLines, "{\"a\":1,\"b\":null}\n{\"a\":\"x\",\"b\":\"-2.50\"}\n"}}) {
        auto writer = must(TextTableWriter::create(folder / "table", format, {"a", "b"}));
        SK_OK(writer.append({TextCell::number(1), TextCell::empty()}));
        SK_OK(writer.append({TextCell::text("x"), TextCell::decimal("-2.50")}));
        QCOMPARE(must(writer.commit()), std::int64_t(2));
        QCOMPARE(contentOf(folder / "table"), std::string(expected));
        QVERIFY(hasMode(folder / "table", fs::perms::owner_read | fs::perms::owner_write));
    }
}

void TestBase::nothingIsLeftWithoutCommit()
{
    const Folder folder;
    {
        auto writer = must(TextTableWriter::create(folder / "table.csv", TextFormat::Csv, {"a"}));
        SK_OK(writer.append({TextCell::text("half")}));
    }
    QVERIFY(fs::is_empty(folder.path()));
    SK_FAILS(TextTableWriter::create(folder.path() / "no such folder" / "x.csv", TextFormat::Csv, {"a"}),
             ErrorKind::File);
}

void TestBase::filesAreReplacedAtomicallyAndPrivately()
{
    const Folder folder;
    const fs::path file = folder / "f";
    std::ofstream(file) << "old and public";
    fs::permissions(file, fs::perms(0644));
    SK_OK(writeFileAtomically(file, asBytes("new")));
    QCOMPARE(asText(must(readFile(file, 100))), std::string_view("new"));
    QVERIFY(hasMode(file, fs::perms::owner_read | fs::perms::owner_write));
    SK_OK(writeFileAtomically(file, {}));
    QVERIFY(must(readFile(file, 100)).empty());
    QCOMPARE(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), std::ptrdiff_t(1));
    SK_FAILS(writeFileAtomically(folder.path() / "none" / "f", asBytes("x")), ErrorKind::File);
}

void TestBase::filesAreBounded()
{
    const Folder folder;
    SK_FAILS(readFile(folder / "none", 10), ErrorKind::NotFound);
    SK_FAILS(readFile(folder.path(), 10), ErrorKind::File);
    SK_OK(writeFileAtomically(folder / "f", asBytes("0123456789")));
    SK_OK(readFile(folder / "f", 10));
    SK_FAILS(readFile(folder / "f", 9), ErrorKind::File);
}

void TestBase::foldersArePrivateWithTheirParents()
{
    const Folder folder;
    const fs::path deep = folder.path() / "a" / "b" / "c";
    SK_OK(makePrivateFolder(deep));
    SK_OK(makePrivateFolder(deep));
    for (const fs::path &made : {deep, deep.parent_path(), deep.parent_path().parent_path()})
        QVERIFY(hasMode(made, fs::perms::owner_all));
    fs::permissions(deep, fs::perms(0750));
    SK_OK(makePrivateFolder(deep)); // an existing folder is left as it is
    QVERIFY(hasMode(deep, fs::perms(0750)));
    std::ofstream(folder / "file") << "x";
    SK_FAILS(makePrivateFolder(folder.path() / "file" / "sub"), ErrorKind::File);
}

void TestBase::errorWordsAreUniqueAndInverse()
{
    std::set<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(ErrorKind::Internal); ++i) {
        const auto kind = static_cast<ErrorKind>(i);
        QVERIFY2(words.insert(toWord(kind)).second, std::string(toWord(kind)).c_str());
        QCOMPARE(errorKindFromWord(toWord(kind)), kind);
        QVERIFY(advice(kind).size() > 20 && advice(kind).ends_with('.'));
    }
    QCOMPARE(errorKindFromWord("no such word"), ErrorKind::Internal);
    QCOMPARE(errorKindFromWord("ok"), ErrorKind::Internal);
    QVERIFY(isTransient(ErrorKind::Throttled) && isTransient(ErrorKind::Offline)
            && !isTransient(ErrorKind::AuthorisationRevoked));
}

void TestBase::whenDoneForgetsTheDead()
{
    int told = 0;
    const SharedPromise<int> first;
    auto context = std::make_unique<QObject>();
    whenDone(first.future(), context.get(), [&](int value) { told += value; });
    first.finish(1);
    QTRY_COMPARE(told, 1);
    const SharedPromise<int> second;
    whenDone(second.future(), context.get(), [&](int value) { told += value; });
    context.reset();
    second.finish(1);
    QTest::qWait(0);
    QCOMPARE(told, 1);
}

void TestBase::longTimersAreNotCut()
{
    SystemClock clock;
    bool ran = false;
    QObject context;
    clock.callAfter(24h * 60, &context, [&] { ran = true; }); // beyond int milliseconds
    clock.callAfter(-5ms, &context, [&] { ran = true; });
    QTRY_VERIFY(ran);
    QVERIFY(clock.monotonic() <= clock.monotonic());
}

QTEST_GUILESS_MAIN(TestBase)
#include "base_test.moc"
