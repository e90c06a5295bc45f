// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/audit.h"
#include "core/model/connection.h"
#include "core/model/order.h"
#include "tests/support/check.h"

#include <limits>
#include <set>

using namespace sk;
using namespace sk::model;
using namespace sk::test;

class TestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAmounts_data();
    void readsAmounts();
    void writesAmounts_data();
    void writesAmounts();
    void sumsAnOrder();
    void sumsNeverOverflow();
    void knowsWhatWasShipped();
    void wordsAreInverse();
};

void TestModel::readsAmounts_data()
{
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<qint64>("minor"); // min: refused
    constexpr qint64 refused = std::numeric_limits<qint64>::min();
    const auto row = [](const char *amount, const char *currency, qint64 minor) {
        QTest::addRow("%s %s", amount, currency) << QByteArray(amount) << QByteArray(currency) << minor;
    };
    row("19.99", "USD", 1999);
    row("19.9", "USD", 1990);
    row("19", "USD", 1900);
    row("0", "USD", 0);
    row("-0.00", "USD", 0);
    row("-5", "EUR", -500);
    row("-0.01", "EUR", -1);
    row("1.50000", "USD", 150);
    row("1.000", "JPY", 1);
    row("980", "JPY", 980);
    row("1.234", "KWD", 1234);
    row("1.2", "KWD", 1200);
    row("007.10", "USD", 710);
    row("7", "XPF", 7);
    row("12.34", "XYZ", 1234); // unknown: two places
    row("90000000000000000.00", "USD", 9'000'000'000'000'000'000);
    for (const char *bad : {"", "-", ".", ".5", "5.", "1.005", "+1", "--1", "1e3", "1,00", " 1", "1 ", "0x10", "1.2.3",
                            "NaN", "99999999999999999999", "922337203685477580.80", "1.0O", "\xD9\xA1"})
        row(bad, "USD", refused);
    row("9.5", "JPY", refused);
    row("1.2345", "KWD", refused);
}

void TestModel::readsAmounts()
{
    QFETCH(QByteArray, amount);
    QFETCH(QByteArray, currency);
    QFETCH(qint64, minor);
    const auto money = moneyFromDecimal(amount.toStdString(), currency.toStdString());
    if (minor == std::numeric_limits<qint64>::min()) {
        SK_FAILS(money, ErrorKind::MalformedResponse);
    } else {
        SK_OK(money);
        QCOMPARE(money->minor, minor);
        QCOMPARE(money->currency, currency.toStdString());
    }
}

void TestModel::writesAmounts_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cents") << qint64(123450) << QByteArray("USD") << QByteArray("1234.50");
    QTest::newRow("one cent") << qint64(1) << QByteArray("USD") << QByteArray("0.01");
    QTest::newRow("minus one cent") << qint64(-1) << QByteArray("USD") << QByteArray("-0.01");
    QTest::newRow("yen") << qint64(980) << QByteArray("JPY") << QByteArray("980");
    QTest::newRow("dinar") << qint64(5) << QByteArray("KWD") << QByteArray("0.005");
    QTest::newRow("zero") << qint64(0) << QByteArray("EUR") << QByteArray("0.00");
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << QByteArray("USD")
                             << QByteArray("92233720368547758.07");
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << QByteArray("USD")
                              << QByteArray("-92233720368547758.08");
}

void TestModel::writesAmounts()
{
    QFETCH(qint64, minor);
    QFETCH(QByteArray, currency);
    QFETCH(QByteArray, text);
    QCOMPARE(toDecimal(minor, currency.toStdString()), text.toStdString());
}

void TestModel::sumsAnOrder()
{
    const auto eur = [](std::int64_t minor) { return Money{minor, "EUR"}; };
    Order order;
    QCOMPARE(order.currency(), std::string());
    QVERIFY(!order.total("ITEM")); // nothing is known: absent, not zero
    OrderItem item;
    item.quantity = 2;
    item.proceeds = {{"ITEM", "", "", eur(1000)},
                     {"TAX", "", "", eur(190)},
                     {"TAX", "ITEM", "", eur(150)},
                     {"TAX", "SHIPPING", "", eur(40)}};
    order.items = {item, item};
    QCOMPARE(order.currency(), std::string("EUR"));
    QCOMPARE(order.total("ITEM").value(), std::int64_t(2000));
    QCOMPARE(order.total("TAX").value(), std::int64_t(380)); // subtotals only, details are not counted twice
    QVERIFY(!order.total("SHIPPING"));
    QCOMPARE(order.units(), std::int64_t(4));
    QCOMPARE(itemAmount(item, "TAX").value(), std::int64_t(150));
    QCOMPARE(itemAmount(item, "ITEM").value(), std::int64_t(1000));
    order.proceeds = {{"TAX", "", "", eur(381)}}; // the order's own line goes before its items'
    QCOMPARE(order.total("TAX").value(), std::int64_t(381));
    order.grandTotal = Money{1, "GBP"};
    QCOMPARE(order.currency(), std::string("GBP"));
}

/// Hostile figures must not be undefined behaviour: sums stop at the largest value.
void TestModel::sumsNeverOverflow()
{
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    OrderItem item;
    item.quantity = most;
    item.proceeds = {{"ITEM", "", "", Money{most, "USD"}}, {"ITEM", "", "", Money{most, "USD"}}};
    Order order;
    order.items = {item, item, item};
    QCOMPARE(order.total("ITEM").value(), most);
    QCOMPARE(order.units(), most);
    item.proceeds = {{"ITEM", "", "", Money{-most, "USD"}}, {"ITEM", "", "", Money{-most, "USD"}}};
    QCOMPARE(itemAmount(item, "ITEM").value(), std::numeric_limits<std::int64_t>::min());
}

void TestModel::knowsWhatWasShipped()
{
    Order order;
    QVERIFY(!order.firstShippedAt() && !order.isDelivered());
    OrderPackage package;
    order.packages = {package};
    QVERIFY(!order.firstShippedAt());
    package.shippedAt = fromMillis(2000);
    order.packages.push_back(package);
    package.shippedAt = fromMillis(1000);
    package.status = "DELIVERED";
    order.packages.push_back(package);
    QCOMPARE(order.firstShippedAt().value(), fromMillis(1000));
    QVERIFY(order.isDelivered());
}

void TestModel::wordsAreInverse()
{
    std::set<std::string_view> words;
    std::set<int> numbers;
    for (const AuditOperation operation : allAuditOperations()) {
        QVERIFY(words.insert(toWord(operation)).second);
        QVERIFY(numbers.insert(static_cast<int>(operation)).second);
        QVERIFY(auditOperationFromWord(toWord(operation)) == operation);
    }
    QVERIFY(!auditOperationFromWord("nonsense"));
    QCOMPARE(toWord(static_cast<AuditOperation>(255)), std::string_view("unknown"));
    for (int state = 0; state <= static_cast<int>(ConnectionState::Disconnected); ++state)
        QVERIFY(connectionStateFromWord(toWord(static_cast<ConnectionState>(state)))
                == static_cast<ConnectionState>(state));
    for (const Feature feature : allFeatures())
        QVERIFY(featureFromWord(toWord(feature)) == feature);
    QVERIFY(!featureFromWord("") && !connectionStateFromWord(""));
    QCOMPARE(outcomeWord({}), std::string_view("ok"));
    AuditEvent failed;
    failed.error = ErrorKind::Throttled;
    QCOMPARE(outcomeWord(failed), std::string_view("throttled"));
}

QTEST_APPLESS_MAIN(TestModel)
#include "model_test.moc"
