// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_reader.h"
#include "core/profile/retention.h"
#include "core/records/settings.h"
#include "tests/support/test_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(sk::ErrorKind)

/// Periods, their bounds, and that a preview is what happens.
class TestStoreRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewIsWhatHappens_data();
    void previewIsWhatHappens();
    void retentionHasBounds_data();
    void retentionHasBounds();
    void beyondTheCapNeedsALegalReason_data();
    void beyondTheCapNeedsALegalReason();
    void reasonIsKeptAsLongAsItIsNeeded();
    void periodWithoutItsReasonCountsAsTheCap();
    void longerRetentionIsNotForHeldValues();
    void failedShorteningKeepsTheSetting();
    void changeIsAuditedAsOneOfItsClass();
    void ordersOutliveTheirRetentionOnlyInDoubt();
    void doubtEndsWithAServersDate();
    void ordersExpireInALongRun();
    void monthsAreCalendarMonths_data();
    void monthsAreCalendarMonths();
};

void TestStoreRetention::previewIsWhatHappens_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("value");
    for (const int value : {1, 2, 9, 10, 11, 29, 30})
        QTest::addRow("pii.days %d", value) << QByteArray("pii.days") << value;
    for (const int value : {1, 2, 3, 11, 12, 18})
        QTest::addRow("orders.months %d", value) << QByteArray("orders.months") << value;
}

void TestStoreRetention::previewIsWhatHappens()
{
    QFETCH(QByteArray, key);
    QFETCH(int, value);
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    addConnection(*store, "c2");
    for (int i = 1; i <= 30; ++i)
        sealValues(*store, i % 2 == 0 ? "c1" : "c2", std::to_string(i), i);
    for (int month = 0; month < 18; ++month) {
        for (const int offset : {-1, 0, 1}) {
            const Time received = monthsBefore(kNoon, month) + std::chrono::milliseconds(offset);
            must(store->storage().orders.store(sampleOrder(std::to_string(month) + '/' + std::to_string(offset), kNoon),
                                               {{"c1"}, received, "searchOrders"}));
        }
    }
    const auto held = [&] { return key == "pii.days" ? sealedRows(*store) : rowsOf(*store, "orders"); };
    const std::int64_t before = held();
    const std::int64_t promised = must(store->previewRetention(key.toStdString(), value)).deleted;
    QCOMPARE(held(), before);
    SK_OK(store->setRetention(key.toStdString(), value));
    SK_OK(purgeAll(*store, model::AuditActor::Owner));
    QCOMPARE(before - held(), promised);
    QVERIFY(value > 3 || promised > 0);
    QCOMPARE(must(store->retentionValue(key.toStdString())), value);
    QCOMPARE(must(store->previewRetention(key.toStdString(), value)).deleted, std::int64_t(0));
}

void TestStoreRetention::retentionHasBounds_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("value");
    QTest::addColumn<ErrorKind>("kind");
    for (const int value : {0, -1, 31, 365})
        QTest::addRow("pii.days %d", value) << QByteArray("pii.days") << value << ErrorKind::Usage;
    for (const int value : {0, 121})
        QTest::addRow("orders.months %d", value) << QByteArray("orders.months") << value << ErrorKind::Usage;
    QTest::newRow("unknown") << QByteArray("pii.weeks") << 1 << ErrorKind::NotFound;
}

void TestStoreRetention::retentionHasBounds()
{
    QFETCH(QByteArray, key);
    QFETCH(int, value);
    QFETCH(ErrorKind, kind);
    TestProfile profile;
    const auto store = must(profile.open());
    SK_FAILS(store->setRetention(key.toStdString(), value), kind);
    SK_FAILS(store->previewRetention(key.toStdString(), value), kind);
    QCOMPARE(must(store->retentionValue("pii.days")), 30);
    QCOMPARE(wordsOf(*store), std::string("profile.created 0; "));
}

