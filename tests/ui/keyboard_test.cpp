// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/stage.h"

#include <QDialog>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRadioButton>
#include <QTableView>
#include <QTextEdit>
#include <QTreeView>

#include <functional>
#include <map>
#include <set>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;

/// The keyboard alone suffices: on every page, in every dialog and menu.
class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { speak(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void mnemonicsAreUnique_data();
    void mnemonicsAreUnique();
    void menusHaveUniqueMnemonics_data();
    void menusHaveUniqueMnemonics();
    void tabReachesEveryControl_data() { places(); }
    void tabReachesEveryControl();
    void dialogsEndByKeyboard_data() { places(); }
    void dialogsEndByKeyboard();
    void everyPageHasAShortcut();

private:
    static void places();
};

namespace {

/// A page, or a dialog that is opened on it.
struct Place
{
    const char *name;
    int page;
    QString root; ///< object name
    std::function<void(Stage &)> open = [](Stage &) {};
};

std::function<void(Stage &)> clicking(const QString &button)
{
    return [button](Stage &stage) { stage.click(button); };
}

/// Selects the first row of a table, then clicks.
std::function<void(Stage &)> clickingOnFirst(const QString &table, const QString &button)
{
    return [table, button](Stage &stage) {
        stage.window->findChild<QTableView *>(table)->selectRow(0);
        stage.click(button);
    };
}

std::function<void(Stage &)> connecting(const QString &way)
{
    return [way](Stage &stage) {
        stage.click(u"addConnection"_s);
        stage.window->findChild<QRadioButton *>(way)->click();
        stage.click(u"connectButton"_s);
    };
}

std::function<void(Stage &)> triggering(const QString &action)
{
    return [action](Stage &stage) {
        stage.window->findChild<QAction *>(action)->trigger();
        QTest::qWait(20);
    };
}

std::function<void(Stage &)> withFoundOrder(const QString &button)
{
    return [button](Stage &stage) {
        stage.window->findChild<QLineEdit *>(u"buyerOrder"_s)->setText(u"701-4839201-5583920"_s);
        stage.click(u"buyerFind"_s);
        if (!button.isEmpty())
            stage.click(button);
    };
}

void suspectLeak(Stage &stage)
{
    model::ConnectionView &view = stage.session->views.front();
    view.connection.suspectedAt = stage.clock.now();
    for (const model::LeakStep step : {model::LeakStep::RotateKeys, model::LeakStep::NewClientSecret})
        view.leakSteps.push_back({step, false});
    Q_EMIT stage.session->connectionsChanged();
    QTest::qWait(30);
}

const std::vector<Place> &allPlaces()
{
    static const std::vector<Place> kAll{
        {"connections", 1, u"connectionsPanel"_s},
        {"connections, leak", 1, u"connectionsPanel"_s, suspectLeak},
        {"add connection", 1, u"addConnectionDialog"_s, clicking(u"addConnection"_s)},
        {"connect self", 1, u"addConnectionDialog"_s, connecting(u"waySelf"_s)},
        {"connect by consent", 1, u"addConnectionDialog"_s, connecting(u"wayConsent"_s)},
        {"connect Ads", 1, u"addConnectionDialog"_s, connecting(u"wayAds"_s)},
        {"import", 1, u"addConnectionDialog"_s, connecting(u"wayImport"_s)},
        {"export connection", 1, u"exportConnectionDialog"_s, clicking(u"exportConnection"_s)},
        {"access", 1, u"accessDialog"_s, clicking(u"checkAccess"_s)},
        {"disconnect", 1, u"disconnectDialog"_s, clicking(u"disconnect"_s)},
        {"erase", 1, u"eraseDialog"_s, clicking(u"erase"_s)},
        {"leak", 1, u"confirmDialog"_s, clicking(u"suspectLeak"_s)},
        {"renew keys", 1, u"confirmDialog"_s, triggering(u"actionRotateKeys"_s)},
        {"erase profile", 1, u"eraseProfileDialog"_s, triggering(u"actionEraseProfile"_s)},
        {"new profile", 1, u"newProfileDialog"_s, triggering(u"actionNewProfile"_s)},
        {"audit", 2, u"auditPanel"_s},
        {"retention", 3, u"retentionPanel"_s},
        {"inventory", 4, u"inventoryPanel"_s},
        {"holds", 5, u"holdsPanel"_s},
        {"place hold", 5, u"placeHoldDialog"_s, clicking(u"placeHold"_s)},
        {"release hold", 5, u"confirmDialog"_s, clickingOnFirst(u"holdsTable"_s, u"releaseHold"_s)},
        {"held address", 5, u"heldAddressDialog"_s, clickingOnFirst(u"holdsTable"_s, u"revealHold"_s)},
        {"duty of a look", 5, u"purposeDialog"_s, clickingOnFirst(u"holdsTable"_s, u"revealHold"_s)},
        {"fulfilment", 6, u"fulfilmentPanel"_s},
        {"purpose of a look", 6, u"purposeDialog"_s, clickingOnFirst(u"shipmentTable"_s, u"showAddress"_s)},
        {"packing slips", 6, u"purposeDialog"_s, clickingOnFirst(u"shipmentTable"_s, u"packingSlips"_s)},
        {"buyer's rights", 7, u"requestsPanel"_s, withFoundOrder(QString())},
        {"add request", 7, u"addRequestDialog"_s, clicking(u"requestsAdd"_s)},
        {"erase order", 7, u"eraseOrderDialog"_s, withFoundOrder(u"buyerErase"_s)},
    };
    return kAll;
}

/// Null when there is no way to it.
QWidget *reach(Stage &stage, const Place &place)
{
    stage.showPage(place.page);
    place.open(stage);
    QWidget *found = nullptr;
    (void)QTest::qWaitFor([&] {
        found = stage.window->findChild<QWidget *>(place.root);
        return found && found->isVisible();
    });
    return found;
}

const Place &placeAt(int index)
{
    return allPlaces()[static_cast<std::size_t>(index)];
}

QChar mnemonicOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == u'&' && text[++i] != u'&') // "&&" is an ampersand
            return text[i].toUpper();
    }
    return {};
}

