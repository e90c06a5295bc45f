// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/audit/audit_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace sk;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using sk::ui::audit::AuditModel;

class AuditModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels();
    void aMillionRowsAreThereAtOnce();
    void fetchesOnlyWhereItIsLookedAt();
    void dropsWhatAFastScrollPassedBy();
    void growthInsertsOnTop();
    void expiryAtTheEndResets();
    void missingEntriesStayEmpty();
    void failuresAreReportedOnce();
    void mayDieWhileAnAnswerIsDue();
};

void AuditModelTest::keepsTheRulesOfModels()
{
    FakeSession session;
    AuditModel model(session, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSequences(sequencesDownFrom(450));
    QTRY_COMPARE(model.index(0, AuditModel::Outcome).data().toString(), u"Done"_s);
    model.setSequences(sequencesDownFrom(460));
    model.setSequences({});
    model.setSequences(sequencesDownFrom(3));
}

void AuditModelTest::aMillionRowsAreThereAtOnce()
{
    FakeSession session;
    AuditModel model(session, nullptr);
    auto sequences = sequencesDownFrom(1'000'000);
    QElapsedTimer timer;
    timer.start();
    model.setSequences(std::move(sequences));
    QCOMPARE(model.rowCount(), 1'000'000);
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));

    timer.restart();
    constexpr int calls = 20000;
    for (int i = 0; i < calls; ++i) // all over the table, nothing of it is loaded
        QCOMPARE(model.index(i * 49, AuditModel::When).data().toString(), u"…"_s);
    const qint64 nanos = timer.nsecsElapsed() / calls;
    qInfo("data() on rows that are not loaded: %lld ns each", static_cast<long long>(nanos));
    QVERIFY2(nanos < 100'000, qPrintable(QString::number(nanos)));
    QVERIFY(session.entryCalls == 0);
}

void AuditModelTest::fetchesOnlyWhereItIsLookedAt()
{
    FakeSession session;
    AuditModel model(session, nullptr);
    model.setSequences(sequencesDownFrom(1'000'000));
    QCOMPARE(model.index(500'000, AuditModel::Operation).data().toString(), u"…"_s);
    QTRY_VERIFY(model.entry(500'000) != nullptr);
    QCOMPARE(model.entry(500'000)->seq, 500'000);
    QCOMPARE(session.entryCalls, 1);
    QCOMPARE(model.rowOf(500'000), std::optional(500'000));
    QCOMPARE(model.rowOf(2'000'000), std::nullopt);
}

void AuditModelTest::dropsWhatAFastScrollPassedBy()
{
    FakeSession session;
    AuditModel model(session, nullptr);
    model.setSequences(sequencesDownFrom(1'000'000));
    for (int row = 0; row < 1'000'000; row += 1000)
        QVERIFY(!model.index(row, AuditModel::When).data().isNull());
    QTRY_VERIFY(model.entry(999'000) != nullptr);
    QVERIFY2(session.entryCalls <= 8, qPrintable(QString::number(session.entryCalls)));
}

void AuditModelTest::growthInsertsOnTop()
{
    FakeSession session;
    AuditModel model(session, nullptr);
    model.setSequences(sequencesDownFrom(1000));
    static_cast<void>(model.entry(10));
    QTRY_VERIFY(model.entry(10) != nullptr);
    const QPersistentModelIndex chosen = model.index(10, 0);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setSequences(sequencesDownFrom(1005));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(chosen.row(), 15);
    QVERIFY(model.entry(15) != nullptr); // its page was not thrown away
    model.setSequences(sequencesDownFrom(1005));
    QCOMPARE(inserted.count(), 1);
    static_cast<void>(model.entry(0));
    QTRY_VERIFY(model.entry(0) != nullptr);
    QCOMPARE(model.entry(0)->seq, 1005);
}

void AuditModelTest::expiryAtTheEndResets()
{
    FakeSession session;
    AuditModel model(session, nullptr);
    model.setSequences(sequencesDownFrom(500));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    auto shorter = sequencesDownFrom(500);
    shorter.resize(400);
    model.setSequences(std::move(shorter));
    QCOMPARE(reset.count(), 1);
    static_cast<void>(model.entry(399));
    QTRY_VERIFY(model.entry(399) != nullptr);
    QCOMPARE(model.entry(399)->seq, 101);
}

void AuditModelTest::missingEntriesStayEmpty()
{
    class Leaky : public FakeSession
    {
    public:
        QFuture<Result<std::vector<model::AuditEntry>>> auditEntries(std::vector<std::int64_t> wanted) override
        {
            std::erase_if(wanted, [](std::int64_t seq) { return seq == 7; });
            return FakeSession::auditEntries(std::move(wanted));
        }
    } session;
    AuditModel model(session, nullptr);
    model.setSequences(sequencesDownFrom(10));
    static_cast<void>(model.entry(0));
    QTRY_VERIFY(model.entry(0) != nullptr);
    QVERIFY(model.entry(3) == nullptr);
    QCOMPARE(model.entry(4)->seq, 6);
    QCOMPARE(session.entryCalls, 1);
}

void AuditModelTest::failuresAreReportedOnce()
{
    FakeSession session;
    session.failure = ErrorKind::Database;
    AuditModel model(session, nullptr);
    model.setSequences(sequencesDownFrom(100));
    QSignalSpy failed(&model, &AuditModel::loadFailed);
    static_cast<void>(model.entry(0));
    QTRY_COMPARE(failed.count(), 1);
    static_cast<void>(model.entry(0));
    QTest::qWait(20);
    QCOMPARE(failed.count(), 1);
}

void AuditModelTest::mayDieWhileAnAnswerIsDue()
{
    FakeSession session;
    session.hold = true;
    auto model = std::make_unique<AuditModel>(session, nullptr);
    model->setSequences(sequencesDownFrom(100));
    static_cast<void>(model->entry(0));
    QTRY_COMPARE(session.entryCalls, 1);
    model.reset();
    QTest::qWait(10);
}

QTEST_MAIN(AuditModelTest)
#include "audit_model_test.moc"
