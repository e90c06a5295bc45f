// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/common/info_bar.h"
#include "ui/connections/add_connection_dialog.h"
#include "ui/connections/asked_data.h"
#include "ui/connections/secret_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using connections::AddConnectionDialog;

class ConnectDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstTheWayAndWhatItAsksFor();
    void backKeepsTheChoice();
    void optInsGoWithTheConnection();
    void badInputSaysWhyAndCannotBeSent();
    void goodInputConnects();
    void secretsLeaveTheirFieldsAtOnce();
    void secretsAreDotsWithoutHistory();
    void refusalStaysInTheDialog();
    void outageKeepsTheSecretsForAnotherTry();
    void jsonFillsAllThree();
    void newCredentialsKeepRegionAndName();
    void isNotClosedWhileAmazonIsAsked();
    void mayDieWhileAmazonIsAsked();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_dialog->findChild<W *>(name);
    }
    void open();
    void choose(const QString &way)
    {
        child<QRadioButton>(way)->click();
        child<QPushButton>(u"connectButton"_s)->click();
    }
    void fill();

    FakeClock m_clock;
    std::unique_ptr<FakeSession> m_session;
    std::vector<QUrl> m_opened;
    QPointer<AddConnectionDialog> m_dialog;
};

void ConnectDialogTest::init()
{
    m_session = std::make_unique<FakeSession>();
    open();
    choose(u"waySelf"_s);
}

void ConnectDialogTest::open()
{
    delete m_dialog;
    m_opened.clear();
    const auto browser = [this](const QUrl &address) {
        m_opened.push_back(address);
        return true;
    };
    m_dialog = new AddConnectionDialog(*m_session, m_clock, {browser, std::nullopt, true}, nullptr);
    m_dialog->open();
}

void ConnectDialogTest::firstTheWayAndWhatItAsksFor()
{
    open();
    const auto asked = [this] {
        QString text;
        for (const QLabel *label : child<connections::AskedData>(u"askedData"_s)->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    };
    QVERIFY(child<QPushButton>(u"connectButton"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"connectBack"_s)->isVisible());
    QVERIFY(asked().contains(u"Inventory and Order Tracking"_s));
    QVERIFY(!asked().contains(u"Direct-to-Consumer"_s)); // nothing that is not switched on
    child<QCheckBox>(u"optInAddresses"_s)->click();
    QVERIFY(asked().contains(u"Direct-to-Consumer Shipping (restricted)"_s));
    child<QRadioButton>(u"wayAds"_s)->click();
    QVERIFY(asked().contains(u"advertising::campaign_management"_s));
    QVERIFY(!asked().contains(u"Inventory"_s));
    QVERIFY(!child<QCheckBox>(u"optInAddresses"_s)->isEnabled());
}

void ConnectDialogTest::backKeepsTheChoice()
{
    open();
    choose(u"wayConsent"_s);
    QVERIFY(child<QComboBox>(u"homeMarketplace"_s));
    child<QPushButton>(u"connectBack"_s)->click();
    QTRY_VERIFY(!child<QComboBox>(u"homeMarketplace"_s));
    QVERIFY(child<QRadioButton>(u"wayConsent"_s)->isChecked());
    QVERIFY(child<QRadioButton>(u"wayConsent"_s)->isVisible());
}

void ConnectDialogTest::optInsGoWithTheConnection()
{
    open();
    child<QCheckBox>(u"optInAddresses"_s)->click();
    choose(u"waySelf"_s);
    fill();
    child<QPushButton>(u"connectButton"_s)->click();
    QCOMPARE(m_session->connects.front().features, std::vector{model::Feature::FulfilmentAddresses});
}

void ConnectDialogTest::cleanup()
{
    delete m_dialog;
}

void ConnectDialogTest::fill()
{
    child<QComboBox>(u"region"_s)->setCurrentIndex(1);
    child<QLineEdit>(u"clientId"_s)->setText(u" amzn1.application-oa2-client.4f2a8c1e7b\n"_s);
    child<QLineEdit>(u"clientSecret"_s)->setText(u"amzn1.oa2-cs.v1.9d41c7be02"_s);
    child<QLineEdit>(u"refreshToken"_s)->setText(u"Atzr|IwEBIJx0dd"_s);
}

void ConnectDialogTest::badInputSaysWhyAndCannotBeSent()
{
    auto *send = child<QPushButton>(u"connectButton"_s);
    QVERIFY(!send->isEnabled());
    fill();
    QVERIFY(send->isEnabled());
    child<QLineEdit>(u"refreshToken"_s)->setText(u"Atza|IwEBIJx0dd"_s);
    QVERIFY(!send->isEnabled());
    auto *hint = child<QLabel>(u"refreshTokenHint"_s);
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().contains(u"access token"_s));
    QVERIFY(!child<QLineEdit>(u"refreshToken"_s)->accessibleDescription().isEmpty());
    child<QLineEdit>(u"refreshToken"_s)->setText(u"Atzr|IwEBIJx0dd"_s);
    QVERIFY(!hint->isVisible());
    child<QComboBox>(u"region"_s)->setCurrentIndex(-1);
    QVERIFY(!send->isEnabled());
}

