// SPDX-License-Identifier: GPL-3.0-or-later
// size: one buyer's rights from the first question to the forensic search afterwards, on one profile
#include "core/base/files.h"
#include "core/privacy/certificate.h"
#include "core/privacy/remnants.h"
#include "core/profile/buyer_file.h"
#include "core/records/deletion_requests.h"
#include "core/records/one_order.h"
#include "core/secrets/crypto.h"
#include "core/sync/addresses_feed.h"
#include "core/vault/page_image.h"
#include "core/vault/transaction.h"
#include "tests/support/test_profile.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
namespace fs = std::filesystem;

/// GOV-2, DEL-4…6: what is held about one buyer is found whole, handed out whole, and gone when it is erased.
class TestBuyer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnIsHandedOut();
    void findsWithoutSaying();
    void copySaysEverything();
    void erasureLeavesNothing();
    void otherOrdersAreUntouched();
    void certificateIsHeldAgainstTheVault();
    void erasedOrderStaysAway();
    void orderOnHoldIsNotErased();
    void addressOnItsWayIsDropped();
    void copiesOfTheBuyerGo();
    void nothingHeldIsSaid();
    void secondErasureIsClean();
    void registerKeepsTheDeadline_data();
    void registerKeepsTheDeadline();
    void completingErasesAndLinks();
    void badRequestsAreRefused();
    void interruptedErasureIsFinished();
};

namespace {

const std::string kOrder = "701-1234567-7654321";
const std::string kOther = "701-9999999-8888888";
constexpr std::string_view kItem = "48273911029384";
constexpr std::string_view kStreet = "Lindwurmstrasse 117";

model::Order fullOrder(const std::string &id, std::string_view item)
{
    model::Order order = sampleOrder(id, kNoon);
    order.items.front().id = item;
    order.items.front().handling.serialNumbers = "REQUIRED";
    order.items.front().handling.substitutes = {{}};
    order.packages.front().items = {{std::string(item), 2}};
    return order;
}

void seal(Store &store, const std::string &connection, const std::string &order, std::string_view street)
{
    const Time now = store.now();
    must(store.storage().pii.seal({{connection},
                                   {order},
                                   dayOf(now) + std::chrono::days(10),
                                   dayOf(now) - std::chrono::days(20),
                                   now,
                                   "getOrder"},
                                  {{1, "Philomena Plantenberg"}, {3, std::string(street)}}));
}

/// Two connections with the order, one of them with another that belongs with it.
void fill(Store &store)
{
    for (const char *id : {"c1", "c2"}) {
        addConnection(store, id);
        must(store.storage().orders.store(fullOrder(kOrder, kItem), {{id}, kNoon, "searchOrders"}));
        seal(store, id, kOrder, kStreet);
    }
    model::Order other = fullOrder(kOther, "59384022130495");
    other.associatedOrders = {{"REPLACEMENT_ORIGINAL_ID", kOrder}, {"EXCHANGE_ORIGINAL_ID", "701-0000000-0000001"}};
    must(store.storage().orders.store(other, {{"c1"}, kNoon, "searchOrders"}));
    seal(store, "c1", kOther, "Sendlinger Strasse 8");
    must(store.storage().vault.checkpoint());
}

std::string base64(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size())).toBase64().left(16).toStdString();
}

/// Everywhere it could lie: files as they are, pages as the keys that are left show them.
std::int64_t foundAnywhere(const TestProfile &profile, Store &store, const std::vector<std::string> &texts)
{
    std::vector<std::string> forms;
    for (const std::string &text : texts) {
        forms.push_back(text);
        forms.push_back(base64(text));
    }
    const ByteSearch search(forms);
    return privacy::searchFiles(profile.folder.path(), search).found
        + privacy::searchPages(store.storage().vault, "vault", search).found
        + privacy::searchPages(store.storage().pii.database(), "pii", search).found;
}

model::Erased erase(Store &store, const std::string &order = kOrder)
{
    return must(store.eraseOrder({{order}, model::ErasureReason::BuyerRequest, true}));
}

std::int64_t counted(const model::Erased &erased, std::string_view what)
{
    return countOf(erased.certificate.counts, what);
}

bool says(const model::Erased &erased, std::string_view word)
{
    return std::ranges::count(erased.certificate.outOfReach, word) == 1;
}

} // namespace