void TestStoreRetention::beyondTheCapNeedsALegalReason_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("value");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *name, const char *key, int value, const char *reason, bool accepted) {
        QTest::newRow(name) << QByteArray(key) << value << QByteArray(reason) << accepted;
    };
    row("at the cap", "orders.months", 18, "", true);
    row("beyond it", "orders.months", 19, "Section 147 of the tax code", true);
    row("the most", "orders.months", 120, "Section 147 of the tax code", true);
    row("without a reason", "orders.months", 19, "", false);
    row("blanks are none", "orders.months", 19, "   ", false);
    row("two letters are none", "orders.months", 19, "ok", false);
    row("a person", "orders.months", 19, "asked for by jane@doe.example", false);
    row("beyond the most", "orders.months", 121, "Section 147 of the tax code", false);
    row("no need for one", "orders.months", 12, "Section 147 of the tax code", false);
    row("audit needs none", "audit.months", 120, "", true);
    row("nor keeps one", "audit.months", 120, "Section 147 of the tax code", false);
    row("no reason is good enough for PII", "pii.days", 31, "Section 147 of the tax code", false);
}

void TestStoreRetention::beyondTheCapNeedsALegalReason()
{
    QFETCH(QByteArray, key);
    QFETCH(int, value);
    QFETCH(QByteArray, reason);
    QFETCH(bool, accepted);
    TestProfile profile;
    const auto store = must(profile.open());
    const int before = must(store->retentionValue(key.toStdString()));
    const auto set = store->setRetention(key.toStdString(), value, reason.toStdString());
    QCOMPARE(set.has_value(), accepted);
    if (!accepted)
        QCOMPARE(set.error().kind, ErrorKind::Usage);
    QCOMPARE(must(store->retentionValue(key.toStdString())), accepted ? value : before);
    QCOMPARE(wordsOf(*store).find("retention.changed") != std::string::npos, accepted);
}

void TestStoreRetention::reasonIsKeptAsLongAsItIsNeeded()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    must(store->storage().orders.store(sampleOrder("1", kNoon), {{"c1"}, monthsBefore(kNoon, 20), "searchOrders"}));
    SK_OK(store->setRetention("orders.months", 24, "  Section 147 of the tax code "));
    SK_OK(purgeAll(*store, model::AuditActor::Owner));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
    QCOMPARE(must(store->retention())[1].reason, std::string("Section 147 of the tax code"));
    QCOMPARE(must(store->retention())[1].cap, 18);
    SK_OK(store->setRetention("orders.months", 24, "Section 14b of the VAT code")); // another one for the same period
    QCOMPARE(must(store->retention())[1].reason, std::string("Section 14b of the VAT code"));
    QVERIFY(wordsOf(*store).ends_with("retention.changed 24; retention.changed 24; ")); // and no text
    QCOMPARE(must(store->previewRetention("orders.months", 18)).deleted, std::int64_t(1));
    SK_OK(store->setRetention("orders.months", 18));
    QVERIFY(must(store->retention())[1].reason.empty());
    QCOMPARE(scalar(store->storage().vault, "SELECT count(*) FROM setting WHERE value LIKE '%Section%'"),
             std::string("0"));
    SK_OK(purgeAll(*store));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(0));
}

/// Whoever has the vault's key cannot lengthen a period in silence.
void TestStoreRetention::periodWithoutItsReasonCountsAsTheCap()
{
    TestProfile profile;
    const auto store = must(profile.open());
    must(records::writeSetting(store->storage().vault, "orders.months", 96));
    QCOMPARE(must(store->retentionValue("orders.months")), 18);
    must(records::writeText(store->storage().vault, "orders.months.reason", "Section 147"));
    QCOMPARE(must(store->retentionValue("orders.months")), 96);
    must(records::writeSetting(store->storage().vault, "orders.months", 999));
    QCOMPARE(must(store->retentionValue("orders.months")), 120);
}

/// What was sealed under ten days lives ten days, however often the setting moves; it must neither live longer nor,
/// counted from a setting it was never sealed under, die early.
void TestStoreRetention::longerRetentionIsNotForHeldValues()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    SK_OK(store->setRetention("pii.days", 10));
    sealValues(*store, "c1", "1", 10);
    SK_OK(store->setRetention("pii.days", 30));
    QCOMPARE(must(store->status()).pii.nextExpiry.value(), dayOf(kNoon) + days(10));
    SK_OK(store->setRetention("pii.days", 10));
    QCOMPARE(sealedRows(*store), std::int64_t(2));
}

