// SPDX-License-Identifier: GPL-3.0-or-later
// size: one panel with all that it asks for and shows
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "ui/common/info_bar.h"
#include "ui/common/status_badge.h"
#include "ui/common/translations.h"
#include "ui/connections/connection_details.h"
#include "ui/connections/connection_list_model.h"
#include "ui/connections/connections_panel.h"
#include "ui/connections/data_set_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QTest>
#include <QTranslator>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ConnectionsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void modelsKeepTheRules();
    void adsIsShownAndNotSynced();
    void exportAsksForAPassphrase();
    void emptyProfileInvites();
    void syncAndStopTakeTurns();
    void progressNamesTheRateLimit();
    void syncOfOneThatFailsSaysSo();
    void checkOpensTheDoctor();
    void addressesAreAskedForFirst();
    void addressesGoOffWithoutAsking();
    void disconnectSendsTheDay_data();
    void disconnectSendsTheDay();
    void stateDecidesWhatIsPossible();
    void oldSecretsRemind_data();
    void oldSecretsRemind();
    void leakIsAskedForThenWalkedThrough();
    void leakThatCannotBeContainedIsTold();
    void germanLeakStepsNeedNoWideWindow();
    void keptSecretIsShown();
    void revocationCountsDown();
    void choiceSurvivesARefresh();
    void mayDieWhileAnswersAreDue();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_panel->findChild<W *>(name);
    }
    void choose(int row)
    {
        auto *list = child<QListView>(u"connectionList"_s);
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    [[nodiscard]] QString barText() { return child<InfoBar>(u"connectionsBar"_s)->text(); }

    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<connections::ConnectionsPanel> m_panel;
};

void ConnectionsPanelTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    installTranslations(*qobject_cast<QApplication *>(QCoreApplication::instance()), QLocale());
}

void ConnectionsPanelTest::init()
{
    m_session = std::make_unique<FakeSession>();
    m_clock = std::make_unique<FakeClock>();
    fillWithSamples(*m_session);
    m_panel = std::make_unique<connections::ConnectionsPanel>(
        *m_session, *m_clock, connections::ConnectWorld{[](const QUrl &) { return true; }, std::nullopt});
    m_panel->show();
    QTRY_COMPARE(child<QListView>(u"connectionList"_s)->model()->rowCount(), 3);
}

void ConnectionsPanelTest::cleanup()
{
    m_panel.reset();
}

void ConnectionsPanelTest::modelsKeepTheRules()
{
    connections::ConnectionListModel list;
    QAbstractItemModelTester listTester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    list.setConnections(m_session->views);
    list.setSyncing(model::ConnectionId{"de"});
    QCOMPARE(list.index(0).data(connections::ConnectionListModel::SummaryRole).toString(), u"Europe · Syncing"_s);
    list.setConnections({});
    connections::DataSetModel sets;
    QAbstractItemModelTester setTester(&sets, QAbstractItemModelTester::FailureReportingMode::QtTest);
    sets.setDataSets(m_session->views.front().dataSets, m_clock->now());
    QCOMPARE(sets.index(0, connections::DataSetModel::FreshAsOf).data().toString(), u"12 minutes ago"_s);
    sets.setDataSets({}, m_clock->now());
}

void ConnectionsPanelTest::adsIsShownAndNotSynced()
{
    model::ConnectionView ads = sampleConnection("ads", "Advertising", "eu");
    ads.connection.kind = model::ConnectionKind::Ads;
    ads.marketplaces.clear();
    ads.dataSets.clear();
    m_session->views = {ads};
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(child<QLabel>(u"notFetched"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"syncNow"_s)->isVisible());
    QVERIFY(!child<QCheckBox>(u"featureAddresses"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"checkAccess"_s)->isEnabled());
    QVERIFY(child<QPushButton>(u"disconnect"_s)->isEnabled());
    connections::ConnectionListModel list;
    list.setConnections(m_session->views);
    QCOMPARE(list.index(0).data(connections::ConnectionListModel::SummaryRole).toString(),
             u"Amazon Ads, Europe · Active"_s);
}

