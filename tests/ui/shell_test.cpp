// SPDX-License-Identifier: GPL-3.0-or-later
// size: opening, changing and erasing profiles, on one fixture
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_profiles.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/common/info_bar.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void firstRunExplainsAndOffersTwoWays();
    void creatingAProfileOpensIt();
    void aNameThatExistsStaysInTheDialog();
    void opensTheFirstProfileAtStart();
    void aLockedKeychainCanBeTriedAgain();
    void shortcutsChangePages();
    void f5SyncsEverything();
    void statusTellsFreshnessAndProgress();
    void switchingProfilesReplacesThePanels();
    void newProfileEntryKeepsTheChoice();
    void aSessionThatEndsIsSaidAndCanBeOpenedAgain();
    void oldestCredentialIsRemindedOf();
    void keysAreRenewedFromTheMenu();
    void keysAreRenewedOnceAtATime();
    void erasingAProfileHandsOutItsCertificate();
    void profilesWaitWhileOneIsErased();
    void certificateThatWasNotWrittenIsNotLost();
    void profileThatCannotBeErasedIsSaid();
    void brokenProfileGoesWithoutACertificate();
    void diesBeforeItsSession();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_window->findChild<W *>(name);
    }

    void eraseTo(const QString &file);

    FakeClock m_clock;
    FakeProfiles m_profiles;
    std::shared_ptr<FakeSession> m_session;
    std::unique_ptr<shell::MainWindow> m_window;
};

void ShellTest::init()
{
    m_profiles = FakeProfiles();
    m_session = std::make_shared<FakeSession>("Alpha");
    fillWithSamples(*m_session);
    m_profiles.session = m_session;
    m_window = std::make_unique<shell::MainWindow>(m_profiles, m_clock);
    m_window->show();
}

void ShellTest::firstRunExplainsAndOffersTwoWays()
{
    m_window->start();
    QVERIFY(child<QWidget>(u"welcomePage"_s)->isVisible());
    QVERIFY(!child<QAction>(u"actionSync"_s)->isEnabled());
    QSignalSpy sample(m_window.get(), &shell::MainWindow::sampleDataRequested);
    child<QPushButton>(u"exploreSample"_s)->click();
    QCOMPARE(sample.count(), 1);
    m_window->showBusy(u"Preparing the sample data…"_s);
    QVERIFY(child<QLabel>(u"busyText"_s)->isVisible());
}

void ShellTest::creatingAProfileOpensIt()
{
    child<QPushButton>(u"createProfile"_s)->click();
    auto *dialog = child<QDialog>(u"newProfileDialog"_s);
    auto *create = dialog->findChild<QPushButton *>(u"newProfileCreate"_s);
    QVERIFY(!create->isEnabled());
    dialog->findChild<QLineEdit *>(u"profileName"_s)->setText(u"  Alpha "_s);
    create->click();
    QTRY_COMPARE(m_profiles.opened, std::vector<std::string>{"Alpha"});
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s));
    QCOMPARE(child<QComboBox>(u"profileSwitcher"_s)->currentText(), u"Alpha"_s);
    QVERIFY(m_window->windowTitle().startsWith(u"Alpha"_s));
}

void ShellTest::aNameThatExistsStaysInTheDialog()
{
    m_profiles.createFailure = ErrorKind::AlreadyExists;
    child<QPushButton>(u"createProfile"_s)->click();
    auto *dialog = child<QDialog>(u"newProfileDialog"_s);
    dialog->findChild<QLineEdit *>(u"profileName"_s)->setText(u"Alpha"_s);
    dialog->findChild<QPushButton *>(u"newProfileCreate"_s)->click();
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"infoText"_s)->text().contains(u"another name"_s));
    QVERIFY(dialog->isVisible());
}

void ShellTest::opensTheFirstProfileAtStart()
{
    m_profiles.infos = {{"1", "Alpha", {}}, {"2", "Beta", {}}};
    m_window->start();
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s));
    QCOMPARE(m_profiles.opened, std::vector<std::string>{"Alpha"});
    QCOMPARE(child<QListWidget>(u"navigation"_s)->currentRow(), 0);
}

