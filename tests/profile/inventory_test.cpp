// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/held_classes.h"
#include "core/profile/inventory.h"
#include "core/profile/requests.h"
#include "core/profile/retention.h"
#include "core/records/shipments.h"
#include "core/records/deletion_requests.h"
#include "core/sync/cursor_store.h"
#include "tests/support/test_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using std::chrono::days;

/// RET-6: the inventory leaves nothing out and tells the truth, whatever the profile went through.
class TestInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnIsNamedOnce();
    void everyTableIsCounted();
    void namesAndTextsAreThere();
    void personalFieldsAreTheRegistrys();
    void fieldNamesAreWords_data();
    void fieldNamesAreWords();
    void endings_data();
    void endings();
    void emptyProfile();
    void twoConnections();
    void everyKeychainEntryIsCounted();
    void afterExpiry();
    void afterADisconnect();
    void periodsAreThoseInForce();
};

namespace {

model::Inventory taken(Store &store)
{
    return must(takeInventory(store.storage().vault, must(store.outsideVault())));
}

const model::InventoryClass &classOf(const model::Inventory &inventory, std::string_view name)
{
    const auto found = std::ranges::find(inventory.classes, name, &model::InventoryClass::name);
    if (found == inventory.classes.end())
        qFatal("no class %s", std::string(name).c_str());
    return *found;
}

/// An order with a row in each of its tables.
model::Order fullOrder(const std::string &id)
{
    model::Order order = sampleOrder(id, kNoon);
    order.items.front().handling.serialNumbers = "REQUIRED";
    order.items.front().handling.substitutes = {{}};
    return order;
}

/// A row in every table that there is.
void fillEverything(Store &store)
{
    addConnection(store, "c1");
    vault::Database &vault = store.storage().vault;
    must(store.setFeature({"c1"}, model::Feature::FulfilmentAddresses, true));
    must(records::ConnectionRepository(vault).replaceMarketplaces({"c1"}, {model::Marketplace{}}, kNoon));
    must(store.storage().orders.store(fullOrder("1"), {{"c1"}, kNoon, "searchOrders"}));
    must(sync::writeCursor(vault, {"c1"}, "orders", "{}", kNoon));
    must(sync::writeBucket(vault, {"c1"}, "searchOrders", {}));
    must(store.setRetention("audit.months", 24));
    must(records::rememberExport(vault, {"/x/y.csv", "orders", 3, Bytes(32, 1), kNoon, {{"c1"}}}));
    model::ErasureCertificate certificate;
    certificate.id = certificate.subject = "gone";
    must(records::storeCertificate(vault, certificate, Bytes(4, 1)));
    must(records::acknowledge(vault, "owner", 1, kNoon));
    must(records::storePending(vault, {"p1", model::ErasureScope::Order, "9", {}, {}, true, kNoon, {}}));
    must(records::storeRequest(vault, {"r1", {}, dayOf(kNoon), kNoon, {}, {{{"9"}, {}}}, false}));
    must(store.storage().erased.add({"9"}, kNoon));
    sealValues(store, "c1", "1", 10);
    must(store.placeHold({{"c1"}, {"1"}, model::HoldKind::Tax, "Tax audit of the year", dayOf(kNoon) + days(400)}));
}

/// "table.column" of every table of a database.
std::set<std::string> columnsOf(const vault::Database &database)
{
    std::set<std::string> columns;
    vault::Statement select = must(database.prepare("SELECT m.name, c.name FROM sqlite_master AS m"
                                                    " JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'"
                                                    " AND m.name NOT LIKE 'sqlite_%'"));
    while (must(select.next()))
        columns.insert(select.text(0) + '.' + select.text(1));
    return columns;
}

} // namespace

/// A column that is added has to be put into words.
void TestInventory::everyColumnIsNamedOnce()
{
    TestProfile profile;
    const auto store = must(profile.open());
    std::set<std::string> columns = columnsOf(store->storage().vault);
    columns.merge(columnsOf(store->storage().pii.database()));
    QVERIFY(columns.size() > 100);
    std::set<std::string> named;
    for (const HeldClass &heldClass : heldClasses()) {
        for (const HeldFields &fields : heldClass.fields) {
            std::istringstream words{std::string(fields.columns)};
            for (std::string column; words >> column;) {
                const std::string full = std::string(fields.table) + '.' + column;
                QVERIFY2(named.insert(full).second, (full + " is named twice").c_str());
                QVERIFY2(columns.contains(full), (full + " does not exist").c_str());
            }
        }
    }
    for (const std::string &column : columns)
        QVERIFY2(named.contains(column), (column + " is not named").c_str());
}

