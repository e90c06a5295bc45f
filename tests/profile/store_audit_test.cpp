// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/pruning.h"
#include "core/profile/retention.h"
#include "tests/support/test_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;

/// The log's oldest entries go when their period is over (RET-5); the rest verifies, whatever interrupts it.
class TestStoreAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesGoWhenTheirPeriodIsOver();
    void periodIsTwelveMonthsAtLeast();
    void clockThatIsNotBelievedPrunesNothing();
    void nothingGoesBeforeItIsAnchored();
    void previewIsWhatHappens_data();
    void previewIsWhatHappens();
    void logCutBehindOurBackStaysBroken();
    void tamperedEntriesAreNotCut_data();
    void tamperedEntriesAreNotCut();
    void interruptedCutIsFinished();
    void certificateOutlivesItsEntry();
};

namespace {

/// Lives on for so many months, a few entries each, with the clock moving as a clock does.
void live(TestProfile &profile, Store &store, int months)
{
    for (int month = 0; month < months; ++month) {
        for (int i = 0; i < 3; ++i) {
            profile.clock.advance(10 * 24h);
            must(store.audit({model::AuditActor::Owner, model::AuditOperation::ConnectionTested, {"c1"}}));
            must(store.expireIfNewDay());
            must(purgeAll(store));
        }
    }
}

model::AuditVerification verified(TestProfile &profile, Store &store)
{
    const auto anchor = must(audit::Anchor::decode(profile.secrets.entries.at("anchor")));
    return must(audit::verifyChain(store.storage().vault, profile.id, anchor));
}

audit::Extent extentOf(Store &store)
{
    return must(audit::extent(store.storage().vault));
}

/// Number of the first entry that is left.
std::int64_t firstOf(Store &store)
{
    return must(store.storage().vault.integer("SELECT min(seq) FROM audit_entry"));
}

} // namespace

void TestStoreAudit::entriesGoWhenTheirPeriodIsOver()
{
    TestProfile profile;
    {
        const auto store = must(profile.openAndPurge());
        live(profile, *store, 24);
        QCOMPARE(firstOf(*store), std::int64_t(1)); // 24 times 30 days: not yet
        live(profile, *store, 3);
        const audit::Extent log = extentOf(*store);
        const std::int64_t first = firstOf(*store);
        QVERIFY(first > 1);
        QVERIFY(dayOf(*log.oldest) >= dayOf(monthsBefore(store->now(), 24)));
        const model::AuditVerification found = verified(profile, *store);
        QVERIFY(found.intact());
        QCOMPARE(found.pruned, first - 1);
        QCOMPARE(found.entries, log.entries);
        QVERIFY(wordsOf(*store).ends_with("connection.tested 0; audit.pruned " + std::to_string(first - 1) + "; "));
        const auto row = must(store->retention()).at(2);
        QCOMPARE(row.key, std::string("audit.months"));
        QCOMPARE(row.held, log.entries);
        QCOMPARE(row.oldest, log.oldest);
        QCOMPARE(row.nextExpiry.value(), dayOf(monthsAfter(*log.oldest, 24)));
    }
    const auto store = must(profile.openAndPurge());
    QVERIFY(verified(profile, *store).intact());
}

void TestStoreAudit::periodIsTwelveMonthsAtLeast()
{
    TestProfile profile;
    const auto store = must(profile.openAndPurge());
    SK_FAILS(store->setRetention("audit.months", 11), ErrorKind::Usage);
    SK_FAILS(store->setRetention("audit.months", 121), ErrorKind::Usage);
    SK_OK(store->setRetention("audit.months", 12));
    live(profile, *store, 12);
    QCOMPARE(firstOf(*store), std::int64_t(1)); // 360 days are not yet a year
    live(profile, *store, 1);
    QVERIFY(firstOf(*store) > 1);
}

/// Evidence cannot be fetched again: neither a clock that jumps nor an owner who sets it takes it away.
void TestStoreAudit::clockThatIsNotBelievedPrunesNothing()
{
    TestProfile profile;
    profile.clock.setWall(monthsAfter(kNoon, 25));
    const auto store = must(profile.openAndPurge());
    const std::int64_t before = extentOf(*store).entries;
    QCOMPARE(must(store->previewRetention("audit.months", 12)).deleted, std::int64_t(0));
    SK_OK(store->setRetention("audit.months", 12));
    must(store->expire(model::AuditActor::Owner));
    must(purgeAll(*store, model::AuditActor::Owner));
    QCOMPARE(extentOf(*store).entries, before + 1);
    QCOMPARE(firstOf(*store), std::int64_t(1));
    store->storage().time.trust(monthsAfter(kNoon, 25)); // Amazon's Date: it had only slept
    (void)store->storage();
    must(purgeAll(*store));
    QVERIFY(firstOf(*store) > 1);
    QVERIFY(verified(profile, *store).intact());
}

/// The keychain refuses, or the process dies, between the announcement and the cut.
void TestStoreAudit::nothingGoesBeforeItIsAnchored()
{
    TestProfile profile;
    {
        const auto store = must(profile.openAndPurge());
        live(profile, *store, 25);
        profile.clock.advance(20 * 24h);
        const std::int64_t first = firstOf(*store);
        const std::int64_t entries = extentOf(*store).entries;
        profile.secrets.failWrites = ErrorKind::KeychainLocked;
        SK_OK(store->setRetention("audit.months", 12));
        SK_FAILS(purgeAll(*store, model::AuditActor::Owner), ErrorKind::KeychainLocked);
        QCOMPARE(firstOf(*store), first);
        QCOMPARE(extentOf(*store).entries, entries + 2); // the new period, and the announcement
        QVERIFY(verified(profile, *store).intact());
    }
    profile.secrets.failWrites.reset();
    const auto store = must(profile.openAndPurge());
    QVERIFY(dayOf(*extentOf(*store).oldest) >= dayOf(monthsBefore(store->now(), 12)));
    QVERIFY(verified(profile, *store).intact());
}

