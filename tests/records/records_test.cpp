// SPDX-License-Identifier: GPL-3.0-or-later
// size: every repository over one vault, so that their rows are seen together
#include "core/records/connection_repository.h"
#include "core/records/erasure.h"
#include "core/records/inventory.h"
#include "core/records/order_repository.h"
#include "core/records/settings.h"
#include "core/vault/transaction.h"
#include "tests/support/sample_orders.h"
#include "tests/support/test_vault.h"

using namespace sk;
using namespace sk::records;
using namespace sk::model;
using namespace sk::test;
using namespace std::chrono_literals;

class TestRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storingTwiceChangesNothing();
    void updatesKeepTheFirstReceipt();
    void olderUpdatesAreIgnored();
    void newerUpdateReplacesItems();
    void absentAmountsStayAbsent();
    void connectionsAreApart();
    void removingAConnectionTakesItsRows();
    void rowsNeedTheirConnection();
    void sameItemTwiceStoresNothing();
    void awaitingAddress_data();
    void awaitingAddress();
    void addressIsAskedOncePerUpdate();
    void connectionsComeBack();
    void featuresAndStates();
    void marketplacesAreReplaced();
    void marketplacesAreReplacedWhateverTheClock();
    void settingsAreNumbers();
    void oldOrdersAreCountedAndDeleted();
    void leastFreshConnectionCounts();
    void neverSyncedConnectionMakesFreshnessUnknown();
    void disconnectedConnectionHasNoSayInFreshness();
    void lastErrorIsShown();
};

namespace {

struct Records
{
    TestDatabase file;
    vault::Database database = file.create(vault::Schema::Vault);
    ConnectionRepository connections{database};
    OrderRepository orders = must(OrderRepository::open(database));

    Records()
    {
        must(connections.add(sampleConnection("c1")));
        must(connections.add(sampleConnection("c2")));
    }
    bool store(const Order &order, const char *connection = "c1", Time received = kNoon)
    {
        return must(orders.store(order, {{connection}, received, "searchOrders"}));
    }
    [[nodiscard]] std::string row(const char *sql) const { return scalar(database, sql); }
    /// All rows of all tables that belong to a connection.
    [[nodiscard]] std::int64_t rowsOf(const char *connection) const
    {
        std::int64_t rows = 0;
        for (const ErasedCount &count : must(rowsOfConnection(database, {connection})))
            rows += count.erased;
        return rows;
    }
    void fresh(const char *connection, const char *value)
    {
        must(database.exec(("INSERT INTO sync_cursor VALUES ('" + std::string(connection) + "', 'orders', '', " + value
                            + ", '', NULL)")
                               .c_str()));
    }
};

std::string listed(const std::vector<OrderId> &ids)
{
    std::string text;
    for (const OrderId &id : ids)
        text += id.value + ' ';
    return text;
}

} // namespace

void TestRecords::storingTwiceChangesNothing()
{
    Records records;
    const Order order = sampleOrder("1", kNoon);
    QVERIFY(records.store(order));
    const std::int64_t rows = records.rowsOf("c1");
    QVERIFY(!records.store(order, "c1", kNoon + 1h));
    QCOMPARE(records.rowsOf("c1"), rows);
    QCOMPARE(rows, std::int64_t(7)); // connection, order, item, two proceeds lines, package, what is in it
    QCOMPARE(records.row("SELECT received_at FROM orders"), std::to_string(toMillis(kNoon)));
    QCOMPARE(records.row("SELECT currency || items || units || items_total || origin FROM orders"),
             std::string("EUR121000searchOrders"));
}

/// RET-4 counts from the first receipt: an order that keeps changing must not be kept for ever.
void TestRecords::updatesKeepTheFirstReceipt()
{
    Records records;
    QVERIFY(records.store(sampleOrder("1", kNoon)));
    QVERIFY(records.store(sampleOrder("1", kNoon + 1h), "c1", kNoon + 2h));
    QCOMPARE(records.row("SELECT received_at FROM orders"), std::to_string(toMillis(kNoon)));
    QCOMPARE(records.row("SELECT refreshed_at FROM orders"), std::to_string(toMillis(kNoon + 2h)));
    QCOMPARE(must(countOrdersBefore(records.database, kNoon + 1h)), std::int64_t(1));
}

