// SPDX-License-Identifier: GPL-3.0-or-later
// size: every way in which a page may keep personal data in sight, on one fixture
#include "core/profile/acceptable_use.h"
#include "tests/support/check.h"
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"
#include "ui/common/info_bar.h"
#include "ui/common/translations.h"
#include "ui/fulfilment/fulfilment_panel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QTableView>
#include <QTest>
#include <QThreadPool>
#include <QTranslator>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Personal data on the screen: masked, for a purpose, for a minute (ACC-2, ACC-7, MIN-5).
class FulfilmentPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void listsWhatHasToBeShipped();
    void shippedOnesOnDemand();
    void emptinessIsExplained();
    void rulesComeBeforeTheFirstLook();
    void purposeIsPassedOn_data();
    void purposeIsPassedOn();
    void masksWhenItsTimeIsOver();
    void sleepCountsAsWell();
    void masksWhenNobodyLooks_data();
    void masksWhenNobodyLooks();
    void refreshKeepsWhatIsShown();
    void clipboardIsCleared();
    void clipboardOfTheUserIsLeftAlone();
    void captureIsHiddenWhileShown();
    void lateAnswerIsNotShown();
    void refusalIsSaid();
    void slipsAreWrittenAndRemembered();
    void slipsAreOfTheOrdersThatWereChosen();
    void slipsThatCannotBeRememberedGo();
    void slipsOfAClosedWindowGo();
    void manyItemsAreCut();
    void slipsAreOfOpenOrdersOnly();
    void zonesAreTold();
    void mistakeInAZoneTableIsTold();
    void rulesAreGerman();
    void mayDieWhileAnswersAreDue();
    void mayDieWhileShown();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_panel->findChild<W *>(name);
    }
    [[nodiscard]] QTableView *table() { return child<QTableView>(u"shipmentTable"_s); }
    [[nodiscard]] QString address() { return child<QLabel>(u"addressText"_s)->text(); }
    void choose(std::initializer_list<int> rows);
    [[nodiscard]] QDialog *askedToShow();
    void showFirst();
    [[nodiscard]] QString everyText();
    static void speak(QLocale::Language language);

    FakeClock m_clock;
    std::unique_ptr<FakeSession> m_session;
    std::vector<bool> m_guarded;
    bool m_canHide = true;
    std::unique_ptr<fulfilment::FulfilmentPanel> m_panel;
};

namespace {

const QString kStreet = QString::fromLatin1("Musterweg 305"); // of the first order

} // namespace

void FulfilmentPanelTest::speak(QLocale::Language language)
{
    QLocale::setDefault(language == QLocale::English ? QLocale(language, QLocale::UnitedKingdom) : QLocale(language));
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    for (QTranslator *old : application->findChildren<QTranslator *>())
        delete old;
    installTranslations(*application, QLocale());
}

void FulfilmentPanelTest::init()
{
    speak(QLocale::English);
    m_session = std::make_unique<FakeSession>();
    fillWithSamples(*m_session);
    m_session->acknowledged = Time(1h);
    m_guarded.clear();
    m_canHide = true;
    QGuiApplication::clipboard()->clear();
    m_panel = std::make_unique<fulfilment::FulfilmentPanel>(*m_session, m_clock, [this](const QWidget &, bool hidden) {
        m_guarded.push_back(hidden);
        return m_canHide;
    });
    m_panel->resize(1000, 700);
    m_panel->show();
    QTRY_COMPARE(table()->model()->rowCount(), 3);
}

void FulfilmentPanelTest::choose(std::initializer_list<int> rows)
{
    table()->clearSelection();
    for (const int row : rows)
        table()->selectionModel()->select(table()->model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

QDialog *FulfilmentPanelTest::askedToShow()
{
    choose({0});
    child<QPushButton>(u"showAddress"_s)->click();
    QTest::qWait(5);
    return child<QDialog>(u"purposeDialog"_s);
}

void FulfilmentPanelTest::showFirst()
{
    QDialog *dialog = askedToShow();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_VERIFY(address().contains(kStreet));
}

/// Whatever a widget of the panel says or hides.
QString FulfilmentPanelTest::everyText()
{
    QString all;
    for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
        all += widget->toolTip() + widget->accessibleName() + widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            all += label->text();
    }
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                all += model->index(row, column).data(role).toString();
        }
    }
    return all;
}