void ConnectionsPanelTest::exportAsksForAPassphrase()
{
    child<QPushButton>(u"exportConnection"_s)->click();
    auto *dialog = child<QDialog>(u"exportConnectionDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QLineEdit *>(u"exportPassphrase"_s)->setText(u"Correct-Horse7"_s);
    dialog->findChild<QLineEdit *>(u"exportPassphraseAgain"_s)->setText(u"Correct-Horse7"_s);
    dialog->findChild<QPushButton *>(u"exportNow"_s)->click();
    QTRY_COMPARE(m_session->connectionExports.size(), std::size_t(1));
    QCOMPARE(m_session->connectionExports.front().connection.value, std::string("de"));
    QTRY_COMPARE(child<InfoBar>(u"connectionsBar"_s)->tone(), Tone::Good);
}

void ConnectionsPanelTest::emptyProfileInvites()
{
    m_session->views.clear();
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(child<QPushButton>(u"addFirstConnection"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"addConnection"_s)->isVisible());
    child<QPushButton>(u"addFirstConnection"_s)->click();
    auto *dialog = child<QDialog>(u"addConnectionDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    delete dialog;
}

void ConnectionsPanelTest::syncAndStopTakeTurns()
{
    auto *sync = child<QPushButton>(u"syncNow"_s);
    auto *stop = child<QPushButton>(u"syncStop"_s);
    QVERIFY(sync->isVisible() && !stop->isVisible());
    sync->click();
    QCOMPARE(m_session->syncs.size(), std::size_t(1));
    QVERIFY(m_session->syncs.front().connection == model::ConnectionId{"de"});
    QVERIFY(!sync->isVisible() && stop->isVisible() && stop->isEnabled());
    stop->click();
    QCOMPARE(m_session->stops, 1);
    QVERIFY(!stop->isEnabled());
    m_session->finishSync({{{{"de"}, "orders", 12, 3, 1, 0, Error{ErrorKind::Cancelled, {}}}}});
    QTRY_VERIFY(sync->isVisible() && !stop->isVisible());
    QVERIFY(barText().contains(u"stopped"_s));
    sync->click();
    QVERIFY(stop->isEnabled());
}

void ConnectionsPanelTest::progressNamesTheRateLimit()
{
    child<QPushButton>(u"syncNow"_s)->click();
    Q_EMIT m_session->syncProgressed({{"de"}, "orders", 500, 1000, 5, 12min, m_clock->now() + 5min});
    QCOMPARE(child<QProgressBar>(u"syncBar"_s)->value(), 500);
    QVERIFY(child<QLabel>(u"syncText"_s)->text().contains(u"rate limit until 14:03"_s));
    choose(1);
    QVERIFY(!child<QProgressBar>(u"syncBar"_s)->isVisible()); // it is the other one's sync
}

void ConnectionsPanelTest::syncOfOneThatFailsSaysSo()
{
    m_session->failure = ErrorKind::ProfileBusy;
    child<QPushButton>(u"syncNow"_s)->click();
    QTRY_VERIFY(barText().contains(u"busy"_s));
    QVERIFY(child<QPushButton>(u"syncNow"_s)->isVisible());
}

void ConnectionsPanelTest::checkOpensTheDoctor()
{
    choose(1);
    child<QPushButton>(u"checkAccess"_s)->click();
    auto *dialog = child<QDialog>(u"accessDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(m_session->accessChecks, std::vector{model::ConnectionId{"us"}});
}

void ConnectionsPanelTest::addressesAreAskedForFirst()
{
    m_session->views.front().connection.features.clear();
    Q_EMIT m_session->connectionsChanged();
    auto *box = child<QCheckBox>(u"featureAddresses"_s);
    QTRY_VERIFY(!box->isChecked());
    box->click();
    QVERIFY(!box->isChecked()); // not before the user has agreed
    QVERIFY(m_session->features.empty());
    auto *dialog = child<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QPushButton *>(u"confirmCancel"_s)->click();
    QVERIFY(m_session->features.empty());
    QTRY_VERIFY(!child<QDialog>(u"confirmDialog"_s));
    box->click();
    child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QCOMPARE(m_session->features.size(), std::size_t(1));
    QTRY_VERIFY(box->isChecked());
}

void ConnectionsPanelTest::addressesGoOffWithoutAsking()
{
    auto *box = child<QCheckBox>(u"featureAddresses"_s);
    QVERIFY(box->isChecked());
    QVERIFY(child<QLabel>(u"sealedValues"_s)->text().contains(u"1,284"_s));
    box->click();
    QCOMPARE(m_session->features.front().second, false);
    QTRY_VERIFY(!box->isChecked());
}

void ConnectionsPanelTest::disconnectSendsTheDay_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("day"); // empty: the default
    QTest::newRow("in a week") << u"purgeWeek"_s << u""_s;
    QTest::newRow("chosen day") << u"purgeOnDay"_s << u"2026-12-22"_s;
    QTest::newRow("now") << u"purgeNow"_s << u"2026-11-22"_s;
}

void ConnectionsPanelTest::disconnectSendsTheDay()
{
    QFETCH(QString, button);
    QFETCH(QString, day);
    child<QPushButton>(u"disconnect"_s)->click();
    auto *dialog = child<QDialog>(u"disconnectDialog"_s);
    auto *edit = dialog->findChild<QDateEdit *>(u"purgeDay"_s);
    QCOMPARE(edit->maximumDate(), QDate(2026, 12, 22));
    QVERIFY(!edit->isEnabled());
    dialog->findChild<QRadioButton *>(button)->setChecked(true);
    edit->setDate(QDate(2027, 6, 1)); // too late: the last allowed day counts
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QCOMPARE(m_session->purges.size(), std::size_t(1));
    const auto sent = m_session->purges.front();
    QCOMPARE(sent ? QString::fromStdString(toIso(*sent)) : QString(), day.isEmpty() ? QString() : day);
    QTRY_VERIFY(barText().startsWith(u"Disconnected"_s));
}

void ConnectionsPanelTest::stateDecidesWhatIsPossible()
{
    choose(1);
    QVERIFY(!child<QPushButton>(u"syncNow"_s)->isEnabled());
    auto *problem = child<InfoBar>(u"connectionProblem"_s);
    QVERIFY(problem->text().contains(u"no longer accepts"_s));
    problem->findChild<QPushButton *>(u"infoAction"_s)->click();
    QVERIFY(child<QDialog>(u"addConnectionDialog"_s));
    delete child<QDialog>(u"addConnectionDialog"_s);
    choose(2);
    QVERIFY(!child<QPushButton>(u"disconnect"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"checkAccess"_s)->isEnabled());
    QVERIFY(!child<QCheckBox>(u"featureAddresses"_s)->isEnabled());
    QVERIFY(problem->text().contains(u"27/11/2026 (in 5 days)"_s));
    QCOMPARE(child<StatusBadge>(u"connectionState"_s)->text(), u"Disconnected"_s);
    problem->findChild<QPushButton *>(u"infoAction"_s)->click(); // until then nothing is lost
    QVERIFY(child<QDialog>(u"addConnectionDialog"_s));
}

void ConnectionsPanelTest::oldSecretsRemind_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("authorised");
    QTest::newRow("young") << 89 << u""_s << u""_s;
    QTest::newRow("remind") << 90 << u"Renew within 90 days"_s << u""_s;
    QTest::newRow("late") << 180 << u"Renew now"_s << u""_s;
    QTest::newRow("authorisation") << 335 << u"Renew now"_s << u"Renew within 30 days"_s;
    QTest::newRow("both late") << 365 << u"Renew now"_s << u"Renew now"_s;
}

void ConnectionsPanelTest::oldSecretsRemind()
{
    QFETCH(int, age);
    auto &connection = m_session->views.front().connection;
    connection.authorisedAt = connection.secretEnteredAt = m_clock->now() - std::chrono::days(age);
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(child<QLabel>(u"secretAge"_s)->text().contains(QString::number(age)));
    const auto shown = [this](const QString &name) {
        auto *badge = child<StatusBadge>(name);
        return badge->isVisible() ? badge->text() : QString(u""_s);
    };
    QTEST(shown(u"secretAgeBadge"_s), "secret");
    QTEST(shown(u"authorisedAgeBadge"_s), "authorised");
    auto *renew = child<QPushButton>(u"renewCredentials"_s);
    QCOMPARE(renew->isVisible(), age >= 90);
    if (age < 90)
        return;
    renew->click();
    QVERIFY(child<QDialog>(u"addConnectionDialog"_s));
}

void ConnectionsPanelTest::leakIsAskedForThenWalkedThrough()
{
    QVERIFY(!child<QWidget>(u"leakSection"_s)->isVisible());
    child<QPushButton>(u"suspectLeak"_s)->click();
    auto *dialog = child<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"confirmText"_s)->text().contains(u"Orders stay"_s));
    QVERIFY(m_session->leaks.empty());
    dialog->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(m_session->leaks.size(), std::size_t(1));
    QCOMPARE(m_session->leaks.front(), std::optional(model::ConnectionId{"de"}));
    QTRY_VERIFY(child<QWidget>(u"leakSection"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"suspectLeak"_s)->isVisible());
    const auto badge = [this](model::LeakStep step) {
        auto *found = child<StatusBadge>(u"leakBadge%1"_s.arg(static_cast<int>(step)));
        return found ? found->text() : QString();
    };
    QCOMPARE(badge(model::LeakStep::RotateKeys), u"Done"_s);
    QCOMPARE(badge(model::LeakStep::RevokeAuthorisation), u"To do"_s);
    QVERIFY(!child<QPushButton>(u"leakRotate"_s)->isVisible());
    auto &view = m_session->views.front();
    view.connection.authorisedAt = *view.connection.suspectedAt + 1h;
    view.leakSteps = model::leakSteps(view.connection, *view.connection.suspectedAt - 1h); // keys not renewed
    Q_EMIT m_session->connectionsChanged();
    QTRY_COMPARE(badge(model::LeakStep::NewAuthorisation), u"Done"_s);
    QCOMPARE(badge(model::LeakStep::RevokeAuthorisation), QString());
    child<QPushButton>(u"leakRotate"_s)->click();
    child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_COMPARE(m_session->rotations, 1);
    child<QPushButton>(u"leakEnter"_s)->click();
    QVERIFY(child<QDialog>(u"addConnectionDialog"_s));
    choose(1);
    QVERIFY(!child<QWidget>(u"leakSection"_s)->isVisible());
}

