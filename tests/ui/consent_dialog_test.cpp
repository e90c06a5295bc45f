// SPDX-License-Identifier: GPL-3.0-or-later
// size: every way of the dialog that waits for somebody, over one fixture
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/common/info_bar.h"
#include "ui/connections/add_connection_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
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
using namespace std::chrono_literals;
using connections::AddConnectionDialog;

/// Consent in the browser, Amazon Ads, and a file from another computer, in the window.
class ConsentDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void consentAsksForTheApplication();
    void wrongValuesSayWhy();
    void pastedJsonIsSpread();
    void browserOpensAndTheWindowWaits();
    void pastedAddressIsHandedOn();
    void wrongPasteMayBeTriedAgain();
    void timeLeftCountsDown();
    void addressCanBeCopiedWithoutABrowser();
    void declinedLeadsBackToTheForm();
    void withoutAListenerPastingComesFirst();
    void closingCancels();
    void closingBeforeItHasBegunCancels();
    void goingBackCancels();
    void adsSaysThatNothingIsFetchedYet();
    void renewalNeedsNoSecret();
    void renewalAsksAboutTheDraft();
    void withoutTheBrowserARenewalTakesValues();
    void pageOnDesktopApplicationsOpens();
    void importTakesFileAndPassphrase();
    void importRefusalKeepsTheFile();
    void typedPathIsMadeAbsolute();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_dialog->findChild<W *>(name);
    }
    void open(const QString &way)
    {
        m_dialog = new AddConnectionDialog(
            *m_session, m_clock,
            {[this](const QUrl &address) {
                 m_opened.push_back(address);
                 return m_hasBrowser;
             },
             model::CustomEndpoint{"https://localhost:1", "https://localhost:1/t", "pem"}, m_canConsent},
            nullptr);
        m_dialog->open();
        if (way.isEmpty())
            return;
        child<QRadioButton>(way)->click();
        child<QPushButton>(u"connectButton"_s)->click();
    }
    void fillClient()
    {
        child<QLineEdit>(u"clientId"_s)->setText(u"amzn1.application-oa2-client.4f2a8c1e7b"_s);
        child<QLineEdit>(u"clientSecret"_s)->setText(u"amzn1.oa2-cs.v1.9d41c7be02"_s);
        child<QLineEdit>(u"redirectUrl"_s)->setText(u"https://agency.example/sellerkeep/"_s);
    }
    void fillSeller()
    {
        auto *home = child<QComboBox>(u"homeMarketplace"_s);
        home->setCurrentIndex(home->findData(u"DE"_s));
        child<QLineEdit>(u"applicationId"_s)->setText(u"amzn1.sp.solution.0f2d7a60-5e5a"_s);
        fillClient();
    }
    void begin()
    {
        open(u"wayConsent"_s);
        fillSeller();
        child<QPushButton>(u"connectButton"_s)->click();
        QTRY_COMPARE(m_opened.size(), std::size_t(1));
    }
    [[nodiscard]] static profile::ConnectResult connectedResult()
    {
        const model::ConnectionView view = sampleConnection("new", "Client", "eu");
        return {view.connection.id, view.marketplaces};
    }

    FakeClock m_clock;
    std::unique_ptr<FakeSession> m_session;
    QPointer<AddConnectionDialog> m_dialog;
    std::vector<QUrl> m_opened;
    bool m_hasBrowser = true;
    bool m_canConsent = true;
};

void ConsentDialogTest::init()
{
    m_session = std::make_unique<FakeSession>();
    m_opened.clear();
    m_hasBrowser = m_canConsent = true;
}

void ConsentDialogTest::cleanup()
{
    delete m_dialog;
}

void ConsentDialogTest::consentAsksForTheApplication()
{
    open(u"wayConsent"_s);
    auto *go = child<QPushButton>(u"connectButton"_s);
    QVERIFY(!go->isEnabled());
    fillSeller();
    QVERIFY(go->isEnabled());
    child<QCheckBox>(u"draft"_s)->click();
    go->click();
    QCOMPARE(m_session->consents.size(), std::size_t(1));
    const profile::ConsentRequest &request = m_session->consents.front();
    QCOMPARE(request.kind, model::ConnectionKind::SellingPartner);
    QCOMPARE(request.marketplace, std::string("DE"));
    QCOMPARE(request.applicationId, std::string("amzn1.sp.solution.0f2d7a60-5e5a"));
    QVERIFY(request.draft);
    QCOMPARE(request.redirectUrl, std::string("https://agency.example/sellerkeep/"));
    QVERIFY(request.clientSecret.text() == "amzn1.oa2-cs.v1.9d41c7be02");
    QVERIFY(request.endpoint.has_value());
    QVERIFY(!request.closingTitle.empty() && !request.closingText.empty());
    QVERIFY(child<QLineEdit>(u"clientSecret"_s)->text().isEmpty());
}