/// A column that is added has to be handed out as well.
void TestBuyer::everyColumnIsHandedOut()
{
    TestProfile profile;
    const auto store = must(profile.open());
    std::set<std::string> handedOut;
    for (const records::OrderTable &table : records::orderTables()) {
        std::istringstream words{std::string(table.columns)};
        for (std::string column; words >> column;)
            handedOut.insert(std::string(table.name) + '.' + column);
    }
    vault::Statement select = must(store->storage().vault.prepare(
        "SELECT m.name || '.' || c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND (m.name = 'orders' OR m.name IN (SELECT t.name FROM sqlite_master AS t"
        " JOIN pragma_table_info(t.name) AS k WHERE k.name = 'order_key'))"
        " AND c.name NOT IN ('key', 'order_key', 'connection')"));
    std::set<std::string> schema;
    while (must(select.next()))
        schema.insert(select.text(0));
    QVERIFY(schema.size() > 70);
    QVERIFY(schema == handedOut);
    fill(*store);
    const model::OrderFound found = must(store->findOrder({kOrder}, false));
    for (const model::HeldTable &table : found.holdings.front().tables) {
        const auto known = std::ranges::find(records::orderTables(), table.name, &records::OrderTable::what);
        QCOMPARE(table.rows.front().values.size(),
                 static_cast<std::size_t>(std::ranges::count(known->columns, ' ') + 1));
    }
    QCOMPARE(found.holdings.front().tables.size(), records::orderTables().size());
}

void TestBuyer::findsWithoutSaying()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const model::OrderFound found = must(store->findOrder({kOrder}, false));
    QCOMPARE(found.holdings.size(), std::size_t(2));
    QCOMPARE(found.holdings.front().label, std::string("Shop c1"));
    QCOMPARE(found.holdings.front().personal.size(), std::size_t(2));
    for (const model::HeldPersonal &personal : found.holdings.front().personal)
        QVERIFY(!personal.value);
    QVERIFY(!must(store->findOrder({"701-0000000-0000000"}, false)).isHeld());
    QCOMPARE(store->findOrder({"701 OR 1=1"}, false).error().kind, ErrorKind::Usage);
}

void TestBuyer::copySaysEverything()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const model::OrderFound found = must(store->findOrder({kOrder}, true));
    SK_OK(store->recordBuyerCopy(found));
    const Bytes file = buyerFile(found, "Shop", kNoon);
    const QJsonObject json = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(file.data()),
                                                                static_cast<qsizetype>(file.size())))
                                 .object();
    QCOMPARE(json[QStringLiteral("order")].toString().toStdString(), kOrder);
    QVERIFY(json[QStringLiteral("purpose")].toString().contains(QStringLiteral("right of access")));
    const QJsonObject holding = json[QStringLiteral("holdings")].toArray().first().toObject();
    const QJsonObject order =
        holding[QStringLiteral("tables")].toObject()[QStringLiteral("orders")].toArray()[0].toObject();
    QCOMPARE(order[QStringLiteral("items_total")].toString(), QStringLiteral("10.00"));
    QCOMPARE(order[QStringLiteral("units")].toInteger(), 2);
    QCOMPARE(order[QStringLiteral("received_at")].toString(), QStringLiteral("2026-11-18T12:00:00.000Z"));
    QVERIFY(order.contains(QStringLiteral("shipped_at")) && order[QStringLiteral("shipped_at")].isNull());
    const QJsonObject street = holding[QStringLiteral("personal")].toArray()[1].toObject();
    QCOMPARE(street[QStringLiteral("name")].toString(), QStringLiteral("address line 1"));
    QCOMPARE(street[QStringLiteral("value")].toString().toStdString(), std::string(kStreet));
    QVERIFY(wordsOf(*store).find("buyer.exported ") != std::string::npos);
}

void TestBuyer::erasureLeavesNothing()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const std::vector<std::string> planted{kOrder, std::string(kItem), std::string(kStreet), "Philomena Plantenberg"};
    QVERIFY(foundAnywhere(profile, *store, {kOrder, std::string(kItem)}) > 0); // the search can find
    const model::Erased erased = erase(*store);
    for (const model::ErasureCheck &check : erased.certificate.checks)
        QVERIFY2(check.done && check.found == 0 && check.examined > 0, check.what.c_str());
    QCOMPARE(counted(erased, "orders"), std::int64_t(2));
    QCOMPARE(counted(erased, "pii-values"), std::int64_t(4));
    QCOMPARE(counted(erased, "order-mentions"), std::int64_t(1));
    QVERIFY(says(erased, "order-copies-pii") && says(erased, "amazon"));
    QCOMPARE(fs::file_size(profile.vault().string() + "-wal"), std::uintmax_t(0));
    // The certificate has to name the order, nothing else may.
    must(store->storage().vault.exec("DELETE FROM erasure_certificate"));
    QCOMPARE(foundAnywhere(profile, *store, planted), std::int64_t(0));
    QVERIFY(wordsOf(*store).find("order.erased ") != std::string::npos);
}