/// A setting must not claim a period that what is held does not keep.
void TestStoreRetention::failedShorteningKeepsTheSetting()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    sealValues(*store, "c1", "1", 30);
    must(store->storage().pii.database().exec(
        "CREATE TRIGGER refuse BEFORE INSERT ON sealed_value BEGIN SELECT raise(ABORT, 'told to fail'); END"));
    QVERIFY(!store->setRetention("pii.days", 10));
    QCOMPARE(must(store->retentionValue("pii.days")), 30);
    QVERIFY(wordsOf(*store).find("retention.changed") == std::string::npos);
}

/// "12" alone would not say whether orders or the log itself live shorter from now on.
void TestStoreRetention::changeIsAuditedAsOneOfItsClass()
{
    TestProfile profile;
    const auto store = must(profile.open());
    for (const auto &[key, dataClass] :
         {std::pair{"pii.days", model::DataClass::Pii}, std::pair{"orders.months", model::DataClass::Orders},
          std::pair{"audit.months", model::DataClass::Audit}}) {
        SK_OK(store->setRetention(key, 12));
        const auto told = must(
            store->storage().vault.integer("SELECT data_class FROM audit_entry WHERE operation = "
                                           + std::to_string(static_cast<int>(model::AuditOperation::RetentionChanged))
                                           + " ORDER BY seq DESC LIMIT 1"));
        QCOMPARE(told, static_cast<std::int64_t>(dataClass));
    }
}

void TestStoreRetention::ordersOutliveTheirRetentionOnlyInDoubt()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        storeOrder(*store, "c1", "1");
    }
    profile.clock.setWall(monthsAfter(kNoon, 18) + 1h);
    const auto store = must(profile.openAndPurge());
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1)); // asleep for 18 months, or a wrong clock: not by itself
    QCOMPARE(must(purgeAll(*store, model::AuditActor::Owner)), std::int64_t(1));
}

/// However often it is opened under a wrong clock; then Amazon's Date ends the doubt, either way.
void TestStoreRetention::doubtEndsWithAServersDate()
{
    TestProfile profile;
    {
        const auto store = must(profile.open());
        addConnection(*store, "c1");
        storeOrder(*store, "c1", "1");
    }
    const Time later = monthsAfter(kNoon, 18) + 1h;
    profile.clock.setWall(later);
    for (int i = 0; i < 3; ++i) {
        const auto store = must(profile.openAndPurge());
        must(store->audit({})); // the anchor remembers the wrong time
        QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
    }
    const auto store = must(profile.open());
    store->storage().time.trust(later); // it had only slept
    (void)store->storage();
    SK_OK(purgeAll(*store));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(0));
}

/// A program that runs for months believes its own clock.
void TestStoreRetention::ordersExpireInALongRun()
{
    TestProfile profile;
    const auto store = must(profile.open());
    addConnection(*store, "c1");
    storeOrder(*store, "c1", "1");
    const Time end = monthsAfter(kNoon, 18) + days(2);
    while (profile.clock.now() < end) {
        profile.clock.advance(24h);
        SK_OK(store->expireIfNewDay());
        SK_OK(purgeAll(*store));
    }
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(0));
}

void TestStoreRetention::monthsAreCalendarMonths_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<int>("months");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("a month") << QByteArray("2026-11-18T12:00:00.000Z") << 1 << QByteArray("2026-12-18T12:00:00.000Z");
    QTest::newRow("18 back") << QByteArray("2026-11-18T12:00:00.000Z") << -18 << QByteArray("2025-05-18T12:00:00.000Z");
    QTest::newRow("no 31st") << QByteArray("2026-08-31T23:59:59.999Z") << 1 << QByteArray("2026-09-30T23:59:59.999Z");
    QTest::newRow("leap day") << QByteArray("2028-02-29T00:00:00.000Z") << -12
                              << QByteArray("2027-02-28T00:00:00.000Z");
    QTest::newRow("over the year") << QByteArray("2026-01-31T00:00:00.000Z") << -1
                                   << QByteArray("2025-12-31T00:00:00.000Z");
}

void TestStoreRetention::monthsAreCalendarMonths()
{
    QFETCH(QByteArray, time);
    QFETCH(int, months);
    QFETCH(QByteArray, expected);
    QCOMPARE(toIso(monthsAfter(must(timeFromIso(time.toStdString())), months)), expected.toStdString());
    QCOMPARE(toIso(monthsBefore(must(timeFromIso(time.toStdString())), -months)), expected.toStdString());
}

QTEST_APPLESS_MAIN(TestStoreRetention)
#include "store_retention_test.moc"