/// A table that is added has to be counted.
void TestInventory::everyTableIsCounted()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fillEverything(*store);
    std::map<std::string, std::int64_t> counted;
    for (const records::TableHolding &holding : must(records::heldTables(store->storage().vault)))
        counted[holding.table] += holding.held.rows;
    std::set<std::string> tables;
    for (const std::string &column : columnsOf(store->storage().vault))
        tables.insert(column.substr(0, column.find('.')));
    QVERIFY(tables.size() > 15);
    for (const std::string &table : tables) {
        const std::int64_t rows = rowsOf(*store, table.c_str());
        QVERIFY2(rows > 0, (table + " is not filled by this test").c_str());
        QVERIFY2(counted[table] == rows, table.c_str());
    }
    std::int64_t shown = 0;
    for (const model::InventoryClass &stock : taken(*store).classes) {
        const HeldClass *heldClass = findHeldClass(stock.name);
        shown += heldClass != nullptr && heldClass->place == LiesIn::Vault ? stock.held.rows : 0;
    }
    std::int64_t all = 0;
    for (const auto &[table, rows] : counted)
        all += rows;
    QCOMPARE(shown, all); // each table in one class
}

void TestInventory::namesAndTextsAreThere()
{
    std::set<std::string_view> names;
    for (const HeldClass &heldClass : heldClasses()) {
        QVERIFY(names.insert(heldClass.name).second);
        QVERIFY(findHeldClass(heldClass.name) == &heldClass);
        QVERIFY(!heldFields(heldClass).empty());
        for (const char *text :
             {heldClass.title, heldClass.purpose, textOf(heldClass.key, false), textOf(heldClass.ending)})
            QVERIFY(std::string_view(text).size() > 3);
    }
    QVERIFY(findHeldClass("nonsense") == nullptr);
    QVERIFY(endingText(Ending::PiiDays, 1).starts_with("1 day after"));
    QVERIFY(endingText(Ending::OrdersMonths, 18).starts_with("18 months after"));
}

void TestInventory::personalFieldsAreTheRegistrys()
{
    QCOMPARE(heldFields(*findHeldClass("held-values")).size(), heldFields(*findHeldClass("pii-values")).size());
    const std::vector<std::string> fields = heldFields(*findHeldClass("pii-values"));
    const auto kept = static_cast<std::size_t>(
        std::ranges::count_if(privacy::kPiiFields, [](const auto &field) { return field.keptFor.has_value(); }));
    QCOMPARE(fields.size(), kept + 1); // and what surrounds a value
    QVERIFY(std::ranges::count(fields, "postal code") == 1);
    QVERIFY(std::ranges::count(fields, "buyer email") == 0); // never kept
}

void TestInventory::fieldNamesAreWords_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("one word") << QByteArray("recipient.deliveryAddress.name") << QByteArray("name");
    QTest::newRow("number") << QByteArray("recipient.deliveryAddress.addressLine1") << QByteArray("address line 1");
    QTest::newRow("capitals") << QByteArray("recipient.deliveryAddress.districtOrCounty")
                              << QByteArray("district or county");
    QTest::newRow("no dot") << QByteArray("dropOffLocation") << QByteArray("drop off location");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestInventory::fieldNamesAreWords()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, words);
    QCOMPARE(plainFieldName(path.toStdString()), words.toStdString());
}

void TestInventory::endings_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("ageInDays");
    QTest::addColumn<int>("purgeInDays"); // -1: not disconnected
    QTest::addColumn<int>("expected");    // days from today; -1: by nobody's hand but the owner's
    QTest::newRow("orders") << QByteArray("orders") << QByteArray("orders") << 0 << -1 << 547;
    QTest::newRow("orders, older") << QByteArray("orders") << QByteArray("orders") << 365 << -1 << 181;
    QTest::newRow("orders, disconnected") << QByteArray("orders") << QByteArray("orders") << 365 << 7 << 7;
    QTest::newRow("orders, period first") << QByteArray("orders") << QByteArray("orders") << 545 << 7 << 4;
    QTest::newRow("items go with their order")
        << QByteArray("order_item") << QByteArray("order-items") << 365 << 7 << 7;
    QTest::newRow("marketplaces") << QByteArray("marketplace") << QByteArray("marketplaces") << 365 << -1 << -1;
    QTest::newRow("marketplaces, disconnected")
        << QByteArray("marketplace") << QByteArray("marketplaces") << 365 << 7 << 7;
    QTest::newRow("connection, disconnected") << QByteArray("connection") << QByteArray("connections") << 365 << 0 << 0;
    QTest::newRow("audit") << QByteArray("audit_entry") << QByteArray("audit-entries") << 700 << -1 << 30;
    QTest::newRow("certificates") << QByteArray("erasure_certificate") << QByteArray("certificates") << 700 << 7 << -1;
    QTest::newRow("register of holds") << QByteArray("hold") << QByteArray("holds") << 700 << -1 << -1;
    QTest::newRow("settings") << QByteArray("setting") << QByteArray("settings") << 700 << 7 << -1;
}