void FulfilmentPanelTest::listsWhatHasToBeShipped()
{
    const auto cell = [this](int row, int column) { return table()->model()->index(row, column).data().toString(); };
    QCOMPARE(cell(0, 0), u"305-1183625-7740213"_s);
    QCOMPARE(cell(0, 1), u"today"_s);
    QCOMPARE(cell(0, 2), u"3"_s);
    QCOMPARE(cell(0, 3), u"Expedited"_s);
    QCOMPARE(cell(0, 4), u"•••• 6 values"_s);
    QCOMPARE(cell(0, 5), u"19/12/2026"_s);
    QCOMPARE(cell(1, 1), u"in 2 days"_s);
    for (const QString &planted : {u"Mustermann"_s, u"Musterweg"_s, u"Musterstadt"_s})
        QVERIFY(!everyText().contains(planted));
    QVERIFY(m_session->reveals.empty()); // nothing is opened to show the list
    QVERIFY(!child<QPushButton>(u"showAddress"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"packingSlips"_s)->isEnabled());
    choose({0});
    QVERIFY(address().contains(u"2 × NL-PEG-10"_s) && address().contains(u"••••"_s));
    QVERIFY(child<QPushButton>(u"showAddress"_s)->isEnabled());
    choose({0, 1});
    QVERIFY(!child<QPushButton>(u"showAddress"_s)->isEnabled()); // one at a time
    QVERIFY(child<QPushButton>(u"packingSlips"_s)->isEnabled());
}

void FulfilmentPanelTest::shippedOnesOnDemand()
{
    child<QCheckBox>(u"shippedToo"_s)->click();
    QCOMPARE(table()->model()->rowCount(), 4);
    QCOMPARE(table()->model()->index(3, 1).data().toString(), u"shipped"_s);
    child<QCheckBox>(u"shippedToo"_s)->click();
    QCOMPARE(table()->model()->rowCount(), 3);
}

void FulfilmentPanelTest::emptinessIsExplained()
{
    m_session->toShip.clear();
    Q_EMIT m_session->connectionsChanged();
    auto *empty = child<QLabel>(u"fulfilmentEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QVERIFY2(empty->text().startsWith(u"You have nothing to ship"_s), qPrintable(empty->text()));
    QVERIFY(!table()->isVisible());
    for (model::ConnectionView &view : m_session->views)
        view.connection.features.clear();
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(empty->text().contains(u"Switch on “Fulfilment addresses”"_s));
}

/// ACC-7: asked for once, recorded before anything is opened.
void FulfilmentPanelTest::rulesComeBeforeTheFirstLook()
{
    m_session->acknowledged.reset();
    QDialog *dialog = askedToShow();
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(u"confirmAccept"_s);
    auto *agree = dialog->findChild<QCheckBox *>(u"agreeRules"_s);
    QVERIFY(agree && !agree->isChecked() && !accept->isEnabled());
    QString said;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        said += label->text();
    for (const char *rule : profile::kUseTextsList)
        QVERIFY2(said.contains(QString::fromUtf8(rule)), rule);
    dialog->reject();
    QVERIFY(m_session->reveals.empty() && !m_session->acknowledged);

    QTest::qWait(5); // it goes with the next turn of the event loop
    dialog = askedToShow();
    dialog->findChild<QCheckBox *>(u"agreeRules"_s)->click();
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_VERIFY(address().contains(kStreet));
    QVERIFY(m_session->acknowledged);
    child<QPushButton>(u"hideAddress"_s)->click();
    QTest::qWait(5);
    QVERIFY(!askedToShow()->findChild<QCheckBox *>(u"agreeRules"_s)); // not again
}

void FulfilmentPanelTest::purposeIsPassedOn_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("purpose");
    QTest::newRow("fulfilment") << u"purposeFulfilment"_s << static_cast<int>(model::RevealPurpose::Fulfilment);
    QTest::newRow("tax") << u"purposeTax"_s << static_cast<int>(model::RevealPurpose::Tax);
    QTest::newRow("legal") << u"purposeLegal"_s << static_cast<int>(model::RevealPurpose::Legal);
}

