// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage.h"

#include <QDialog>
#include <QRadioButton>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;

/// What holds for every control everywhere: it has a name to be spoken, and the keyboard reaches it.
class AccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasAName_data();
    void everyControlHasAName();
    void tabVisitsEveryControlOnce_data();
    void tabVisitsEveryControlOnce();
};

void AccessibilityTest::everyControlHasAName_data()
{
    QTest::addColumn<QString>("opens"); // a button that opens a dialog; empty: the window itself
    QTest::addColumn<QString>("root");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("window") << u""_s << u""_s << 20;
    QTest::newRow("connections") << u""_s << u"connectionsPanel"_s << 8;
    QTest::newRow("audit") << u""_s << u"auditPanel"_s << 9;
    QTest::newRow("retention") << u""_s << u"retentionPanel"_s << 10;
    QTest::newRow("inventory") << u""_s << u"inventoryPanel"_s << 5;
    QTest::newRow("holds") << u""_s << u"holdsPanel"_s << 4;
    QTest::newRow("place hold") << u"placeHold"_s << u"placeHoldDialog"_s << 7;
    QTest::newRow("fulfilment") << u""_s << u"fulfilmentPanel"_s << 6;
    QTest::newRow("buyer's rights") << u""_s << u"requestsPanel"_s << 8;
    QTest::newRow("add request") << u"requestsAdd"_s << u"addRequestDialog"_s << 5;
    QTest::newRow("add connection") << u"addConnection"_s << u"addConnectionDialog"_s << 8;
    QTest::newRow("export connection") << u"exportConnection"_s << u"exportConnectionDialog"_s << 6;
    QTest::newRow("access") << u"checkAccess"_s << u"accessDialog"_s << 6;
    QTest::newRow("disconnect") << u"disconnect"_s << u"disconnectDialog"_s << 6;
    QTest::newRow("leak") << u"suspectLeak"_s << u"confirmDialog"_s << 2;
    QTest::newRow("new profile") << u"createProfile"_s << u"newProfileDialog"_s << 3;
}

void AccessibilityTest::everyControlHasAName()
{
    QFETCH(QString, opens);
    QFETCH(QString, root);
    QFETCH(int, atLeast);
    Stage stage;
    if (!opens.isEmpty())
        stage.window->findChild<QPushButton *>(opens)->click();
    QWidget *widget = root.isEmpty() ? stage.window.get() : stage.window->findChild<QWidget *>(root);
    QVERIFY(widget);
    const QList<QWidget *> controls = controlsOf(*widget);
    QVERIFY2(controls.size() >= atLeast, qPrintable(QString::number(controls.size())));
    for (const QWidget *control : controls) {
        if (control->objectName() == "infoAction"_L1 && !control->isVisible())
            continue; // gets name and text together, when it is offered
        QVERIFY2(!control->accessibleName().isEmpty(),
                 qPrintable(QString::fromLatin1(control->metaObject()->className()) + u' ' + control->objectName()));
    }
}

void AccessibilityTest::tabVisitsEveryControlOnce_data()
{
    QTest::addColumn<QString>("way"); // empty: the choice itself
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("ways") << u""_s
                          << QStringList{u"waySelf"_s, // the arrow keys lead to the other three
                                         u"optInAddresses"_s, u"connectButton"_s, u"connectClose"_s};
    QTest::newRow("self") << u"waySelf"_s << QStringList{u"region"_s,       u"clientId"_s,        u"clientSecret"_s,
                                                         u"refreshToken"_s, u"connectionLabel"_s, u"sellingPartner"_s,
                                                         u"connectBack"_s,  u"connectClose"_s};
    QTest::newRow("consent") << u"wayConsent"_s
                             << QStringList{u"homeMarketplace"_s, u"applicationId"_s, u"draft"_s,
                                            u"clientId"_s,        u"clientSecret"_s,  u"redirectUrl"_s,
                                            u"connectionLabel"_s, u"connectBack"_s,   u"connectClose"_s};
    QTest::newRow("import") << u"wayImport"_s
                            << QStringList{u"importFile"_s,      u"importFileChoose"_s, u"importPassphrase"_s,
                                           u"connectionLabel"_s, u"connectBack"_s,      u"connectClose"_s};
}

void AccessibilityTest::tabVisitsEveryControlOnce()
{
    QFETCH(QString, way);
    QFETCH(QStringList, expected);
    Stage stage;
    stage.window->findChild<QPushButton *>(u"addConnection"_s)->click();
    auto *dialog = stage.window->findChild<QDialog *>(u"addConnectionDialog"_s);
    if (!way.isEmpty()) {
        dialog->findChild<QRadioButton *>(way)->click();
        dialog->findChild<QPushButton *>(u"connectButton"_s)->click();
    }
    QStringList visited;
    QWidget *widget = dialog;
    do {
        widget = widget->nextInFocusChain();
        if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && widget->isEnabled() && !widget->focusProxy()
            && dialog->isAncestorOf(widget) && isInteractive(widget))
            visited.append(widget->objectName());
    } while (widget != dialog);
    QCOMPARE(visited, expected);
}

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