using Mnemonics = std::map<QChar, QStringList>;

void take(Mnemonics &mnemonics, const QString &text)
{
    if (const QChar letter = mnemonicOf(text); !letter.isNull())
        mnemonics[letter].append(text);
}

void take(Mnemonics &mnemonics, const QList<QAction *> &actions)
{
    for (const QAction *action : actions)
        take(mnemonics, action->text());
}

/// What Alt and a letter reach while `root` is on the screen.
Mnemonics mnemonicsAround(QWidget &root)
{
    Mnemonics mnemonics;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->window() != root.window() || !widget->isVisible())
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            take(mnemonics, button->text());
        else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            take(mnemonics, label->text());
        else if (const auto *box = qobject_cast<const QGroupBox *>(widget))
            take(mnemonics, box->title());
    }
    if (const auto *window = qobject_cast<const QMainWindow *>(root.window()))
        take(mnemonics, window->menuBar()->actions());
    return mnemonics;
}

QString twiceIn(const Mnemonics &mnemonics)
{
    for (const auto &[letter, texts] : mnemonics) {
        if (texts.size() > 1)
            return u"%1: %2"_s.arg(letter).arg(texts.join(u" | "_s));
    }
    return {};
}

/// What Tab comes to in the window around `root`.
std::set<const QWidget *> reachedByTab(const QWidget &root)
{
    std::set<const QWidget *> reached;
    const QWidget *window = root.window();
    const QWidget *widget = window;
    do {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled())
            reached.insert(widget);
        widget = widget->nextInFocusChain();
    } while (widget != window);
    return reached;
}

/// The arrow keys lead from the chosen one of a group to the others.
bool isReached(const QWidget *control, const std::set<const QWidget *> &reached)
{
    const auto *radio = qobject_cast<const QRadioButton *>(control);
    if (reached.contains(control) || !radio)
        return reached.contains(control);
    return std::ranges::any_of(reached, [radio](const QWidget *other) {
        return qobject_cast<const QRadioButton *>(other) && other->parentWidget() == radio->parentWidget();
    });
}

/// Whoever takes the Tab key for itself lets nobody out.
QString keepsTab(const QWidget &root)
{
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *table = qobject_cast<const QTableView *>(widget);
        const auto *tree = qobject_cast<const QTreeView *>(widget);
        const auto *text = qobject_cast<const QTextEdit *>(widget);
        const auto *plain = qobject_cast<const QPlainTextEdit *>(widget);
        if ((table && !table->inherits("QCalendarView") && table->tabKeyNavigation())
            || (tree && tree->tabKeyNavigation()) || (text && !text->tabChangesFocus())
            || (plain && !plain->tabChangesFocus()))
            return widget->objectName();
    }
    return {};
}

} // namespace