void ConnectionsPanelTest::leakThatCannotBeContainedIsTold()
{
    child<QPushButton>(u"suspectLeak"_s)->click();
    m_session->failure = ErrorKind::DiskFull;
    child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_VERIFY(child<InfoBar>(u"connectionsBar"_s)->tone() == Tone::Bad);
    QVERIFY(barText().contains(u"disk"_s));
}

/// A window of a small screen at 150 % scrolls down, never sideways.
void ConnectionsPanelTest::germanLeakStepsNeedNoWideWindow()
{
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    const auto speak = [application](const QLocale &locale) {
        QLocale::setDefault(locale);
        for (QTranslator *old : application->findChildren<QTranslator *>())
            delete old;
        installTranslations(*application, locale);
    };
    speak(QLocale(QLocale::German));
    const auto back = qScopeGuard([speak] { speak(QLocale(QLocale::English, QLocale::UnitedKingdom)); });
    m_panel.reset();
    init();
    model::ConnectionView &view = m_session->views.front();
    view.connection.suspectedAt = m_clock->now();
    for (const model::LeakStep step : {model::LeakStep::RotateKeys, model::LeakStep::RevokeAuthorisation,
                                       model::LeakStep::NewClientSecret, model::LeakStep::NewAuthorisation})
        view.leakSteps.push_back({step, false});
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(child<QWidget>(u"leakSection"_s)->isVisible());
    QCOMPARE(child<QPushButton>(u"checkAccess"_s)->text(), u"Zugriff prü&fen…"_s);
    const QWidget *content = m_panel->findChild<connections::ConnectionDetails *>()->widget();
    const int letters = content->minimumSizeHint().width() / content->fontMetrics().averageCharWidth();
    QVERIFY2(letters <= 85, qPrintable(QString::number(letters)));
    m_panel.reset();
}

