// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "core/profile/connect_facts.h"
#include "tests/simulator/test_client.h"
#include "tests/support/check.h"
#include "tests/support/redirect_page.h"
#include "ui/common/info_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>

using namespace sk;
using namespace sk::test;
using namespace sk::ui;
using namespace Qt::StringLiterals;

/// Every way to connect, in the application as main() builds it, against the sample Amazon: the test is the person at
/// the window, the seller in the browser and the redirect page.
class ConnectWaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void selfAuthorised();
    void consentInTheBrowser();
    void consentPasted();
    void advertising();
    void toAnotherComputerAndBack();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_desktop->window().findChild<W *>(name);
    }
    void choose(const QString &way);
    void type(const QString &field, const std::string &text)
    {
        child<QLineEdit>(field)->setText(QString::fromStdString(text));
    }
    void typeClient();
    void connectSelfAuthorised();
    void askForConsent();
    void press(const QString &button) { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
    bool becomesGood()
    {
        return QTest::qWaitFor([this] { return child<InfoBar>(u"connectBar"_s)->tone() == Tone::Good; }, kPatience);
    }
    [[nodiscard]] int connections() { return child<QListView>(u"connectionList"_s)->model()->rowCount(); }
    void confirmAndHandOver(const QUrl &page);

    static constexpr int kPatience = 60'000;

    SystemClock m_clock;
    std::unique_ptr<Folder> m_folder;
    simulator::test::Bench m_bench{simulator::test::unpaced()};
    std::unique_ptr<desktop::Desktop> m_desktop;
    std::vector<QUrl> m_opened;
    bool m_redirectPageReachesUs = true;
};

void ConnectWaysTest::init()
{
    m_folder = std::make_unique<Folder>();
    m_opened.clear();
    m_redirectPageReachesUs = true;
    profile::SecretAccess access;
    access.random = secrets::systemRandom();
    access.forNewProfiles = profile::SecretStoreKind::File;
    access.passphrase = secrets::Secret::copyOf(asBytes("correct horse"));
    const auto browser = [this](const QUrl &page) {
        m_opened.push_back(page);
        if (m_redirectPageReachesUs)
            QMetaObject::invokeMethod(
                this, [this, page] { confirmAndHandOver(page); }, Qt::QueuedConnection);
        return true;
    };
    simulator::Simulator &amazon = m_bench.simulator();
    m_desktop = std::make_unique<desktop::Desktop>(
        m_folder->path(), profile::LocalSession::World{access, m_clock},
        connections::ConnectWorld{browser, model::CustomEndpoint{amazon.apiUrl(), amazon.tokenUrl(), amazon.caPem()}});
    m_desktop->start({});
    press(u"createProfile"_s);
    type(u"profileName"_s, "Agency");
    press(u"newProfileCreate"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"addFirstConnection"_s), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"addFirstConnection"_s)->isVisible(), kPatience);
}

void ConnectWaysTest::cleanup()
{
    m_desktop.reset();
    m_folder.reset();
}

void ConnectWaysTest::choose(const QString &way)
{
    auto *first = child<QPushButton>(u"addFirstConnection"_s);
    press(first->isVisible() ? u"addFirstConnection"_s : u"addConnection"_s);
    child<QRadioButton>(way)->click();
    press(u"connectButton"_s);
}

void ConnectWaysTest::typeClient()
{
    const simulator::Credentials known = m_bench.simulator().credentials();
    type(u"clientId"_s, known.clientId);
    type(u"clientSecret"_s, known.clientSecret);
    if (child<QLineEdit>(u"redirectUrl"_s))
        type(u"redirectUrl"_s, "https://agency.example/sellerkeep/");
}

/// What the seller and then the redirect page do.
void ConnectWaysTest::confirmAndHandOver(const QUrl &page)
{
    const QByteArray reply = handOver(confirmed(m_bench, page));
    QVERIFY(reply.startsWith("HTTP/1.1 200 ") && reply.contains("You can close this page"));
}

