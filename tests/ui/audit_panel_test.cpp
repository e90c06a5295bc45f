// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/audit/audit_panel.h"
#include "ui/common/info_bar.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AuditPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsEverythingFirst();
    void eachFilterNarrows();
    void daysAreWholeAndInOrder();
    void intactChainSaysSo();
    void brokenChainLeadsToTheEntry();
    void growthKeepsTheSelection();
    void exportsWhatIsFiltered();
    void aMillionRowsScroll();
    void mayDieWhileAnswersAreDue();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_panel->findChild<W *>(name);
    }

    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<audit::AuditPanel> m_panel;
};

void AuditPanelTest::init()
{
    m_session = std::make_unique<FakeSession>();
    m_clock = std::make_unique<FakeClock>();
    fillWithSamples(*m_session);
    m_panel = std::make_unique<audit::AuditPanel>(*m_session, *m_clock);
    m_panel->resize(900, 700);
    m_panel->show();
    QTRY_COMPARE(child<QTableView>(u"auditTable"_s)->model()->rowCount(), 18342);
}

void AuditPanelTest::cleanup()
{
    m_panel.reset();
    m_session.reset();
}

void AuditPanelTest::showsEverythingFirst()
{
    QVERIFY(!m_session->filters.front().since && !m_session->filters.front().operation);
    auto *table = child<QTableView>(u"auditTable"_s);
    QTRY_COMPARE(table->model()->index(0, 3).data().toString(), u"Nordlicht Europe"_s);
    table->selectRow(0);
    QTRY_COMPARE(child<QLabel>(u"detail10"_s)->text(), u"7f3b2c9a-41d8-4c55-9b0e-5a6e1d20c4f7"_s);
}

void AuditPanelTest::eachFilterNarrows()
{
    child<QComboBox>(u"filterOutcome"_s)->setCurrentIndex(2);
    QCOMPARE(m_session->filters.back().succeeded, std::optional(false));
    auto *table = child<QTableView>(u"auditTable"_s);
    QTRY_VERIFY(table->model()->rowCount() < 2000);
    child<QComboBox>(u"filterOperation"_s)->setCurrentText(u"Orders asked for"_s);
    QVERIFY(m_session->filters.back().operation == model::AuditOperation::SearchOrders);
    QTRY_COMPARE(child<QComboBox>(u"filterConnection"_s)->count(), 4);
    child<QComboBox>(u"filterConnection"_s)->setCurrentText(u"Nordlicht US"_s);
    QVERIFY(m_session->filters.back().connection == model::ConnectionId{"us"});
    child<QComboBox>(u"filterPeriod"_s)->setCurrentIndex(2);
    QVERIFY(m_session->filters.back().since == m_clock->now() - 7 * 24h);
}

void AuditPanelTest::daysAreWholeAndInOrder()
{
    child<QComboBox>(u"filterPeriod"_s)->setCurrentIndex(4);
    QVERIFY(child<QDateEdit>(u"filterFrom"_s)->isVisible());
    child<QDateEdit>(u"filterFrom"_s)->setDate(QDate(2026, 11, 20)); // after "to": still a period
    child<QDateEdit>(u"filterTo"_s)->setDate(QDate(2026, 11, 18));
    QCOMPARE(toIso(*m_session->filters.back().since), std::string("2026-11-18T00:00:00.000Z"));
    QCOMPARE(toIso(*m_session->filters.back().until), std::string("2026-11-20T23:59:59.999Z"));
}

void AuditPanelTest::intactChainSaysSo()
{
    child<QPushButton>(u"auditVerify"_s)->click();
    QVERIFY(!child<QPushButton>(u"auditVerify"_s)->isEnabled());
    auto *bar = child<InfoBar>(u"auditBar"_s);
    QTRY_COMPARE(bar->tone(), Tone::Good);
    QVERIFY(bar->text().contains(u"9f2c4be07a1d55e3"_s));
    QVERIFY(!bar->text().contains(u"older"_s));
    QVERIFY(child<QPushButton>(u"auditVerify"_s)->isEnabled());
    QVERIFY(!bar->findChild<QPushButton *>(u"infoAction"_s)->isVisible());
    m_session->verification.pruned = 1200;
    child<QPushButton>(u"auditVerify"_s)->click();
    QTRY_COMPARE(bar->text().section(u". "_s, -1), // the plural of the source text: no translator here
                 u"1,200 older entry(s) went when their retention ended, as the log records."_s);
    QCOMPARE(bar->tone(), Tone::Good);
}

