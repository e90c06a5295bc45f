// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_profiles.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"
#include "ui/common/spacing.h"
#include "ui/common/translations.h"
#include "ui/connections/connection_details.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;

/// What is shown has room, in both languages: nothing runs out of its page, its column or the screen.
class FitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void connectionsNeedNoSidewaysScrolling_data() { languages(); }
    void connectionsNeedNoSidewaysScrolling();
    void headersAreWhole_data() { languages(); }
    void headersAreWhole();
    void endOfAHoldIsWhole_data() { languages(); }
    void endOfAHoldIsWhole();
    void dialogsFitTheScreen_data() { languages(); }
    void dialogsFitTheScreen();
    void rulesAreWideRatherThanHigh_data() { languages(); }
    void rulesAreWideRatherThanHigh();

private:
    static void languages();
    /// The main window in the language of the row.
    void open();
    void showPanel(int number);
    template <typename W>
    W *child(const QString &name)
    {
        return m_window->findChild<W *>(name);
    }
    QDialog *openDialog(const QString &button, const QString &dialog);

    FakeClock m_clock;
    FakeProfiles m_profiles;
    std::shared_ptr<FakeSession> m_session;
    std::unique_ptr<shell::MainWindow> m_window;
};

void FitsTest::languages()
{
    QTest::addColumn<QLocale>("language");
    QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedKingdom);
    QTest::newRow("German") << QLocale(QLocale::German);
}

void FitsTest::init()
{
    m_session = std::make_shared<FakeSession>();
    fillWithSamples(*m_session);
    m_profiles.infos = {{"1", "Nordlicht Handels GmbH", {}}};
}

void FitsTest::open()
{
    QFETCH(QLocale, language);
    QLocale::setDefault(language);
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    for (QTranslator *old : application->findChildren<QTranslator *>())
        delete old;
    installTranslations(*application, language);
    m_window = std::make_unique<shell::MainWindow>(m_profiles, m_clock);
    m_window->resize(1180, 780);
    m_window->setSession(m_session);
    m_window->show();
    QTest::qWait(30);
}

void FitsTest::showPanel(int number)
{
    child<QAction>(u"actionPanel%1"_s.arg(number))->trigger();
    QTest::qWait(50);
}

QDialog *FitsTest::openDialog(const QString &button, const QString &dialog)
{
    child<QPushButton>(button)->click();
    QTest::qWait(20);
    return child<QDialog>(dialog);
}

void FitsTest::connectionsNeedNoSidewaysScrolling()
{
    open();
    auto *details = m_window->findChild<connections::ConnectionDetails *>();
    QCOMPARE(details->horizontalScrollBar()->maximum(), 0);
    const QPushButton *first = child<QPushButton>(u"syncNow"_s);
    const QPushButton *last = child<QPushButton>(u"erase"_s);
    QVERIFY(details->widget()->rect().contains(last->geometry()));
    QCOMPARE(first->height(), last->height());
}

void FitsTest::headersAreWhole()
{
    open();
    const std::pair<int, QString> pages[] = {
        {2, u"auditTable"_s}, {4, u"inventoryTree"_s}, {5, u"holdsTable"_s}, {7, u"requestsTable"_s}};
    for (const auto &[number, name] : pages) {
        showPanel(number);
        auto *table = child<QTableView>(name);
        const QHeaderView *header = table ? table->horizontalHeader() : child<QTreeView>(name)->header();
        for (int section = 0; section < header->count(); ++section) {
            const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
            QVERIFY2(header->isSectionHidden(section)
                         || header->sectionSize(section)
                             >= header->fontMetrics().horizontalAdvance(text) + 2 * Spacing::normal,
                     qPrintable(name + u": "_s + text));
        }
    }
}

/// The year of the day is what counts.
void FitsTest::endOfAHoldIsWhole()
{
    open();
    showPanel(5);
    const auto *table = child<QTableView>(u"holdsTable"_s);
    QCOMPARE(table->model()->rowCount(), 3);
    const int last = table->model()->columnCount() - 1;
    for (int row = 0; row < 3; ++row) {
        const QModelIndex state = table->model()->index(row, last);
        QVERIFY2(table->columnWidth(last) >= table->sizeHintForIndex(state).width(),
                 qPrintable(state.data().toString()));
    }
}

void FitsTest::dialogsFitTheScreen()
{
    open();
    const QSize screen = m_window->screen()->availableSize();
    const std::pair<QString, QString> dialogs[] = {{u"addConnection"_s, u"addConnectionDialog"_s},
                                                   {u"checkAccess"_s, u"accessDialog"_s},
                                                   {u"disconnect"_s, u"disconnectDialog"_s},
                                                   {u"erase"_s, u"eraseDialog"_s}};
    for (const auto &[button, name] : dialogs) {
        QDialog *dialog = openDialog(button, name);
        QVERIFY2(dialog, qPrintable(name));
        QVERIFY2(dialog->width() <= screen.width() && dialog->height() <= screen.height(), qPrintable(name));
        delete dialog;
    }
}

/// A laptop’s 768 lines at 150 % are 512.
void FitsTest::rulesAreWideRatherThanHigh()
{
    open();
    showPanel(6);
    child<QTableView>(u"shipmentTable"_s)->selectRow(0);
    const QDialog *dialog = openDialog(u"showAddress"_s, u"purposeDialog"_s);
    QVERIFY(dialog);
    QVERIFY2(dialog->width() > dialog->height(), qPrintable(QString::number(dialog->height())));
    const auto *rules = dialog->findChild<QScrollArea *>(u"useRules"_s);
    QCOMPARE(rules->verticalScrollBar()->maximum(), 0); // this screen is high enough to read them at once
}

QTEST_MAIN(FitsTest)
#include "fits_test.moc"
