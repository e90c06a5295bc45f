// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inventory/inventory_panel.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/printed_document.h"
#include "ui/common/save_dialog.h"
#include "ui/common/spacing.h"
#include "ui/common/table_look.h"
#include "ui/common/text.h"
#include "ui/inventory/inventory_details.h"
#include "ui/inventory/inventory_document.h"
#include "ui/inventory/inventory_words.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QPrintDialog>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sk::ui::inventory {

using namespace Qt::StringLiterals;

namespace {

enum Column { Data, Rows, Oldest, Newest, Next, Place, ColumnCount };

/// Which of the inventory's classes an item belongs to.
constexpr int kClassRole = Qt::UserRole;

} // namespace

InventoryPanel::InventoryPanel(profile::Session &session, std::function<bool(const QUrl &)> openFolder, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_openFolder(std::move(openFolder))
{
    setObjectName(u"inventoryPanel"_s);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"inventoryBar"_s);
    m_warning = new InfoBar(this);
    m_warning->setObjectName(u"inventoryWarning"_s);
    m_warning->setClosable(false);
    m_details = new InventoryDetails(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page - Spacing::tight, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addLayout(buildHeader());
    layout->addWidget(
        new MutedLabel(tr("Everything this profile holds: what it is, what for, how old it is, and when it "
                          "goes. Open a line to see it for each connection."),
                       this));
    layout->addLayout(buildPlace());
    layout->addWidget(m_warning);
    layout->addWidget(m_bar);
    buildTree();
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_details);
    wire();
}

QHBoxLayout *InventoryPanel::buildHeader()
{
    m_print = named(new QPushButton(Icons::icon(u"print"_s), tr("Prin&t…"), this), u"inventoryPrint"_s,
                    tr("Print the data inventory"));
    m_pdf = named(new QPushButton(Icons::icon(u"export"_s), tr("Save as P&DF…"), this), u"inventoryPdf"_s,
                  tr("Save the data inventory as PDF"));
    auto *header = new QHBoxLayout;
    header->setSpacing(Spacing::normal);
    header->addWidget(makeTitle(InventoryDocument::title(), this));
    header->addStretch(1);
    for (QPushButton *button : {m_print, m_pdf}) {
        button->setEnabled(false); // until there is something to print
        header->addWidget(button);
    }
    return header;
}

QHBoxLayout *InventoryPanel::buildPlace()
{
    m_folder = makeText(QString(), this);
    m_folder->setObjectName(u"dataFolder"_s);
    m_open = named(new QPushButton(Icons::icon(u"folder"_s), tr("Open f&older"), this), u"openDataFolder"_s,
                   tr("Open the folder in which the data lies"));
    m_open->setEnabled(false);
    auto *caption = new MutedLabel(tr("Folder:"), this);
    caption->setWordWrap(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::normal);
    line->addWidget(caption);
    line->addWidget(m_folder, 1);
    line->addWidget(m_open);
    return line;
}

void InventoryPanel::buildTree()
{
    m_tree = named(new QTreeWidget(this), u"inventoryTree"_s, tr("Classes of data"));
    m_tree->setHeaderLabels(
        {tr("Data"), tr("Rows"), tr("Oldest"), tr("Newest"), tr("Next deletion from"), tr("Lies in")});
    m_tree->headerItem()->setTextAlignment(Rows, Qt::AlignRight | Qt::AlignVCenter);
    applyTableLook(*m_tree);
    m_tree->setMinimumHeight(fontMetrics().height() * 8);
    const int letter = fontMetrics().averageCharWidth();
    const std::array<int, ColumnCount> widths{0, 9, 12, 12, 24, 15};
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    for (int column = Rows; column < ColumnCount; ++column)
        header->resizeSection(column, widths[static_cast<std::size_t>(column)] * letter + Spacing::normal);
    header->setSectionResizeMode(Data, QHeaderView::Stretch);
}

void InventoryPanel::wire()
{
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &InventoryPanel::showCurrent);
    connect(m_open, &QPushButton::clicked, this, &InventoryPanel::openDataFolder);
    connect(m_print, &QPushButton::clicked, this, &InventoryPanel::print);
    connect(m_pdf, &QPushButton::clicked, this, &InventoryPanel::askForFile);
    connect(&m_session, &profile::Session::connectionsChanged, this, &InventoryPanel::refreshWhenSeen);
    connect(&m_session, &profile::Session::retentionChanged, this, &InventoryPanel::refreshWhenSeen);
    connect(&m_session, &profile::Session::piiExpired, this, &InventoryPanel::refreshWhenSeen);
    connect(&m_session, &profile::Session::syncFinished, this, &InventoryPanel::refreshWhenSeen);
}

void InventoryPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void InventoryPanel::refreshWhenSeen()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void InventoryPanel::refresh()
{
    m_stale = false;
    const int question = ++m_question;
    whenDone(m_session.inventory(), this, [this, question](const Result<model::Inventory> &result) {
        if (question != m_question)
            return;
        m_stale = !result; // looking again asks again
        if (result)
            showInventory(*result);
        else
            m_bar->showError(result.error());
    });
}

