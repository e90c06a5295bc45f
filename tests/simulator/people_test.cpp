// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/fake_clock.h"
#include "tests/simulator/test_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace sk::simulator;
using namespace sk::simulator::test;

namespace {

const std::string kEverything =
    "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT";

/// Fields that sp-api.md section 8 counts as identifying (A and B), by their last name.
const std::set<QString> kPersonalFields = {QStringLiteral("buyerName"),
                                           QStringLiteral("buyerEmail"),
                                           QStringLiteral("buyerCompanyName"),
                                           QStringLiteral("addressLine1"),
                                           QStringLiteral("addressLine2"),
                                           QStringLiteral("city"),
                                           QStringLiteral("phone"),
                                           QStringLiteral("giftMessage"),
                                           QStringLiteral("customizedUrl"),
                                           QStringLiteral("serialNumbers"),
                                           QStringLiteral("transparencyCodes"),
                                           QStringLiteral("trackingNumber"),
                                           QStringLiteral("legalName"),
                                           QStringLiteral("taxRegistrationNumber"),
                                           QStringLiteral("dropOffLocation"),
                                           QStringLiteral("name"),
                                           QStringLiteral("addressInstruction"),
                                           QStringLiteral("authorizationCode"),
                                           QStringLiteral("acquirerId"),
                                           QStringLiteral("companyName"),
                                           QStringLiteral("buyerPurchaseOrderNumber"),
                                           QStringLiteral("streetName"),
                                           QStringLiteral("neighborhood")};

/// All texts below `value` that stand in a personal field; the merchant's own address is none.
void collectPersonal(const QJsonValue &value, const QString &field, std::vector<std::string> &out)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (member.key() != QLatin1String("shipFromAddress"))
                collectPersonal(member.value(), member.key(), out);
        }
    } else if (value.isArray()) {
        for (const auto &entry : value.toArray())
            collectPersonal(entry, field, out);
    } else if (value.isString() && kPersonalFields.contains(field)) {
        out.push_back(value.toString().toStdString());
    }
}

} // namespace

/// Which fields come with which data set, and that all personal texts can be looked for.
class PeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dataSetsGateTheirFields_data();
    void dataSetsGateTheirFields();
    void modelsNotesAreKept();
    void personalTextsArePlantedOnes();
    void plantedTextsAreUniqueAndForeign();
};

void PeopleTest::dataSetsGateTheirFields_data()
{
    QTest::addColumn<QString>("dataSet");
    QTest::addColumn<QStringList>("orderFields");
    QTest::addColumn<QStringList>("itemFields");
    const auto list = [](std::initializer_list<const char *> names) {
        QStringList texts;
        for (const char *name : names)
            texts.append(QString::fromLatin1(name));
        return texts;
    };
    QTest::newRow("none") << "" << list({}) << list({});
    QTest::newRow("BUYER") << "BUYER" << list({"buyer"}) << list({});
    QTest::newRow("RECIPIENT") << "RECIPIENT" << list({"recipient"}) << list({});
    QTest::newRow("PROCEEDS") << "PROCEEDS" << list({"proceeds"}) << list({"proceeds"});
    QTest::newRow("EXPENSE") << "EXPENSE" << list({}) << list({"expense"});
    QTest::newRow("PROMOTION") << "PROMOTION" << list({}) << list({"promotion"});
    QTest::newRow("CANCELLATION") << "CANCELLATION" << list({}) << list({"cancellation"});
    QTest::newRow("FULFILLMENT") << "FULFILLMENT" << list({"fulfillment"}) << list({"fulfillment"});
    QTest::newRow("PACKAGES") << "PACKAGES" << list({"packages"}) << list({});
    QTest::newRow("TAX") << "TAX" << list({"tax"}) << list({"tax"});
    QTest::newRow("PAYMENT") << "PAYMENT" << list({"payment"}) << list({});
}

void PeopleTest::dataSetsGateTheirFields()
{
    QFETCH(QString, dataSet);
    QFETCH(QStringList, orderFields);
    QFETCH(QStringList, itemFields);
    const QStringList always = {QStringLiteral("orderId"),     QStringLiteral("orderAliases"),
                                QStringLiteral("createdTime"), QStringLiteral("lastUpdatedTime"),
                                QStringLiteral("programs"),    QStringLiteral("salesChannel"),
                                QStringLiteral("orderItems")};
    const QStringList alwaysItem = {QStringLiteral("orderItemId"), QStringLiteral("quantityOrdered"),
                                    QStringLiteral("programs"), QStringLiteral("product"),
                                    QStringLiteral("associatedOrderItems")};
    const FakeClock clock;
    std::set<QString> seen;
    for (const char *region : {"eu", "fe", "na"}) {
        Options options = unpaced(clock, 400, 60);
        options.region = region;
        Bench bench(options);
        bench.login();
        Parameters parameters = {{"createdAfter", "2026-01-01"}};
        if (!dataSet.isEmpty())
            parameters.emplace_back("includedData", dataSet.toStdString());
        for (const QJsonObject &order : bench.searchAll(parameters)) {
            for (const QString &field : order.keys()) {
                QVERIFY2(always.contains(field) || orderFields.contains(field), qPrintable(field));
                seen.insert(field);
            }
            for (const auto &item : order[QLatin1String("orderItems")].toArray()) {
                for (const QString &field : item.toObject().keys()) {
                    QVERIFY2(alwaysItem.contains(field) || itemFields.contains(field), qPrintable(field));
                    seen.insert(QStringLiteral("item.") + field);
                }
            }
        }
    }
    for (const QString &field : orderFields)
        QVERIFY2(seen.contains(field), qPrintable(field));
    for (const QString &field : itemFields)
        QVERIFY2(seen.contains(QStringLiteral("item.") + field), qPrintable(field));
}

