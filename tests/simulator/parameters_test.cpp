// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/fake_clock.h"
#include "tests/simulator/test_client.h"

#include <QJsonArray>
#include <QTest>

using namespace sk::simulator;
using namespace sk::simulator::test;

/// The rules of searchOrders, getOrder and the headers, one row each.
class ParametersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void searchOrders_data();
    void searchOrders();
    void badEncodingIsRefused();
    void userAgentIsRequired();
    void unknownPathsAndMethods();
    void getOrder();
    void pagesNeedTheSameParameters();
    void pageTokensEndAfterADay();
    void filtersAreObeyed();
    void windowsShareOutAllOrders();
    void twoYearsAreTheLimit();
    void beforeIsEchoed();

private:
    static void addOtherRows();

    FakeClock m_clock;
    std::unique_ptr<Bench> m_bench;
};

void ParametersTest::initTestCase()
{
    Options options;
    options.clock = m_clock.function();
    options.orders = 600;
    options.historyDays = 1000;
    options.enforceRates = false;
    options.tokenLifetime = std::chrono::hours(1000);
    m_bench = std::make_unique<Bench>(options);
    QCOMPARE(m_bench->login().status, 200);
}

void ParametersTest::searchOrders_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("created after") << "createdAfter=2026-01-01T00:00:00Z" << 200;
    QTest::newRow("a plain date") << "createdAfter=2026-01-01" << 200;
    QTest::newRow("milliseconds") << "createdAfter=2026-01-01T00:00:00.123Z" << 200;
    QTest::newRow("offset, encoded") << "createdAfter=2026-01-01T00:00:00%2B02:00" << 200;
    QTest::newRow("offset, raw plus is a space") << "createdAfter=2026-01-01T00:00:00+02:00" << 400;
    QTest::newRow("updated after") << "lastUpdatedAfter=2026-01-01T00:00:00Z" << 200;
    QTest::newRow("both") << "createdAfter=2026-01-01&lastUpdatedAfter=2026-01-01" << 400;
    QTest::newRow("neither") << "maxResultsPerPage=5" << 400;
    QTest::newRow("nothing at all") << "" << 400;
    QTest::newRow("before without after") << "createdBefore=2026-01-01" << 400;
    QTest::newRow("created after, updated before") << "createdAfter=2026-01-01&lastUpdatedBefore=2026-02-01" << 400;
    QTest::newRow("updated after, created before") << "lastUpdatedAfter=2026-01-01&createdBefore=2026-02-01" << 400;
    QTest::newRow("window") << "createdAfter=2026-01-01&createdBefore=2026-02-01" << 200;
    QTest::newRow("empty window") << "createdAfter=2026-01-01&createdBefore=2026-01-01" << 200;
    QTest::newRow("window upside down") << "createdAfter=2026-02-01&createdBefore=2026-01-01" << 400;
    QTest::newRow("before exactly two minutes ago")
        << "createdAfter=2026-01-01&createdBefore=2026-11-22T11:58:00Z" << 200;
    QTest::newRow("before a millisecond too young")
        << "createdAfter=2026-01-01&createdBefore=2026-11-22T11:58:00.001Z" << 400;
    addOtherRows();
}

void ParametersTest::addOtherRows()
{
    QTest::newRow("not a date") << "createdAfter=yesterday" << 400;
    QTest::newRow("30 February") << "createdAfter=2026-02-30" << 400;
    QTest::newRow("no zone") << "createdAfter=2026-01-01T00:00:00" << 400;
    QTest::newRow("page of 1") << "createdAfter=2026-01-01&maxResultsPerPage=1" << 200;
    QTest::newRow("page of 100") << "createdAfter=2026-01-01&maxResultsPerPage=100" << 200;
    QTest::newRow("page of 0") << "createdAfter=2026-01-01&maxResultsPerPage=0" << 400;
    QTest::newRow("page of 101") << "createdAfter=2026-01-01&maxResultsPerPage=101" << 400;
    QTest::newRow("page of -1") << "createdAfter=2026-01-01&maxResultsPerPage=-1" << 400;
    QTest::newRow("page of ten") << "createdAfter=2026-01-01&maxResultsPerPage=ten" << 400;
    QTest::newRow("statuses, comma") << "createdAfter=2026-01-01&fulfillmentStatuses=PENDING,SHIPPED" << 200;
    QTest::newRow("statuses, encoded comma") << "createdAfter=2026-01-01&fulfillmentStatuses=PENDING%2CSHIPPED" << 200;
    QTest::newRow("statuses, repeated")
        << "createdAfter=2026-01-01&fulfillmentStatuses=PENDING&fulfillmentStatuses=SHIPPED" << 200;
    QTest::newRow("v0 status") << "createdAfter=2026-01-01&fulfillmentStatuses=Shipped" << 400;
    QTest::newRow("canceled with one l") << "createdAfter=2026-01-01&fulfillmentStatuses=CANCELED" << 400;
    QTest::newRow("fulfilled by both") << "createdAfter=2026-01-01&fulfilledBy=AMAZON,MERCHANT" << 200;
    QTest::newRow("v0 channel") << "createdAfter=2026-01-01&fulfilledBy=AFN" << 400;
    QTest::newRow("data sets") << "createdAfter=2026-01-01&includedData=PROCEEDS,FULFILLMENT" << 200;
    QTest::newRow("unknown data set") << "createdAfter=2026-01-01&includedData=EVERYTHING" << 400;
    QTest::newRow("own marketplaces") << "createdAfter=2026-01-01&marketplaceIds=ATVPDKIKX0DER,A2EUQ1WTGCTBG2" << 200;
    QTest::newRow("foreign marketplace") << "createdAfter=2026-01-01&marketplaceIds=A1PA6795UKMFR9" << 403;
    QString many = QStringLiteral("ATVPDKIKX0DER");
    for (int i = 0; i < 49; ++i)
        many += QStringLiteral(",ATVPDKIKX0DER");
    QTest::newRow("50 marketplaces") << QStringLiteral("createdAfter=2026-01-01&marketplaceIds=") + many << 200;
    QTest::newRow("51 marketplaces") << QStringLiteral("createdAfter=2026-01-01&marketplaceIds=ATVPDKIKX0DER,") + many
                                     << 400;
    QTest::newRow("unknown parameter") << "createdAfter=2026-01-01&CreatedAfter=2026-01-01" << 400;
    QTest::newRow("twice") << "createdAfter=2026-01-01&createdAfter=2026-01-01" << 400;
    QTest::newRow("invented page token") << "createdAfter=2026-01-01&paginationToken=abc" << 400;
}

