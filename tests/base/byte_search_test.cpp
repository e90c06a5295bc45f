// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_search.h"
#include "tests/support/check.h"

using namespace sk;

class TestByteSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsThere_data();
    void findsWhatIsThere();
    void leavesOutWhatChanceWouldFind();
    void tellsTextsOfOneStartApart();
};

namespace {

std::string utf16(std::string_view text, bool littleEndian)
{
    std::string wide;
    for (const char character : text)
        wide += littleEndian ? std::string{character, '\0'} : std::string{'\0', character};
    return wide;
}

} // namespace

void TestByteSearch::findsWhatIsThere_data()
{
    QTest::addColumn<std::string>("haystack");
    QTest::addColumn<int>("found");
    const std::string id = "111-2222222-3333333";
    QTest::newRow("nothing") << std::string("nothing of that kind") << 0;
    QTest::newRow("empty") << std::string() << 0;
    QTest::newRow("alone") << id << 1;
    QTest::newRow("in the middle") << "xx" + id + "yy" << 1;
    QTest::newRow("at the end") << "some text before " + id << 1;
    QTest::newRow("twice") << id + id << 2;
    QTest::newRow("cut at the end") << "xx" + id.substr(0, id.size() - 1) << 0;
    QTest::newRow("one character off") << std::string("111-2222222-3333334") << 0;
    QTest::newRow("UTF-16 little-endian") << "odd" + utf16(id, true) << 1;
    QTest::newRow("UTF-16 big-endian") << utf16(id, false) << 1;
}

void TestByteSearch::findsWhatIsThere()
{
    QFETCH(std::string, haystack);
    QFETCH(int, found);
    const ByteSearch search({"111-2222222-3333333", "another text"});
    QCOMPARE(search.count(asBytes(haystack)), std::int64_t(found));
}

void TestByteSearch::leavesOutWhatChanceWouldFind()
{
    const ByteSearch search({"short", "long enough"});
    QCOMPARE(search.texts(), std::size_t(1));
    QCOMPARE(search.count(asBytes("short")), std::int64_t(0));
    QCOMPARE(ByteSearch({}).count(asBytes("anything at all")), std::int64_t(0));
}

void TestByteSearch::tellsTextsOfOneStartApart()
{
    const ByteSearch search({"12345678-a", "12345678-b", "12345678"});
    QCOMPARE(search.count(asBytes("12345678-b")), std::int64_t(2)); // the shorter one is part of it
    QCOMPARE(search.count(asBytes("12345678-c")), std::int64_t(1));
}

QTEST_APPLESS_MAIN(TestByteSearch)
#include "byte_search_test.moc"