void TestInventory::endings()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, name);
    QFETCH(int, ageInDays);
    QFETCH(int, purgeInDays);
    QFETCH(int, expected);
    const Day today = dayOf(kNoon);
    model::Connection connection = sampleConnection("c1");
    if (purgeInDays >= 0)
        connection.purgeOn = today + days(purgeInDays);
    const Time came = kNoon - days(ageInDays);
    OutsideVault outside;
    outside.now = kNoon;
    outside.ordersMonths = 18;
    outside.auditMonths = 24;
    const bool ofConnection = table != "audit_entry" && table != "erasure_certificate" && table != "setting";
    const model::Inventory inventory =
        inventoryOf({connection}, {{table.toStdString(), {ofConnection ? "c1" : ""}, {5, came, kNoon, {}}}}, outside);
    const model::InventoryClass &stock = classOf(inventory, name.toStdString());
    const std::optional<Day> day = expected < 0 ? std::nullopt : std::optional(today + days(expected));
    QCOMPARE(stock.held.rows, std::int64_t(5));
    QVERIFY2(stock.held.goesFrom == day, stock.held.goesFrom ? toIso(*stock.held.goesFrom).c_str() : "none");
    QCOMPARE(stock.connections.size(), std::size_t(ofConnection ? 1 : 0));
    if (ofConnection)
        QVERIFY(stock.connections.front().held == stock.held && stock.connections.front().label == "Shop c1");
    // A connection that is not there any more.
    const model::Inventory gone = inventoryOf({}, {{table.toStdString(), {"c9"}, {5, came, kNoon, {}}}}, outside);
    QVERIFY(!classOf(gone, name.toStdString()).connections.front().label);
}

void TestInventory::emptyProfile()
{
    TestProfile profile;
    const auto store = must(profile.open());
    const model::Inventory inventory = taken(*store);
    QCOMPARE(inventory.taken, kNoon);
    QCOMPARE(inventory.classes.size(), heldClasses().size());
    const std::set<std::string_view> some{"audit-entries", "signing-keys", "settings",    "profile-keys",
                                          "device-secret", "audit-anchor", "profile-file"};
    for (const model::InventoryClass &stock : inventory.classes) {
        QVERIFY2((stock.held.rows > 0) == some.contains(stock.name), stock.name.c_str());
        QVERIFY2(stock.connections.empty(), stock.name.c_str());
        if (stock.held.rows == 0)
            QVERIFY2(stock.held == model::Held(), stock.name.c_str());
    }
}

void TestInventory::twoConnections()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    addConnection(*store, "c2");
    storeOrder(*store, "c1", "1");
    profile.clock.setWall(kNoon + days(2));
    storeOrder(*store, "c1", "2");
    storeOrder(*store, "c2", "1");
    sealValues(*store, "c1", "1", 10);
    sealValues(*store, "c2", "1", 5);

    const model::Inventory inventory = taken(*store);
    const model::InventoryClass &orders = classOf(inventory, "orders");
    QCOMPARE(orders.held.rows, std::int64_t(3));
    QCOMPARE(orders.held.oldest, std::optional(kNoon));
    QCOMPARE(orders.held.newest, std::optional(kNoon + days(2)));
    QCOMPARE(orders.connections.size(), std::size_t(2));
    QCOMPARE(orders.connections[0].connection.value, std::string("c1"));
    QVERIFY(orders.connections[0].label == "Shop c1");
    QCOMPARE(orders.connections[0].held.rows, std::int64_t(2));
    QCOMPARE(orders.connections[1].held.rows, std::int64_t(1));
    QCOMPARE(orders.connections[1].held.oldest, std::optional(kNoon + days(2)));
    QCOMPARE(orders.held.goesFrom, orders.connections[0].held.goesFrom);
    QVERIFY(orders.connections[0].held.goesFrom < orders.connections[1].held.goesFrom);
    QCOMPARE(classOf(inventory, "order-items").held.rows, std::int64_t(3));
    QCOMPARE(classOf(inventory, "order-packages").held.rows, std::int64_t(6)); // a package and what is in it
    const model::InventoryClass &sealed = classOf(inventory, "pii-values");
    QCOMPARE(sealed.held.rows, std::int64_t(4));
    QCOMPARE(sealed.held.goesFrom, std::optional(dayOf(kNoon) + days(7)));
    QCOMPARE(sealed.connections[0].held.goesFrom, std::optional(dayOf(kNoon) + days(12)));
    QCOMPARE(classOf(inventory, "expiry-keys").held.goesFrom, std::optional(dayOf(kNoon) + days(3)));
}

