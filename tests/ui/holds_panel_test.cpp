// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/common/format.h"
#include "ui/common/info_bar.h"
#include "ui/common/translations.h"
#include "ui/holds/hold_model.h"
#include "ui/holds/holds_panel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using holds::HoldModel;

/// RET-3 in the window: the register, placing and releasing.
class HoldsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_panel.reset(); }
    void showsTheRegister();
    void endedOnesCanBeLeftOut();
    void placingNeedsASellingPartner();
    void placesWhatWasTyped();
    void refusalKeepsWhatWasTyped_data();
    void refusalKeepsWhatWasTyped();
    void releaseAsksFirst();
    void onlyWhatIsInForceCanBeReleased();
    void revealsForItsDutyOnly_data();
    void revealsForItsDutyOnly();
    void refusedRevealIsTold();
    void failureIsTold();
    void selectionStaysWhenItIsReadAgain();
    void mayDieWhileAnswersAreDue();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_panel->findChild<W *>(name);
    }
    QTableView &table() { return *child<QTableView>(u"holdsTable"_s); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    QDialog *openPlaceDialog();
    /// The dialog with the address of the hold in that row, and the question for the purpose over it.
    QDialog *openAddress(int row);

    std::unique_ptr<FakeSession> m_session;
    FakeClock m_clock;
    std::unique_ptr<holds::HoldsPanel> m_panel;
};

void HoldsPanelTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    installTranslations(*qobject_cast<QApplication *>(QCoreApplication::instance()), QLocale());
}

void HoldsPanelTest::init()
{
    m_session = std::make_unique<FakeSession>();
    fillWithSamples(*m_session);
    m_panel = std::make_unique<holds::HoldsPanel>(*m_session, m_clock, [](const QWidget &, bool) { return true; });
    m_panel->show();
    QTRY_COMPARE(table().model()->rowCount(), 3);
    QTRY_VERIFY(child<QPushButton>(u"placeHold"_s)->isEnabled());
}

QDialog *HoldsPanelTest::openPlaceDialog()
{
    child<QPushButton>(u"placeHold"_s)->click();
    return child<QDialog>(u"placeHoldDialog"_s);
}

void HoldsPanelTest::showsTheRegister()
{
    QCOMPARE(cell(0, HoldModel::Order), u"305-8841207-5520311"_s);
    QCOMPARE(cell(0, HoldModel::Kind), u"Legal"_s);
    QCOMPARE(cell(0, HoldModel::Reason), u"Lawsuit about warranty, file 4 C 117/26"_s);
    QCOMPARE(cell(0, HoldModel::Account), u"Nordlicht Europe"_s);
    QCOMPARE(cell(0, HoldModel::Person), u"Owner"_s);
    QCOMPARE(cell(0, HoldModel::Until), u"31/12/2028"_s);
    QCOMPARE(cell(0, HoldModel::Values), u"9"_s);
    QCOMPARE(cell(0, HoldModel::State), u"In force"_s);
    QCOMPARE(cell(2, HoldModel::State), u"Ended on 01/11/2026"_s);
    QVERIFY(!child<QLabel>(u"holdsEmpty"_s)->isVisible());
}

void HoldsPanelTest::endedOnesCanBeLeftOut()
{
    child<QCheckBox>(u"holdsEnded"_s)->click();
    QCOMPARE(table().model()->rowCount(), 2);
    m_session->holdRegister.clear();
    Q_EMIT m_session->retentionChanged();
    QTRY_COMPARE(table().model()->rowCount(), 0);
    QVERIFY(child<QLabel>(u"holdsEmpty"_s)->isVisible());
    QVERIFY(!table().isVisible());
}

/// Amazon Ads knows no orders.
void HoldsPanelTest::placingNeedsASellingPartner()
{
    for (model::ConnectionView &view : m_session->views)
        view.connection.kind = model::ConnectionKind::Ads;
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(!child<QPushButton>(u"placeHold"_s)->isEnabled());
}

