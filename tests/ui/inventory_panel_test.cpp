// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "tests/support/check.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"
#include "ui/common/info_bar.h"
#include "ui/common/printed_document.h"
#include "ui/common/translations.h"
#include "ui/inventory/inventory_document.h"
#include "ui/inventory/inventory_panel.h"
#include "ui/inventory/inventory_words.h"

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

using namespace sk;
using namespace sk::ui;
using namespace sk::ui::test;
using namespace Qt::StringLiterals;

class InventoryPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void showsEveryClassAndItsConnections();
    void tellsWhatTheSelectedClassIs();
    void keepsWhatIsOpenWhenItCountsAgain();
    void countsOnlyWhileItIsLookedAt();
    void failureIsSaidAndAskedAgain();
    void folderIsShownAndOpened();
    void placesAreWarnedOf_data();
    void placesAreWarnedOf();
    void savesAPdf();
    void printsOnWhatIsChosen();
    void nothingToPrintBeforeTheAnswer();
    void documentSaysAllAndEscapesNames();
    void passphraseFileIsNamed();
    void everyWordIsGerman();
    void mayDieWhileAnswersAreDue();

private:
    template <typename W>
    W *child(const QString &name)
    {
        return m_panel->findChild<W *>(name);
    }
    void openPanel();
    [[nodiscard]] QTreeWidgetItem *item(const QString &title);
    static void speak(QLocale::Language language);

    std::unique_ptr<FakeSession> m_session;
    std::vector<QUrl> m_opened;
    bool m_canOpen = true;
    std::unique_ptr<inventory::InventoryPanel> m_panel;
};

void InventoryPanelTest::speak(QLocale::Language language)
{
    QLocale::setDefault(language == QLocale::English ? QLocale(language, QLocale::UnitedKingdom) : QLocale(language));
    auto *application = qobject_cast<QApplication *>(QCoreApplication::instance());
    for (QTranslator *old : application->findChildren<QTranslator *>())
        delete old;
    installTranslations(*application, QLocale());
}

void InventoryPanelTest::init()
{
    speak(QLocale::English);
    m_session = std::make_unique<FakeSession>();
    fillWithSamples(*m_session);
    m_opened.clear();
    m_canOpen = true;
    openPanel();
    QTRY_VERIFY(child<QTreeWidget>(u"inventoryTree"_s)->topLevelItemCount() > 0);
}

void InventoryPanelTest::openPanel()
{
    m_panel = std::make_unique<inventory::InventoryPanel>(*m_session, [this](const QUrl &url) {
        m_opened.push_back(url);
        return m_canOpen;
    });
    m_panel->resize(900, 700);
    m_panel->show();
}

QTreeWidgetItem *InventoryPanelTest::item(const QString &title)
{
    const auto found = child<QTreeWidget>(u"inventoryTree"_s)->findItems(title, Qt::MatchExactly);
    return found.size() == 1 ? found.front() : nullptr;
}

void InventoryPanelTest::showsEveryClassAndItsConnections()
{
    QCOMPARE(child<QTreeWidget>(u"inventoryTree"_s)->topLevelItemCount(),
             static_cast<int>(profile::heldClasses().size()));
    const QTreeWidgetItem *orders = item(u"Orders"_s);
    QVERIFY(orders);
    QCOMPARE(orders->text(1), u"68,289"_s); // 48,204 + 16,068 + 4,017
    QCOMPARE(orders->text(2), u"03/06/2025"_s);
    QCOMPARE(orders->text(3), u"22/11/2026"_s);
    QCOMPARE(orders->text(4), u"in 5 days"_s); // the disconnected connection's
    QCOMPARE(orders->text(5), u"vault.db"_s);
    QCOMPARE(orders->childCount(), 3);
    QCOMPARE(orders->child(1)->text(0), u"Nordlicht Japan"_s);
    QCOMPARE(orders->child(1)->text(4), u"in 5 days"_s);
    QCOMPARE(orders->child(0)->text(4), u"in 11 days"_s);
    const QTreeWidgetItem *sealed = item(u"Personal data of buyers, sealed"_s);
    QCOMPARE(sealed->text(4), u"in 2 days"_s);
    QCOMPARE(sealed->toolTip(4), u"24/11/2026"_s);
    QCOMPARE(item(u"Credentials of connections"_s)->text(5), u"Keychain"_s);
    QCOMPARE(item(u"Settings"_s)->text(2), u"—"_s);
    QCOMPARE(item(u"Settings"_s)->childCount(), 0);
}

void InventoryPanelTest::tellsWhatTheSelectedClassIs()
{
    const auto detail = [this](int field) { return child<QLabel>(u"inventoryDetail%1"_s.arg(field))->text(); };
    QVERIFY(detail(0).startsWith(u"name; company name; address line 1;"_s)); // the first class is selected
    QVERIFY(detail(4).startsWith(u"30 days after receipt"_s));
    child<QTreeWidget>(u"inventoryTree"_s)->setCurrentItem(item(u"Audit history"_s));
    QVERIFY(detail(0).contains(u"hash that chains it"_s));
    QCOMPARE(detail(2), u"Key of the vault"_s);
    QVERIFY(detail(4).startsWith(u"24 months after it was written"_s));
    child<QTreeWidget>(u"inventoryTree"_s)->setCurrentItem(item(u"Orders"_s)->child(0));
    QVERIFY(detail(4).startsWith(u"18 months after receipt"_s)); // of a connection: the class's
}

