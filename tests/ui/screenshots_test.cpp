// SPDX-License-Identifier: GPL-3.0-or-later
// size: one picture after the other of everything there is to see
#include "tests/ui/fake_clock.h"
#include "tests/ui/fake_profiles.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

#include "core/profile/connect_facts.h"
#include "ui/common/edge_style.h"
#include "ui/common/translations.h"
#include "ui/connections/add_connection_dialog.h"
#include "ui/connections/connection_details.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyle>
#include <QTableView>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

#include <memory>

using namespace Qt::StringLiterals;
using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;

namespace {

/// One way of looking at the program: palette, language, size.
struct Variant
{
    QString name;
    bool dark = false;
    QLocale locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
};

/// The size it would have on a laptop's screen; the test's own screen is smaller.
void resizeAsOnALaptop(QDialog &dialog, const QSize &wanted)
{
    dialog.resize(wanted.boundedTo(QSize(1366, 768) / dialog.devicePixelRatioF() - QSize(48, 96)));
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x2d, 0x2f, 0x33), QColor(0x2d, 0x2f, 0x33));
    palette.setColor(QPalette::Base, QColor(0x23, 0x25, 0x28));
    palette.setColor(QPalette::AlternateBase, QColor(0x29, 0x2b, 0x2f));
    palette.setColor(QPalette::Button, QColor(0x3a, 0x3d, 0x42));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x65, 0xa8));
    palette.setColor(QPalette::Mid, QColor(0x4a, 0x4d, 0x52));
    palette.setColor(QPalette::ToolTipBase, QColor(0x3a, 0x3d, 0x42));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(0xe6, 0xe6, 0xe6));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0x9d, 0xa2));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x83, 0x88));
    return palette;
}

QDir outputFolder()
{
    QDir folder(qEnvironmentVariable("SK_SCREENSHOT_DIR", u"screenshots"_s));
    folder.mkpath(u"."_s);
    return folder;
}

bool isBlank(const QImage &image)
{
    const QRgb first = image.pixel(0, 0);
    int others = 0;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            others += image.pixel(x, y) != first ? 1 : 0;
    }
    return others < 200;
}

} // namespace

/// Pictures of every panel, for people to look at; checks only that none is blank.
class ScreenshotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { EdgeStyle::install(); }
    void light() { takeAll({u"light"_s}); }
    void dark() { takeAll({u"dark"_s, true}); }
    void german() { takeAll({u"german"_s, false, QLocale(QLocale::German)}); }
    void at150Percent();

private:
    void takeAll(const Variant &variant);
    void take(QWidget &widget, const QString &name);
    /// The dialog of that name, as it is.
    void takeAndClose(shell::MainWindow &window, const QString &dialog, const QString &name);
    void takePanels(shell::MainWindow &window, FakeSession &session);
    void takeFulfilment(shell::MainWindow &window, FakeSession &session);
    void takeDialogs(shell::MainWindow &window, FakeSession &session);
    void takeHolds(shell::MainWindow &window);
    void takeLeak(shell::MainWindow &window, FakeSession &session);
    void takeRequests(shell::MainWindow &window);
    void takeAccess(shell::MainWindow &window, FakeSession &session);
    void takeWays(QDialog &add);
    static void choose(QDialog &add, const QString &way);
    void takeFirstSteps(FakeProfiles &profiles, FakeClock &clock);

    QString m_prefix;
};

void ScreenshotsTest::take(QWidget &widget, const QString &name)
{
    QTest::qWait(30);
    const QImage image = widget.grab().toImage();
    const QString file = outputFolder().filePath(u"%1-%2.png"_s.arg(m_prefix, name));
    QVERIFY2(image.save(file), qPrintable(file));
    QVERIFY2(!isBlank(image), qPrintable(file));
}

void ScreenshotsTest::takeAndClose(shell::MainWindow &window, const QString &dialog, const QString &name)
{
    const std::unique_ptr<QDialog> shown(window.findChild<QDialog *>(dialog));
    take(*shown, name);
}

