// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/chain.h"
#include "core/audit/pruning.h"
#include "core/vault/transaction.h"
#include "tests/audit/sample_log.h"

using namespace sk;
using namespace sk::audit;
using namespace sk::model;
using namespace sk::test;
using std::chrono::seconds;

/// A log whose oldest entries went for their age: the rest verifies, and no other removal passes for this one.
class TestPruning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutLogVerifies();
    void cutLogGrowsAndIsCutAgain();
    void announcedButNotAnchoredIsWhole();
    void anchoredButNotCutVerifies();
    void certificatesAreRepeated();
    void cutNeedsAnEntry();
    void lastBeforeGoesByTheChain_data();
    void lastBeforeGoesByTheChain();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void forgedAnnouncementCountsForNothing();
    void neverCutLogHasItsBeginning();
};

namespace {

/// The three steps as the store does them; returns the anchor.
Anchor cutLog(Log &log, std::int64_t seq)
{
    log.cut = must(announceCut(log.database, log.log, seq, AuditActor::System, kLogStart + seconds(1000)));
    const Anchor anchor = log.anchor();
    must(cutAfter(log.database, seq));
    return anchor;
}

} // namespace

void TestPruning::cutLogVerifies()
{
    Log log(10);
    const std::string head = log.verify().head;
    QCOMPARE(must(countUpTo(log.database, 4)), std::int64_t(4));
    const Anchor anchor = cutLog(log, 4);
    const AuditVerification verified = log.verify(anchor);
    QVERIFY(verified.intact());
    QCOMPARE(verified.entries, std::int64_t(7)); // 5 to 10, and the announcement
    QCOMPARE(verified.pruned, std::int64_t(4));
    QCOMPARE(verified.head, toHex(anchor.head));
    QVERIFY(verified.head != head);
    SK_OK(log.log.checkAgainst(anchor));
    const AuditEntry announcement = must(readEntries(log.database, {11})).at(0);
    QCOMPARE(announcement.event.operation, AuditOperation::AuditPruned);
    QCOMPARE(announcement.event.rows, std::int64_t(4));
    QCOMPARE(announcement.event.requestId, toHex(anchor.cut.hash));
}

void TestPruning::cutLogGrowsAndIsCutAgain()
{
    Log log(10);
    (void)cutLog(log, 4);
    for (int i = 12; i <= 20; ++i)
        must(log.log.append(eventAt(i), kLogStart + seconds(1000 + i)));
    QVERIFY(log.verify(log.anchor()).intact());
    const Anchor anchor = cutLog(log, 15); // the first announcement goes as well
    const AuditVerification verified = log.verify(anchor);
    QVERIFY(verified.intact());
    QCOMPARE(verified.pruned, std::int64_t(15));
    QCOMPARE(verified.entries, std::int64_t(6));
    (void)cutLog(log, 20);
    (void)cutLog(log, 21); // down to two announcements
    QVERIFY(log.verify(log.anchor()).intact());
    QCOMPARE(log.verify(log.anchor()).entries, std::int64_t(2));
}

/// Killed before the keychain knew: nothing happened but an entry.
void TestPruning::announcedButNotAnchoredIsWhole()
{
    Log log(10);
    must(announceCut(log.database, log.log, 4, AuditActor::System, kLogStart));
    const AuditVerification verified = log.verify(log.anchor());
    QVERIFY(verified.intact());
    QCOMPARE(verified.entries, std::int64_t(11));
    QCOMPARE(verified.pruned, std::int64_t(0));
    const Anchor later = cutLog(log, 6); // another day, further
    QVERIFY(log.verify(later).intact());
}

/// Killed before the deletion: what stands before the beginning does not count any more.
void TestPruning::anchoredButNotCutVerifies()
{
    Log log(10);
    log.cut = must(announceCut(log.database, log.log, 4, AuditActor::System, kLogStart));
    const AuditVerification verified = log.verify(log.anchor());
    QVERIFY(verified.intact());
    QCOMPARE(verified.entries, std::int64_t(7));
    QCOMPARE(verified.pruned, std::int64_t(4));
}

/// A certificate outlives its entry (DEL-4).
void TestPruning::certificatesAreRepeated()
{
    Log log(3);
    AuditEvent certified{AuditActor::Owner, AuditOperation::ErasureCertified, {"c9"}, DataClass::None, 77};
    certified.requestId = std::string(64, 'a');
    must(log.log.append(certified, kLogStart + seconds(4)));
    must(log.log.append(eventAt(5), kLogStart + seconds(5)));
    for (const std::int64_t seq : {5, 6}) { // and is repeated again when its repetition goes
        const Anchor anchor = cutLog(log, seq);
        QVERIFY(log.verify(anchor).intact());
        AuditFilter filter;
        filter.operation = AuditOperation::ErasureCertified;
        const std::vector<std::int64_t> found = must(findSequences(log.database, filter));
        QCOMPARE(found.size(), std::size_t(1));
        const AuditEntry entry = must(readEntries(log.database, found)).at(0);
        QCOMPARE(entry.event.requestId, certified.requestId);
        QCOMPARE(entry.event.connection.value, std::string("c9"));
        QCOMPARE(entry.event.rows, std::int64_t(77));
    }
}