void InventoryPanelTest::keepsWhatIsOpenWhenItCountsAgain()
{
    item(u"Orders"_s)->setExpanded(true);
    child<QTreeWidget>(u"inventoryTree"_s)->setCurrentItem(item(u"Settings"_s));
    m_session->stock.classes[2].held.rows = 7;
    m_session->stock.classes[2].connections[0].label.reset();
    m_session->stock.classes[2].connections[1].label = std::string();
    Q_EMIT m_session->syncFinished({});
    QTRY_COMPARE(item(u"Orders"_s)->text(1), u"7"_s);
    QCOMPARE(item(u"Orders"_s)->child(0)->text(0), u"A connection that is gone"_s);
    QCOMPARE(item(u"Orders"_s)->child(1)->text(0), u"fe"_s); // one without a name goes by its id
    QVERIFY(item(u"Orders"_s)->isExpanded());
    QVERIFY(!item(u"Order items"_s)->isExpanded());
    QCOMPARE(child<QTreeWidget>(u"inventoryTree"_s)->currentItem(), item(u"Settings"_s));
}

void InventoryPanelTest::countsOnlyWhileItIsLookedAt()
{
    QCOMPARE(m_session->inventories, 1);
    m_panel->hide();
    Q_EMIT m_session->syncFinished({});
    Q_EMIT m_session->connectionsChanged();
    QCOMPARE(m_session->inventories, 1);
    m_panel->show();
    QCOMPARE(m_session->inventories, 2);
    m_panel->hide();
    m_panel->show();
    QCOMPARE(m_session->inventories, 2); // nothing happened meanwhile
    Q_EMIT m_session->retentionChanged();
    QCOMPARE(m_session->inventories, 3);
}

void InventoryPanelTest::failureIsSaidAndAskedAgain()
{
    m_session->failure = ErrorKind::Database;
    Q_EMIT m_session->connectionsChanged();
    QTRY_COMPARE(child<InfoBar>(u"inventoryBar"_s)->tone(), Tone::Bad);
    QVERIFY(item(u"Orders"_s)); // what was known stays
    m_session->failure.reset();
    m_panel->hide();
    m_panel->show();
    QCOMPARE(m_session->inventories, 3);
}

void InventoryPanelTest::folderIsShownAndOpened()
{
    const std::string &folder = m_session->stock.location.folder;
    QCOMPARE(child<QLabel>(u"dataFolder"_s)->text(), QString::fromStdString(folder));
    QVERIFY(!child<InfoBar>(u"inventoryWarning"_s)->isVisible());
    child<QPushButton>(u"openDataFolder"_s)->click();
    QCOMPARE(m_opened, std::vector<QUrl>{QUrl::fromLocalFile(QString::fromStdString(folder))});
    QVERIFY(!child<InfoBar>(u"inventoryBar"_s)->isVisible());
    m_canOpen = false;
    child<QPushButton>(u"openDataFolder"_s)->click();
    QCOMPARE(child<InfoBar>(u"inventoryBar"_s)->tone(), Tone::Bad);
}

void InventoryPanelTest::placesAreWarnedOf_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("advice");
    using model::LocationTrouble;
    QTest::newRow("cloud") << int(LocationTrouble::CloudFolder) << u"synchronised by Dropbox"_s << u"--data-dir"_s;
    QTest::newRow("network") << int(LocationTrouble::NetworkDrive) << u"network drive"_s << u"local disk"_s;
    QTest::newRow("removable") << int(LocationTrouble::RemovableDrive) << u"removable drive"_s << u"under lock"_s;
}

void InventoryPanelTest::placesAreWarnedOf()
{
    QFETCH(int, trouble);
    QFETCH(QString, what);
    QFETCH(QString, advice);
    m_session->stock.location.troubles = {static_cast<model::LocationTrouble>(trouble)};
    m_session->stock.location.provider = "Dropbox";
    Q_EMIT m_session->connectionsChanged();
    auto *warning = child<InfoBar>(u"inventoryWarning"_s);
    QTRY_VERIFY(warning->isVisible());
    QVERIFY2(warning->text().contains(what) && warning->text().contains(advice), qPrintable(warning->text()));
    QVERIFY(inventory::InventoryDocument::html(m_session->stock, u"P"_s).contains(what));
    m_session->stock.location.troubles.clear();
    Q_EMIT m_session->connectionsChanged();
    QTRY_VERIFY(!warning->isVisible());
}