void FulfilmentPanelTest::purposeIsPassedOn()
{
    QFETCH(const QString, button);
    QFETCH(const int, purpose);
    QDialog *dialog = askedToShow();
    dialog->findChild<QRadioButton *>(button)->click();
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(m_session->reveals.size(), std::size_t(1));
    QCOMPARE(static_cast<int>(m_session->reveals[0].purpose), purpose);
    QCOMPARE(m_session->reveals[0].orders.front().order.value, std::string("305-1183625-7740213"));
    QVERIFY(!m_session->reveals[0].slips);
}

void FulfilmentPanelTest::masksWhenItsTimeIsOver()
{
    showFirst();
    QVERIFY(address().startsWith(u"Erika Mustermann\n"_s) && address().contains(u"Telephone: 555"_s));
    auto *left = child<QLabel>(u"addressTimeLeft"_s);
    QCOMPARE(left->text(), u"Masked again in 60 seconds."_s);
    m_clock.advance(1s);
    QCOMPARE(left->text(), u"Masked again in 59 seconds."_s);
    for (int second = 2; second < 60; ++second)
        m_clock.advance(1s);
    QCOMPARE(left->text(), u"Masked again in 1 second."_s);
    QVERIFY(address().contains(kStreet));
    m_clock.advance(1s);
    QVERIFY(!everyText().contains(u"Muster"_s));
    QVERIFY(!child<QPushButton>(u"copyAddress"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"showAddress"_s)->isVisible());
}

/// A look that began before the lid was closed does not go on after it was opened.
void FulfilmentPanelTest::sleepCountsAsWell()
{
    showFirst();
    m_clock.advance(8h); // the timer fires late
    QVERIFY(!everyText().contains(u"Muster"_s));
}

void FulfilmentPanelTest::masksWhenNobodyLooks_data()
{
    QTest::addColumn<QString>("by");
    for (const char *by : {"button", "another row", "two rows", "no row", "page", "minimised", "order gone"})
        QTest::newRow(by) << QString::fromLatin1(by);
}

void FulfilmentPanelTest::masksWhenNobodyLooks()
{
    QFETCH(const QString, by);
    showFirst();
    if (by == u"button"_s)
        child<QPushButton>(u"hideAddress"_s)->click();
    else if (by == u"another row"_s)
        choose({1});
    else if (by == u"two rows"_s)
        choose({0, 1});
    else if (by == u"no row"_s)
        table()->clearSelection();
    else if (by == u"page"_s)
        m_panel->hide();
    else if (by == u"minimised"_s)
        m_panel->showMinimized();
    else {
        m_session->toShip.erase(m_session->toShip.begin());
        Q_EMIT m_session->connectionsChanged();
    }
    QTRY_VERIFY(!everyText().contains(u"Muster"_s));
    QCOMPARE(m_guarded.back(), false);
    m_panel->showNormal();
    QTest::qWait(5);
    QVERIFY(!everyText().contains(u"Muster"_s)); // and it does not come back
}

void FulfilmentPanelTest::refreshKeepsWhatIsShown()
{
    showFirst();
    m_session->toShip.push_back(m_session->toShip.front());
    m_session->toShip.back().order.order = {"999-0000000-0000000"};
    Q_EMIT m_session->syncFinished({});
    QTRY_COMPARE(table()->model()->rowCount(), 4);
    QVERIFY(address().contains(kStreet));
}