void HoldsPanelTest::placesWhatWasTyped()
{
    QDialog *dialog = openPlaceDialog();
    auto *place = dialog->findChild<QPushButton *>(u"placeHoldNow"_s);
    QVERIFY(!place->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"holdOrder"_s), u" 305-1-2 "_s);
    QVERIFY(!place->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"holdReason"_s), u"Tax audit"_s);
    QVERIFY(place->isEnabled());
    dialog->findChild<QComboBox *>(u"holdKind"_s)->setCurrentIndex(1);
    auto *until = dialog->findChild<QDateEdit *>(u"holdUntil"_s);
    const Day today = dayOf(m_clock.now());
    QCOMPARE(until->minimumDate(), Format::toDate(today + std::chrono::days(1)));
    until->setDate(Format::toDate(today + std::chrono::days(90)));
    place->click();
    QCOMPARE(m_session->placed.size(), std::size_t(1));
    const profile::HoldRequest &asked = m_session->placed.front();
    QCOMPARE(asked.connection.value, std::string("de"));
    QCOMPARE(asked.order.value, std::string("305-1-2"));
    QVERIFY(asked.kind == model::HoldKind::Legal && asked.until == today + std::chrono::days(90));
    QCOMPARE(asked.reason, std::string("Tax audit"));
    QTRY_COMPARE(table().model()->rowCount(), 4);
    QCOMPARE(child<InfoBar>(u"holdsBar"_s)->tone(), Tone::Good);
    QVERIFY(child<InfoBar>(u"holdsBar"_s)->text().contains(u"305-1-2"_s));
}

void HoldsPanelTest::refusalKeepsWhatWasTyped_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("told");
    QTest::newRow("nothing held") << static_cast<int>(ErrorKind::NotFound) << u"Nothing personal"_s;
    QTest::newRow("on hold already") << static_cast<int>(ErrorKind::AlreadyExists) << u"on a hold of this kind"_s;
    QTest::newRow("reason") << static_cast<int>(ErrorKind::Usage) << u"one line of 3 to 200"_s;
    QTest::newRow("keychain") << static_cast<int>(ErrorKind::KeychainLocked) << u"keychain"_s;
}

void HoldsPanelTest::refusalKeepsWhatWasTyped()
{
    QFETCH(int, kind);
    QFETCH(QString, told);
    QDialog *dialog = openPlaceDialog();
    dialog->findChild<QLineEdit *>(u"holdOrder"_s)->setText(u"305-1-2"_s);
    dialog->findChild<QLineEdit *>(u"holdReason"_s)->setText(u"Tax audit"_s);
    m_session->failure = static_cast<ErrorKind>(kind);
    dialog->findChild<QPushButton *>(u"placeHoldNow"_s)->click();
    auto *bar = dialog->findChild<InfoBar *>(u"placeHoldBar"_s);
    QTRY_VERIFY(bar->tone() == Tone::Bad);
    QVERIFY2(bar->text().contains(told), qPrintable(bar->text()));
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"holdReason"_s)->text(), u"Tax audit"_s);
    QVERIFY(dialog->findChild<QPushButton *>(u"placeHoldNow"_s)->isEnabled());
}

void HoldsPanelTest::releaseAsksFirst()
{
    table().selectRow(1);
    child<QPushButton>(u"releaseHold"_s)->click();
    auto *dialog = child<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"confirmText"_s)->text().contains(u"9 personal values"_s));
    dialog->reject();
    QVERIFY(m_session->released.empty());
    QTest::qWait(10); // the dialog goes with the next turn of the event loop
    child<QPushButton>(u"releaseHold"_s)->click();
    child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QCOMPARE(m_session->released, std::vector<std::string>{"h2"});
    QTRY_VERIFY(child<InfoBar>(u"holdsBar"_s)->text().contains(u"303-1177420-9018822"_s));
    QTRY_VERIFY(cell(1, HoldModel::State).startsWith(u"Released on"_s));
}

void HoldsPanelTest::onlyWhatIsInForceCanBeReleased()
{
    auto *release = child<QPushButton>(u"releaseHold"_s);
    auto *reveal = child<QPushButton>(u"revealHold"_s);
    QVERIFY(!release->isEnabled() && !reveal->isEnabled());
    QVERIFY(!child<QLabel>(u"holdDetails"_s)->isVisible());
    table().selectRow(0);
    QVERIFY(release->isEnabled() && reveal->isEnabled());
    QCOMPARE(child<QLabel>(u"holdDetails"_s)->text(),
             u"Placed by Owner on 20/11/2026. Reason: Lawsuit about warranty, file 4 C 117/26"_s);
    table().selectRow(2);
    QVERIFY(!release->isEnabled() && !reveal->isEnabled());
}

