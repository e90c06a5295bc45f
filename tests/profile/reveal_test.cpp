// SPDX-License-Identifier: GPL-3.0-or-later
// size: every rule of a look at personal data, and the search for what it must not leave
#include "core/base/byte_search.h"
#include "core/base/files.h"
#include "core/privacy/remnants.h"
#include "core/privacy/reveal_rules.h"
#include "core/profile/acceptable_use.h"
#include "core/profile/address_values.h"
#include "core/profile/export.h"
#include "core/profile/reveal.h"
#include "core/records/shipments.h"
#include "tests/support/test_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
using model::RevealPurpose;
using std::chrono::days;

namespace {

const std::vector<std::string> kPlanted{"Planted Person Zyx",  "Planted Street 4711", "Planted Town Qwert",
                                        "PLANTED-99-POSTCODE", "PLANTED-COUNTRY-XY",  "+49 0555 PLANTED"};

/// An order that waits for its parcel, with six sealed values.
void shipment(Store &store, const std::string &connection, const std::string &order, int daysLeft = 10)
{
    storeOrder(store, connection, order);
    const Day expiry = dayOf(store.now()) + days(daysLeft);
    const std::array<std::int32_t, 6> fields{1, 3, 6, 10, 11, 12};
    std::vector<privacy::KeptValue> values;
    for (std::size_t i = 0; i < fields.size(); ++i)
        values.push_back({fields[i], kPlanted[i]});
    must(store.storage().pii.seal({{connection}, {order}, expiry, expiry - days(30), store.now(), "getOrder"}, values));
}

RevealRequest requestFor(const std::string &order, RevealPurpose purpose = RevealPurpose::Fulfilment)
{
    return {{{{"c1"}, {order}}}, purpose, std::nullopt};
}

/// A profile whose owner has acknowledged the rules, with one connection and one shipment.
struct Ready
{
    TestProfile profile;
    std::unique_ptr<Store> store = must(profile.open());

    explicit Ready(bool acknowledged = true)
    {
        addConnection(*store, "c1");
        shipment(*store, "c1", "701-1");
        if (acknowledged)
            must(acknowledgeUse(*store, kUseRules));
    }
    [[nodiscard]] std::string since(const std::string &before) const { return wordsOf(*store).substr(before.size()); }
};

QStringList g_logged;
void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    g_logged.append(text);
}

} // namespace

/// Personal data is opened for a purpose, by who knows the rules, so often; told of, and never written (ACC-2, ACC-5,
/// ACC-7, MIN-3).
class TestReveal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsSealed();
    void listsWhatIsHeld();
    void purposeIsAudited_data();
    void purposeIsAudited();
    void rulesComeFirst();
    void acknowledgementIsRecordedOnce();
    void shippedOrdersNeedAnotherPurpose();
    void nothingAfterItsDay();
    void nothingOfAnOrderThatIsNotHeld();
    void wordsAreChecked();
    void looksAreLimited();
    void slipsHaveALimitOfTheirOwn();
    void oneMissingOrderRevealsNone();
    void zonesAreCounted();
    void holdIsReadWithoutItsOrder();
    void holdIsForNoParcel();
    void copyForTheBuyerIsALook();
    void typedWordsStayOutOfTheLog();
    void noValueIsWrittenAnywhere();
};

