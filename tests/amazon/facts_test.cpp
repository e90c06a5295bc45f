// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/operations.h"
#include "core/amazon/regions.h"
#include "core/amazon/sp_api_client.h"
#include "core/amazon/user_agent.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::amazon;
using namespace sk::test;

class TestFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void userAgentIsEscaped_data();
    void userAgentIsEscaped();
    void userAgentIsNeverTooLong();
    void everyRegionHasItsHost();
};

void TestFacts::userAgentIsEscaped_data()
{
    QTest::addColumn<QByteArray>("platform");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("agent");
    QTest::newRow("plain") << QByteArray("debian") << QByteArray("12")
                           << QByteArray("Sellerkeep/0.1 (Language=C++/20; Platform=debian/12)");
    QTest::newRow("ends the value") << QByteArray("a;b)c") << QByteArray("1\\2")
                                    << QByteArray("Sellerkeep/0.1 (Language=C++/20; Platform=a\\;b\\)c/1\\\\2)");
    QTest::newRow("line break and UTF-8") << QByteArray("a\r\nb\xC3\xA9") << QByteArray("1")
                                          << QByteArray("Sellerkeep/0.1 (Language=C++/20; Platform=ab/1)");
}

void TestFacts::userAgentIsEscaped()
{
    QFETCH(QByteArray, platform);
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, agent);
    QCOMPARE(userAgent("0.1", platform.toStdString(), version.toStdString()), agent.toStdString());
}

/// Amazon refuses more than 500 characters; a cut must not leave half an escape, which would swallow the closing
/// bracket.
void TestFacts::userAgentIsNeverTooLong()
{
    for (std::size_t length = 440; length < 480; ++length) {
        const std::string agent = userAgent("0.1", std::string(length, 'a') + std::string(100, ';'), "1");
        QVERIFY(agent.size() <= 500);
        std::size_t backslashes = 0;
        while (agent[agent.size() - 2 - backslashes] == '\\')
            ++backslashes;
        QVERIFY(agent.ends_with(')') && backslashes % 2 == 0);
    }
    QVERIFY(userAgent(std::string(600, '1'), "a", "b").size() <= 500);
}

void TestFacts::everyRegionHasItsHost()
{
    for (const Region &region : kRegions) {
        QCOMPARE(amazonAddress(region.id).apiUrl.toString(),
                 QStringLiteral("https://sellingpartnerapi-") + QString::fromUtf8(region.id.data(), 2)
                     + QStringLiteral(".amazon.com"));
        QCOMPARE(amazonAddress(region.id).tokenUrl.toString(), QStringLiteral("https://api.amazon.com/auth/o2/token"));
    }
    QVERIFY(!amazonAddress("xx").apiUrl.isValid());
    for (const MarketplaceFact &marketplace : kMarketplaces)
        QVERIFY(findRegion(marketplace.region) != nullptr);
    for (const Operation &row : kOperations) {
        QVERIFY(!row.writes); // MIN-4
        QCOMPARE(model::toWord(row.audit), row.name);
    }
}

QTEST_APPLESS_MAIN(TestFacts)
#include "facts_test.moc"
