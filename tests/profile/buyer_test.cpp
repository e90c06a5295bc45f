// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/privacy/certificate.h"
#include "core/privacy/remnants.h"
#include "core/profile/buyer_file.h"
#include "core/profile/requests.h"
#include "core/records/deletion_requests.h"
#include "core/records/hold_repository.h"
#include "core/records/one_order.h"
#include "core/records/pending_erasure.h"
#include "core/secrets/crypto.h"
#include "core/sync/addresses_feed.h"
#include "core/vault/page_image.h"
#include "core/vault/transaction.h"
#include "tests/profile/buyer_bench.h"

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
    void noHoldOnWhatIsGoing();
    void copyOfAnErasedOrderIsNotRemembered();
    void interruptedErasureIsFinished();
};

namespace {

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
    const model::OrderFound found = must(store->findOrder({kOrder}));
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
    const model::OrderFound found = must(store->findOrder({kOrder}));
    QCOMPARE(found.holdings.size(), std::size_t(2));
    QCOMPARE(found.holdings.front().label, std::string("Shop c1"));
    QCOMPARE(found.holdings.front().personal.size(), std::size_t(2));
    const QByteArray said = QJsonDocument(toJson(found)).toJson();
    QVERIFY(said.contains("recipient.deliveryAddress.") && !said.contains(kStreet.data()));
    QVERIFY(!must(store->findOrder({"701-0000000-0000000"})).isHeld());
    QCOMPARE(store->findOrder({"701 OR 1=1"}).error().kind, ErrorKind::Usage);
}

void TestBuyer::copySaysEverything()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const BuyerCopy copy = must(store->buyerCopy({kOrder}));
    SK_OK(store->recordBuyerCopy(copy.found));
    const Bytes file = buyerFile(copy, "Shop", kNoon);
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
    QCOMPARE(fs::file_size(profile.vault() += "-wal"), std::uintmax_t(0));
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
    const BuyerCopy copied = must(store->buyerCopy({kOther}));
    const model::OrderFound &before = copied.found;
    erase(*store);
    const BuyerCopy copiedAfter = must(store->buyerCopy({kOther}));
    const model::OrderFound &after = copiedAfter.found;
    QVERIFY(copiedAfter.values[1].equals(copied.values[1]) && !copied.values[1].isEmpty());
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
    const std::string connection = must(store->findOrder({kOrder})).holdings.front().connection.value;
    const Day until = dayOf(store->now()) + std::chrono::days(400);
    const model::Hold hold =
        must(store->placeHold({{connection}, {kOrder}, model::HoldKind::Tax, "Tax audit of the year", until}));
    const auto refused = store->eraseOrder({{kOrder}, model::ErasureReason::OwnerRequest});
    QVERIFY(!refused && refused.error().kind == ErrorKind::HoldInForce);
    QVERIFY(!must(store->buyerCopy({kOrder})).found.holdings.empty());
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
    QCOMPARE(must(store->findOrder({kOrder})).files.size(), std::size_t(2));
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
    QCOMPARE(must(store->findOrder({kOrder})).certificates.size(), std::size_t(2));
}

void TestBuyer::noHoldOnWhatIsGoing()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const vault::Database &vault = store->storage().vault;
    const HoldRequest hold{
        {"c1"}, {kOrder}, model::HoldKind::Tax, "Tax audit of the year", dayOf(kNoon) + std::chrono::days(400)};
    must(records::storePending(vault, {"p1", model::ErasureScope::Order, kOrder, {}, {}, true, kNoon, {}}));
    SK_FAILS(store->placeHold(hold), ErrorKind::Usage);
    must(records::dropPending(vault, "p1"));
    SK_OK(store->placeHold(hold));
    QCOMPARE(must(records::HoldRepository(vault).removeEndedOf({kOrder})), std::int64_t(0)); // it is in force
}

void TestBuyer::copyOfAnErasedOrderIsNotRemembered()
{
    TestProfile profile;
    const Folder outside;
    const auto store = must(profile.open());
    fill(*store);
    must(writeFileAtomically(outside.path() / "copy.pdf", asBytes("a copy")));
    SK_OK(store->rememberBuyerCopy({kOrder}, outside.path() / "copy.pdf"));
    erase(*store);
    must(writeFileAtomically(outside.path() / "late.pdf", asBytes("a copy")));
    SK_FAILS(store->rememberBuyerCopy({kOrder}, outside.path() / "late.pdf"), ErrorKind::NotFound);
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
    QVERIFY(!must(store->findOrder({kOrder})).isHeld());
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