void TestReveal::showsWhatIsSealed()
{
    Ready ready;
    const Revealed revealed = must(reveal(*ready.store, requestFor("701-1")));
    QCOMPARE(revealed.showFor, privacy::kShowFor);
    QCOMPARE(revealed.addresses.size(), std::size_t(1));
    const std::vector<AddressValue> values = addressValues(revealed.addresses[0]);
    QCOMPARE(values.size(), kPlanted.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        QCOMPARE(std::string(values[i].value), kPlanted[i]);
    QCOMPARE(std::string(values[1].field), std::string("addressLine1"));
    QCOMPARE(std::string(values[3].field), std::string("postalCode"));
    QVERIFY(revealed.addresses[0].shipment.heldUntil == dayOf(kNoon) + days(10));
}

void TestReveal::listsWhatIsHeld()
{
    Ready ready;
    Store &store = *ready.store;
    model::Order urgent = sampleOrder("701-2", kNoon);
    urgent.shipBy.latest = kNoon + 24h;
    urgent.serviceLevel = "EXPEDITED";
    urgent.items[0].quantityUnfulfilled = 1; // of two
    must(store.storage().orders.store(urgent, {{"c1"}, kNoon, "searchOrders"}));
    sealValues(store, "c1", "701-2", 3);
    shipment(store, "c1", "701-3");
    must(store.storage().orders.store(sampleOrder("701-3", kNoon + 1h, "SHIPPED"), {{"c1"}, kNoon, "searchOrders"}));
    storeOrder(store, "c1", "701-4");    // nothing held
    sealValues(store, "c1", "701-5", 3); // no row yet

    const std::vector<model::Shipment> all = must(shipments(store));
    QCOMPARE(all.size(), std::size_t(3));
    QCOMPARE(all[0].order.order.value, std::string("701-2")); // has to go first
    QCOMPARE(all[0].serviceLevel, std::string("EXPEDITED"));
    QCOMPARE(all[0].units(), std::int64_t(1));
    QVERIFY(all[0].heldUntil == dayOf(kNoon) + days(3));
    QCOMPARE(all[0].fields, (std::vector<std::string>{"name", "addressLine1"}));
    QCOMPARE(all[1].order.order.value, std::string("701-1"));
    QCOMPARE(all[1].marketplace, std::string("A1PA6795UKMFR9"));
    QCOMPARE(all[1].items, (std::vector<model::ShipmentItem>{{"sku", "", 2}}));
    QCOMPARE(all[2].order.order.value, std::string("701-3"));
    QVERIFY(all[0].open && all[1].open && !all[2].open);
}

void TestReveal::purposeIsAudited_data()
{
    QTest::addColumn<int>("purpose");
    QTest::addColumn<bool>("slips");
    QTest::addColumn<QByteArray>("told");
    const auto row = [](const char *name, RevealPurpose purpose, bool slips, const char *told) {
        QTest::newRow(name) << static_cast<int>(purpose) << slips << QByteArray(told);
    };
    row("fulfilment", RevealPurpose::Fulfilment, false, "pii.revealed.fulfilment 6; ");
    row("tax", RevealPurpose::Tax, false, "pii.revealed.tax 6; ");
    row("legal", RevealPurpose::Legal, false, "pii.revealed.legal 6; ");
    row("slips", RevealPurpose::Fulfilment, true, "pii.revealed.slips 6; ");
}

void TestReveal::purposeIsAudited()
{
    QFETCH(const int, purpose);
    QFETCH(const bool, slips);
    QFETCH(const QByteArray, told);
    Ready ready;
    const std::string before = wordsOf(*ready.store);
    RevealRequest request = requestFor("701-1", static_cast<RevealPurpose>(purpose));
    if (slips)
        request.slips = "/somewhere/slips.pdf";
    SK_OK(reveal(*ready.store, request));
    QCOMPARE(ready.since(before), told.toStdString());
    const auto sequences = must(audit::findSequences(ready.store->storage().vault, {}));
    const auto entry = must(audit::readEntries(ready.store->storage().vault, {sequences.front()})).front().event;
    QVERIFY(entry.actor == model::AuditActor::Owner && entry.dataClass == model::DataClass::Pii && !entry.error);
    QCOMPARE(entry.connection.value, std::string("c1"));
    QVERIFY(entry.requestId.empty()); // the log outlives an erased order: its id has no place there
}

void TestReveal::rulesComeFirst()
{
    Ready ready(false);
    QVERIFY(!must(acceptableUse(*ready.store)).acknowledgedAt);
    const std::string before = wordsOf(*ready.store);
    SK_FAILS(reveal(*ready.store, requestFor("701-1")), ErrorKind::NotAcknowledged);
    QCOMPARE(ready.since(before), std::string("pii.revealed.fulfilment 0; ")); // and its outcome:
    model::AuditFilter failed;
    failed.succeeded = false;
    QCOMPARE(must(audit::findSequences(ready.store->storage().vault, failed)).size(), std::size_t(1));
    must(acknowledgeUse(*ready.store, kUseRules));
    SK_OK(reveal(*ready.store, requestFor("701-1")));
}

void TestReveal::acknowledgementIsRecordedOnce()
{
    Ready ready(false);
    SK_FAILS(acknowledgeUse(*ready.store, kUseRules + 1), ErrorKind::Usage);
    const std::string before = wordsOf(*ready.store);
    must(acknowledgeUse(*ready.store, kUseRules));
    ready.profile.clock.advance(5h);
    must(acknowledgeUse(*ready.store, kUseRules));
    QCOMPARE(ready.since(before), std::string("acceptable-use.acknowledged 1; "));
    ready.store.reset();
    ready.store = must(ready.profile.open());
    const model::AcceptableUse use = must(acceptableUse(*ready.store));
    QCOMPARE(use.rules, kUseRules);
    QVERIFY(use.acknowledgedAt == kNoon); // the first time, for this person and this version
    QVERIFY(!must(records::acknowledgedAt(ready.store->storage().vault, "operator", kUseRules)));
    QVERIFY(!must(records::acknowledgedAt(ready.store->storage().vault, "owner", kUseRules + 1)));
}

void TestReveal::shippedOrdersNeedAnotherPurpose()
{
    Ready ready;
    must(ready.store->storage().orders.store(sampleOrder("701-1", kNoon + 1h, "SHIPPED"),
                                             {{"c1"}, kNoon, "searchOrders"}));
    const auto refused = reveal(*ready.store, requestFor("701-1"));
    SK_FAILS(refused, ErrorKind::NotFound);
    QVERIFY(refused.error().detail.find("tax or legal") != std::string::npos);
    SK_OK(reveal(*ready.store, requestFor("701-1", RevealPurpose::Tax)));
    SK_OK(reveal(*ready.store, requestFor("701-1", RevealPurpose::Legal)));
}

/// RET-1: the expiry comes before the look, also when midnight has just passed.
void TestReveal::nothingAfterItsDay()
{
    Ready ready;
    shipment(*ready.store, "c1", "701-2", 1);
    SK_OK(reveal(*ready.store, requestFor("701-2")));
    ready.profile.clock.advance(12h);
    SK_FAILS(reveal(*ready.store, requestFor("701-2")), ErrorKind::NotFound);
    QCOMPARE(must(shipments(*ready.store)).size(), std::size_t(1));
    SK_OK(reveal(*ready.store, requestFor("701-1")));
}

void TestReveal::nothingOfAnOrderThatIsNotHeld()
{
    Ready ready;
    storeOrder(*ready.store, "c1", "701-2");
    SK_FAILS(reveal(*ready.store, requestFor("701-2")), ErrorKind::NotFound);
    SK_FAILS(reveal(*ready.store, requestFor("nonsense")), ErrorKind::NotFound);
    SK_FAILS(reveal(*ready.store, {{{{"c2"}, {"701-1"}}}, RevealPurpose::Fulfilment, {}}), ErrorKind::NotFound);
}

void TestReveal::wordsAreChecked()
{
    Ready ready;
    const std::string before = wordsOf(*ready.store);
    SK_FAILS(reveal(*ready.store, {{}, RevealPurpose::Fulfilment, {}}), ErrorKind::Usage);
    RevealRequest twice = requestFor("701-1");
    twice.orders.push_back(twice.orders[0]);
    SK_FAILS(reveal(*ready.store, twice), ErrorKind::Usage);
    RevealRequest slips = requestFor("701-1", RevealPurpose::Tax);
    slips.slips = "slips.pdf";
    SK_FAILS(reveal(*ready.store, slips), ErrorKind::Usage);
    RevealRequest many;
    for (int i = 0; i < 61; ++i)
        many.orders.push_back({{"c1"}, {std::to_string(i)}});
    SK_FAILS(reveal(*ready.store, many), ErrorKind::Usage);
    QCOMPARE(ready.since(before), std::string());
}

void TestReveal::looksAreLimited()
{
    Ready ready;
    for (int i = 0; i < 60; ++i) {
        ready.profile.clock.advance(30s);
        SK_OK(reveal(*ready.store, requestFor("701-1", i % 2 == 0 ? RevealPurpose::Tax : RevealPurpose::Fulfilment)));
    }
    ready.store.reset(); // a restart does not help
    ready.store = must(ready.profile.open());
    const auto refused = reveal(*ready.store, requestFor("701-1"));
    SK_FAILS(refused, ErrorKind::RateLimited);
    QVERIFY2(refused.error().detail.find("again from 2026-11-18T13:00:30") != std::string::npos,
             refused.error().detail.c_str());
    ready.profile.clock.advance(29min); // refusals do not count
    SK_FAILS(reveal(*ready.store, requestFor("701-1")), ErrorKind::RateLimited);
    ready.profile.clock.advance(90s);
    SK_OK(reveal(*ready.store, requestFor("701-1")));
}

void TestReveal::slipsHaveALimitOfTheirOwn()
{
    Ready ready;
    RevealRequest slips;
    slips.slips = "slips.pdf";
    for (int i = 0; i < 251; ++i) {
        shipment(*ready.store, "c1", "702-" + std::to_string(i));
        slips.orders.push_back({{"c1"}, {"702-" + std::to_string(i)}});
    }
    QCOMPARE(must(reveal(*ready.store, slips)).addresses.size(), std::size_t(251));
    SK_FAILS(reveal(*ready.store, slips), ErrorKind::RateLimited); // 502 in an hour
    slips.orders.resize(249);
    SK_OK(reveal(*ready.store, slips));
    SK_OK(reveal(*ready.store, requestFor("701-1"))); // looks are counted apart
}

void TestReveal::oneMissingOrderRevealsNone()
{
    Ready ready;
    const std::string before = wordsOf(*ready.store);
    RevealRequest slips = requestFor("701-1");
    slips.slips = "slips.pdf";
    slips.orders.push_back({{"c1"}, {"701-9"}});
    const auto refused = reveal(*ready.store, slips);
    SK_FAILS(refused, ErrorKind::NotFound);
    QVERIFY(refused.error().detail.find("701-9") != std::string::npos);
    QCOMPARE(ready.since(before), std::string("pii.revealed.slips 0; "));
}

/// A hold outlives the row of its order: what it keeps is still there for its duty, and for nothing else.
void TestReveal::holdIsReadWithoutItsOrder()
{
    Ready ready;
    const Day until = dayOf(ready.store->now()) + days(400);
    must(ready.store->placeHold({{"c1"}, {"701-1"}, model::HoldKind::Tax, "Tax audit of the year 2026", until}));
    must(ready.store->storage().vault.exec("DELETE FROM orders"));
    ready.profile.clock.advance(24h * 31);
    const Revealed shown = must(reveal(*ready.store, requestFor("701-1", RevealPurpose::Tax)));
    QCOMPARE(shown.addresses.front().shipment.fields.size(), kPlanted.size());
    SK_FAILS(reveal(*ready.store, requestFor("701-1")), ErrorKind::NotFound);
}

/// Past its day, an order that still waits to be shipped is none of Fulfilment's any more, hold or not.
void TestReveal::holdIsForNoParcel()
{
    Ready ready;
    Store &store = *ready.store;
    const Day until = dayOf(store.now()) + days(400);
    must(store.placeHold({{"c1"}, {"701-1"}, model::HoldKind::Legal, "Lawsuit about warranty", until}));
    QCOMPARE(must(shipments(store)).size(), std::size_t(1)); // its day is still to come
    SK_OK(reveal(store, requestFor("701-1")));
    ready.profile.clock.advance(24h * 11);
    must(store.expireIfNewDay());
    QVERIFY(must(shipments(store)).empty());
    SK_FAILS(reveal(store, requestFor("701-1")), ErrorKind::NotFound);
    RevealRequest slips = requestFor("701-1");
    slips.slips = "slips.pdf";
    SK_FAILS(reveal(store, slips), ErrorKind::NotFound);
    QCOMPARE(must(countZones(store, {{"0", "9", "all", {}}, {"A", "Z", "all", {}}})).front().orders, std::int64_t(0));
    QCOMPARE(must(reveal(store, requestFor("701-1", RevealPurpose::Legal))).addresses.front().shipment.fields.size(),
             kPlanted.size());
}

void TestReveal::copyForTheBuyerIsALook()
{
    const Ready stranger(false);
    SK_FAILS(allowBuyerCopy(*stranger.store), ErrorKind::NotAcknowledged);
    const Ready ready;
    for (std::size_t i = 0; i < privacy::kLooks.most; ++i) {
        SK_OK(allowBuyerCopy(*ready.store));
        must(ready.store->audit({model::AuditActor::Owner, model::AuditOperation::BuyerExported, {"c1"}}));
    }
    SK_FAILS(allowBuyerCopy(*ready.store), ErrorKind::RateLimited);
    SK_FAILS(reveal(*ready.store, requestFor("701-1")), ErrorKind::RateLimited);
}

/// The log outlives every erasure: what somebody types where a connection is expected does not get into it.
void TestReveal::typedWordsStayOutOfTheLog()
{
    Ready ready;
    SK_FAILS(reveal(*ready.store, {{{{kPlanted.front()}, {"701-1"}}}, RevealPurpose::Tax, std::nullopt}),
             ErrorKind::NotFound);
    QCOMPARE(scalar(ready.store->storage().vault,
                    "SELECT count(*) FROM audit_entry WHERE connection = '" + kPlanted.front() + "'"),
             std::string("0"));
}

void TestReveal::zonesAreCounted()
{
    Ready ready(false); // nobody sees anything
    shipment(*ready.store, "c1", "701-2");
    shipment(*ready.store, "c1", "701-3");
    sealValues(*ready.store, "c1", "701-4", 5);
    storeOrder(*ready.store, "c1", "701-4"); // without a postal code
    must(ready.store->storage().orders.store(sampleOrder("701-3", kNoon + 1h, "SHIPPED"),
                                             {{"c1"}, kNoon, "searchOrders"}));
    const std::string before = wordsOf(*ready.store);
    const auto table = must(privacy::parseZones("A,A,none of them\nPLANTED,PLANTED,planted\nPL,PM,later"));
    const std::vector<model::ZoneCount> expected{{"none of them", 0}, {"planted", 2}, {"later", 0}, {"", 1}};
    QCOMPARE(must(countZones(*ready.store, table)), expected);
    QCOMPARE(ready.since(before), std::string("pii.used 3; "));
}

/// The acceptance of issue 3: an audit entry, and no value anywhere on disk; nor in a log or an error.
void TestReveal::noValueIsWrittenAnywhere()
{
    g_logged.clear();
    const auto before = qInstallMessageHandler(keepLog);
    Ready ready;
    std::string told;
    for (const RevealPurpose purpose : {RevealPurpose::Fulfilment, RevealPurpose::Tax, RevealPurpose::Legal})
        SK_OK(reveal(*ready.store, requestFor("701-1", purpose)));
    RevealRequest slips = requestFor("701-1");
    slips.slips = ready.profile.folder.path() / "slips.pdf";
    SK_OK(reveal(*ready.store, slips));
    SK_OK(countZones(*ready.store, must(privacy::parseZones("PLANTED,PLANTED,zone"))));
    told += reveal(*ready.store, requestFor("701-7")).error().detail;
    {
        Ready unacknowledged(false);
        told += reveal(*unacknowledged.store, requestFor("701-1")).error().detail;
    }
    must(audit::exportEntries(ready.store->storage().vault, {}, ready.profile.folder.path() / "audit.csv"));
    must(exportRows(ready.store->storage().vault,
                    {"orders", "csv", ready.profile.folder.path() / "orders.csv", std::nullopt, std::nullopt}));

    const ByteSearch search(kPlanted);
    QCOMPARE(search.texts(), kPlanted.size());
    const auto none = [&](const model::ErasureCheck &check) { return check.done && check.found == 0; };
    QVERIFY(none(privacy::searchPages(ready.store->storage().vault, "vault", search)));
    QVERIFY(none(privacy::searchPages(ready.store->storage().pii.database(), "pii", search)));
    QVERIFY(none(privacy::searchFiles(ready.profile.folder.path(), search))); // while all is open: WAL, exports
    must(writeFileAtomically(ready.profile.folder.path() / "planted", asBytes(kPlanted[3])));
    QCOMPARE(privacy::searchFiles(ready.profile.folder.path(), search).found, std::int64_t(1)); // it can find
    std::filesystem::remove(ready.profile.folder.path() / "planted");
    ready.store.reset();
    QVERIFY(none(privacy::searchFiles(ready.profile.folder.path(), search)));
    for (const auto &[entry, secret] : ready.profile.secrets.entries)
        QCOMPARE(search.count(secret.view()), std::int64_t(0));
    qInstallMessageHandler(before);
    told += g_logged.join(QLatin1Char('\n')).toStdString();
    QCOMPARE(search.count(asBytes(told)), std::int64_t(0));
}

QTEST_GUILESS_MAIN(TestReveal)
#include "reveal_test.moc"