/// "Only available for merchant-fulfilled orders", "suppressed when past the latest delivery date" (model).
void PeopleTest::modelsNotesAreKept()
{
    const FakeClock clock;
    Bench bench(unpaced(clock, 2000, 40));
    bench.login();
    int phones = 0;
    int suppressed = 0;
    const QString now = QString::fromStdString(before(clock.now(), 2 * kMinute));
    for (const QJsonObject &order : bench.searchAll({{"createdAfter", "2026-01-01"}, {"includedData", kEverything}})) {
        const QJsonValue fulfillment = order[QLatin1String("fulfillment")];
        const QString status = fulfillment[QLatin1String("fulfillmentStatus")].toString();
        const bool merchant = fulfillment[QLatin1String("fulfilledBy")].toString() == QLatin1String("MERCHANT");
        const bool open = status == QLatin1String("UNSHIPPED") || status == QLatin1String("PARTIALLY_SHIPPED")
            || status == QLatin1String("SHIPPED");
        QCOMPARE(order.contains(QLatin1String("buyer")), open);
        QCOMPARE(order.contains(QLatin1String("recipient")), open);
        if (!open)
            continue;
        const bool past = status == QLatin1String("SHIPPED")
            && fulfillment[QLatin1String("deliverByWindow")][QLatin1String("latestDateTime")].toString() < now;
        const QJsonObject address = order[QLatin1String("recipient")][QLatin1String("deliveryAddress")].toObject();
        QCOMPARE(address.contains(QLatin1String("phone")), merchant && !past);
        QCOMPARE(order[QLatin1String("buyer")].toObject().contains(QLatin1String("buyerEmail")), merchant);
        QVERIFY(merchant || !order.contains(QLatin1String("packages")));
        phones += merchant && !past;
        suppressed += merchant && past;
    }
    QVERIFY(phones > 0 && suppressed > 0);
}

void PeopleTest::personalTextsArePlantedOnes()
{
    const FakeClock clock;
    for (const auto &[region, marketplace] : {std::pair{"na", ""}, {"na", "BR"}, {"eu", ""}, {"fe", "JP"}}) {
        Options options = unpaced(clock, 1200, 40);
        options.region = region;
        options.merchantShare = 0.5;
        if (*marketplace != '\0')
            options.marketplaces = {marketplace};
        Bench bench(options);
        bench.login();
        const std::vector<std::string> planted = bench.simulator().plantedValues();
        std::vector<std::string> found;
        for (QJsonObject order : bench.searchAll({{"createdAfter", "2026-01-01"}, {"includedData", kEverything}}))
            collectPersonal(order, QString(), found);
        QVERIFY(found.size() > 5000);
        for (const std::string &text : found)
            QVERIFY2(std::ranges::binary_search(planted, text), text.c_str());
        const bool foreign = std::ranges::any_of(found, [](const std::string &text) {
            return text.find("Müller") != std::string::npos || text.find("東京") != std::string::npos;
        });
        QVERIFY(foreign);
    }
}

void PeopleTest::plantedTextsAreUniqueAndForeign()
{
    const FakeClock clock;
    Bench bench(unpaced(clock, 4000, 700));
    bench.login();
    std::map<std::string, std::string> owner;
    for (const PlantedValue &planted : bench.simulator().plantedDetails()) {
        const auto [entry, isNew] = owner.emplace(planted.value, planted.orderId);
        QVERIFY2(isNew || entry->second == planted.orderId, planted.value.c_str());
    }
    // What a frugal client asks for holds none of it but gift texts, custom pages and serial numbers.
    std::string all;
    const Parameters frugal = {{"createdAfter", "2026-11-01"}, {"includedData", "PROCEEDS,PROMOTION"}};
    for (const QJsonObject &order : bench.searchAll(frugal))
        all += QJsonDocument(order).toJson(QJsonDocument::Compact).toStdString();
    for (const PlantedValue &planted : bench.simulator().plantedDetails()) {
        if (planted.field.find("orderItems.product") == std::string::npos)
            QVERIFY2(all.find(planted.value) == std::string::npos, planted.value.c_str());
    }
}

QTEST_GUILESS_MAIN(PeopleTest)
#include "people_test.moc"
