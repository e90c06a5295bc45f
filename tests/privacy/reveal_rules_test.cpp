// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/held_orders.h"
#include "core/privacy/reveal_rules.h"
#include "core/privacy/zones.h"
#include "tests/support/check.h"
#include "tests/support/sample_orders.h"

#include <set>

using namespace sk;
using namespace sk::privacy;
using namespace sk::test;
using namespace std::chrono_literals;

/// How often personal data may be revealed (ACC-5), and zones from postal codes in passing (MIN-3).
class TestRevealRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limit_data();
    void limit();
    void fieldsHaveNamesOfTheirOwn();
    void zonesAreFound_data();
    void zonesAreFound();
    void wrongTablesAreRefused_data();
    void wrongTablesAreRefused();
};

using Minutes = QList<int>; ///< before noon

void TestRevealRules::limit_data()
{
    QTest::addColumn<Minutes>("earlier");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("refusedFor"); // minutes; -1: not at all
    QTest::newRow("the first") << Minutes{} << 1 << -1;
    QTest::newRow("up to the limit") << Minutes{30, 20} << 1 << -1;
    QTest::newRow("one too many") << Minutes{30, 20, 10} << 1 << 30;
    QTest::newRow("two too many") << Minutes{30, 20, 10} << 2 << 40;
    QTest::newRow("all at once") << Minutes{} << 3 << -1;
    QTest::newRow("all at once, but one is recent") << Minutes{1} << 3 << 59;
    QTest::newRow("an hour ago does not count") << Minutes{60, 20, 10} << 1 << -1;
    QTest::newRow("a minute less does") << Minutes{59, 20, 10} << 1 << 1;
    QTest::newRow("long ago") << Minutes{900, 800, 700, 600} << 3 << -1;
    QTest::newRow("just now") << Minutes{0, 0, 0} << 1 << 60;
    QTest::newRow("under a clock that was ahead") << Minutes{-500, -500, -600} << 1 << -1;
    QTest::newRow("more than ever is allowed") << Minutes{} << 4 << 60;
}

void TestRevealRules::limit()
{
    QFETCH(const Minutes, earlier);
    QFETCH(const int, wanted);
    QFETCH(const int, refusedFor);
    std::vector<Time> times;
    for (const int ago : earlier)
        times.push_back(kNoon - std::chrono::minutes(ago));
    const auto until = refusedUntil({3, 60min}, times, static_cast<std::size_t>(wanted), kNoon);
    const auto expected =
        refusedFor < 0 ? std::optional<Time>() : std::optional<Time>(kNoon + std::chrono::minutes(refusedFor));
    QVERIFY(until == expected);
}

void TestRevealRules::fieldsHaveNamesOfTheirOwn()
{
    std::set<std::string_view> names;
    for (const PiiField &field : kPiiFields) {
        if (field.keptFor)
            QVERIFY2(names.insert(shortName(field.number)).second, std::string(field.path).c_str());
    }
    QVERIFY(names.contains("addressLine1") && names.contains("streetName"));
    QVERIFY(shortName(9999).empty());
}

void TestRevealRules::zonesAreFound_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("country");
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("inside") << QByteArray("10115") << QByteArray("DE") << QByteArray("near");
    QTest::newRow("first of a range") << QByteArray("10000") << QByteArray("DE") << QByteArray("near");
    QTest::newRow("last of a range") << QByteArray("19999") << QByteArray("DE") << QByteArray("near");
    QTest::newRow("behind it") << QByteArray("20000") << QByteArray("DE") << QByteArray();
    QTest::newRow("another country") << QByteArray("10115") << QByteArray("US") << QByteArray("east");
    QTest::newRow("any country") << QByteArray("99501") << QByteArray("CA") << QByteArray("far");
    QTest::newRow("long code") << QByteArray("99501-1234") << QByteArray("US") << QByteArray("far");
    QTest::newRow("letters, small and with a blank")
        << QByteArray("sw1a 1aa") << QByteArray("gb") << QByteArray("London");
    QTest::newRow("too short") << QByteArray("9") << QByteArray("US") << QByteArray();
    QTest::newRow("none held") << QByteArray() << QByteArray() << QByteArray();
}

void TestRevealRules::zonesAreFound()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, country);
    QFETCH(const QByteArray, zone);
    const auto table = must(parseZones("\xEF\xBB\xBF"
                                       "from,to,zone,country\r\n# home\r\n1,1,near,DE\r\n\r\n"
                                       "100,119,east,us\n99, 99, far\nSW,SW,London"));
    QCOMPARE(table.size(), std::size_t(4));
    QCOMPARE(std::string(zoneOf(table, code.toStdString(), country.toStdString())), zone.toStdString());
}

void TestRevealRules::wrongTablesAreRefused_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("empty") << QByteArray() << QByteArray("has no line");
    QTest::newRow("heading alone") << QByteArray("from,to,zone\n") << QByteArray("has no line");
    QTest::newRow("two columns") << QByteArray("1,2\n") << QByteArray("line 1");
    QTest::newRow("five columns") << QByteArray("1,1,a\n1,2,b,US,x\n") << QByteArray("line 2");
    QTest::newRow("lengths differ") << QByteArray("1,20,a\n") << QByteArray("one length");
    QTest::newRow("no code") << QByteArray("-,-,a\n") << QByteArray("one length");
    QTest::newRow("turned round") << QByteArray("2,1,a\n") << QByteArray("after its last");
    QTest::newRow("no name") << QByteArray("1,2, \n") << QByteArray("no name");
    QTest::newRow("no country") << QByteArray("1,2,a,Germany\n") << QByteArray("two letters");
}

void TestRevealRules::wrongTablesAreRefused()
{
    QFETCH(const QByteArray, csv);
    QFETCH(const QByteArray, told);
    const auto parsed = parseZones(csv.toStdString());
    SK_FAILS(parsed, ErrorKind::Usage);
    QVERIFY2(parsed.error().detail.find(told.toStdString()) != std::string::npos, parsed.error().detail.c_str());
}

QTEST_APPLESS_MAIN(TestRevealRules)
#include "reveal_rules_test.moc"
