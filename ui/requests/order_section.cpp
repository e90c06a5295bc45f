// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/order_section.h"

#include "ui/common/certificate_dialog.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/named.h"
#include "ui/common/printed_document.h"
#include "ui/common/save_dialog.h"
#include "ui/common/spacing.h"
#include "ui/common/table_look.h"
#include "ui/common/text.h"
#include "ui/requests/erase_order_dialog.h"
#include "ui/requests/order_document.h"
#include "ui/requests/order_words.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sk::ui::requests {

using namespace Qt::StringLiterals;

OrderSection::OrderSection(profile::Session &session, Clock &clock, InfoBar &bar, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
    , m_bar(bar)
{
    build();
    connect(m_order, &QLineEdit::textChanged, this, &OrderSection::idChanged);
    connect(m_order, &QLineEdit::returnPressed, this, &OrderSection::find);
    connect(m_find, &QPushButton::clicked, this, &OrderSection::find);
    connect(m_export, &QPushButton::clicked, this, &OrderSection::askForFile);
    connect(m_erase, &QPushButton::clicked, this, &OrderSection::askToErase);
    connect(m_certificate, &QPushButton::clicked, this, &OrderSection::showCertificate);
}

void OrderSection::build()
{
    m_order = named(new QLineEdit(this), u"buyerOrder"_s, tr("Id of the order"));
    m_order->setPlaceholderText(u"701-1234567-1234567"_s);
    auto *caption = new QLabel(tr("&Order id:"), this);
    caption->setBuddy(m_order);
    m_find = named(new QPushButton(tr("&Find"), this), u"buyerFind"_s, tr("Find what is held about this order"));
    m_export = named(new QPushButton(Icons::icon(u"export"_s), tr("E&xport a copy…"), this), u"buyerExport"_s,
                     tr("Export a copy of everything held, for the buyer"));
    m_erase = named(new QPushButton(Icons::icon(u"erase"_s), tr("&Erase order…"), this), u"buyerErase"_s,
                    tr("Erase everything that is held about this order"));
    m_certificate = named(new QPushButton(Icons::icon(u"verify"_s), tr("Show ce&rtificate…"), this),
                          u"buyerCertificate"_s, tr("Show the certificate of this order’s erasure"));
    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::normal);
    line->addWidget(caption);
    line->addWidget(m_order, 1);
    line->addWidget(m_find);
    line->addSpacing(Spacing::wide);
    line->addWidget(m_export);
    line->addWidget(m_erase);
    line->addWidget(m_certificate);
    m_find->setEnabled(false);
    m_summary = makeText(QString(), this);
    m_summary->setObjectName(u"buyerSummary"_s);
    m_tree = named(new QTreeWidget(this), u"buyerTree"_s, tr("What is held about the order"));
    m_tree->setHeaderLabels({tr("Data"), tr("Held")});
    applyTableLook(*m_tree);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(0, fontMetrics().averageCharWidth() * 62);
    m_tree->setMinimumHeight(fontMetrics().height() * 7);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(line);
    layout->addWidget(m_summary);
    layout->addWidget(m_tree, 1);
    forget();
}

/// What is shown, and what the buttons act on, is of the id that stands in the field.
void OrderSection::idChanged(const QString &text)
{
    m_find->setEnabled(!text.trimmed().isEmpty());
    if (fromQString(text.trimmed()) == m_found.order.value)
        return;
    ++m_question; // an answer that is still on its way is of another id
    forget();
}

void OrderSection::forget()
{
    m_found = {};
    m_tree->clear();
    for (QPushButton *button : {m_export, m_erase, m_certificate})
        button->setEnabled(false);
    m_summary->setText(tr("Enter an order id to see everything that is held about its buyer."));
}

void OrderSection::show(const QString &order)
{
    m_order->setText(order);
    find();
}

void OrderSection::find()
{
    const QString order = m_order->text().trimmed();
    if (order.isEmpty())
        return;
    forget();
    const int question = ++m_question;
    whenDone(m_session.findOrder({fromQString(order)}), this, [this, question](const Result<model::OrderFound> &found) {
        if (question != m_question)
            return;
        if (found)
            showFound(*found);
        else
            m_bar.showError(found.error());
    });
}

/// After a change, unless another id was typed meanwhile.
void OrderSection::findAgain(const model::OrderId &order)
{
    if (fromQString(m_order->text().trimmed()) == order.value)
        find();
}

void OrderSection::showFound(const model::OrderFound &found)
{
    m_found = found;
    m_tree->clear();
    for (const model::OrderHolding &holding : found.holdings)
        addHolding(holding);
    for (QPushButton *button : {m_export, m_erase})
        button->setEnabled(found.isHeld());
    m_certificate->setEnabled(!found.certificates.empty());
    const QString order = toQString(found.order.value);
    QString text;
    if (found.isHeld())
        text = tr("Held about order %1, in %Ln connection(s). Personal values are sealed: the copy for the buyer shows "
                  "them, this page does not.",
                  nullptr, Format::plural(static_cast<std::int64_t>(found.holdings.size())))
                   .arg(order);
    else if (found.erasedAt)
        text = tr("Nothing is held about order %1. It was erased on %2, and no sync stores it again.")
                   .arg(order, Format::day(dayOf(*found.erasedAt)));
    else
        text = tr("Nothing is held about order %1.").arg(order);
    if (!found.files.empty())
        text += u' '
            + tr("%Ln exported file(s) may hold it, too: see the end of the list.", nullptr,
                 Format::plural(static_cast<std::int64_t>(found.files.size())));
    m_summary->setText(text);
    if (!found.files.empty()) {
        auto *files = new QTreeWidgetItem(m_tree, {tr("Exported files")});
        for (const model::RememberedFile &file : found.files)
            new QTreeWidgetItem(
                files,
                {file.ofThisOrder ? tr("Copy for the buyer") : tr("Export of several orders"), toQString(file.path)});
        files->setExpanded(true);
    }
}