void ScreenshotsTest::takeAll(const Variant &variant)
{
    m_prefix = variant.name + qEnvironmentVariable("SK_SCREENSHOT_SUFFIX");
    QLocale::setDefault(variant.locale);
    QApplication::setPalette(variant.dark ? darkPalette() : QApplication::style()->standardPalette());
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    for (QTranslator *old : application->findChildren<QTranslator *>())
        delete old;
    installTranslations(*application, variant.locale);

    FakeClock clock;
    FakeProfiles profiles;
    takeFirstSteps(profiles, clock);
    auto session = std::make_shared<FakeSession>();
    fillWithSamples(*session);
    profiles.infos = {{"1", "Nordlicht Handels GmbH", {}}, {"2", "Südwind Outdoor", {}}};
    shell::MainWindow window(profiles, clock, {[](const QUrl &) { return true; }, std::nullopt});
    window.resize(1180, 780);
    window.setSession(session);
    window.show();
    takePanels(window, *session);
    takeFulfilment(window, *session);
    takeDialogs(window, *session);
    takeRequests(window);
}

void ScreenshotsTest::takeFirstSteps(FakeProfiles &profiles, FakeClock &clock)
{
    shell::MainWindow window(profiles, clock);
    window.resize(1180, 780);
    window.start();
    window.show();
    take(window, u"01-welcome"_s);
    window.showProblem(u"Nordlicht Handels GmbH"_s,
                       {ErrorKind::KeychainLocked, "org.freedesktop.Secret.Error.IsLocked"});
    take(window, u"02-problem"_s);
    window.setSession(std::make_shared<FakeSession>());
    take(window, u"03-empty-connections"_s);
    window.findChild<QAction *>(u"actionPanel2"_s)->trigger();
    take(window, u"04-empty-audit"_s);
}