void ConsentDialogTest::wrongValuesSayWhy()
{
    open(u"wayConsent"_s);
    fillSeller();
    child<QLineEdit>(u"redirectUrl"_s)->setText(u"http://agency.example/"_s);
    QVERIFY(child<QLabel>(u"redirectUrlHint"_s)->text().contains(u"https://"_s));
    QVERIFY(!child<QPushButton>(u"connectButton"_s)->isEnabled());
    child<QLineEdit>(u"redirectUrl"_s)->setText(u"https://agency.example/?a"_s);
    QVERIFY(child<QLabel>(u"redirectUrlHint"_s)->text().contains(u'?'));
    child<QLineEdit>(u"applicationId"_s)->setText(u"amzn1.application-oa2-client.4f2a8c1e7b"_s);
    QVERIFY(child<QLabel>(u"applicationIdHint"_s)->text().contains(u"client identifier"_s));
}

/// The file with credentials that the other way takes: what of it fits goes into the fields.
void ConsentDialogTest::pastedJsonIsSpread()
{
    open(u"wayConsent"_s);
    child<QLineEdit>(u"clientId"_s)
        ->setText(
            uR"({"client_id":"amzn1.application-oa2-client.4f2a","client_secret":"oa2-cs.v1.9d41","refresh_token":"Atzr|x"})"_s);
    QCOMPARE(child<QLineEdit>(u"clientId"_s)->text(), u"amzn1.application-oa2-client.4f2a"_s);
    QCOMPARE(child<QLineEdit>(u"clientSecret"_s)->text(), u"oa2-cs.v1.9d41"_s);
    QVERIFY(child<QLineEdit>(u"redirectUrl"_s)->text().isEmpty());
}

void ConsentDialogTest::browserOpensAndTheWindowWaits()
{
    begin();
    QCOMPARE(m_opened.front(), QUrl(u"https://sellercentral.example/consent?state=x"_s));
    QVERIFY(child<QLabel>(u"consentState"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"connectButton"_s)->isEnabled());
    QCOMPARE(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Busy);
    child<QPushButton>(u"openAgain"_s)->click();
    QCOMPARE(m_opened.size(), std::size_t(2));
    QSignalSpy connected(m_dialog, &AddConnectionDialog::connected);
    m_session->finishConsent(connectedResult());
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Good);
    QVERIFY(child<QPushButton>(u"firstSyncButton"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"connectBack"_s)->isVisible());
}

void ConsentDialogTest::pastedAddressIsHandedOn()
{
    begin();
    QVERIFY(!child<QPushButton>(u"usePasted"_s)->isEnabled());
    child<QLineEdit>(u"pastedAddress"_s)->setText(u"https://agency.example/sellerkeep/?state=x"_s);
    child<QPushButton>(u"usePasted"_s)->click();
    QTRY_COMPARE(m_session->pastes, std::vector<std::string>{"https://agency.example/sellerkeep/?state=x"});
    QVERIFY(!child<QLabel>(u"pasteProblem"_s)->isVisible());
}

