// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/connection_repository.h"
#include "core/records/order_repository.h"
#include "tests/support/sample_orders.h"
#include "tests/support/test_vault.h"

using namespace sk;
using namespace sk::records;
using namespace sk::model;
using namespace sk::test;
using namespace std::chrono_literals;

/// The rows that belong to an order, beside the order's own.
class TestOrderRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handlingIsStoredOnlyForItemsThatAskForSomething();
    void updateReplacesEveryRow();
    void updateKeepsTheOrdersKey();
    void rowsOfOtherOrdersAreLeftAlone();
    void amountInAnotherCurrencyIsLeftAway();
    void currencyIsTheFirstThatIsKnown();
};

namespace {

struct Records
{
    TestDatabase file;
    vault::Database database = file.create(vault::Schema::Vault);
    OrderRepository orders = must(OrderRepository::open(database));

    Records() { must(ConnectionRepository(database).add(sampleConnection("c1"))); }
    bool store(const Order &order) { return must(orders.store(order, {{"c1"}, kNoon, "searchOrders"})); }
    [[nodiscard]] std::string row(const char *sql) const { return scalar(database, sql); }
};

/// Rows in every table of orders' parts, in the order of the schema.
std::string partsIn(const Records &records)
{
    std::string counts;
    for (const char *table : {"order_item", "order_item_handling", "order_item_substitute", "order_proceeds",
                              "order_package", "order_package_item"})
        counts += scalar(records.database, "SELECT count(*) FROM " + std::string(table)) + ' ';
    return counts;
}

/// The sample order with one item that asks for everything.
Order demandingOrder(const std::string &id, Time updated)
{
    Order order = sampleOrder(id, updated);
    ItemHandling &handling = order.items.front().handling;
    handling.signatureConfirmation = "MANDATORY";
    handling.substitutionType = "CUSTOMER_PREFERENCE";
    handling.substitutes = {{"sku-2", "B2", "Other", 1, "1 COUNT"}, {"sku-3", "B3", "Third", {}, ""}};
    return order;
}

} // namespace

void TestOrderRows::handlingIsStoredOnlyForItemsThatAskForSomething()
{
    Records records;
    Order order = demandingOrder("1", kNoon);
    order.items.push_back(sampleOrder("1", kNoon).items.front());
    order.items.back().id = "item-2";
    QVERIFY(records.store(order));
    QCOMPARE(partsIn(records), std::string("2 1 2 3 1 1 "));
    QCOMPARE(records.row("SELECT item_id || signature_confirmation || cash_on_delivery FROM order_item_handling"),
             std::string("item-1MANDATORY"));
    QCOMPARE(records.row("SELECT group_concat(sku || ':' || ifnull(quantity, '-')) FROM"
                         " (SELECT * FROM order_item_substitute ORDER BY position)"),
             std::string("sku-2:1,sku-3:-"));
}

void TestOrderRows::updateReplacesEveryRow()
{
    Records records;
    QVERIFY(records.store(demandingOrder("1", kNoon)));
    QCOMPARE(partsIn(records), std::string("1 1 2 2 1 1 "));
    QVERIFY(records.store(demandingOrder("1", kNoon + 1ms)));
    QCOMPARE(partsIn(records), std::string("1 1 2 2 1 1 "));
    Order bare = sampleOrder("1", kNoon + 2ms);
    bare.items.clear();
    bare.packages.clear();
    bare.proceeds.clear();
    QVERIFY(records.store(bare));
    QCOMPARE(partsIn(records), std::string("0 0 0 0 0 0 "));
}

void TestOrderRows::updateKeepsTheOrdersKey()
{
    Records records;
    for (const char *id : {"1", "2", "3"})
        records.store(sampleOrder(id, kNoon));
    const std::string before = records.row("SELECT key FROM orders WHERE order_id = '2'");
    QVERIFY(records.store(sampleOrder("2", kNoon + 1ms)));
    QCOMPARE(records.row("SELECT key FROM orders WHERE order_id = '2'"), before);
    QCOMPARE(records.row("SELECT count(*) FROM orders"), std::string("3"));
}

void TestOrderRows::rowsOfOtherOrdersAreLeftAlone()
{
    Records records;
    records.store(demandingOrder("1", kNoon));
    records.store(demandingOrder("2", kNoon));
    Order bare = sampleOrder("1", kNoon + 1ms);
    bare.items.clear();
    QVERIFY(records.store(bare));
    QCOMPARE(records.row("SELECT order_id FROM orders JOIN order_item_substitute ON key = order_key"),
             std::string("2"));
}

void TestOrderRows::amountInAnotherCurrencyIsLeftAway()
{
    Records records;
    Order order = sampleOrder("1", kNoon);
    order.grandTotal = Money{1000, "EUR"};
    order.items.front().proceedsTotal = Money{1000, "EUR"};
    order.items.front().unitPrice = Money{900, "GBP"};
    order.items.front().pointsValue = Money{10, "EUR"};
    order.proceeds.clear();
    order.items.front().proceeds = {{"ITEM", {}, {}, {900, "GBP"}},
                                    {"ITEM", {}, {}, {800, "EUR"}},
                                    {"TAX", {}, {}, {70, "EUR"}},
                                    {"TAX", {}, {}, {5, "GBP"}}};
    records.store(order);
    QCOMPARE(records.row("SELECT item_price || ' ' || item_tax FROM order_item"), std::string("800 70"));
    QCOMPARE(records.row("SELECT items_total || ' ' || tax_total FROM orders"), std::string("800 70"));
    QCOMPARE(records.row("SELECT count(*) FROM order_proceeds"), std::string("4")); // each with its own currency
    QCOMPARE(
        records.row("SELECT currency || ifnull(unit_price, '-') || proceeds_total || points_value FROM order_item"),
        std::string("EUR-100010"));
    QCOMPARE(records.row("SELECT currency || grand_total FROM orders"), std::string("EUR1000"));
}

void TestOrderRows::currencyIsTheFirstThatIsKnown()
{
    Records records;
    Order order = sampleOrder("1", kNoon);
    order.proceeds.clear();
    OrderItem &item = order.items.front();
    item.proceeds.clear();
    item.pointsValue = Money{7, "JPY"};
    records.store(order);
    QCOMPARE(records.row("SELECT currency || points_value FROM order_item"), std::string("JPY7"));
    QCOMPARE(records.row("SELECT currency FROM orders"), std::string("JPY"));
    order.updatedAt = kNoon + 1ms;
    order.grandTotal = Money{5, "EUR"};
    item.pointsValue.reset();
    records.store(order);
    QCOMPARE(records.row("SELECT currency FROM order_item"), std::string("EUR")); // the order's, when it has none
}

QTEST_APPLESS_MAIN(TestOrderRows)
#include "order_rows_test.moc"