void InventoryPanel::showInventory(model::Inventory inventory)
{
    std::set<QString> expanded;
    QString current;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_tree->topLevelItem(i);
        const QString name = toQString(m_inventory.classes[static_cast<std::size_t>(i)].name);
        if (item->isExpanded())
            expanded.insert(name);
        const QTreeWidgetItem *chosen = m_tree->currentItem();
        if (chosen == item || (chosen && chosen->parent() == item))
            current = name;
    }
    m_inventory = std::move(inventory);
    m_tree->clear();
    for (int i = 0; i < static_cast<int>(m_inventory.classes.size()); ++i) {
        addClass(i, expanded);
        if (i == 0 || toQString(m_inventory.classes[static_cast<std::size_t>(i)].name) == current)
            m_tree->setCurrentItem(m_tree->topLevelItem(i));
    }
    showPlace();
    for (QPushButton *button : {m_open, m_print, m_pdf})
        button->setEnabled(true);
}

void InventoryPanel::showPlace()
{
    m_folder->setText(toQString(m_inventory.location.folder));
    const QStringList warnings = InventoryWords::warnings(m_inventory.location);
    if (warnings.isEmpty())
        m_warning->hide();
    else
        m_warning->showMessage(Tone::Attention, warnings.join(u"\n"_s));
}

void InventoryPanel::addClass(int number, const std::set<QString> &expanded)
{
    const model::InventoryClass &stock = m_inventory.classes[static_cast<std::size_t>(number)];
    auto *item = new QTreeWidgetItem(m_tree);
    item->setData(Data, kClassRole, number);
    if (const profile::HeldClass *heldClass = profile::findHeldClass(stock.name)) {
        item->setText(Data, InventoryWords::title(*heldClass));
        item->setText(Place, InventoryWords::place(*heldClass, m_inventory.secretsInFile));
        item->setToolTip(Data, item->text(Data));
        item->setToolTip(Place, item->text(Place));
    }
    showFigures(*item, stock.held);
    for (const model::HeldOfConnection &one : stock.connections) {
        auto *child = new QTreeWidgetItem(item);
        child->setData(Data, kClassRole, number);
        child->setText(Data, InventoryWords::connection(one));
        showFigures(*child, one.held);
    }
    item->setExpanded(expanded.contains(toQString(stock.name)));
}

void InventoryPanel::showFigures(QTreeWidgetItem &item, const model::Held &held) const
{
    const auto dayText = [](const std::optional<Time> &time) { return time ? Format::day(dayOf(*time)) : tr("—"); };
    item.setText(Rows, Format::count(held.rows));
    item.setTextAlignment(Rows, Qt::AlignRight | Qt::AlignVCenter);
    item.setText(Oldest, dayText(held.oldest));
    item.setText(Newest, dayText(held.newest));
    item.setText(Next, held.goesFrom ? Format::untilDay(*held.goesFrom, dayOf(m_inventory.taken)) : tr("—"));
    item.setToolTip(Next, held.goesFrom ? Format::day(*held.goesFrom) : QString());
}

void InventoryPanel::showCurrent()
{
    if (const QTreeWidgetItem *item = m_tree->currentItem()) {
        const auto number = static_cast<std::size_t>(item->data(Data, kClassRole).toInt());
        m_details->show(m_inventory.classes[number], m_inventory.secretsInFile);
    }
}

void InventoryPanel::openDataFolder()
{
    if (!m_openFolder(QUrl::fromLocalFile(toQString(m_inventory.location.folder))))
        m_bar->showMessage(Tone::Bad, tr("No program of this system opened the folder. Its place is shown above."));
}

PrintedDocument InventoryPanel::document() const
{
    const QString profile = toQString(m_session.info().name);
    return {InventoryDocument::title(), InventoryDocument::html(m_inventory, profile)};
}

void InventoryPanel::print()
{
    QPrintDialog *dialog = document().makePrintDialog(this);
    dialog->setObjectName(u"inventoryPrintDialog"_s);
    dialog->open();
}

void InventoryPanel::askForFile()
{
    QFileDialog *dialog = makeSaveDialog(tr("Save the data inventory as PDF"), {tr("PDF (*.pdf)")}, u"pdf"_s, this);
    dialog->setObjectName(u"inventoryFileDialog"_s);
    dialog->selectFile(u"inventory-%1.pdf"_s.arg(toQString(toIso(dayOf(m_inventory.taken)))));
    connect(dialog, &QFileDialog::fileSelected, this, &InventoryPanel::savePdf);
    dialog->open();
}

void InventoryPanel::savePdf(const QString &file)
{
    const Result<void> written = document().writePdf(file);
    if (written)
        m_bar->showMessage(Tone::Good, tr("Written to %1.").arg(file));
    else
        m_bar->showError(written.error());
}

} // namespace sk::ui::inventory
