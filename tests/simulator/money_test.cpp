// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/marketplaces.h"
#include "tests/simulator/fake_clock.h"
#include "tests/simulator/test_client.h"

#include <QJsonArray>
#include <QTest>

#include <map>
#include <optional>

using namespace sk::simulator;
using namespace sk::simulator::test;

namespace {

/// An amount in minor units, read from decimal text by hand; nothing when the precision is wrong.
std::optional<qint64> minorUnits(const QJsonValue &money, int decimals)
{
    const QString text = money[QLatin1String("amount")].toString();
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const qsizetype places = point < 0 ? 0 : text.size() - point - 1;
    bool ok = false;
    const qint64 value = QString(text).remove(QLatin1Char('.')).toLongLong(&ok);
    return ok && places == decimals && !text.startsWith(QLatin1Char('.')) ? std::optional(value) : std::nullopt;
}

std::string amountOf(const QJsonValue &money)
{
    return money[QLatin1String("amount")].toString().toStdString();
}

using Sums = std::map<QString, qint64>;

} // namespace

/// Amounts: the currency's own precision, and every total adds up exactly.
class MoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decimalTexts_data();
    void decimalTexts();
    void totalsAddUp_data();
    void totalsAddUp();
    void expectedOrdersAgreeWithTheAnswers();

private:
    static void checkItem(const QJsonObject &item, int decimals, Sums &sums, qint64 &total);
    static void checkOrder(const QJsonObject &order, int decimals);
};

void MoneyTest::decimalTexts_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("dollars") << qint64{1999} << 2 << "19.99";
    QTest::newRow("cents") << qint64{5} << 2 << "0.05";
    QTest::newRow("zero") << qint64{0} << 2 << "0.00";
    QTest::newRow("discount") << qint64{-250} << 2 << "-2.50";
    QTest::newRow("small discount") << qint64{-7} << 2 << "-0.07";
    QTest::newRow("yen") << qint64{5980} << 0 << "5980";
    QTest::newRow("beyond double") << qint64{9007199254740993} << 2 << "90071992547409.93";
}

void MoneyTest::decimalTexts()
{
    QFETCH(qint64, minor);
    QFETCH(int, decimals);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(decimalText(minor, decimals)), text);
}

void MoneyTest::totalsAddUp_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("marketplace");
    QTest::addColumn<int>("decimals");
    QTest::newRow("US") << "na"
                        << "US" << 2;
    QTest::newRow("MX") << "na"
                        << "MX" << 2;
    QTest::newRow("DE") << "eu"
                        << "DE" << 2;
    QTest::newRow("JP") << "fe"
                        << "JP" << 0;
}

void MoneyTest::totalsAddUp()
{
    QFETCH(QString, region);
    QFETCH(QString, marketplace);
    QFETCH(int, decimals);
    Options options;
    options.orders = 2000;
    options.enforceRates = false;
    options.region = region.toStdString();
    options.marketplaces = {marketplace.toStdString()};
    options.merchantShare = 0.6;
    Bench bench(options);
    bench.login();
    int withAmounts = 0;
    for (const QJsonObject &order :
         bench.searchAll({{"createdAfter", "2024-01-01"}, {"includedData", "PROCEEDS,FULFILLMENT"}})) {
        const QString status = order[QLatin1String("fulfillment")][QLatin1String("fulfillmentStatus")].toString();
        if (status.startsWith(QLatin1String("PENDING")))
            QVERIFY(!order.contains(QLatin1String("proceeds")));
        if (!order.contains(QLatin1String("proceeds")))
            continue;
        ++withAmounts;
        checkOrder(order, decimals);
    }
    QVERIFY(withAmounts > 1500);
}