void ParametersTest::searchOrders()
{
    QFETCH(QString, query);
    QFETCH(int, status);
    const Answer answer = m_bench->getRaw("/orders/2026-01-01/orders?" + query.toStdString());
    QCOMPARE(answer.status, status);
    if (status == 400)
        QCOMPARE(answer.code(), QStringLiteral("InvalidInput"));
    QVERIFY(!answer.header("x-amzn-requestid").empty());
    QCOMPARE(answer.header("x-amzn-ratelimit-limit"), status == 403 ? std::string() : std::string("0.0056"));
    QCOMPARE(answer.header("date"), std::string("Sun, 22 Nov 2026 12:00:00 GMT"));
}

void ParametersTest::badEncodingIsRefused()
{
    for (const char *query : {"createdAfter=2026-01-01&fulfilledBy=%4", "createdAfter=%zz", "createdAfter", "=a"})
        QCOMPARE(m_bench->getRaw(std::string("/orders/2026-01-01/orders?") + query).status, 400);
}

void ParametersTest::userAgentIsRequired()
{
    const Parameters fine = {{"createdAfter", "2026-01-01"}};
    m_bench->userAgent = std::string(500, 'x');
    QCOMPARE(m_bench->search(fine).status, 200);
    m_bench->userAgent = std::string(501, 'x');
    QCOMPARE(m_bench->search(fine).status, 400);
    m_bench->userAgent.clear();
    QCOMPARE(m_bench->search(fine).status, 400);
    m_bench->userAgent = "SimulatorTest/1 (Language=C++)";
}

void ParametersTest::unknownPathsAndMethods()
{
    for (const char *path : {"/orders/v0/orders", "/orders/2026-01-01", "/", "/orders/2026-01-01/orders/1/items"}) {
        const Answer answer = m_bench->get(path);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.code(), QStringLiteral("MissingAuthenticationToken"));
    }
    QCOMPARE(m_bench->post("/orders/2026-01-01/orders", "{}", "application/json").status, 403);
}

void ParametersTest::getOrder()
{
    const std::string id = m_bench->simulator().expectedOrders().back().orderId;
    const std::string path = "/orders/2026-01-01/orders/" + id;
    QCOMPARE(m_bench->get(path).status, 200);
    QCOMPARE(m_bench->get(path).header("x-amzn-ratelimit-limit"), std::string("0.5"));
    QCOMPARE(m_bench->get(path, {{"includedData", "PROCEEDS"}}).status, 200);
    QCOMPARE(m_bench->get(path, {{"includedData", "NONSENSE"}}).status, 400);
    QCOMPARE(m_bench->get(path, {{"createdAfter", "2026-01-01"}}).status, 400);
    QCOMPARE(m_bench->get("/orders/2026-01-01/orders/TEST").status, 404);
    const Answer none = m_bench->get("/orders/2026-01-01/orders/000-0000000-0000000");
    QCOMPARE(none.status, 404);
    QCOMPARE(none.code(), QStringLiteral("NotFound"));
    QCOMPARE(none.header("x-amzn-ratelimit-limit"), std::string("0.5"));
}

