// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/fake_clock.h"
#include "tests/simulator/schema_validator.h"
#include "tests/simulator/test_client.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <set>

using namespace sk::simulator;
using namespace sk::simulator::test;

namespace {

const std::string kEverything = "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,"
                                "PAYMENT,FULFILLMENT_ORDERS";

/// "possible values" that stand in the model's prose, not in an enum; sp-api.md 5.3.
const std::set<QString> kBreakdownTypes = {
    QStringLiteral("ITEM"), QStringLiteral("SHIPPING"), QStringLiteral("GIFT_WRAP"), QStringLiteral("COD_FEE"),
    QStringLiteral("TAX"),  QStringLiteral("DISCOUNT"), QStringLiteral("OTHER"),     QStringLiteral("DELIVERY_TIP")};

QString modelFile(const char *name)
{
    return QStringLiteral(SK_SHARED_DIR "/sp-api-models/") + QString::fromLatin1(name);
}

} // namespace

/// Everything the simulator sends must fit Amazon's own published models.
class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ordersFitTheModel_data();
    void ordersFitTheModel();
    void singleOrdersFitTheModel();
    void errorsFitTheModel();
    void participationsFitTheModel();
    void unknownValuesFaultDoesNotFit();

private:
    SchemaValidator m_orders;
    SchemaValidator m_sellers;
};

void SchemaTest::initTestCase()
{
    if (!QDir(QStringLiteral(SK_SHARED_DIR "/sp-api-models")).exists())
        QSKIP("Amazon's models are not here (SK_SHARED_DIR/sp-api-models is missing)");
    QVERIFY(m_orders.load(modelFile("orders_2026-01-01.json")));
    QVERIFY(m_sellers.load(modelFile("sellers.json")));
}

void SchemaTest::ordersFitTheModel_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("marketplaces");
    QTest::addColumn<QString>("includedData");
    QTest::addColumn<int>("orders");
    const QString everything = QString::fromStdString(kEverything);
    QTest::newRow("na, everything") << "na"
                                    << "" << everything << 800;
    QTest::newRow("brazil, everything") << "na"
                                        << "BR" << everything << 600;
    QTest::newRow("eu, everything") << "eu"
                                    << "" << everything << 600;
    QTest::newRow("fe, everything") << "fe"
                                    << "" << everything << 600;
    QTest::newRow("na, nothing") << "na"
                                 << ""
                                 << "" << 150;
    for (const char *set : {"BUYER", "RECIPIENT", "PROCEEDS", "EXPENSE", "PROMOTION", "CANCELLATION", "FULFILLMENT",
                            "PACKAGES", "TAX", "PAYMENT", "FULFILLMENT_ORDERS"})
        QTest::addRow("fe, only %s", set) << "fe"
                                          << "" << set << 150;
}

void SchemaTest::ordersFitTheModel()
{
    QFETCH(QString, region);
    QFETCH(QString, marketplaces);
    QFETCH(QString, includedData);
    QFETCH(int, orders);
    const FakeClock clock;
    Options options;
    options.clock = clock.function();
    options.orders = orders;
    options.historyDays = 60;
    options.enforceRates = false;
    options.region = region.toStdString();
    if (!marketplaces.isEmpty())
        options.marketplaces = {marketplaces.toStdString()};
    Bench bench(options);
    bench.login();
    Parameters parameters = {{"createdAfter", before(clock.now(), 100 * kDay)}};
    if (!includedData.isEmpty())
        parameters.emplace_back("includedData", includedData.toStdString());
    const Answer first = bench.search(parameters);
    QCOMPARE(m_orders.check(QStringLiteral("SearchOrdersResponse"), first.json()), QStringList());
    const std::vector<QJsonObject> received = bench.searchAll(parameters);
    QCOMPARE(received.size(), static_cast<std::size_t>(orders));
    for (const QJsonObject &order : received) {
        QCOMPARE(m_orders.check(QStringLiteral("Order"), order), QStringList());
        for (const auto &entry : order[QLatin1String("proceeds")][QLatin1String("breakdowns")].toArray())
            QVERIFY(kBreakdownTypes.contains(entry[QLatin1String("type")].toString()));
    }
    QVERIFY(m_orders.checkedValues() > 1000);
}

void SchemaTest::singleOrdersFitTheModel()
{
    Options options;
    options.orders = 50;
    options.enforceRates = false;
    Bench bench(options);
    bench.login();
    for (const ExpectedOrder &order : bench.simulator().expectedOrders()) {
        const Answer answer = bench.get("/orders/2026-01-01/orders/" + order.orderId, {{"includedData", kEverything}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(m_orders.check(QStringLiteral("GetOrderResponse"), answer.json()), QStringList());
    }
}

void SchemaTest::errorsFitTheModel()
{
    Options options;
    options.orders = 1;
    Bench bench(options);
    QCOMPARE(m_orders.check(QStringLiteral("ErrorList"), bench.search({}).json()), QStringList()); // 403
    bench.login();
    const Answer bad = bench.search({{"createdAfter", "TEST_CASE_400"}});
    QCOMPARE(bad.status, 400);
    QCOMPARE(bad.code(), QStringLiteral("InvalidInput"));
    QCOMPARE(m_orders.check(QStringLiteral("ErrorList"), bad.json()), QStringList());
    const Answer missing = bench.get("/orders/2026-01-01/orders/111-1111111-1111111");
    QCOMPARE(missing.status, 404);
    QCOMPARE(m_orders.check(QStringLiteral("ErrorList"), missing.json()), QStringList());
    bench.simulator().inject({FaultKind::Throttle});
    QCOMPARE(m_orders.check(QStringLiteral("ErrorList"), bench.search({}).json()), QStringList());
}

void SchemaTest::participationsFitTheModel()
{
    for (const char *region : {"na", "eu", "fe"}) {
        Options options;
        options.orders = 1;
        options.region = region;
        Bench bench(options);
        bench.login();
        const Answer answer = bench.get("/sellers/v1/marketplaceParticipations");
        QCOMPARE(answer.status, 200);
        QCOMPARE(m_sellers.check(QStringLiteral("GetMarketplaceParticipationsResponse"), answer.json()), QStringList());
        QVERIFY(answer.json().value(QLatin1String("payload")).toArray().size() >= 3);
    }
}

void SchemaTest::unknownValuesFaultDoesNotFit()
{
    Options options;
    options.orders = 20;
    Bench bench(options);
    bench.login();
    bench.simulator().inject({FaultKind::UnknownValues});
    const Answer answer = bench.search({{"createdAfter", "2020-01-01"}, {"includedData", "FULFILLMENT"}});
    QCOMPARE(answer.status, 200);
    QVERIFY(!m_orders.check(QStringLiteral("SearchOrdersResponse"), answer.json()).isEmpty());
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