void ConnectionsPanelTest::keptSecretIsShown()
{
    QVERIFY(!child<QLabel>(u"oldSecret"_s)->isVisible());
    m_session->views.front().connection.oldSecretUntil = dayOf(m_clock->now()) + std::chrono::days(5);
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(child<QLabel>(u"oldSecret"_s)->isVisible());
    QVERIFY(child<QLabel>(u"oldSecret"_s)->text().contains(u"27/11/2026"_s));
}

/// DEL-2: when the rows of a revoked account go is seen from the first day.
void ConnectionsPanelTest::revocationCountsDown()
{
    auto &connection = m_session->views[1].connection;
    connection.state = model::ConnectionState::ReauthorisationNeeded;
    connection.stateReason = ErrorKind::AuthorisationRevoked;
    connection.purgeOn = dayOf(m_clock->now()) + std::chrono::days(5);
    Q_EMIT m_session->connectionsChanged();
    choose(1);
    QTRY_VERIFY(child<InfoBar>(u"connectionProblem"_s)->text().contains(u"27/11/2026 (in 5 days)"_s));
}

void ConnectionsPanelTest::choiceSurvivesARefresh()
{
    choose(2);
    m_session->views.erase(m_session->views.begin());
    Q_EMIT m_session->connectionsChanged();
    QTRY_COMPARE(child<QListView>(u"connectionList"_s)->model()->rowCount(), 2);
    QCOMPARE(child<QLabel>(u"connectionTitle"_s)->text(), u"Nordlicht Japan"_s);
    m_clock->advance(1min); // ages are read anew
    QCOMPARE(child<QLabel>(u"connectionTitle"_s)->text(), u"Nordlicht Japan"_s);
}

void ConnectionsPanelTest::mayDieWhileAnswersAreDue()
{
    child<QPushButton>(u"syncNow"_s)->click();
    m_session->hold = true;
    child<QPushButton>(u"checkAccess"_s)->click();
    child<QPushButton>(u"disconnect"_s)->click();
    m_panel.reset();
    m_session->finishSync({});
    Q_EMIT m_session->connectionsChanged();
    m_clock->advance(1h);
    m_session->release();
    QTest::qWait(10);
}

QTEST_MAIN(ConnectionsPanelTest)
#include "connections_panel_test.moc"