void FulfilmentPanelTest::clipboardIsCleared()
{
    showFirst();
    child<QPushButton>(u"copyAddress"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(kStreet));
    m_clock.advance(60s);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void FulfilmentPanelTest::clipboardOfTheUserIsLeftAlone()
{
    showFirst();
    child<QPushButton>(u"copyAddress"_s)->click();
    QGuiApplication::clipboard()->setText(u"something else"_s);
    m_clock.advance(60s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"something else"_s);
    QGuiApplication::clipboard()->setText(u"before any copy"_s);
    showFirst();
    m_clock.advance(60s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before any copy"_s);
}

void FulfilmentPanelTest::captureIsHiddenWhileShown()
{
    auto *note = child<QLabel>(u"captureNote"_s);
    showFirst();
    QCOMPARE(m_guarded, std::vector{true});
    QVERIFY(!note->isVisible());
    m_clock.advance(60s);
    QCOMPARE(m_guarded, (std::vector{true, false}));
    m_canHide = false;
    showFirst();
    QVERIFY(note->isVisible()); // said where it matters
    m_clock.advance(60s);
    QVERIFY(!note->isVisible());
}

void FulfilmentPanelTest::lateAnswerIsNotShown()
{
    QDialog *dialog = askedToShow();
    m_session->hold = true;
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    choose({1});
    m_session->release();
    QTest::qWait(5);
    QVERIFY(!everyText().contains(u"Muster"_s));
    QVERIFY(m_guarded.empty());
}

void FulfilmentPanelTest::refusalIsSaid()
{
    QDialog *dialog = askedToShow();
    m_session->failure = ErrorKind::RateLimited;
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    auto *bar = child<InfoBar>(u"fulfilmentBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(u"Too many attempts"_s), qPrintable(bar->text()));
}

void FulfilmentPanelTest::slipsAreWrittenAndRemembered()
{
    const sk::test::Folder folder;
    const QString file = QString::fromStdString((folder / "slips.pdf").string());
    choose({0, 2});
    child<QPushButton>(u"packingSlips"_s)->click();
    QTRY_VERIFY(child<QDialog>(u"purposeDialog"_s));
    auto *dialog = child<QDialog>(u"purposeDialog"_s);
    QVERIFY(!dialog->findChild<QRadioButton *>()); // their purpose is fulfilment
    QVERIFY(dialog->findChild<QLabel *>(u"confirmText"_s)->text().contains(u"cannot take it back"_s));
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_VERIFY(child<QFileDialog>(u"slipsFileDialog"_s));
    QVERIFY(m_session->reveals.empty()); // not before there is a place for it
    child<QFileDialog>(u"slipsFileDialog"_s)->reject();

    m_panel->writeSlips(file);
    auto *bar = child<InfoBar>(u"fulfilmentBar"_s);
    QTRY_VERIFY2(bar->text().startsWith(u"2 packing slips written"_s), qPrintable(bar->text()));
    QCOMPARE(m_session->reveals.size(), std::size_t(1)); // one call for all
    QCOMPARE(m_session->reveals[0].orders.size(), std::size_t(2));
    QCOMPARE(m_session->reveals[0].slips, std::optional(folder / "slips.pdf"));
    QCOMPARE(m_session->slips.size(), std::size_t(1));
    QCOMPARE(m_session->slips[0].orders, m_session->reveals[0].orders);
    QCOMPARE(m_session->slips[0].orders.size(), std::size_t(2));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.read(5) == "%PDF-");
#ifndef Q_OS_WIN // there it has the access list of its folder
    QVERIFY(!(written.permissions() & (QFile::ReadOther | QFile::ReadGroup)));
#endif
    QCOMPARE(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1); // no copy beside it
    QVERIFY(!everyText().contains(u"Muster"_s));
}

/// Not of those that a later choice, or a refresh, left in the table.
void FulfilmentPanelTest::slipsAreOfTheOrdersThatWereChosen()
{
    const sk::test::Folder folder;
    choose({0, 2});
    child<QPushButton>(u"packingSlips"_s)->click();
    QTRY_VERIFY(child<QDialog>(u"purposeDialog"_s));
    choose({1});
    child<QDialog>(u"purposeDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_VERIFY(child<QFileDialog>(u"slipsFileDialog"_s));
    table()->clearSelection();
    const QString file = QString::fromStdString((folder / "slips.pdf").string());
    Q_EMIT child<QFileDialog>(u"slipsFileDialog"_s)->fileSelected(file);
    QTRY_COMPARE(m_session->reveals.size(), std::size_t(1));
    const std::vector<model::OrderRef> &orders = m_session->reveals[0].orders;
    QCOMPARE(orders.size(), std::size_t(2));
    for (const int shown : {0, 2}) {
        const std::string id = table()->model()->index(shown, 0).data().toString().toStdString();
        QVERIFY2(std::ranges::count(orders, id, [](const model::OrderRef &ref) { return ref.order.value; }) == 1,
                 id.c_str());
    }
    QTRY_COMPARE(m_session->slips.size(), std::size_t(1)); // nothing is written any more
}

/// The window goes on while a thread of the pool writes, and what nobody waits for any more does not stay.
void FulfilmentPanelTest::slipsOfAClosedWindowGo()
{
    const sk::test::Folder folder;
    QThreadPool &pool = *QThreadPool::globalInstance();
    const int threads = pool.maxThreadCount();
    pool.setMaxThreadCount(1);
    QSemaphore others;
    pool.start([&others] { others.acquire(); });
    choose({0, 2});
    m_panel->writeSlips(QString::fromStdString((folder / "slips.pdf").string()));
    QTRY_COMPARE(child<InfoBar>(u"fulfilmentBar"_s)->text(), u"Writing the packing slips…"_s);
    m_panel.reset();
    others.release();
    const bool ended = pool.waitForDone(20000);
    pool.setMaxThreadCount(threads);
    QVERIFY(ended);
    QVERIFY(!std::filesystem::exists(folder / "slips.pdf"));
    QVERIFY(m_session->slips.empty());
}

void FulfilmentPanelTest::manyItemsAreCut()
{
    std::vector<model::ShipmentItem> &items = m_session->toShip.front().items;
    const model::ShipmentItem item = items.front();
    items.assign(8, item);
    Q_EMIT m_session->connectionsChanged();
    const auto first = [this] {
        choose({1});
        choose({0});
        return address();
    };
    QTRY_VERIFY(first().endsWith(u"\nand 3 more"_s));
    QCOMPARE(address().count(u" × "_s), 5);
    items.assign(5, item);
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(!first().contains(u"more"_s));
    QCOMPARE(address().count(u" × "_s), 5);
}

void FulfilmentPanelTest::slipsThatCannotBeRememberedGo()
{
    const sk::test::Folder folder;
    m_session->slipsFailure = ErrorKind::NotFound;
    choose({0});
    m_panel->writeSlips(QString::fromStdString((folder / "slips.pdf").string()));
    QTRY_VERIFY(child<InfoBar>(u"fulfilmentBar"_s)->text().contains(u"erased meanwhile"_s));
    QVERIFY(!std::filesystem::exists(folder / "slips.pdf"));
}

void FulfilmentPanelTest::slipsAreOfOpenOrdersOnly()
{
    child<QCheckBox>(u"shippedToo"_s)->click();
    choose({2, 3});
    QVERIFY(!child<QPushButton>(u"packingSlips"_s)->isEnabled());
    choose({2});
    QVERIFY(child<QPushButton>(u"packingSlips"_s)->isEnabled());
}

void FulfilmentPanelTest::zonesAreTold()
{
    m_session->zones = {{"near", 2}, {"far", 0}, {"", 1}};
    m_panel->countZones(u"/x/zones.csv"_s);
    auto *bar = child<InfoBar>(u"fulfilmentBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->text(), u"Open shipments by zone: near: 2 · in no zone: 1"_s);
    QCOMPARE(m_session->zoneTables, std::vector{std::filesystem::path("/x/zones.csv")});
}

void FulfilmentPanelTest::mistakeInAZoneTableIsTold()
{
    m_session->failure = ErrorKind::Usage;
    m_panel->countZones(u"/x/zones.csv"_s);
    auto *bar = child<InfoBar>(u"fulfilmentBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->text(), u"as the test wants it"_s);
}

void FulfilmentPanelTest::rulesAreGerman()
{
    speak(QLocale::German);
    for (const char *rule : profile::kUseTextsList)
        QVERIFY2(QCoreApplication::translate(profile::kUseTexts, rule) != QString::fromUtf8(rule), rule);
}

void FulfilmentPanelTest::mayDieWhileAnswersAreDue()
{
    QDialog *dialog = askedToShow();
    m_session->hold = true;
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    Q_EMIT m_session->connectionsChanged();
    m_panel.reset();
    m_session->release();
    QTest::qWait(10);
}

void FulfilmentPanelTest::mayDieWhileShown()
{
    showFirst();
    child<QPushButton>(u"copyAddress"_s)->click();
    m_panel.reset();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QCOMPARE(m_guarded.back(), false);
    m_clock.advance(60s);
}

QTEST_MAIN(FulfilmentPanelTest)
#include "fulfilment_panel_test.moc"