void ParametersTest::pagesNeedTheSameParameters()
{
    const Parameters first = {{"createdAfter", "2026-01-01"}, {"maxResultsPerPage", "10"}, {"fulfilledBy", "AMAZON"}};
    const Answer page = m_bench->search(first);
    const std::string token = page.nextToken().toStdString();
    QVERIFY(!token.empty());
    const auto follow = [&](Parameters parameters) {
        parameters.emplace_back("paginationToken", token);
        return m_bench->search(parameters);
    };
    QCOMPARE(follow(first).status, 200);
    QCOMPARE(follow({{"fulfilledBy", "AMAZON"}, {"createdAfter", "2026-01-01"}}).status, 200);
    QCOMPARE(follow({{"createdAfter", "2026-01-01"}, {"fulfilledBy", "AMAZON"}, {"includedData", "TAX"}}).status, 200);
    const Answer other = follow({{"createdAfter", "2026-01-01"}});
    QCOMPARE(other.status, 400);
    QCOMPARE(other.message(),
             QStringLiteral("The paginationToken you have submitted is not valid. All parameters must "
                            "match the original request except maxResultsPerPage."));
    QCOMPARE(follow({{"createdAfter", "2026-01-02"}, {"fulfilledBy", "AMAZON"}}).status, 400);
    const Answer raw = m_bench->getRaw("/orders/2026-01-01/orders?createdAfter=2026-01-01&fulfilledBy=AMAZON&"
                                       "paginationToken="
                                       + token);
    QCOMPARE(raw.status, 400); // '+' and '=' must be percent-encoded
}

void ParametersTest::pageTokensEndAfterADay()
{
    const Parameters first = {{"createdAfter", "2026-01-01"}, {"maxResultsPerPage", "10"}};
    Parameters next = first;
    next.emplace_back("paginationToken", m_bench->search(first).nextToken().toStdString());
    m_clock.advance(std::chrono::hours(24) - std::chrono::milliseconds(1));
    QCOMPARE(m_bench->search(next).status, 200);
    m_clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(m_bench->search(next).status, 400);
    m_clock.advance(-std::chrono::hours(24));
}

void ParametersTest::filtersAreObeyed()
{
    const auto all = m_bench->searchAll({{"createdAfter", "2020-01-01"}, {"includedData", "FULFILLMENT"}});
    std::size_t merchants = 0;
    std::size_t cancelled = 0;
    std::size_t canadian = 0;
    for (const QJsonObject &order : all) {
        const auto fulfillment = order[QLatin1String("fulfillment")];
        merchants += fulfillment[QLatin1String("fulfilledBy")].toString() == QLatin1String("MERCHANT");
        cancelled += fulfillment[QLatin1String("fulfillmentStatus")].toString() == QLatin1String("CANCELLED");
        canadian += order[QLatin1String("salesChannel")][QLatin1String("marketplaceName")].toString()
            == QLatin1String("Amazon.ca");
    }
    QVERIFY(merchants > 0 && cancelled > 0 && canadian > 0);
    const auto count = [this](const Parameters &filter) {
        Parameters parameters = {{"createdAfter", "2020-01-01"}};
        parameters.insert(parameters.end(), filter.begin(), filter.end());
        return m_bench->searchAll(parameters).size();
    };
    QCOMPARE(count({{"fulfilledBy", "MERCHANT"}}), merchants);
    QCOMPARE(count({{"fulfilledBy", "AMAZON"}}), all.size() - merchants);
    QCOMPARE(count({{"fulfillmentStatuses", "CANCELLED"}}), cancelled);
    QCOMPARE(count({{"marketplaceIds", "A2EUQ1WTGCTBG2"}}), canadian);
    QCOMPARE(count({{"maxResultsPerPage", "7"}}), all.size());
}

void ParametersTest::windowsShareOutAllOrders()
{
    const std::pair<const char *, const char *> names[] = {{"createdAfter", "createdBefore"},
                                                           {"lastUpdatedAfter", "lastUpdatedBefore"}};
    for (const auto &[after, beforeName] : names) {
        const std::size_t early = m_bench->searchAll({{after, "2020-01-01"}, {beforeName, "2026-05-01"}}).size();
        const std::size_t late = m_bench->searchAll({{after, "2026-05-01T00:00:00.001Z"}}).size();
        QVERIFY(early > 0 && late > 0);
        QCOMPARE(early + late, m_bench->simulator().expectedOrders().size());
    }
}

void ParametersTest::twoYearsAreTheLimit()
{
    const auto all = m_bench->searchAll({{"createdAfter", "2020-01-01"}});
    QVERIFY(all.size() < 600); // the history is 1000 days long
    QCOMPARE(all.size(), m_bench->simulator().expectedOrders().size());
    const std::string oldest = before(m_clock.now(), 730 * kDay);
    for (const QJsonObject &order : all)
        QVERIFY(order[QLatin1String("createdTime")].toString().toStdString() >= oldest);
}

void ParametersTest::beforeIsEchoed()
{
    const Answer created = m_bench->search({{"createdAfter", "2026-01-01"}, {"createdBefore", "2026-02-01"}});
    QCOMPARE(created.json()[QLatin1String("createdBefore")].toString(), QStringLiteral("2026-02-01T00:00:00.000Z"));
    const Answer updated = m_bench->search({{"lastUpdatedAfter", "2026-01-01"}});
    QCOMPARE(updated.json()[QLatin1String("lastUpdatedBefore")].toString(), QStringLiteral("2026-11-22T11:58:00.000Z"));
}

QTEST_GUILESS_MAIN(ParametersTest)
#include "parameters_test.moc"