void KeyboardTest::places()
{
    QTest::addColumn<int>("place");
    for (int i = 0; i < static_cast<int>(allPlaces().size()); ++i)
        QTest::newRow(placeAt(i).name) << i;
}

void KeyboardTest::mnemonicsAreUnique_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QLocale>("locale");
    for (int i = 0; i < static_cast<int>(allPlaces().size()); ++i) {
        for (const QLocale &locale :
             {QLocale(QLocale::English, QLocale::UnitedKingdom), QLocale(QLocale::German, QLocale::Germany)})
            QTest::addRow("%s, %s", placeAt(i).name, qPrintable(locale.name())) << i << locale;
    }
}

void KeyboardTest::mnemonicsAreUnique()
{
    QFETCH(const int, place);
    QFETCH(const QLocale, locale);
    speak(locale);
    Stage stage;
    QWidget *root = reach(stage, placeAt(place));
    QVERIFY(root && root->isVisible());
    const Mnemonics mnemonics = mnemonicsAround(*root);
    QVERIFY2(twiceIn(mnemonics).isEmpty(), qPrintable(twiceIn(mnemonics)));
    if (!root->isWindow())
        QVERIFY(mnemonics.size() >= 3); // the menus at least
}

void KeyboardTest::menusHaveUniqueMnemonics_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedKingdom);
    QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany);
}

void KeyboardTest::menusHaveUniqueMnemonics()
{
    QFETCH(const QLocale, locale);
    speak(locale);
    Stage stage;
    const QList<QAction *> titles = stage.window->menuBar()->actions();
    QVERIFY(titles.size() >= 3);
    for (const QAction *title : titles) {
        QVERIFY2(!mnemonicOf(title->text()).isNull(), qPrintable(title->text()));
        Mnemonics mnemonics;
        take(mnemonics, title->menu()->actions());
        QVERIFY2(twiceIn(mnemonics).isEmpty(), qPrintable(twiceIn(mnemonics)));
    }
}

void KeyboardTest::tabReachesEveryControl()
{
    QFETCH(const int, place);
    Stage stage;
    QWidget *root = reach(stage, placeAt(place));
    QVERIFY(root && root->isVisible());
    const std::set<const QWidget *> reached = reachedByTab(*root);
    int operable = 0;
    for (const QWidget *control : controlsOf(*root)) {
        if (control->window() != root->window() || !control->isVisible() || !control->isEnabled()
            || qobject_cast<const QProgressBar *>(control))
            continue;
        ++operable;
        QVERIFY2(isReached(control, reached), qPrintable(control->objectName()));
        QVERIFY2(!control->accessibleName().contains(u'&'), qPrintable(control->accessibleName())); // it is spoken
    }
    QVERIFY(operable > 0);
    QVERIFY2(keepsTab(*root).isEmpty(), qPrintable(keepsTab(*root)));
}

/// Return does something that is shown as the default, Escape leaves and changes nothing.
void KeyboardTest::dialogsEndByKeyboard()
{
    QFETCH(const int, place);
    Stage stage;
    const QPointer<QWidget> root = reach(stage, placeAt(place));
    QVERIFY(root && root->isVisible());
    if (!root->isWindow())
        return; // a page
    const QList<QPushButton *> buttons = root->findChildren<QPushButton *>();
    QVERIFY(std::ranges::any_of(buttons, [&](const QPushButton *button) {
        return button->window() == root && button->isVisible() && button->isDefault();
    }));
    QTest::keyClick(root, Qt::Key_Escape);
    QTRY_VERIFY(!root || !root->isVisible());
    QVERIFY(stage.session->placed.empty() && stage.session->released.empty() && stage.session->reveals.empty()
            && stage.session->orderErasures.empty());
}

void KeyboardTest::everyPageHasAShortcut()
{
    Stage stage;
    std::set<QString> shortcuts;
    for (int page = 1; page <= 7; ++page) {
        const auto *action = stage.window->findChild<QAction *>(u"actionPanel%1"_s.arg(page));
        QVERIFY(action && !action->shortcut().isEmpty());
        shortcuts.insert(action->shortcut().toString());
    }
    QCOMPARE(shortcuts.size(), std::size_t(7));
    QVERIFY(!stage.window->findChild<QAction *>(u"actionPanel8"_s)); // else it belongs into this test
}

QTEST_MAIN(KeyboardTest)
#include "keyboard_test.moc"