/// Whatever an entry is called, it belongs to a class.
void TestInventory::everyKeychainEntryIsCounted()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    profile.secrets.entries["canary"] = profile.secrets.entries["whatever"] = secrets::Secret();
    const model::Inventory inventory = taken(*store);
    std::int64_t entries = 0;
    for (const model::InventoryClass &stock : inventory.classes)
        entries += findHeldClass(stock.name)->place == LiesIn::Keychain ? stock.held.rows : 0;
    QCOMPARE(entries, static_cast<std::int64_t>(profile.secrets.entries.size()));
    const model::InventoryClass &credentials = classOf(inventory, "credentials");
    QCOMPARE(credentials.connections.size(), std::size_t(1));
    QCOMPARE(credentials.held.oldest, std::optional(kNoon)); // when it was authorised
    QVERIFY(!credentials.held.goesFrom);
}

void TestInventory::afterExpiry()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    storeOrder(*store, "c1", "1");
    sealValues(*store, "c1", "1", 3);
    QCOMPARE(classOf(taken(*store), "pii-values").held.goesFrom, std::optional(dayOf(kNoon) + days(3)));
    profile.clock.setWall(kNoon + days(3));
    must(store->expire(model::AuditActor::System));
    QVERIFY(classOf(taken(*store), "pii-values").held == model::Held());
    QVERIFY(classOf(taken(*store), "pii-values").connections.empty());
    QCOMPARE(classOf(taken(*store), "orders").held.rows, std::int64_t(1));

    const Day goes = *classOf(taken(*store), "orders").held.goesFrom;
    profile.clock.setWall(Time(goes) - std::chrono::hours(1));
    store->storage().time.trust(Time(goes) - std::chrono::hours(1));
    must(store->expire(model::AuditActor::System));
    must(purgeAll(*store));
    QCOMPARE(classOf(taken(*store), "orders").held.rows, std::int64_t(1)); // not before
    profile.clock.setWall(Time(goes) + days(1));
    must(store->expire(model::AuditActor::System));
    must(purgeAll(*store));
    for (const char *name : {"orders", "order-items", "order-proceeds", "order-packages"})
        QVERIFY2(classOf(taken(*store), name).held == model::Held(), name);
}

void TestInventory::afterADisconnect()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fillEverything(*store);
    must(store->disconnect({"c1"}, dayOf(kNoon) + days(7)));
    const model::Inventory inventory = taken(*store);
    for (const char *name : {"pii-values", "credentials", "expiry-keys"})
        QVERIFY2(classOf(inventory, name).held.rows == 0, name);
    const model::InventoryClass &onHold = classOf(inventory, "held-values"); // outlive it
    QCOMPARE(onHold.held.rows, std::int64_t(2));
    QCOMPARE(onHold.held.goesFrom, std::optional(dayOf(kNoon) + days(401)));
    QCOMPARE(onHold.connections.front().connection.value, std::string("c1"));
    QCOMPARE(classOf(inventory, "hold-keys").held.rows, std::int64_t(1));
    QCOMPARE(classOf(inventory, "holds").held.rows, std::int64_t(1));
    QCOMPARE(classOf(inventory, "holds").period, 24);
    for (const char *name : {"orders", "order-items", "order-handling", "marketplaces", "connections", "sync-marks"}) {
        QVERIFY2(classOf(inventory, name).held.rows > 0, name);
        QVERIFY2(classOf(inventory, name).held.goesFrom == dayOf(kNoon) + days(7), name);
    }
    QVERIFY(!classOf(inventory, "export-files").held.goesFrom);
}

void TestInventory::periodsAreThoseInForce()
{
    TestProfile profile;
    const auto store = must(profile.open());
    must(store->setRetention(std::string(kPiiDays), 14));
    must(store->setRetention(std::string(kOrdersMonths), 6));
    must(store->setRetention(std::string(kAuditMonths), 36));
    const model::Inventory inventory = taken(*store);
    QCOMPARE(classOf(inventory, "pii-values").period, 14);
    QCOMPARE(classOf(inventory, "orders").period, 6);
    QCOMPARE(classOf(inventory, "order-packages").period, 6);
    QCOMPARE(classOf(inventory, "audit-entries").period, 36);
    QCOMPARE(classOf(inventory, "settings").period, 0);
}

QTEST_APPLESS_MAIN(TestInventory)
#include "inventory_test.moc"