void OrderSection::addHolding(const model::OrderHolding &holding)
{
    auto *top = new QTreeWidgetItem(m_tree, {OrderWords::connection(holding)});
    if (!holding.personal.empty()) {
        auto *personal = new QTreeWidgetItem(top, {OrderWords::personalTitle()});
        personal->setToolTip(0, personal->text(0));
        for (const model::HeldPersonal &value : holding.personal)
            new QTreeWidgetItem(personal,
                                {OrderWords::field(value), tr("sealed, until %1").arg(Format::day(value.expiryDay))});
        personal->setExpanded(true);
    }
    for (const model::HeldTable &table : holding.tables) {
        auto *title = new QTreeWidgetItem(top, {OrderWords::table(table)});
        title->setToolTip(0, title->text(0));
        for (const model::HeldRow &row : table.rows) {
            QTreeWidgetItem *parent = title;
            if (table.rows.size() > 1)
                parent = new QTreeWidgetItem(title, {tr("Row %L1").arg(title->childCount() + 1)});
            for (const OrderWords::Line &line : OrderWords::lines(table, row)) {
                auto *item = new QTreeWidgetItem(parent, {line.name, line.value});
                item->setToolTip(0, line.name);
                item->setToolTip(1, line.value);
            }
            parent->setExpanded(true);
        }
        title->setExpanded(table.name == "orders");
    }
    top->setExpanded(true);
}

void OrderSection::askForFile()
{
    QFileDialog *dialog =
        makeSaveDialog(tr("Export a copy for the buyer"), {tr("PDF (*.pdf)"), tr("JSON (*.json)")}, u"pdf"_s, this);
    dialog->setObjectName(u"buyerFileDialog"_s);
    dialog->selectFile(u"order-%1.pdf"_s.arg(toQString(m_found.order.value)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, order = m_found.order](const QString &file) { exportOrder(order, file); });
    dialog->open();
}

void OrderSection::exportTo(const QString &file)
{
    exportOrder(m_found.order, file);
}

void OrderSection::exportOrder(const model::OrderId &order, const QString &file)
{
    const bool asPdf = file.endsWith(u".pdf"_s, Qt::CaseInsensitive);
    const profile::BuyerExport request{order, std::filesystem::path(file.toStdU16String()), !asPdf};
    whenDone(m_session.exportBuyer(request), this, [this, request, file](const Result<profile::BuyerCopy> &copy) {
        if (!copy || request.json)
            return written(copy.transform([](const profile::BuyerCopy &) {}), request.order, file);
        const QString profile = toQString(m_session.info().name);
        const PrintedDocument document(OrderDocument::title(), OrderDocument::html(*copy, profile, m_clock.now()));
        writeRemembered(
            document, file, this, [this, request] { return m_session.rememberBuyerCopy(request); },
            [this, order = request.order, file](const Result<void> &remembered) { written(remembered, order, file); });
    });
}

void OrderSection::written(const Result<void> &done, const model::OrderId &order, const QString &file)
{
    if (!done)
        return m_bar.showError(done.error());
    m_bar.showMessage(
        Tone::Good, tr("Written to %1. It holds personal data: hand it to the buyer only, then delete it.").arg(file));
    findAgain(order);
}

void OrderSection::askToErase()
{
    auto *dialog = new EraseOrderDialog(toQString(m_found.order.value), this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, order = m_found.order] { erase(order, dialog->reason()); });
    dialog->open();
}

void OrderSection::erase(const model::OrderId &order, model::ErasureReason reason)
{
    if (m_found.order == order) {
        m_erase->setEnabled(false);
        m_export->setEnabled(false);
    }
    whenDone(m_session.eraseOrder(order, reason), this, [this, order](const Result<model::Erased> &done) {
        if (done)
            (new CertificateDialog(*done, this))->open();
        else
            m_bar.showError(done.error());
        findAgain(order);
        Q_EMIT erased();
    });
}

/// The newest of them.
void OrderSection::showCertificate()
{
    const auto showNewest = [this, ids = m_found.certificates](const Result<std::vector<model::Erased>> &issued) {
        if (!issued)
            return m_bar.showError(issued.error());
        const auto known = std::ranges::find_if(*issued, [&ids](const model::Erased &certified) {
            return std::ranges::count(ids, certified.certificate.id) > 0;
        });
        if (known != issued->end())
            (new CertificateDialog(*known, this))->open();
    };
    whenDone(m_session.certificates(), this, showNewest);
}

} // namespace sk::ui::requests