void TestRecords::olderUpdatesAreIgnored()
{
    Records records;
    QVERIFY(records.store(sampleOrder("1", kNoon, "SHIPPED")));
    QVERIFY(!records.store(sampleOrder("1", kNoon - 1ms, "UNSHIPPED")));
    QCOMPARE(records.row("SELECT status FROM orders"), std::string("SHIPPED"));
}

void TestRecords::newerUpdateReplacesItems()
{
    Records records;
    Order order = sampleOrder("1", kNoon);
    order.items.push_back(order.items.front());
    order.items.back().id = "item-2";
    QVERIFY(records.store(order));
    Order newer = sampleOrder("1", kNoon + 1ms, "SHIPPED");
    newer.items.front().id = "item-3";
    newer.packages.clear();
    newer.proceeds.clear();
    QVERIFY(records.store(newer));
    QCOMPARE(records.row("SELECT group_concat(item_id) FROM order_item"), std::string("item-3"));
    QCOMPARE(records.row("SELECT count(*) FROM order_package"), std::string("0"));
    QCOMPARE(records.row("SELECT group_concat(item_id) FROM order_proceeds"), std::string("item-3"));
    QCOMPARE(records.row("SELECT status FROM orders"), std::string("SHIPPED"));
}

void TestRecords::absentAmountsStayAbsent()
{
    Records records;
    Order pending = sampleOrder("1", kNoon);
    pending.proceeds.clear();
    pending.items.front().proceeds.clear();
    QVERIFY(records.store(pending));
    for (const char *column : {"grand_total", "items_total", "tax_total", "shipped_at", "ship_by_latest"})
        QCOMPARE(scalar(records.database, "SELECT " + std::string(column) + " FROM orders"), std::string("NULL"));
    QCOMPARE(records.row("SELECT item_price FROM order_item"), std::string("NULL"));
}

void TestRecords::connectionsAreApart()
{
    Records records;
    QVERIFY(records.store(sampleOrder("1", kNoon, "SHIPPED"), "c1"));
    QVERIFY(records.store(sampleOrder("1", kNoon - 1h, "UNSHIPPED"), "c2")); // older, but not the same order
    QCOMPARE(records.row("SELECT status FROM orders WHERE connection = 'c1'"), std::string("SHIPPED"));
    QCOMPARE(records.row("SELECT status FROM orders WHERE connection = 'c2'"), std::string("UNSHIPPED"));
    Order newer = sampleOrder("1", kNoon + 1h);
    newer.items.clear();
    QVERIFY(records.store(newer, "c2"));
    QCOMPARE(records.row("SELECT count(*) FROM order_item JOIN orders ON key = order_key WHERE connection = 'c1'"),
             std::string("1"));
    QCOMPARE(listed(must(records.orders.awaitingAddress({"c1"}, {}))), std::string());
    QCOMPARE(listed(must(records.orders.awaitingAddress({"c2"}, {}))), std::string("1 "));
}

void TestRecords::removingAConnectionTakesItsRows()
{
    Records records;
    for (const char *connection : {"c1", "c2"}) {
        records.store(sampleOrder("1", kNoon), connection);
        must(records.connections.setFeature({connection}, Feature::FulfilmentAddresses, true, kNoon));
        must(records.connections.replaceMarketplaces({connection}, {{{"M"}, "", "DE", "", "", "", "", true, false}},
                                                     kNoon));
        records.fresh(connection, "5");
    }
    must(records.database.exec(
        "INSERT INTO rate_bucket VALUES ('c1', 'searchOrders', 1, 1, 1, 1, 1), ('c2', 'searchOrders', 1, 1, 1, 1, 1)"));
    const std::int64_t before = records.rowsOf("c2");
    QCOMPARE(records.rowsOf("c1"), before);
    SK_OK(records.connections.remove({"c1"}));
    QCOMPARE(records.rowsOf("c1"), std::int64_t(0));
    QCOMPARE(records.rowsOf("c2"), before);
    SK_FAILS(records.connections.find({"c1"}), ErrorKind::NotFound);
    SK_OK(records.connections.remove({"c1"}));
}