void MoneyTest::checkItem(const QJsonObject &item, int decimals, Sums &sums, qint64 &total)
{
    const QJsonObject proceeds = item[QLatin1String("proceeds")].toObject();
    qint64 sum = 0;
    for (const auto &breakdown : proceeds[QLatin1String("breakdowns")].toArray()) {
        const auto subtotal = minorUnits(breakdown[QLatin1String("subtotal")], decimals);
        QVERIFY(subtotal);
        sum += *subtotal;
        const QString type = breakdown[QLatin1String("type")].toString();
        sums[type] += *subtotal;
        const QJsonArray details = breakdown[QLatin1String("detailedBreakdowns")].toArray();
        if (details.isEmpty())
            continue;
        QVERIFY(type == QLatin1String("TAX") || type == QLatin1String("DISCOUNT"));
        qint64 parts = 0;
        for (const auto &detail : details)
            parts += minorUnits(detail[QLatin1String("value")], decimals).value();
        QCOMPARE(parts, *subtotal);
    }
    QCOMPARE(minorUnits(proceeds[QLatin1String("proceedsTotal")], decimals).value(), sum);
    const qint64 unit =
        minorUnits(item[QLatin1String("product")][QLatin1String("price")][QLatin1String("unitPrice")], decimals)
            .value();
    QCOMPARE(minorUnits(proceeds[QLatin1String("breakdowns")][0][QLatin1String("subtotal")], decimals).value(),
             unit * item[QLatin1String("quantityOrdered")].toInt());
    total += sum;
}

void MoneyTest::checkOrder(const QJsonObject &order, int decimals)
{
    Sums itemSums;
    qint64 total = 0;
    for (const auto &item : order[QLatin1String("orderItems")].toArray())
        checkItem(item.toObject(), decimals, itemSums, total);
    const QJsonValue proceeds = order[QLatin1String("proceeds")];
    qint64 sum = 0;
    for (const auto &breakdown : proceeds[QLatin1String("breakdowns")].toArray()) {
        const qint64 subtotal = minorUnits(breakdown[QLatin1String("subtotal")], decimals).value();
        const QString type = breakdown[QLatin1String("type")].toString();
        sum += subtotal;
        if (type == QLatin1String("DELIVERY_TIP"))
            total += subtotal;
        else
            QCOMPARE(subtotal, itemSums[type]);
    }
    QCOMPARE(minorUnits(proceeds[QLatin1String("grandTotal")], decimals).value(), sum);
    QCOMPARE(sum, total);
}

void MoneyTest::expectedOrdersAgreeWithTheAnswers()
{
    const FakeClock clock;
    Options options;
    options.clock = clock.function();
    options.orders = 800;
    options.historyDays = 20;
    options.enforceRates = false;
    Bench bench(options);
    bench.login();
    std::map<std::string, ExpectedOrder> expected;
    for (ExpectedOrder &order : bench.simulator().expectedOrders())
        expected[order.orderId] = std::move(order);
    const auto orders = bench.searchAll({{"createdAfter", "2026-01-01"}, {"includedData", "PROCEEDS,FULFILLMENT"}});
    QCOMPARE(orders.size(), expected.size());
    for (const QJsonObject &order : orders) {
        const ExpectedOrder &facts = expected.at(order[QLatin1String("orderId")].toString().toStdString());
        const QJsonValue status = order[QLatin1String("fulfillment")][QLatin1String("fulfillmentStatus")];
        QCOMPARE(status.toString().toStdString(), facts.status);
        QCOMPARE(order[QLatin1String("lastUpdatedTime")].toString().toStdString(), facts.lastUpdatedTime);
        QCOMPARE(order.contains(QLatin1String("proceeds")), facts.grandTotal.has_value());
        const QJsonValue grandTotal = order[QLatin1String("proceeds")][QLatin1String("grandTotal")];
        QCOMPARE(amountOf(grandTotal), facts.grandTotal.value_or(""));
        const QJsonArray items = order[QLatin1String("orderItems")].toArray();
        QCOMPARE(items.size(), static_cast<qsizetype>(facts.items.size()));
        for (qsizetype i = 0; i < items.size(); ++i) {
            const ExpectedItem &item = facts.items[static_cast<std::size_t>(i)];
            QCOMPARE(items[i][QLatin1String("orderItemId")].toString().toStdString(), item.orderItemId);
            QCOMPARE(amountOf(items[i][QLatin1String("proceeds")][QLatin1String("proceedsTotal")]),
                     item.total.value_or(""));
        }
    }
}

QTEST_GUILESS_MAIN(MoneyTest)
#include "money_test.moc"