void ScreenshotsTest::takePanels(shell::MainWindow &window, FakeSession &session)
{
    take(window, u"10-connections"_s);
    auto *list = window.findChild<QListView *>(u"connectionList"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    take(window, u"11-connections-revoked"_s);
    list->setCurrentIndex(list->model()->index(2, 0));
    take(window, u"12-connections-disconnected"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    window.findChild<QPushButton *>(u"syncNow"_s)->click();
    Q_EMIT session.syncProgressed({{"de"},
                                   "orders",
                                   12400,
                                   48000,
                                   127,
                                   std::chrono::minutes(94),
                                   timeFromIso("2026-11-22T14:03:00Z").value_or(Time())});
    take(window, u"13-connections-syncing"_s);
    session.finishSync({{{{"de"}, "orders", 12400, 310, 127, 2, std::nullopt}}});
    takeLeak(window, session);

    window.findChild<QAction *>(u"actionPanel2"_s)->trigger();
    auto *table = window.findChild<QTableView *>(u"auditTable"_s);
    QTest::qWait(50);
    table->selectRow(0);
    window.findChild<QPushButton *>(u"auditVerify"_s)->click();
    take(window, u"20-audit-verified"_s);
    session.verification.firstBad = 18122;
    window.findChild<QPushButton *>(u"auditVerify"_s)->click();
    auto *count = window.findChild<QLabel *>(u"auditCount"_s);
    const QString all = count->text();
    window.findChild<QComboBox *>(u"filterPeriod"_s)->setCurrentIndex(4);
    QTRY_VERIFY(count->text() != all);
    take(window, u"21-audit-broken"_s);

    window.findChild<QAction *>(u"actionPanel3"_s)->trigger();
    take(window, u"30-retention"_s);
    session.previewDeletes = 1234;
    window.findChild<QSpinBox *>(u"period.pii.days"_s)->setValue(14);
    take(window, u"31-retention-preview"_s);
    session.previewDeletes = 0;
    window.findChild<QPushButton *>(u"cancel.pii.days"_s)->click();
    window.findChild<QSpinBox *>(u"period.orders.months"_s)->setValue(96);
    window.findChild<QLineEdit *>(u"reason.orders.months"_s)->setText(u"§ 147 AO, § 14b UStG"_s);
    take(window, u"35-retention-reason"_s);
    takeHolds(window);

    window.findChild<QAction *>(u"actionPanel4"_s)->trigger();
    QTest::qWait(50);
    auto *tree = window.findChild<QTreeWidget *>(u"inventoryTree"_s);
    tree->topLevelItem(2)->setExpanded(true);
    take(window, u"32-inventory"_s);
    session.stock.location.folder = "/data/Dropbox/Sellerkeep/profiles/5d0c2f1e-7a64-4b6e-9c0d-2f4b8a1e7c33";
    session.stock.location.provider = "Dropbox";
    session.stock.location.troubles = {model::LocationTrouble::CloudFolder, model::LocationTrouble::RemovableDrive};
    Q_EMIT session.connectionsChanged();
    take(window, u"33-inventory-cloud"_s);
    tree->setCurrentItem(tree->topLevelItem(3));
    take(window, u"34-inventory-items"_s);
}

void ScreenshotsTest::takeHolds(shell::MainWindow &window)
{
    window.findChild<QAction *>(u"actionPanel5"_s)->trigger();
    auto *table = window.findChild<QTableView *>(u"holdsTable"_s);
    QTest::qWait(30);
    table->selectRow(0);
    take(window, u"36-holds"_s);
    window.findChild<QPushButton *>(u"placeHold"_s)->click();
    auto *place = window.findChild<QDialog *>(u"placeHoldDialog"_s);
    place->findChild<QLineEdit *>(u"holdOrder"_s)->setText(u"305-8841207-5520311"_s);
    place->findChild<QComboBox *>(u"holdKind"_s)->setCurrentIndex(1);
    place->findChild<QLineEdit *>(u"holdReason"_s)->setText(u"Lawsuit about warranty, file 4 C 117/26"_s);
    take(*place, u"37-place-hold"_s);
    delete place;
    window.findChild<QPushButton *>(u"releaseHold"_s)->click();
    takeAndClose(window, u"confirmDialog"_s, u"38-release-hold"_s);
    window.findChild<QPushButton *>(u"revealHold"_s)->click();
    QTest::qWait(20);
    take(*window.findChild<QDialog *>(u"purposeDialog"_s), u"39-hold-purpose"_s);
    takeAndClose(window, u"heldAddressDialog"_s, u"39-held-address"_s);
}

void ScreenshotsTest::takeFulfilment(shell::MainWindow &window, FakeSession &session)
{
    window.findChild<QAction *>(u"actionPanel6"_s)->trigger();
    auto *table = window.findChild<QTableView *>(u"shipmentTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->selectRow(0);
    take(window, u"60-fulfilment"_s);
    const auto ask = [&] {
        window.findChild<QPushButton *>(u"showAddress"_s)->click();
        QTest::qWait(20);
        return window.findChild<QDialog *>(u"purposeDialog"_s);
    };
    take(*ask(), u"61-fulfilment-rules"_s);
    delete window.findChild<QDialog *>(u"purposeDialog"_s);
    session.acknowledged = Time();
    QDialog *purpose = ask();
    take(*purpose, u"62-fulfilment-purpose"_s);
    purpose->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTest::qWait(20);
    take(window, u"63-fulfilment-shown"_s);
    window.findChild<QPushButton *>(u"hideAddress"_s)->click();
    window.findChild<QPushButton *>(u"packingSlips"_s)->click();
    QTest::qWait(20);
    takeAndClose(window, u"purposeDialog"_s, u"64-fulfilment-slips"_s);
    const auto shipments = std::exchange(session.toShip, {});
    Q_EMIT session.connectionsChanged();
    take(window, u"65-fulfilment-empty"_s);
    session.toShip = shipments;
}

void ScreenshotsTest::takeDialogs(shell::MainWindow &window, FakeSession &session)
{
    window.findChild<QAction *>(u"actionPanel1"_s)->trigger();
    window.findChild<QPushButton *>(u"addConnection"_s)->click();
    auto *add = window.findChild<QDialog *>(u"addConnectionDialog"_s);
    resizeAsOnALaptop(*add, {1022, 660});
    take(*add, u"40-add-connection"_s);
    add->findChild<QCheckBox *>(u"optInAddresses"_s)->click();
    takeWays(*add);
    choose(*add, u"waySelf"_s);
    add->findChild<QComboBox *>(u"region"_s)->setCurrentIndex(1);
    add->findChild<QLineEdit *>(u"clientId"_s)->setText(u"amzn1.application-oa2-client.4f2a8c1e7b"_s);
    add->findChild<QLineEdit *>(u"clientSecret"_s)->setText(u"amzn1.oa2-cs.v1.9d41c7be02aa"_s);
    add->findChild<QLineEdit *>(u"refreshToken"_s)->setText(u"Atza|IwEBIJx0dd"_s);
    take(*add, u"41-add-connection-typing"_s);
    delete add;
    window.findChild<QPushButton *>(u"exportConnection"_s)->click();
    auto *exported = window.findChild<QDialog *>(u"exportConnectionDialog"_s);
    exported->findChild<QLineEdit *>(u"exportPassphrase"_s)->setText(u"correct horse"_s);
    take(*exported, u"46-export-connection"_s);
    delete exported;
    takeAccess(window, session);
    window.findChild<QPushButton *>(u"disconnect"_s)->click();
    takeAndClose(window, u"disconnectDialog"_s, u"47-disconnect"_s);
    window.findChild<QPushButton *>(u"erase"_s)->click();
    auto *erase = window.findChild<QDialog *>(u"eraseDialog"_s);
    auto *name = erase->findChild<QLineEdit *>(u"eraseName"_s);
    name->setText(name->placeholderText());
    take(*erase, u"43-erase"_s);
    erase->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTRY_VERIFY(window.findChild<QDialog *>(u"certificateDialog"_s));
    auto *certificate = window.findChild<QDialog *>(u"certificateDialog"_s);
    resizeAsOnALaptop(*certificate, {672, 600});
    take(*certificate, u"44-certificate"_s);
}

/// A reminder, the question, and what is left to do.
void ScreenshotsTest::takeLeak(shell::MainWindow &window, FakeSession &session)
{
    const std::vector<model::ConnectionView> before = session.views;
    const Time now = timeFromIso("2026-11-22T12:00:00Z").value_or(Time());
    const auto entered = now - std::chrono::days(152);
    session.views.front().connection.secretEnteredAt = entered;
    session.state.credentials = {model::credentialState(model::CredentialKind::ClientSecret, entered, now)};
    session.state.credentials.front().connection = model::ConnectionId{"de"};
    Q_EMIT session.connectionsChanged();
    QTest::qWait(30);
    auto *details = window.findChild<connections::ConnectionDetails *>();
    details->verticalScrollBar()->setValue(details->verticalScrollBar()->maximum());
    take(window, u"14-connections-reminder"_s);
    window.findChild<QPushButton *>(u"suspectLeak"_s)->click();
    auto *ask = window.findChild<QDialog *>(u"confirmDialog"_s);
    take(*ask, u"15-leak"_s);
    ask->findChild<QPushButton *>(u"confirmAccept"_s)->click();
    QTest::qWait(30);
    details->verticalScrollBar()->setValue(0);
    take(window, u"16-leak-steps"_s);
    window.findChild<QAction *>(u"actionRotateKeys"_s)->trigger();
    takeAndClose(window, u"confirmDialog"_s, u"17-rotate-keys"_s);
    session.views = before;
    session.state.credentials.clear();
    Q_EMIT session.connectionsChanged();
    QTest::qWait(30);
}

void ScreenshotsTest::takeRequests(shell::MainWindow &window)
{
    delete window.findChild<QDialog *>(u"certificateDialog"_s);
    window.findChild<QAction *>(u"actionPanel7"_s)->trigger();
    take(window, u"70-requests"_s);
    window.findChild<QLineEdit *>(u"buyerOrder"_s)->setText(u"701-4839201-5583920"_s);
    window.findChild<QPushButton *>(u"buyerFind"_s)->click();
    take(window, u"71-requests-found"_s);
    window.findChild<QPushButton *>(u"requestsAdd"_s)->click();
    takeAndClose(window, u"addRequestDialog"_s, u"72-add-request"_s);
    window.findChild<QPushButton *>(u"buyerErase"_s)->click();
    takeAndClose(window, u"eraseOrderDialog"_s, u"73-erase-order"_s);
    auto *table = window.findChild<QTreeWidget *>(u"requestsTable"_s);
    table->setCurrentItem(table->topLevelItem(0));
    window.findChild<QPushButton *>(u"requestsComplete"_s)->click();
    takeAndClose(window, u"confirmDialog"_s, u"74-complete-request"_s);
    window.findChild<QAction *>(u"actionEraseProfile"_s)->trigger();
    takeAndClose(window, u"eraseProfileDialog"_s, u"75-erase-profile"_s);
}

void ScreenshotsTest::takeAccess(shell::MainWindow &window, FakeSession &session)
{
    session.holdAccess = true;
    window.findChild<QPushButton *>(u"checkAccess"_s)->click();
    auto *access = window.findChild<QDialog *>(u"accessDialog"_s);
    resizeAsOnALaptop(*access, {700, 570});
    model::AccessReport begun = sampleAccess();
    for (std::size_t i = 2; i < begun.findings.size(); ++i) {
        const auto call = begun.findings[i].call;
        begun.findings[i] = {};
        begun.findings[i].call = call;
    }
    Q_EMIT session.accessProgressed({begun, model::AuditOperation::SearchOrders, begun.time + std::chrono::minutes(3)});
    take(*access, u"48-access-checking"_s);
    session.finishAccess(sampleAccess());
    take(*access, u"49-access"_s);
    delete access;
}

void ScreenshotsTest::choose(QDialog &add, const QString &way)
{
    add.findChild<QRadioButton *>(way)->click();
    add.findChild<QPushButton *>(u"connectButton"_s)->click();
}

void ScreenshotsTest::takeWays(QDialog &add)
{
    const auto back = [&add] {
        add.findChild<QPushButton *>(u"connectBack"_s)->click();
        QTest::qWait(10); // the page goes with the next turn of the event loop
    };
    if (profile::canConsentInBrowser()) {
        choose(add, u"wayConsent"_s);
        take(add, u"42-consent"_s);
        add.findChild<QComboBox *>(u"homeMarketplace"_s)->setCurrentIndex(1);
        add.findChild<QLineEdit *>(u"applicationId"_s)->setText(u"amzn1.sp.solution.0f2d7a60-5e5a"_s);
        add.findChild<QLineEdit *>(u"clientId"_s)->setText(u"amzn1.application-oa2-client.4f2a8c1e7b"_s);
        add.findChild<QLineEdit *>(u"clientSecret"_s)->setText(u"amzn1.oa2-cs.v1.9d41c7be02aa"_s);
        add.findChild<QLineEdit *>(u"redirectUrl"_s)->setText(u"https://agency.example/sellerkeep/"_s);
        add.findChild<QPushButton *>(u"connectButton"_s)->click();
        take(add, u"43-consent-waiting"_s);
        back();
        choose(add, u"wayAds"_s);
        take(add, u"44-ads"_s);
        back();
    }
    choose(add, u"wayImport"_s);
    take(add, u"45-import"_s);
    back();
}

void ScreenshotsTest::at150Percent()
{
    if (qEnvironmentVariableIsSet("SK_SCREENSHOT_SUFFIX"))
        QSKIP("this is the scaled run already");
    QProcess scaled;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, u"1.5"_s);
    environment.insert(u"SK_SCREENSHOT_SUFFIX"_s, u"-150"_s);
    scaled.setProcessEnvironment(environment);
    scaled.start(QCoreApplication::applicationFilePath(), {u"light"_s, u"german"_s});
    QVERIFY(scaled.waitForFinished(120000));
    QCOMPARE(scaled.exitCode(), 0);
}

int main(int argc, char *argv[])
{
    QApplication::setStyle(u"Fusion"_s);
    QApplication application(argc, argv);
    QApplication::setFont(QFont(u"DejaVu Sans"_s, 10));
    ScreenshotsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "screenshots_test.moc"