void TestRecords::rowsNeedTheirConnection()
{
    Records records;
    QVERIFY(!records.orders.store(sampleOrder("1", kNoon), {{"nobody"}, kNoon, "searchOrders"}));
    QCOMPARE(records.row("SELECT count(*) FROM orders"), std::string("0"));
    QVERIFY(!records.connections.add(sampleConnection("c1")));
}

void TestRecords::sameItemTwiceStoresNothing()
{
    Records records;
    Order order = sampleOrder("1", kNoon);
    order.packages.push_back(order.packages.front());
    QVERIFY(records.store(order)); // a package said twice is one
    order = sampleOrder("2", kNoon);
    order.items.push_back(order.items.front());
    {
        const auto transaction = must(vault::Transaction::begin(records.database));
        SK_FAILS(records.orders.store(order, {{"c1"}, kNoon, "searchOrders"}), ErrorKind::Database);
    }
    QCOMPARE(records.row("SELECT count(*) FROM orders"), std::string("1"));
    QVERIFY(records.store(sampleOrder("2", kNoon))); // the statements are usable after it
}

void TestRecords::awaitingAddress_data()
{
    QTest::addColumn<QByteArray>("fulfilledBy");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("ageDays");
    QTest::addColumn<bool>("awaiting");
    QTest::newRow("unshipped") << QByteArray("MERCHANT") << QByteArray("UNSHIPPED") << 2 << true;
    QTest::newRow("partially shipped") << QByteArray("MERCHANT") << QByteArray("PARTIALLY_SHIPPED") << 2 << true;
    QTest::newRow("Amazon ships") << QByteArray("AMAZON") << QByteArray("UNSHIPPED") << 2 << false;
    QTest::newRow("nobody is said to ship") << QByteArray() << QByteArray("UNSHIPPED") << 2 << false;
    for (const char *status :
         {"SHIPPED", "CANCELLED", "PENDING", "PENDING_AVAILABILITY", "UNFULFILLABLE", "", "A_NEW_ONE"})
        QTest::addRow("status '%s'", status) << QByteArray("MERCHANT") << QByteArray(status) << 2 << false;
    QTest::newRow("exactly as old as asked for") << QByteArray("MERCHANT") << QByteArray("UNSHIPPED") << 90 << true;
    QTest::newRow("too old") << QByteArray("MERCHANT") << QByteArray("UNSHIPPED") << 91 << false;
}

void TestRecords::awaitingAddress()
{
    QFETCH(QByteArray, fulfilledBy);
    QFETCH(QByteArray, status);
    QFETCH(int, ageDays);
    QFETCH(bool, awaiting);
    Records records;
    Order order = sampleOrder("1", kNoon, status.toStdString());
    order.fulfilledBy = fulfilledBy.toStdString();
    order.createdAt = kNoon - std::chrono::days(ageDays);
    records.store(order);
    QCOMPARE(listed(must(records.orders.awaitingAddress({"c1"}, kNoon - std::chrono::days(90)))),
             std::string(awaiting ? "1 " : ""));
}

void TestRecords::addressIsAskedOncePerUpdate()
{
    Records records;
    records.store(sampleOrder("1", kNoon));
    const auto awaiting = [&] { return !must(records.orders.awaitingAddress({"c1"}, {})).empty(); };
    QVERIFY(awaiting());
    SK_OK(records.orders.addressAsked({"c1"}, {"1"}));
    QVERIFY(!awaiting());
    records.store(sampleOrder("1", kNoon));
    QVERIFY(!awaiting());
    records.store(sampleOrder("1", kNoon + 1ms)); // an update may bring another address
    QVERIFY(awaiting());
    SK_OK(records.orders.addressAsked({"c2"}, {"1"}));
    QVERIFY(awaiting());
}