void InventoryPanelTest::savesAPdf()
{
    const sk::test::Folder folder;
    child<QPushButton>(u"inventoryPdf"_s)->click();
    auto *dialog = child<QFileDialog>(u"inventoryFileDialog"_s);
    QVERIFY(dialog && dialog->acceptMode() == QFileDialog::AcceptSave);
    const QString file = QString::fromStdString(toUtf8(folder / "inventory.pdf"));
    Q_EMIT dialog->fileSelected(file);
    QCOMPARE(child<InfoBar>(u"inventoryBar"_s)->tone(), Tone::Good);
    const Bytes document = sk::test::must(readFile(folder / "inventory.pdf", 1 << 24));
    QVERIFY(asText(document).starts_with("%PDF-"));
    QVERIFY(asText(document).find("%%EOF") != std::string_view::npos);
    QVERIFY(document.size() > 8000);
    m_panel->savePdf(u"/nowhere/at all/x.pdf"_s);
    QCOMPARE(child<InfoBar>(u"inventoryBar"_s)->tone(), Tone::Bad);
}

/// A printer that prints into a file stands for one of paper.
void InventoryPanelTest::printsOnWhatIsChosen()
{
    child<QPushButton>(u"inventoryPrint"_s)->click();
    auto *dialog = child<QPrintDialog>(u"inventoryPrintDialog"_s);
    QVERIFY(dialog);
    dialog->reject();
    const sk::test::Folder folder;
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(QString::fromStdString(toUtf8(folder / "printed.pdf")));
    PrintedDocument(u"Title"_s, inventory::InventoryDocument::html(m_session->stock, u"P"_s)).paintOn(printer);
    const Bytes printed = sk::test::must(readFile(folder / "printed.pdf", 1 << 24));
    QVERIFY(asText(printed).starts_with("%PDF-"));
    QVERIFY(printed.size() > 8000);
}

void InventoryPanelTest::nothingToPrintBeforeTheAnswer()
{
    m_session->hold = true;
    openPanel();
    QTest::qWait(10);
    for (const QString &button : {u"inventoryPrint"_s, u"inventoryPdf"_s, u"openDataFolder"_s})
        QVERIFY(!child<QPushButton>(button)->isEnabled());
}

void InventoryPanelTest::documentSaysAllAndEscapesNames()
{
    m_session->stock.classes[2].connections[0].label = "<b>Shop</b>";
    const QString html = inventory::InventoryDocument::html(m_session->stock, u"Nord & Co"_s);
    for (const QString &part : {u"Nord &amp; Co"_s, u"&lt;b&gt;Shop"_s, u"68,289"_s, u"address line 1"_s,
                                u"Key of the vault"_s, u"18 months after receipt"_s, u"24/11/2026"_s, u"slots"_s})
        QVERIFY2(html.contains(part), qPrintable(part));
    for (const profile::HeldClass &heldClass : profile::heldClasses())
        QVERIFY2(html.contains(QString::fromUtf8(heldClass.title).toHtmlEscaped()), heldClass.title);
}

void InventoryPanelTest::passphraseFileIsNamed()
{
    m_session->stock.secretsInFile = true;
    Q_EMIT m_session->connectionsChanged();
    QTRY_COMPARE(item(u"Credentials of connections"_s)->text(5), u"secrets.sealed"_s);
    child<QTreeWidget>(u"inventoryTree"_s)->setCurrentItem(item(u"Expiry keys"_s));
    QCOMPARE(child<QLabel>(u"inventoryDetail2"_s)->text(), u"The passphrase of the sealed file"_s);
}

/// Core's table is translated by its own texts: each has to be in the file, plural forms included.
void InventoryPanelTest::everyWordIsGerman()
{
    speak(QLocale::German);
    const auto isGerman = [](const char *text) {
        const bool hasPlural = std::string_view(text).find("%n") != std::string_view::npos;
        const QString german = QCoreApplication::translate(profile::kHeldTexts, text, nullptr, hasPlural ? 2 : -1);
        return german != QString::fromUtf8(text).replace(u"%n"_s, u"2"_s);
    };
    for (const profile::HeldClass &row : profile::heldClasses()) {
        for (const char *text : {row.title, row.purpose, profile::textOf(row.key, false),
                                 profile::textOf(row.key, true), profile::textOf(row.ending)})
            QVERIFY2(isGerman(text), text);
        for (const std::string &field : profile::heldFields(row))
            QVERIFY2(isGerman(field.c_str()), field.c_str());
        const QString ending = inventory::InventoryWords::ending(row, 1);
        QVERIFY(!ending.contains(u"(s)"_s) && ending != QString::fromUtf8(profile::textOf(row.ending)));
    }
    const QString html = inventory::InventoryDocument::html(m_session->stock, u"P"_s);
    for (const QString &word : {u"Oldest"_s, u"Purpose"_s, u"Folder"_s, u"Connection<"_s, u"months"_s})
        QVERIFY2(!html.contains(word), qPrintable(word));
}

void InventoryPanelTest::mayDieWhileAnswersAreDue()
{
    m_session->hold = true;
    Q_EMIT m_session->connectionsChanged();
    m_panel.reset();
    Q_EMIT m_session->connectionsChanged();
    m_session->release();
    QTest::qWait(10);
}

QTEST_MAIN(InventoryPanelTest)
#include "inventory_panel_test.moc"