void TestStoreAudit::previewIsWhatHappens_data()
{
    QTest::addColumn<int>("months");
    for (const int months : {12, 13, 17, 18, 23, 24, 25, 120})
        QTest::addRow("%d", months) << months;
}

void TestStoreAudit::previewIsWhatHappens()
{
    QFETCH(int, months);
    TestProfile profile;
    const auto store = must(profile.openAndPurge());
    live(profile, *store, 20);
    const std::int64_t last = must(store->storage().vault.integer("SELECT max(seq) FROM audit_entry"));
    const auto heldOfThose = [&] {
        return must(
            store->storage().vault.integer("SELECT count(*) FROM audit_entry WHERE seq <= " + std::to_string(last)));
    };
    const std::int64_t before = heldOfThose();
    const std::int64_t promised = must(store->previewRetention("audit.months", months)).deleted;
    QCOMPARE(heldOfThose(), before);
    SK_OK(store->setRetention("audit.months", months));
    SK_OK(purgeAll(*store, model::AuditActor::Owner));
    QCOMPARE(before - heldOfThose(), promised);
    QCOMPARE(promised > 0, months < 20);
    QCOMPARE(must(store->previewRetention("audit.months", months)).deleted, std::int64_t(0));
    QVERIFY(verified(profile, *store).intact());
}

/// What somebody else took is neither taken for a cut of ours nor covered up by the next one.
void TestStoreAudit::logCutBehindOurBackStaysBroken()
{
    TestProfile profile;
    std::int64_t missing = 0;
    {
        const auto store = must(profile.openAndPurge());
        live(profile, *store, 26);
        missing = firstOf(*store);
        QVERIFY(missing > 1);
        must(store->storage().vault.exec("DELETE FROM audit_entry WHERE seq = (SELECT min(seq) FROM audit_entry)"));
    }
    const auto store = must(profile.openAndPurge());
    live(profile, *store, 26);
    QCOMPARE(verified(profile, *store).firstBad.value(), missing);
    QCOMPARE(firstOf(*store), missing + 1);
}

void TestStoreAudit::tamperedEntriesAreNotCut_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("firstBad"); // 0: none
    QTest::newRow("all made old") << QByteArray("UPDATE audit_entry SET time = 0") << 1;
    QTest::newRow("one made old") << QByteArray("UPDATE audit_entry SET time = 0 WHERE seq = 5") << 5;
    QTest::newRow("an old one changed") << QByteArray("UPDATE audit_entry SET rows = 99 WHERE seq = 2") << 2;
    QTest::newRow("a period below the least")
        << QByteArray("INSERT OR REPLACE INTO setting VALUES ('audit.months', 0)") << 0;
    QTest::newRow("and a negative one") << QByteArray("INSERT OR REPLACE INTO setting VALUES ('audit.months', -999)")
                                        << 0;
}

/// Whoever has the vault's key but not the keychain must not get the program itself to take evidence away.
void TestStoreAudit::tamperedEntriesAreNotCut()
{
    QFETCH(QByteArray, sql);
    TestProfile profile;
    {
        const auto store = must(profile.openAndPurge());
        live(profile, *store, 11);
        must(store->storage().vault.exec(sql.constData()));
    }
    const auto store = must(profile.openAndPurge());
    must(store->expire(model::AuditActor::System));
    must(purgeAll(*store));
    QCOMPARE(firstOf(*store), std::int64_t(1));
    QTEST(static_cast<int>(verified(profile, *store).firstBad.value_or(0)), "firstBad");
}

/// The process dies between the keychain's write and the deletion.
void TestStoreAudit::interruptedCutIsFinished()
{
    TestProfile profile;
    const auto store = must(profile.openAndPurge());
    live(profile, *store, 24);
    must(store->storage().vault.exec("CREATE TRIGGER refuse BEFORE DELETE ON audit_entry"
                                     " BEGIN SELECT raise(ABORT, 'told to fail'); END"));
    SK_OK(store->setRetention("audit.months", 12));
    QVERIFY(!purgeAll(*store, model::AuditActor::Owner));
    QCOMPARE(firstOf(*store), std::int64_t(1));
    QVERIFY(verified(profile, *store).intact());
    const std::int64_t pruned = verified(profile, *store).pruned;
    QVERIFY(pruned > 0);
    must(store->storage().vault.exec("DROP TRIGGER refuse"));
    must(store->expire(model::AuditActor::System));
    must(purgeAll(*store));
    QCOMPARE(firstOf(*store), pruned + 1);
    QVERIFY(verified(profile, *store).intact());
}

/// DEL-4: what was handed out can be held against the profile for as long as that exists.
void TestStoreAudit::certificateOutlivesItsEntry()
{
    TestProfile profile;
    const auto store = must(profile.openAndPurge());
    addConnection(*store, "c1");
    const model::Erased erased = must(store->erase({{"c1"}, model::ErasureReason::OwnerRequest, true}));
    live(profile, *store, 26);
    QVERIFY(firstOf(*store) > erased.certificate.auditSeq + 1); // its own entry followed the one it names
    QVERIFY(must(store->verifyCertificate(asBytes(erased.file))).holds());
}

QTEST_APPLESS_MAIN(TestStoreAudit)
#include "store_audit_test.moc"