void ConsentDialogTest::wrongPasteMayBeTriedAgain()
{
    begin();
    auto *field = child<QLineEdit>(u"pastedAddress"_s);
    field->setText(u"something else"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(child<QLabel>(u"pasteProblem"_s)->isVisible());
    QVERIFY(child<QLabel>(u"pasteProblem"_s)->text().contains(u"paste it once more"_s)); // not: start anew
    QCOMPARE(field->selectedText(), u"something else"_s);
    field->setText(u"https://agency.example/sellerkeep/?state=x"_s);
    QVERIFY(!child<QLabel>(u"pasteProblem"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"usePasted"_s)->isEnabled());
}

void ConsentDialogTest::timeLeftCountsDown()
{
    begin();
    QVERIFY(child<QLabel>(u"consentTimeLeft"_s)->text().contains(u"15"_s));
    m_clock.advance(9min);
    QVERIFY(child<QLabel>(u"consentTimeLeft"_s)->text().contains(u"6"_s));
    m_clock.advance(6min);
    QVERIFY(child<QLabel>(u"consentTimeLeft"_s)->text().isEmpty());
}

void ConsentDialogTest::addressCanBeCopiedWithoutABrowser()
{
    m_hasBrowser = false;
    begin();
    QVERIFY(child<QLabel>(u"consentState"_s)->text().contains(u"No browser"_s));
    child<QPushButton>(u"copyAddress"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://sellercentral.example/consent?state=x"_s);
}

void ConsentDialogTest::declinedLeadsBackToTheForm()
{
    begin();
    m_session->finishConsent(fail(ErrorKind::ConsentDeclined));
    QTRY_COMPARE(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Bad);
    QVERIFY(child<InfoBar>(u"connectBar"_s)->text().contains(u"declined"_s));
    QVERIFY(child<QComboBox>(u"homeMarketplace"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"connectButton"_s)->isEnabled()); // the secret is kept for another try
}

void ConsentDialogTest::withoutAListenerPastingComesFirst()
{
    begin();
    QVERIFY(child<QLabel>(u"consentState"_s)->text().contains(u"goes on by itself"_s));
    const QString otherwise = child<QLabel>(u"pasteHeading"_s)->text();
    delete m_dialog;
    m_opened.clear();
    m_session->listening = false;
    begin();
    QVERIFY(child<QLabel>(u"consentState"_s)->text().contains(u"paste it below"_s));
    QVERIFY(child<QLabel>(u"pasteHeading"_s)->text() != otherwise);
}

void ConsentDialogTest::closingBeforeItHasBegunCancels()
{
    m_session->holdConsent = true;
    open(u"wayConsent"_s);
    fillSeller();
    child<QPushButton>(u"connectButton"_s)->click();
    QTRY_COMPARE(m_session->consents.size(), std::size_t(1));
    child<QPushButton>(u"connectClose"_s)->click();
    QTRY_VERIFY(!m_dialog); // it deletes itself
    QCOMPARE(m_session->cancelledConsents, 0);
    m_session->letConsentBegin();
    QTRY_COMPARE(m_session->cancelledConsents, 1);
    QVERIFY(m_opened.empty());
}

void ConsentDialogTest::closingCancels()
{
    begin();
    child<QPushButton>(u"connectClose"_s)->click();
    QCOMPARE(m_session->cancelledConsents, 1);
}

void ConsentDialogTest::goingBackCancels()
{
    begin();
    child<QPushButton>(u"connectBack"_s)->click();
    QCOMPARE(m_session->cancelledConsents, 1);
    QVERIFY(child<QRadioButton>(u"wayConsent"_s)->isVisible());
    m_session->finishConsent(connectedResult()); // too late: nobody listens
    QTest::qWait(10);
    QVERIFY(child<QRadioButton>(u"wayConsent"_s)->isVisible());
}

void ConsentDialogTest::adsSaysThatNothingIsFetchedYet()
{
    open(u"wayAds"_s);
    child<QComboBox>(u"region"_s)->setCurrentIndex(1);
    fillClient();
    QVERIFY(!child<QLineEdit>(u"applicationId"_s));
    child<QPushButton>(u"connectButton"_s)->click();
    QCOMPARE(m_session->consents.front().kind, model::ConnectionKind::Ads);
    QCOMPARE(m_session->consents.front().region, std::string("eu"));
    QCOMPARE(m_session->consents.front().label, std::string("Amazon Ads, Europe"));
    m_session->finishConsent(profile::ConnectResult{{"ads"}, {}});
    QTRY_COMPARE(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Good);
    QVERIFY(!child<QPushButton>(u"firstSyncButton"_s)->isVisible());
    const auto labels = m_dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel *label) { return label->text().contains(u"not fetched yet"_s); }));
}

void ConsentDialogTest::renewalNeedsNoSecret()
{
    open({});
    model::Connection connection = sampleConnection("x", "Client", "fe").connection;
    connection.applicationId = "amzn1.sp.solution.0f2d7a60-5e5a";
    connection.redirectUrl = "https://agency.example/sellerkeep/";
    m_dialog->preset(connection);
    auto *home = child<QComboBox>(u"homeMarketplace"_s);
    QCOMPARE(home->count(), 3); // only the region's own
    home->setCurrentIndex(home->findData(u"JP"_s));
    QVERIFY(child<QPushButton>(u"connectButton"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"connectBack"_s)->isVisible());
    child<QPushButton>(u"connectButton"_s)->click();
    QCOMPARE(m_session->consents.front().replaces, std::optional(connection.id));
    QVERIFY(m_session->consents.front().clientSecret.isEmpty());
}