void TestRecords::connectionsComeBack()
{
    Records records;
    Connection connection = sampleConnection("c3");
    connection.sellingPartnerId = "A1";
    connection.state = ConnectionState::SecretRefused;
    connection.stateReason = ErrorKind::ClientSecretExpired;
    connection.endpoint = CustomEndpoint{"https://127.0.0.1:1", "https://127.0.0.1:2", "pem"};
    connection.purgeOn = fromDayNumber(20'000);
    connection.createdAt = kNoon + 1s;
    SK_OK(records.connections.add(connection));
    const Connection back = must(records.connections.find({"c3"}));
    QCOMPARE(back.label + back.region + back.sellingPartnerId, std::string("Shop c3euA1"));
    QVERIFY(back.state == connection.state && back.stateReason == connection.stateReason
            && back.purgeOn == connection.purgeOn);
    QCOMPARE(back.endpoint->tokenUrl + back.endpoint->caPem, std::string("https://127.0.0.1:2pem"));
    QVERIFY(back.createdAt == connection.createdAt && back.secretEnteredAt == kNoon && back.authorisedAt == kNoon);
    QVERIFY(!must(records.connections.find({"c1"})).endpoint);
    QCOMPARE(must(records.connections.all()).size(), std::size_t(3));
    QCOMPARE(must(records.connections.all()).back().id.value, std::string("c3")); // in order of creation
}

void TestRecords::featuresAndStates()
{
    Records records;
    const auto found = [&] { return must(records.connections.find({"c1"})); };
    QVERIFY(found().features.empty());
    SK_OK(records.connections.setFeature({"c1"}, Feature::FulfilmentAddresses, true, kNoon));
    SK_OK(records.connections.setFeature({"c1"}, Feature::FulfilmentAddresses, true, kNoon));
    QCOMPARE(found().features.size(), std::size_t(1));
    QVERIFY(must(records.connections.find({"c2"})).features.empty());
    SK_OK(records.connections.setFeature({"c1"}, Feature::FulfilmentAddresses, false, kNoon));
    QVERIFY(found().features.empty());
    SK_OK(records.connections.setState({"c1"}, ConnectionState::Disconnected, ErrorKind::AuthorisationRevoked,
                                       fromDayNumber(5)));
    QVERIFY(found().state == ConnectionState::Disconnected && found().stateReason == ErrorKind::AuthorisationRevoked);
    QVERIFY(must(records.connections.find({"c2"})).state == ConnectionState::Active);
    SK_OK(records.connections.setState({"c1"}, ConnectionState::Active, std::nullopt, std::nullopt));
    QVERIFY(!found().stateReason && !found().purgeOn);
}

void TestRecords::marketplacesAreReplaced()
{
    Records records;
    const Marketplace german{{"M1"}, "Amazon.de", "DE", "EUR", "de_DE", "www.amazon.de", "Shop", true, false};
    Marketplace french{{"M2"}, "Amazon.fr", "FR", "EUR", "fr_FR", "www.amazon.fr", "Shop", true, false};
    const auto replace = [&](const std::vector<Marketplace> &list, Time time) {
        return must(records.connections.replaceMarketplaces({"c1"}, list, time));
    };
    QCOMPARE(replace({german, french}, kNoon), std::int64_t(2));
    QCOMPARE(replace({german, french}, kNoon + 1s), std::int64_t(0)); // neither new nor changed
    french.suspended = true;
    QCOMPARE(replace({german, french}, kNoon + 2s), std::int64_t(1));
    QCOMPARE(must(records.connections.marketplaces({"c1"})).size(), std::size_t(2));
    QVERIFY(must(records.connections.marketplaces({"c1"})).back().suspended);
    QCOMPARE(replace({french}, kNoon + 3s), std::int64_t(0));
    QCOMPARE(must(records.connections.marketplaces({"c1"})).size(), std::size_t(1));
    QVERIFY(must(records.connections.marketplaces({"c2"})).empty());
}

void TestRecords::marketplacesAreReplacedWhateverTheClock()
{
    Records records;
    const Marketplace german{{"M1"}, "", "DE", "", "", "", "", true, false};
    const Marketplace french{{"M2"}, "", "FR", "", "", "", "", true, false};
    must(records.connections.replaceMarketplaces({"c1"}, {german}, kNoon));
    for (const Time time : {kNoon, kNoon - 1h}) {
        must(records.connections.replaceMarketplaces({"c1"}, {german}, kNoon));
        must(records.connections.replaceMarketplaces({"c1"}, {french}, time));
        const auto now = must(records.connections.marketplaces({"c1"}));
        QCOMPARE(now.size(), std::size_t(1));
        QCOMPARE(now.front().id.value, std::string("M2"));
    }
}

void TestRecords::settingsAreNumbers()
{
    Records records;
    QVERIFY(!must(readSetting(records.database, "pii.days")));
    SK_OK(writeSetting(records.database, "pii.days", 10));
    SK_OK(writeSetting(records.database, "pii.days", -3));
    QCOMPARE(must(readSetting(records.database, "pii.days")).value(), -3);
    for (const char *text : {"", "12x", "1.5", " 1", "99999999999"}) {
        must(must(records.database.prepare("UPDATE setting SET value = ?1")).run(text));
        SK_FAILS(readSetting(records.database, "pii.days"), ErrorKind::VaultDamaged);
    }
}

void TestRecords::oldOrdersAreCountedAndDeleted()
{
    Records records;
    QVERIFY(!must(heldOrders(records.database)).oldest);
    for (int i = 0; i < 10; ++i)
        records.store(sampleOrder(std::to_string(i), kNoon), i % 2 == 0 ? "c1" : "c2", kNoon + std::chrono::hours(i));
    QCOMPARE(must(heldOrders(records.database)).rows, std::int64_t(10));
    QCOMPARE(must(heldOrders(records.database)).oldest.value(), kNoon);
    QCOMPARE(must(countOrdersBefore(records.database, kNoon + 5h)), std::int64_t(5)); // exactly then is not before
    QCOMPARE(must(deleteOrdersBefore(records.database, kNoon + 5h, 3)), std::int64_t(3));
    QCOMPARE(must(deleteOrdersBefore(records.database, kNoon + 5h, 3)), std::int64_t(2));
    QCOMPARE(must(deleteOrdersBefore(records.database, kNoon + 5h, 3)), std::int64_t(0));
    for (const char *table : {"orders", "order_item", "order_package", "order_package_item"})
        QCOMPARE(scalar(records.database, "SELECT count(*) FROM " + std::string(table)), std::string("5"));
}

void TestRecords::leastFreshConnectionCounts()
{
    Records records;
    records.fresh("c1", "2000");
    records.fresh("c2", "1000");
    records.store(sampleOrder("1", kNoon));
    const auto all = must(dataSets(records.database, std::nullopt));
    QCOMPARE(all.size(), std::size_t(3));
    QCOMPARE(all[0].name, std::string("orders"));
    QCOMPARE(all[0].rows, std::int64_t(1));
    QCOMPARE(toMillis(all[0].freshAsOf.value()), std::int64_t(1000));
    QVERIFY(!all[2].freshAsOf); // marketplaces were never fetched
    QCOMPARE(toMillis(must(dataSets(records.database, ConnectionId{"c1"}))[0].freshAsOf.value()), std::int64_t(2000));
    QCOMPARE(must(dataSets(records.database, ConnectionId{"c2"}))[0].rows, std::int64_t(0));
}

void TestRecords::neverSyncedConnectionMakesFreshnessUnknown()
{
    Records records;
    records.fresh("c1", "2000");
    QVERIFY(!must(dataSets(records.database, std::nullopt))[0].freshAsOf); // c2 has no cursor yet
    records.fresh("c2", "NULL");
    QVERIFY(!must(dataSets(records.database, std::nullopt))[0].freshAsOf);
    QVERIFY(must(dataSets(records.database, ConnectionId{"c1"}))[0].freshAsOf.has_value());
}

void TestRecords::disconnectedConnectionHasNoSayInFreshness()
{
    Records records;
    records.fresh("c1", "2000");
    records.fresh("c2", "1000");
    must(records.connections.setState({"c2"}, ConnectionState::Disconnected, std::nullopt, fromDayNumber(30'000)));
    QCOMPARE(toMillis(must(dataSets(records.database, std::nullopt))[0].freshAsOf.value_or(Time())),
             std::int64_t(2000));
}

void TestRecords::lastErrorIsShown()
{
    Records records;
    records.fresh("c1", "2000");
    must(records.database.exec("UPDATE sync_cursor SET last_error = 'offline', last_error_at = 77"));
    const auto status = must(dataSets(records.database, std::nullopt))[0];
    QVERIFY(status.lastError == ErrorKind::Offline);
    QCOMPARE(toMillis(status.lastErrorAt.value()), std::int64_t(77));
    QVERIFY(!must(dataSets(records.database, ConnectionId{"c2"}))[0].lastError);
}

QTEST_APPLESS_MAIN(TestRecords)
#include "records_test.moc"