void ConnectDialogTest::goodInputConnects()
{
    QSignalSpy connected(m_dialog, &AddConnectionDialog::connected);
    QSignalSpy sync(m_dialog, &AddConnectionDialog::firstSyncRequested);
    fill();
    child<QPushButton>(u"connectButton"_s)->click();
    QVERIFY(!child<QPushButton>(u"connectButton"_s)->isEnabled());
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(m_session->connects.size(), std::size_t(1));
    const profile::ConnectRequest &request = m_session->connects.front();
    QCOMPARE(request.region, std::string("eu"));
    QCOMPARE(request.label, std::string("Europe"));
    QCOMPARE(request.clientId, std::string("amzn1.application-oa2-client.4f2a8c1e7b"));
    QVERIFY(request.clientSecret.text() == "amzn1.oa2-cs.v1.9d41c7be02");
    QVERIFY(request.refreshToken.text() == "Atzr|IwEBIJx0dd");
    QCOMPARE(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Good);
    QVERIFY(child<InfoBar>(u"connectBar"_s)->text().contains(u"Amazon.de"_s));
    QVERIFY(!child<connections::SecretEdit>(u"clientSecret"_s)->holdsSecret());
    child<QPushButton>(u"firstSyncButton"_s)->click();
    QCOMPARE(sync.count(), 1);
}

void ConnectDialogTest::secretsLeaveTheirFieldsAtOnce()
{
    m_session->hold = true;
    fill();
    child<QPushButton>(u"connectButton"_s)->click();
    QVERIFY(child<QLineEdit>(u"clientSecret"_s)->text().isEmpty());
    QVERIFY(child<QLineEdit>(u"refreshToken"_s)->text().isEmpty());
    QVERIFY(!child<QLineEdit>(u"clientSecret"_s)->isUndoAvailable());
}

void ConnectDialogTest::secretsAreDotsWithoutHistory()
{
    auto *edit = child<QLineEdit>(u"clientSecret"_s);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QTest::keyClicks(edit, u"amzn1"_s);
    QVERIFY(!edit->displayText().contains(u'a'));
    edit->setText(QString());
    edit->undo();
    QVERIFY(edit->text().isEmpty());
    QVERIFY(edit->inputMethodHints().testFlag(Qt::ImhSensitiveData));
}

void ConnectDialogTest::refusalStaysInTheDialog()
{
    m_session->failure = ErrorKind::ClientRefused;
    fill();
    child<QPushButton>(u"connectButton"_s)->click();
    auto *bar = child<InfoBar>(u"connectBar"_s);
    QTRY_COMPARE(bar->tone(), Tone::Bad);
    QVERIFY(bar->text().contains(u"client id and client secret"_s));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!child<QPushButton>(u"connectButton"_s)->isEnabled()); // what was refused has to be pasted again
    QCOMPARE(child<QLineEdit>(u"clientId"_s)->text(), u"amzn1.application-oa2-client.4f2a8c1e7b"_s);
}

void ConnectDialogTest::outageKeepsTheSecretsForAnotherTry()
{
    m_session->failure = ErrorKind::Offline;
    fill();
    child<QPushButton>(u"connectButton"_s)->click();
    QTRY_COMPARE(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Bad);
    m_session->failure.reset();
    QVERIFY(child<QPushButton>(u"connectButton"_s)->isEnabled());
    child<QPushButton>(u"connectButton"_s)->click();
    QTRY_COMPARE(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Good);
    QVERIFY(m_session->connects.back().refreshToken.text() == "Atzr|IwEBIJx0dd");
}

void ConnectDialogTest::jsonFillsAllThree()
{
    const QString json = u"{\"client_id\":\"%1\",\"client_secret\":\"%2\",\"refresh_token\":\"%3\"}"_s;
    child<QLineEdit>(u"clientSecret"_s)
        ->setText(json.arg(u"amzn1.application-oa2-client.4f2a8c1e7b"_s, u"amzn1.oa2-cs.v1.9d41c7be02"_s,
                           u"Atzr|IwEBIJx0dd"_s));
    QCOMPARE(child<QLineEdit>(u"clientId"_s)->text(), u"amzn1.application-oa2-client.4f2a8c1e7b"_s);
    QCOMPARE(child<QLineEdit>(u"clientSecret"_s)->text(), u"amzn1.oa2-cs.v1.9d41c7be02"_s);
    QCOMPARE(child<QLineEdit>(u"refreshToken"_s)->text(), u"Atzr|IwEBIJx0dd"_s);
    child<QComboBox>(u"region"_s)->setCurrentIndex(0);
    QVERIFY(child<QPushButton>(u"connectButton"_s)->isEnabled());
}

void ConnectDialogTest::newCredentialsKeepRegionAndName()
{
    open();
    m_dialog->preset(sampleConnection("x", "My shop", "fe").connection);
    QCOMPARE(child<QComboBox>(u"region"_s)->currentIndex(), 2);
    QCOMPARE(child<QLineEdit>(u"connectionLabel"_s)->text(), u"My shop"_s);
}

/// The test call cannot be taken back, and its connection would be stored all the same.
void ConnectDialogTest::isNotClosedWhileAmazonIsAsked()
{
    m_session->hold = true;
    fill();
    child<QPushButton>(u"connectButton"_s)->click();
    QVERIFY(!child<QPushButton>(u"connectClose"_s)->isEnabled());
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
    m_session->release();
    QTRY_VERIFY(child<QPushButton>(u"connectClose"_s)->isEnabled());
    m_dialog->reject();
    QVERIFY(!m_dialog || !m_dialog->isVisible());
}

void ConnectDialogTest::mayDieWhileAmazonIsAsked()
{
    m_session->hold = true;
    fill();
    child<QPushButton>(u"connectButton"_s)->click();
    delete m_dialog;
    m_session->release();
    QTest::qWait(10);
}

QTEST_MAIN(ConnectDialogTest)
#include "connect_dialog_test.moc"