void AuditPanelTest::brokenChainLeadsToTheEntry()
{
    m_session->verification.firstBad = 9000;
    child<QComboBox>(u"filterOutcome"_s)->setCurrentIndex(2); // the entry is filtered away
    child<QPushButton>(u"auditVerify"_s)->click();
    auto *bar = child<InfoBar>(u"auditBar"_s);
    QTRY_COMPARE(bar->tone(), Tone::Bad);
    bar->findChild<QPushButton *>(u"infoAction"_s)->click();
    auto *table = child<QTableView>(u"auditTable"_s);
    QTRY_COMPARE(table->currentIndex().row(), 18342 - 9000);
    QCOMPARE(child<QComboBox>(u"filterOutcome"_s)->currentIndex(), 0);
}

void AuditPanelTest::growthKeepsTheSelection()
{
    auto *table = child<QTableView>(u"auditTable"_s);
    table->selectRow(700);
    table->scrollTo(table->currentIndex(), QAbstractItemView::PositionAtCenter);
    QTRY_COMPARE(child<QLabel>(u"detail0"_s)->text(), QLocale().toString(17642));
    const int asked = static_cast<int>(m_session->filters.size());
    const int top = table->rowAt(0);
    m_session->sequences = sequencesDownFrom(18350);
    for (int i = 0; i < 50; ++i)
        Q_EMIT m_session->auditGrew();
    m_clock->advance(500ms);
    QTRY_COMPARE(table->model()->rowCount(), 18350);
    QCOMPARE(static_cast<int>(m_session->filters.size()), asked + 1); // fifty signals, one question
    QCOMPARE(table->currentIndex().row(), 708);
    QCOMPARE(table->rowAt(0), top + 8);
}

void AuditPanelTest::exportsWhatIsFiltered()
{
    QTemporaryDir folder;
    child<QComboBox>(u"filterOutcome"_s)->setCurrentIndex(2);
    child<QPushButton>(u"auditExport"_s)->click();
    auto *dialog = child<QFileDialog>(u"auditExportDialog"_s);
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(folder.filePath(u"history.jsonl"_s));
    QCOMPARE(m_session->exports.size(), std::size_t(1));
    QVERIFY(m_session->exports.front().output.extension() == ".jsonl");
    QCOMPARE(m_session->exports.front().filter.succeeded, std::optional(false));
    QTRY_VERIFY(child<InfoBar>(u"auditBar"_s)->text().contains(u"history.jsonl"_s));
    dialog->close();
}

void AuditPanelTest::aMillionRowsScroll()
{
    m_session->sequences = sequencesDownFrom(1'000'000);
    Q_EMIT m_session->auditGrew();
    m_clock->advance(500ms);
    auto *table = child<QTableView>(u"auditTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1'000'000);
    QElapsedTimer timer;
    timer.start();
    constexpr int steps = 60;
    for (int i = 1; i <= steps; ++i) {
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / steps * i);
        table->viewport()->repaint();
    }
    qInfo("a jump and a repaint among a million rows: %lld us",
          static_cast<long long>(timer.nsecsElapsed() / 1000 / steps));
    QVERIFY(timer.elapsed() < steps * 100);
    QTRY_VERIFY(table->model()->index(table->rowAt(10), 2).data().toString() != u"…"_s);
}

void AuditPanelTest::mayDieWhileAnswersAreDue()
{
    m_session->hold = true;
    child<QPushButton>(u"auditVerify"_s)->click();
    child<QComboBox>(u"filterOutcome"_s)->setCurrentIndex(1);
    m_panel.reset();
    Q_EMIT m_session->auditGrew();
    m_clock->advance(1min);
    m_session->release();
    QTest::qWait(10);
}

QTEST_MAIN(AuditPanelTest)
#include "audit_panel_test.moc"