void ShellTest::aLockedKeychainCanBeTriedAgain()
{
    m_profiles.infos = {{"1", "Alpha", {}}};
    m_profiles.openFailure = ErrorKind::KeychainLocked;
    m_window->start();
    QTRY_VERIFY(child<QWidget>(u"problemPage"_s)->isVisible());
    QVERIFY(child<QLabel>(u"problemText"_s)->text().contains(u"Unlock it"_s));
    m_profiles.openFailure.reset();
    child<QPushButton>(u"tryAgain"_s)->click();
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s));
    QVERIFY(!child<QWidget>(u"problemPage"_s)->isVisible());
}

void ShellTest::shortcutsChangePages()
{
    m_window->setSession(m_session);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(child<QWidget>(u"auditPanel"_s)->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(child<QWidget>(u"retentionPanel"_s)->isVisible());
    QCOMPARE(child<QListWidget>(u"navigation"_s)->currentRow(), 2);
    QCOMPARE(m_session->inventories, 0); // counting waits until somebody looks
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(child<QWidget>(u"inventoryPanel"_s)->isVisible());
    QCOMPARE(m_session->inventories, 1);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(child<QDialog>(u"newProfileDialog"_s));
}

void ShellTest::f5SyncsEverything()
{
    m_window->setSession(m_session);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_session->syncs.size(), std::size_t(1));
    QVERIFY(!m_session->syncs.front().connection);
    QTest::keyClick(m_window.get(), Qt::Key_F5); // runs already
    QTest::qWait(20);
    QCOMPARE(m_session->syncs.size(), std::size_t(1));
    child<QToolButton>(u"syncAll"_s)->click(); // says "Stop" now
    QCOMPARE(m_session->stops, 1);
}

void ShellTest::statusTellsFreshnessAndProgress()
{
    m_window->setSession(m_session);
    auto *text = child<QLabel>(u"statusText"_s);
    QTRY_VERIFY(text->text().contains(u"12 minute"_s));
    m_clock.advance(1min);
    QTRY_VERIFY(text->text().contains(u"13 minute"_s));
    Q_EMIT m_session->syncProgressed({{"de"}, "orders", 5, std::nullopt, 1, std::nullopt, std::nullopt});
    QVERIFY(text->text().contains(u"5 received"_s));
}

void ShellTest::switchingProfilesReplacesThePanels()
{
    m_profiles.infos = {{"1", "Alpha", {}}, {"2", "Beta", {}}};
    m_window->setSession(m_session);
    QPointer<QWidget> old = child<QWidget>(u"connectionsPanel"_s);
    std::weak_ptr<FakeSession> before = m_session;
    m_session.reset();
    m_profiles.session = std::make_shared<FakeSession>("Beta");
    auto *switcher = child<QComboBox>(u"profileSwitcher"_s);
    Q_EMIT switcher->activated(1);
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s) && m_window->windowTitle().startsWith(u"Beta"_s));
    QVERIFY(!old);
    QVERIFY(before.expired()); // nobody else holds the closed profile
}

void ShellTest::newProfileEntryKeepsTheChoice()
{
    m_profiles.infos = {{"1", "Alpha", {}}};
    m_window->setSession(m_session);
    auto *switcher = child<QComboBox>(u"profileSwitcher"_s);
    switcher->setCurrentIndex(switcher->count() - 1);
    Q_EMIT switcher->activated(switcher->count() - 1);
    QVERIFY(child<QDialog>(u"newProfileDialog"_s));
    QCOMPARE(switcher->currentText(), u"Alpha"_s);
}

void ShellTest::aSessionThatEndsIsSaidAndCanBeOpenedAgain()
{
    m_profiles.infos = {{"1", "Alpha", {}}};
    m_window->start();
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s));
    FakeSession *session = m_session.get();
    m_session.reset();
    m_profiles.session = std::make_shared<FakeSession>("Alpha");
    Q_EMIT session->ended({ErrorKind::KeychainLocked, "locked"}); // nobody but the window holds it any more
    QTRY_VERIFY(child<QWidget>(u"problemPage"_s)->isVisible());
    QVERIFY(child<QLabel>(u"problemText"_s)->text().contains(u"Unlock it"_s));
    QVERIFY(!child<QWidget>(u"connectionsPanel"_s));
    child<QPushButton>(u"tryAgain"_s)->click();
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s));
}