void TestBuyer::otherOrdersAreUntouched()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const auto before = must(store->findOrder({kOther}, true));
    erase(*store);
    const auto after = must(store->findOrder({kOther}, true));
    QCOMPARE(after.holdings.front().personal[1].value, before.holdings.front().personal[1].value);
    QCOMPARE(after.holdings.front().tables.size(), before.holdings.front().tables.size());
    for (std::size_t i = 0; i < after.holdings.front().tables.size(); ++i)
        QCOMPARE(after.holdings.front().tables[i].rows.size(), before.holdings.front().tables[i].rows.size());
    QCOMPARE(scalar(store->storage().vault, "SELECT associated_orders FROM orders"),
             std::string("EXCHANGE_ORIGINAL_ID=701-0000000-0000001"));
    QCOMPARE(rowsOf(*store, "connection"), std::int64_t(2));
}

void TestBuyer::certificateIsHeldAgainstTheVault()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const model::Erased erased = erase(*store);
    QVERIFY(must(store->verifyCertificate(asBytes(erased.file))).holds());
    for (std::size_t at = 0; at < erased.file.size(); at += 41) {
        std::string changed = erased.file;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto verdict = store->verifyCertificate(asBytes(changed));
        QVERIFY2(!verdict || !verdict->holds(), changed.substr(at > 10 ? at - 10 : 0, 20).c_str());
    }
    must(store->storage().orders.store(fullOrder(kOrder, kItem), {{"c2"}, kNoon, "searchOrders"}));
    const auto restored = must(store->verifyCertificate(asBytes(erased.file)));
    QVERIFY(!restored.holds() && restored.rowsRestored > 0);
    must(store->storage().vault.exec("DELETE FROM orders"));
    QVERIFY(must(store->verifyCertificate(asBytes(erased.file))).holds());
    seal(*store, "c1", kOrder, kStreet); // as if pii.db were an older one
    QCOMPARE(must(store->verifyCertificate(asBytes(erased.file))).rowsRestored, std::int64_t(2));
}

/// What the feeds ask before they store; that they do ask is tested with the feeds.
void TestBuyer::erasedOrderStaysAway()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    erase(*store);
    store.reset();
    store = must(profile.open());
    model::Order again = fullOrder(kOrder, kItem);
    QVERIFY(!must(store->storage().erased.admit(again)));
    must(Store::rotateKeys(store)); // the mark's key is none of those
    QVERIFY(!must(store->storage().erased.admit(again)));
    model::Order other = fullOrder(kOther, "59384022130495");
    other.associatedOrders = {{"REPLACEMENT_ORIGINAL_ID", kOrder}};
    other.items.front().associatedItems = {{"INSTALLATION", kOrder, std::string(kItem)}};
    QVERIFY(must(store->storage().erased.admit(other)));
    QVERIFY(other.associatedOrders.empty() && other.items.front().associatedItems.empty());
    // The mark is no hash that could be tried out without the profile's keys.
    QVERIFY(scalar(store->storage().vault, "SELECT hex(mark) FROM erased_order")
            != QString::fromStdString(toHex(secrets::sha256(asBytes(kOrder)))).toUpper().toStdString());
}

/// RET-3: a duty to keep goes first, whoever asks; afterwards nothing names the order.
void TestBuyer::orderOnHoldIsNotErased()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const std::string connection = must(store->findOrder({kOrder}, false)).holdings.front().connection.value;
    const Day until = dayOf(store->now()) + std::chrono::days(400);
    const model::Hold hold =
        must(store->placeHold({{connection}, {kOrder}, model::HoldKind::Tax, "Tax audit of the year", until}));
    const auto refused = store->eraseOrder({{kOrder}, model::ErasureReason::OwnerRequest});
    QVERIFY(!refused && refused.error().kind == ErrorKind::HoldInForce);
    QVERIFY(!must(store->findOrder({kOrder}, true)).holdings.empty());
    must(store->releaseHold(hold.id));
    const model::Erased erased = must(store->eraseOrder({{kOrder}, model::ErasureReason::OwnerRequest}));
    QVERIFY(erased.certificate.isClean());
    QVERIFY(must(store->holds()).empty());
}