/// Whether it was one the last time is not kept.
void ConsentDialogTest::renewalAsksAboutTheDraft()
{
    open(u"wayConsent"_s);
    QVERIFY(!child<QLabel>(u"draftNote"_s)->isVisible());
    delete m_dialog;
    open({});
    model::Connection connection = sampleConnection("x", "Client", "fe").connection;
    connection.redirectUrl = "https://agency.example/sellerkeep/";
    m_dialog->preset(connection);
    QVERIFY(child<QLabel>(u"draftNote"_s)->isVisible());
}

/// A build without Qt Network Auth, on a profile that has consented with another one.
void ConsentDialogTest::withoutTheBrowserARenewalTakesValues()
{
    m_canConsent = false;
    open({});
    QVERIFY(!child<QRadioButton>(u"wayConsent"_s)->isEnabled());
    model::Connection connection = sampleConnection("x", "Client", "fe").connection;
    connection.redirectUrl = "https://agency.example/sellerkeep/";
    m_dialog->preset(connection);
    QVERIFY(child<QLineEdit>(u"refreshToken"_s));
    QVERIFY(!child<QLineEdit>(u"redirectUrl"_s));
}

void ConsentDialogTest::pageOnDesktopApplicationsOpens()
{
    open(u"wayConsent"_s);
    auto *link = child<QLabel>(u"desktopPage"_s);
    QVERIFY(link->textInteractionFlags().testFlag(Qt::LinksAccessibleByKeyboard));
    Q_EMIT link->linkActivated(
        u"https://developer-docs.amazon.com/sp-api/docs/developing-desktop-applications-in-amazon-sp-api"_s);
    QCOMPARE(m_opened.front().host(), u"developer-docs.amazon.com"_s);
}

void ConsentDialogTest::importTakesFileAndPassphrase()
{
    open(u"wayImport"_s);
    auto *go = child<QPushButton>(u"connectButton"_s);
    QVERIFY(!go->isEnabled());
    child<QLineEdit>(u"importFile"_s)->setText(u"/somewhere/shop.sellerkeep"_s);
    child<QLineEdit>(u"importPassphrase"_s)->setText(u"Größte-Straße-7😀"_s);
    QVERIFY(go->isEnabled());
    go->click();
    QTRY_COMPARE(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Good);
    QCOMPARE(m_session->imports.front().input, std::filesystem::absolute("/somewhere/shop.sellerkeep"));
    QVERIFY(m_session->imports.front().passphrase.text() == u"Größte-Straße-7😀"_s.toStdString());
    QVERIFY(child<QLineEdit>(u"importPassphrase"_s)->text().isEmpty());
}

void ConsentDialogTest::importRefusalKeepsTheFile()
{
    m_session->failure = ErrorKind::WrongPassphrase;
    open(u"wayImport"_s);
    child<QLineEdit>(u"importFile"_s)->setText(u"/somewhere/shop.sellerkeep"_s);
    child<QLineEdit>(u"importPassphrase"_s)->setText(u"wrong"_s);
    child<QPushButton>(u"connectButton"_s)->click();
    QTRY_COMPARE(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Bad);
    QCOMPARE(child<QLineEdit>(u"importFile"_s)->text(), u"/somewhere/shop.sellerkeep"_s);
    QVERIFY(!child<QPushButton>(u"connectButton"_s)->isEnabled()); // the passphrase has to be typed again
}

/// Another process may own the profile, in another folder.
void ConsentDialogTest::typedPathIsMadeAbsolute()
{
    open(u"wayImport"_s);
    child<QLineEdit>(u"importFile"_s)->setText(u"shop.sellerkeep"_s);
    child<QLineEdit>(u"importPassphrase"_s)->setText(u"Correct-Horse7"_s);
    child<QPushButton>(u"connectButton"_s)->click();
    QTRY_COMPARE(m_session->imports.size(), std::size_t(1));
    QCOMPARE(m_session->imports.front().input, std::filesystem::current_path() / "shop.sellerkeep");
}

QTEST_MAIN(ConsentDialogTest)
#include "consent_dialog_test.moc"