void ShellTest::oldestCredentialIsRemindedOf()
{
    const auto age = [this](model::CredentialKind kind, int days, std::optional<model::ConnectionId> of = {}) {
        model::CredentialAge old = model::credentialState(kind, m_clock.now() - std::chrono::days(days), m_clock.now());
        old.connection = std::move(of);
        return old;
    };
    m_window->setSession(m_session);
    auto *bar = child<InfoBar>(u"reminderBar"_s);
    QTest::qWait(20);
    QVERIFY(!bar->isVisible());
    m_session->state.credentials = {age(model::CredentialKind::ProfileKeys, 95)};
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(u"keys of this profile"_s));
    m_session->state.credentials.push_back(age(model::CredentialKind::ClientSecret, 181, model::ConnectionId{"us"}));
    m_clock.advance(1h); // days pass while the window is open
    QTRY_VERIFY(bar->text().contains(u"Nordlicht US"_s));
    QVERIFY(bar->tone() == Tone::Bad);
    child<QAction>(u"actionPanel3"_s)->trigger();
    QVERIFY(bar->isVisible()); // above every page
    bar->findChild<QPushButton *>(u"infoAction"_s)->click();
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s)->isVisible());
    QTRY_COMPARE(child<QLabel>(u"connectionTitle"_s)->text(), u"Nordlicht US"_s);
    bar->findChild<QToolButton *>(u"infoClose"_s)->click();
    QVERIFY(!bar->parentWidget()->isVisible()); // no gap
    Q_EMIT m_session->connectionsChanged();
    QTest::qWait(20);
    QVERIFY(!bar->isVisible()); // once closed, it does not come back for the same
    m_session->state.credentials.pop_back();
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(bar->isVisible());
    bar->findChild<QPushButton *>(u"infoAction"_s)->click();
    QVERIFY(child<QDialog>(u"confirmDialog"_s));
}

void ShellTest::keysAreRenewedFromTheMenu()
{
    QVERIFY(!child<QAction>(u"actionRotateKeys"_s)->isEnabled());
    m_window->setSession(m_session);
    child<QAction>(u"actionRotateKeys"_s)->trigger();
    child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(m_session->rotations, 1);
    QTRY_VERIFY(child<InfoBar>(u"reminderBar"_s)->text().contains(u"new keys"_s));
    QVERIFY(child<InfoBar>(u"reminderBar"_s)->findChild<QToolButton *>(u"infoClose"_s)->isVisible());
    QTRY_VERIFY(!child<QDialog>(u"confirmDialog"_s));
    m_session->failure = ErrorKind::DiskFull;
    child<QAction>(u"actionLeak"_s)->trigger();
    child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(m_session->leaks, std::vector<std::optional<model::ConnectionId>>{std::nullopt});
    QTRY_VERIFY(child<InfoBar>(u"reminderBar"_s)->tone() == Tone::Bad);
}

void ShellTest::keysAreRenewedOnceAtATime()
{
    m_window->setSession(m_session);
    QTest::qWait(5); // what the panels asked for is answered
    child<QAction>(u"actionRotateKeys"_s)->trigger();
    m_session->hold = true;
    child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    auto *bar = child<InfoBar>(u"reminderBar"_s);
    QTRY_VERIFY(bar->isVisible() && bar->tone() == Tone::Busy);
    QVERIFY(!bar->findChild<QToolButton *>(u"infoClose"_s)->isVisible());
    QTRY_VERIFY(!child<QDialog>(u"confirmDialog"_s));
    child<QAction>(u"actionRotateKeys"_s)->trigger();
    child<QAction>(u"actionLeak"_s)->trigger();
    QVERIFY(!child<QDialog>(u"confirmDialog"_s));
    m_session->hold = false;
    m_session->release();
    QTRY_COMPARE(bar->tone(), Tone::Good);
    child<QAction>(u"actionLeak"_s)->trigger();
    QVERIFY(child<QDialog>(u"confirmDialog"_s));
}

/// Types the profile's name and chooses where its certificate goes.
void ShellTest::eraseTo(const QString &file)
{
    child<QAction>(u"actionEraseProfile"_s)->trigger();
    auto *dialog = child<QDialog>(u"eraseProfileDialog"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"confirmAccept"_s);
    QVERIFY(!accept->isEnabled());
    dialog->findChild<QLineEdit *>(u"eraseProfileName"_s)->setText(u"Alpha"_s);
    accept->click();
    QTRY_VERIFY(child<QFileDialog>(u"eraseProfileFileDialog"_s));
    QVERIFY(m_profiles.removed.empty()); // not before it has a place
    Q_EMIT child<QFileDialog>(u"eraseProfileFileDialog"_s)->fileSelected(file);
    QTRY_COMPARE(m_profiles.removed, std::vector<std::string>{"Alpha"});
}