void TestBuyer::addressOnItsWayIsDropped()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    sync::AddressesFeed feed({"c1"}, {model::Feature::FulfilmentAddresses}, 30);
    QVERIFY(must(feed.next(store->storage())));
    erase(*store);
    const std::string body = R"({"order":{"orderId":")" + kOrder
        + R"(","createdTime":"2026-11-16T12:00:00Z","lastUpdatedTime":"2026-11-18T12:00:00Z","salesChannel":)"
          R"({"channelName":"AMAZON","marketplaceId":"A1PA6795UKMFR9"},"fulfillment":{"fulfillmentStatus":"UNSHIPPED",)"
          R"("fulfilledBy":"MERCHANT"},"recipient":{"deliveryAddress":{"name":"Philomena Plantenberg"}},"orderItems":[]}})";
    vault::Transaction transaction = must(vault::Transaction::begin(store->storage().vault));
    const auto ingested = feed.ingest(store->storage(), body);
    QVERIFY2(ingested.has_value(), ingested ? "" : describe(ingested.error()).c_str());
    SK_OK(transaction.commit());
    QVERIFY(must(store->storage().pii.sealedOf({kOrder})).empty());
}

void TestBuyer::copiesOfTheBuyerGo()
{
    TestProfile profile;
    const Folder outside;
    const auto store = must(profile.open());
    fill(*store);
    const auto write = [&](const char *name, const std::string &order) {
        must(writeFileAtomically(outside.path() / name, asBytes("what is held of " + order)));
        SK_OK(store->rememberBuyerCopy({order}, outside.path() / name));
    };
    write("buyer.json", kOrder);
    write("moved.json", kOrder);
    write("other.json", kOther);
    fs::rename(outside.path() / "moved.json", outside.path() / "elsewhere.json");
    QCOMPARE(must(store->findOrder({kOrder}, false)).files.size(), std::size_t(2));
    const model::Erased erased = erase(*store);
    QVERIFY(!fs::exists(outside.path() / "buyer.json"));
    QVERIFY(fs::exists(outside.path() / "other.json"));
    QCOMPARE(counted(erased, "export-files"), std::int64_t(1));
    QVERIFY(says(erased, "exports-moved") && !says(erased, "exports-with-order"));
    QVERIFY(erased.certificate.isClean());
    QCOMPARE(rowsOf(*store, "exported_file"), std::int64_t(1));
}

void TestBuyer::nothingHeldIsSaid()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    QCOMPARE(store->eraseOrder({{"701-0000000-0000009"}, model::ErasureReason::BuyerRequest, true}).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(rowsOf(*store, "erased_order") + rowsOf(*store, "pending_erasure"), std::int64_t(0));
}

void TestBuyer::secondErasureIsClean()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    erase(*store);
    must(store->storage().orders.store(fullOrder(kOrder, kItem), {{"c2"}, kNoon, "searchOrders"}));
    const model::Erased again = erase(*store);
    QVERIFY(again.certificate.isClean());
    QCOMPARE(counted(again, "orders"), std::int64_t(1));
    QCOMPARE(must(store->findOrder({kOrder}, false)).certificates.size(), std::size_t(2));
}

void TestBuyer::registerKeepsTheDeadline_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("today") << 0 << QByteArray("open");
    QTest::newRow("last day") << 30 << QByteArray("open");
    QTest::newRow("a day late") << 31 << QByteArray("overdue");
    QTest::newRow("forgotten") << 400 << QByteArray("overdue");
}

void TestBuyer::registerKeepsTheDeadline()
{
    QFETCH(int, age);
    QFETCH(QByteArray, state);
    TestProfile profile;
    const auto store = must(profile.open());
    const Day today = dayOf(store->now());
    const auto added = must(store->addDeletionRequest(
        {model::RequestedBy::Amazon, today - std::chrono::days(age), {{kOrder}, {kOther}, {kOrder}}}));
    QCOMPARE(added.orders.size(), std::size_t(2)); // named twice is one
    QVERIFY(added.deadline() == today - std::chrono::days(age) + std::chrono::days(30));
    const auto all = must(store->deletionRequests());
    QCOMPARE(all.size(), std::size_t(1));
    QCOMPARE(std::string(model::stateOf(all.front())), state.toStdString());
    QCOMPARE(std::string(model::stateOf(added)), state.toStdString());
    QCOMPARE(must(store->status()).warnings.size(), std::size_t(state == "overdue" ? 1 : 0));
}