QDialog *HoldsPanelTest::openAddress(int row)
{
    table().selectRow(row);
    child<QPushButton>(u"revealHold"_s)->click();
    auto *dialog = child<QDialog>(u"heldAddressDialog"_s);
    (void)QTest::qWaitFor([dialog] { return dialog && dialog->findChild<QDialog *>(u"purposeDialog"_s); });
    return dialog;
}

void HoldsPanelTest::revealsForItsDutyOnly_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("purpose");
    QTest::newRow("legal") << 0 << u"purposeLegal"_s << static_cast<int>(model::RevealPurpose::Legal);
    QTest::newRow("tax") << 1 << u"purposeTax"_s << static_cast<int>(model::RevealPurpose::Tax);
}

/// ACC-2, RET-3: what a hold keeps is looked at for tax or legal, one look at a time; masked until then.
void HoldsPanelTest::revealsForItsDutyOnly()
{
    QFETCH(const int, row);
    QFETCH(const QString, button);
    QFETCH(const int, purpose);
    m_session->acknowledged = Time();
    QDialog *dialog = openAddress(row);
    QVERIFY(dialog);
    auto *ask = dialog->findChild<QDialog *>(u"purposeDialog"_s);
    QVERIFY(ask);
    QVERIFY(!ask->findChild<QRadioButton *>(u"purposeFulfilment"_s));
    QVERIFY(ask->findChild<QRadioButton *>(button)->isChecked());
    auto *address = dialog->findChild<QLabel *>(u"addressText"_s);
    QVERIFY(address->text().contains(u"••••"_s));
    QVERIFY(m_session->reveals.empty());
    ask->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_VERIFY(!address->text().contains(u"••••"_s));
    QCOMPARE(m_session->reveals.size(), std::size_t(1));
    QCOMPARE(static_cast<int>(m_session->reveals.front().purpose), purpose);
    const std::string order = m_session->reveals.front().orders.front().order.value;
    QCOMPARE(QString::fromStdString(order), cell(row, HoldModel::Order));
    QVERIFY(address->text().contains(QString::fromStdString(sampleValue("name", order))));
    dialog->reject();
    QVERIFY(!address->text().contains(QString::fromStdString(sampleValue("name", order))));
}

void HoldsPanelTest::refusedRevealIsTold()
{
    m_session->acknowledged = Time();
    QDialog *dialog = openAddress(0);
    QVERIFY(dialog);
    m_session->holdRegister.clear(); // released meanwhile
    dialog->findChild<QDialog *>(u"purposeDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(dialog->findChild<InfoBar *>(u"heldAddressBar"_s)->tone(), Tone::Bad);
    QVERIFY(dialog->findChild<QLabel *>(u"addressText"_s)->text().contains(u"••••"_s));
}

void HoldsPanelTest::failureIsTold()
{
    table().selectRow(0);
    child<QPushButton>(u"releaseHold"_s)->click();
    m_session->failure = ErrorKind::KeychainLocked;
    child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(child<InfoBar>(u"holdsBar"_s)->tone(), Tone::Bad);
    QCOMPARE(table().model()->rowCount(), 3);
}

void HoldsPanelTest::selectionStaysWhenItIsReadAgain()
{
    table().selectRow(1);
    m_session->holdRegister.erase(m_session->holdRegister.begin());
    Q_EMIT m_session->piiExpired({});
    QTRY_COMPARE(table().model()->rowCount(), 2);
    QCOMPARE(table().currentIndex().row(), 0);
    QCOMPARE(cell(0, HoldModel::Order), u"303-1177420-9018822"_s);
    QVERIFY(child<QPushButton>(u"releaseHold"_s)->isEnabled());
}

void HoldsPanelTest::mayDieWhileAnswersAreDue()
{
    m_session->hold = true;
    Q_EMIT m_session->retentionChanged();
    m_panel.reset();
    m_session->release();
    QTest::qWait(10);
}

QTEST_MAIN(HoldsPanelTest)
#include "holds_panel_test.moc"