void TestPruning::cutNeedsAnEntry()
{
    Log log(3);
    SK_FAILS(announceCut(log.database, log.log, 4, AuditActor::System, kLogStart), ErrorKind::NotFound);
    QCOMPARE(log.verify().entries, std::int64_t(3));
}

void TestPruning::lastBeforeGoesByTheChain_data()
{
    QTest::addColumn<QByteArray>("times"); // of the entries, seconds after the start
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("last");
    QTest::newRow("none that old") << QByteArray("1 2 3") << 1 << 0;
    QTest::newRow("exclusive") << QByteArray("1 2 3") << 2 << 1;
    QTest::newRow("all") << QByteArray("1 2 3") << 9 << 3;
    QTest::newRow("equal times") << QByteArray("1 2 2 2 3") << 3 << 4;
    QTest::newRow("a clock ran behind: newer ones stay") << QByteArray("5 6 1 7") << 4 << 0;
    QTest::newRow("some old, then a clock that ran behind") << QByteArray("1 2 5 1 6") << 4 << 2;
    QTest::newRow("a clock ran ahead") << QByteArray("1 900 901 2 3") << 3 << 4;
    QTest::newRow("and still does") << QByteArray("1 2 900 901") << 3 << 2;
    QTest::newRow("empty log") << QByteArray() << 9 << 0;
}

void TestPruning::lastBeforeGoesByTheChain()
{
    QFETCH(QByteArray, times);
    QFETCH(int, before);
    Log log;
    for (const QByteArray &time : times.split(' ')) {
        if (!time.isEmpty())
            must(log.log.append(eventAt(1), kLogStart + seconds(time.toInt())));
    }
    QTEST(static_cast<int>(must(lastBefore(log.database, kLogStart + seconds(before), kLogStart + seconds(100)))),
          "last");
}

void TestPruning::tamperingIsFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("firstBad");
    const auto row = [](const char *name, const char *sql, qint64 bad) {
        QTest::newRow(name) << QByteArray(sql) << bad;
    };
    // Entries 1 to 4 were cut; 5 to 10, the announcement 11 and two more stand.
    row("one more than the keychain knows", "DELETE FROM audit_entry WHERE seq <= 5", 5);
    row("many more", "DELETE FROM audit_entry WHERE seq <= 10", 5);
    row("the announcement too", "DELETE FROM audit_entry WHERE seq <= 11", 5);
    row("only the announcement", "DELETE FROM audit_entry WHERE seq = 11", 11);
    row("announced to reach further, and did",
        "UPDATE audit_entry SET rows = 6, request_id = (SELECT lower(hex(hash)) FROM audit_entry WHERE seq = 6)"
        " WHERE seq = 11; DELETE FROM audit_entry WHERE seq <= 6",
        5);
    row("announced to reach less far", "UPDATE audit_entry SET rows = 3 WHERE seq = 11", 11);
    row("no announcement any more", "UPDATE audit_entry SET operation = 42 WHERE seq = 11", 11);
    row("first entry that stands", "UPDATE audit_entry SET rows = 99 WHERE seq = 5", 5);
    row("an entry in the middle", "UPDATE audit_entry SET rows = 99 WHERE seq = 8", 8);
    row("deleted in the middle", "DELETE FROM audit_entry WHERE seq = 8", 8);
    row("deleted tail", "DELETE FROM audit_entry WHERE seq = 13", 13);
}

void TestPruning::tamperingIsFound()
{
    QFETCH(QByteArray, sql);
    QFETCH(qint64, firstBad);
    Log log(10);
    (void)cutLog(log, 4);
    must(log.log.append(eventAt(12), kLogStart + seconds(1001)));
    must(log.log.append(eventAt(13), kLogStart + seconds(1002)));
    const Anchor anchor = log.anchor();
    QVERIFY(log.verify(anchor).intact());
    must(log.database.exec(sql.constData()));
    const AuditVerification found = log.verify(anchor);
    QVERIFY(!found.intact());
    QCOMPARE(found.firstBad.value(), std::int64_t(firstBad));
}

/// Whoever holds the vault's key but not the keychain can append an announcement that chains; whenever the entries go,
/// before the anchor moved past it or after, the keychain does not know of it.
void TestPruning::forgedAnnouncementCountsForNothing()
{
    Log log(10);
    const Anchor before = log.anchor();
    must(announceCut(log.database, log.log, 9, AuditActor::System, kLogStart));
    must(log.log.append(eventAt(12), kLogStart));
    const Anchor after = log.anchor();
    QVERIFY(log.verify(after).intact());
    must(cutAfter(log.database, 9));
    for (const Anchor &anchor : {before, after}) {
        SK_OK(log.log.checkAgainst(anchor));
        QCOMPARE(log.verify(anchor).firstBad.value(), std::int64_t(1));
    }
}

void TestPruning::neverCutLogHasItsBeginning()
{
    Log log(3);
    const Anchor anchor = log.anchor();
    must(log.database.exec("DELETE FROM audit_entry WHERE seq = 1"));
    QCOMPARE(log.verify(anchor).firstBad.value(), std::int64_t(1));
}

QTEST_APPLESS_MAIN(TestPruning)
#include "pruning_test.moc"