void ShellTest::erasingAProfileHandsOutItsCertificate()
{
    const QTemporaryDir folder;
    m_profiles.infos = {{"1", "Alpha", {}}, {"2", "Beta", {}}};
    m_profiles.removal.erased = sampleCertificate();
    m_window->start();
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s));
    eraseTo(folder.filePath(u"certificate.json"_s));
    QTRY_VERIFY(child<QDialog>(u"certificateDialog"_s));
    QFile file(folder.filePath(u"certificate.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), sampleCertificate().file);
    auto *dialog = child<QDialog>(u"certificateDialog"_s);
    dialog->reject(); // it is kept: nothing is asked
    QVERIFY(!dialog->isVisible());
    QTRY_COMPARE(m_profiles.opened.back(), std::string("Beta"));
}

/// And what was opened all the same is not thrown away by the answer.
void ShellTest::profilesWaitWhileOneIsErased()
{
    const QTemporaryDir folder;
    m_profiles.infos = {{"1", "Alpha", {}}, {"2", "Beta", {}}};
    m_profiles.heldRemoval.emplace();
    m_window->start();
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s));
    eraseTo(folder.filePath(u"certificate.json"_s));
    auto *chooser = child<QComboBox>(u"profileSwitcher"_s);
    auto *create = child<QAction>(u"actionNewProfile"_s);
    QVERIFY(!chooser->isEnabled() && !create->isEnabled());
    m_window->setSession(m_session);
    const QPointer<QWidget> panel = child<QWidget>(u"connectionsPanel"_s);
    const std::size_t opened = m_profiles.opened.size();
    profile::RemovedProfile gone;
    gone.erased = sampleCertificate();
    m_profiles.heldRemoval->finish(gone);
    QTRY_VERIFY(child<QDialog>(u"certificateDialog"_s));
    QVERIFY(chooser->isEnabled() && create->isEnabled());
    QVERIFY(panel && panel->isVisible());
    QCOMPARE(m_profiles.opened.size(), opened);
}

void ShellTest::certificateThatWasNotWrittenIsNotLost()
{
    m_profiles.infos = {{"1", "Alpha", {}}};
    m_profiles.removal.erased = sampleCertificate();
    m_window->start();
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s));
    eraseTo(u"/nowhere/at/all/certificate.json"_s);
    QTRY_VERIFY(child<QDialog>(u"certificateDialog"_s));
    auto *dialog = child<QDialog>(u"certificateDialog"_s);
    dialog->reject();
    QVERIFY(dialog->isVisible());
    auto *question = dialog->findChild<QDialog *>(u"confirmDialog"_s);
    QVERIFY(question);
    question->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QVERIFY(!dialog->isVisible());
}

void ShellTest::profileThatCannotBeErasedIsSaid()
{
    m_profiles.infos = {{"1", "Alpha", {}}};
    m_profiles.removeFailure = ErrorKind::ProfileBusy;
    m_window->start();
    QTRY_VERIFY(child<QWidget>(u"connectionsPanel"_s));
    eraseTo(u"/tmp/never-written.json"_s);
    QTRY_VERIFY(child<QWidget>(u"problemPage"_s)->isVisible());
    QVERIFY(!QFile::exists(u"/tmp/never-written.json"_s));
}

void ShellTest::brokenProfileGoesWithoutACertificate()
{
    m_profiles.infos = {{"1", "Alpha", {}}};
    m_profiles.openFailure = ErrorKind::KeychainEmptied;
    m_profiles.removal.lost = ErrorKind::KeychainEmptied;
    m_window->start();
    QTRY_VERIFY(child<QWidget>(u"problemPage"_s)->isVisible());
    eraseTo(u"/tmp/never-written.json"_s);
    QTRY_VERIFY(child<QDialog>(u"confirmDialog"_s));
    QVERIFY(child<QDialog>(u"confirmDialog"_s)->windowTitle().contains(u"without a certificate"_s));
    QVERIFY(!QFile::exists(u"/tmp/never-written.json"_s));
}

void ShellTest::diesBeforeItsSession()
{
    m_window->setSession(std::move(m_session)); // the window holds the last handle
    m_profiles.session.reset();
    m_window.reset();
}

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