void TestBuyer::completingErasesAndLinks()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const Day today = dayOf(store->now());
    const auto request = must(store->addDeletionRequest(
        {model::RequestedBy::Amazon, today - std::chrono::days(40), {{kOrder}, {"701-5555555-5555555"}}}));
    const auto second = must(store->addDeletionRequest({model::RequestedBy::Buyer, today, {{kOrder}, {kOther}}}));
    const model::CompletedRequest completed = must(store->completeDeletionRequest(request.id));
    QCOMPARE(completed.erased.size(), std::size_t(2));
    for (const model::Erased &erased : completed.erased) {
        QVERIFY(erased.certificate.isClean());
        QVERIFY(erased.certificate.reason == model::ErasureReason::AmazonRequest);
        QVERIFY(must(store->verifyCertificate(asBytes(erased.file))).holds());
    }
    QCOMPARE(std::string(model::stateOf(completed.request)), std::string("done"));
    QCOMPARE(completed.request.orders.front().order.value, kOrder); // as the certificate says
    QCOMPARE(completed.request.orders.front().certificate, completed.erased.front().certificate.id);
    QCOMPARE(
        scalar(store->storage().vault, "SELECT count(*) FROM deletion_request_order WHERE order_id = '" + kOrder + "'"),
        std::string("0"));
    // The other request is answered in part, and its own order is still there.
    const auto all = must(store->deletionRequests());
    QCOMPARE(all.front().id, second.id);
    QVERIFY(!all.front().doneAt && !all.front().orders.front().certificate.empty());
    QVERIFY(must(store->findOrder({kOther}, false)).isHeld());
    QVERIFY(must(store->status()).warnings.empty());
    QVERIFY(must(store->completeDeletionRequest(request.id)).erased.empty()); // nothing is left to do
    QCOMPARE(store->completeDeletionRequest("none").error().kind, ErrorKind::NotFound);
}

void TestBuyer::badRequestsAreRefused()
{
    TestProfile profile;
    const auto store = must(profile.open());
    const Day today = dayOf(store->now());
    const auto refused = [&](const model::NewDeletionRequest &request) {
        const auto added = store->addDeletionRequest(request);
        return !added && added.error().kind == ErrorKind::Usage;
    };
    QVERIFY(refused({model::RequestedBy::Amazon, today, {}}));
    QVERIFY(refused({model::RequestedBy::Amazon, today, {{""}}}));
    QVERIFY(refused({model::RequestedBy::Amazon, today, {{"Philomena Plantenberg, Lindwurmstr. 117"}}}));
    QVERIFY(refused({model::RequestedBy::Amazon, today, {{"Plantenberg"}}}));
    QVERIFY(refused({model::RequestedBy::Amazon, today + std::chrono::days(1), {{kOrder}}}));
    QCOMPARE(rowsOf(*store, "deletion_request"), std::int64_t(0));
}

/// The process died after the values went and before the rows did.
void TestBuyer::interruptedErasureIsFinished()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        fill(*store);
        must(store->addDeletionRequest({model::RequestedBy::Buyer, dayOf(kNoon), {{kOrder}}}));
        must(records::storePending(store->storage().vault,
                                   {"the-certificate",
                                    model::ErasureScope::Order,
                                    kOrder,
                                    {},
                                    model::ErasureReason::BuyerRequest,
                                    true,
                                    kNoon,
                                    {{"orders", 2}, {"pii-values", 4}}}));
        must(store->storage().pii.forget({kOrder}));
    }
    const auto store = must(profile.open());
    QVERIFY(!must(store->findOrder({kOrder}, false)).isHeld());
    const auto issued = must(store->certificates());
    QCOMPARE(issued.size(), std::size_t(1));
    QCOMPARE(issued.front().certificate.id, std::string("the-certificate"));
    QCOMPARE(counted(issued.front(), "pii-values"), std::int64_t(4));
    QVERIFY(says(issued.front(), "interrupted") && issued.front().certificate.isClean());
    QVERIFY(must(store->deletionRequests()).front().doneAt);
    QCOMPARE(rowsOf(*store, "pending_erasure"), std::int64_t(0));
}

QTEST_APPLESS_MAIN(TestBuyer)
#include "buyer_test.moc"