void ConnectWaysTest::connectSelfAuthorised()
{
    choose(u"waySelf"_s);
    child<QComboBox>(u"region"_s)->setCurrentIndex(0);
    typeClient();
    type(u"refreshToken"_s, m_bench.simulator().credentials().refreshToken);
    press(u"connectButton"_s);
    QVERIFY(becomesGood());
}

void ConnectWaysTest::askForConsent()
{
    choose(u"wayConsent"_s);
    auto *home = child<QComboBox>(u"homeMarketplace"_s);
    home->setCurrentIndex(home->findData(u"US"_s));
    type(u"applicationId"_s, m_bench.simulator().credentials().applicationId);
    typeClient();
    press(u"connectButton"_s);
}

void ConnectWaysTest::selfAuthorised()
{
    connectSelfAuthorised();
    press(u"firstSyncButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(connections(), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench.simulator().stats().count("searchOrders") > 0, kPatience);
}

void ConnectWaysTest::consentInTheBrowser()
{
    if (!profile::canConsentInBrowser())
        QSKIP("built without Qt Network Auth");
    askForConsent();
    QVERIFY(becomesGood());
    QCOMPARE(m_opened.size(), std::size_t(1));
    press(u"connectClose"_s);
    QTRY_COMPARE_WITH_TIMEOUT(connections(), 1, kPatience);
}

void ConnectWaysTest::consentPasted()
{
    if (!profile::canConsentInBrowser())
        QSKIP("built without Qt Network Auth");
    m_redirectPageReachesUs = false;
    askForConsent();
    QTRY_COMPARE_WITH_TIMEOUT(m_opened.size(), std::size_t(1), kPatience);
    type(u"pastedAddress"_s, m_opened.front().toString().toStdString());
    press(u"usePasted"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"pasteProblem"_s)->isVisible(), kPatience);
    type(u"pastedAddress"_s, confirmed(m_bench, m_opened.front()).toString(QUrl::FullyEncoded).toStdString());
    press(u"usePasted"_s);
    QVERIFY(becomesGood());
}

void ConnectWaysTest::advertising()
{
    if (!profile::canConsentInBrowser())
        QSKIP("built without Qt Network Auth");
    choose(u"wayAds"_s);
    child<QComboBox>(u"region"_s)->setCurrentIndex(0);
    typeClient();
    press(u"connectButton"_s);
    QVERIFY(becomesGood());
    press(u"connectClose"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"notFetched"_s)->isVisible(), kPatience);
    press(u"checkAccess"_s);
    QTRY_COMPARE_WITH_TIMEOUT(child<InfoBar>(u"accessBar"_s)->tone(), Tone::Good, kPatience);
}

void ConnectWaysTest::toAnotherComputerAndBack()
{
    connectSelfAuthorised();
    press(u"connectClose"_s);
    QTRY_COMPARE_WITH_TIMEOUT(connections(), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"exportConnection"_s)->isVisible(), kPatience);
    press(u"exportConnection"_s);
    const std::string file = (m_folder->path() / "shop.sellerkeep").string();
    type(u"exportFile"_s, file);
    type(u"exportPassphrase"_s, "Correct-Horse7");
    type(u"exportPassphraseAgain"_s, "Correct-Horse7");
    press(u"exportNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!child<QDialog>(u"exportConnectionDialog"_s), kPatience);
    QVERIFY(std::filesystem::exists(file));

    choose(u"wayImport"_s);
    type(u"importFile"_s, file);
    type(u"importPassphrase"_s, "Correct-Horse8");
    press(u"connectButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(child<InfoBar>(u"connectBar"_s)->tone(), Tone::Bad, kPatience);
    type(u"importPassphrase"_s, "Correct-Horse7");
    type(u"connectionLabel"_s, "Taken over");
    press(u"connectButton"_s);
    QVERIFY(becomesGood());
}

QTEST_MAIN(ConnectWaysTest)
#include "connect_ways_test.moc"
