// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fulfilment/fulfilment_panel.h"

#include "ui/common/error_text.h"
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
#include "ui/fulfilment/packing_slips.h"
#include "ui/reveal/ask_purpose.h"
#include "ui/fulfilment/shipment_model.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <set>

namespace sk::ui::fulfilment {

using namespace Qt::StringLiterals;

FulfilmentPanel::FulfilmentPanel(profile::Session &session, Clock &clock, reveal::CaptureGuard guard, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
{
    setObjectName(u"fulfilmentPanel"_s);
    m_model = new ShipmentModel(this);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"fulfilmentBar"_s);
    m_empty = new MutedLabel(this);
    m_empty->setObjectName(u"fulfilmentEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page - Spacing::tight, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addLayout(buildHeader());
    layout->addWidget(
        new MutedLabel(tr("Orders that you ship yourself and whose address is held. Addresses are masked; "
                          "each look at one needs a purpose and is recorded."),
                       this));
    layout->addWidget(m_bar);
    buildTable();
    m_all = named(new QCheckBox(tr("Also orders that are s&hipped already"), this), u"shippedToo"_s,
                  tr("Also list orders that are shipped already and whose address is still held"));
    m_address = new reveal::AddressView(m_clock, std::move(guard), this);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_all);
    layout->addWidget(m_address);
    wire();
    showShipments();
}

QHBoxLayout *FulfilmentPanel::buildHeader()
{
    m_zones = named(new QPushButton(Icons::icon(u"folder"_s), tr("Shipping &zones…"), this), u"shippingZones"_s,
                    tr("Count the open shipments by the zones of a table"));
    m_zones->setToolTip(tr("A CSV file of yours with lines from,to,zone – and a country, if you like. Postal codes are "
                           "compared and forgotten; only the counts are shown."));
    m_slips = named(new QPushButton(Icons::icon(u"print"_s), tr("Packing s&lips…"), this), u"packingSlips"_s,
                    tr("Write packing slips of the chosen orders to a PDF file"));
    auto *header = new QHBoxLayout;
    header->setSpacing(Spacing::normal);
    header->addWidget(makeTitle(tr("Fulfilment"), this));
    header->addStretch(1);
    header->addWidget(m_zones);
    header->addWidget(m_slips);
    return header;
}

void FulfilmentPanel::buildTable()
{
    m_table = named(new QTableView(this), u"shipmentTable"_s, tr("Orders whose address is held"));
    m_table->setModel(m_model);
    applyTableLook(*m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    const std::array<int, ShipmentModel::ColumnCount> widths{26, 16, 7, 13, 15, 13};
    setColumnWidths(*m_table, widths);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void FulfilmentPanel::wire()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FulfilmentPanel::chosenChanged);
    connect(m_table, &QTableView::activated, this, &FulfilmentPanel::askToShow);
    connect(m_all, &QCheckBox::toggled, this, &FulfilmentPanel::showShipments);
    connect(m_address, &reveal::AddressView::showWanted, this, &FulfilmentPanel::askToShow);
    connect(m_slips, &QPushButton::clicked, this, &FulfilmentPanel::askForSlips);
    connect(m_zones, &QPushButton::clicked, this, &FulfilmentPanel::askForZones);
    connect(&m_session, &profile::Session::connectionsChanged, this, &FulfilmentPanel::refreshWhenSeen);
    connect(&m_session, &profile::Session::retentionChanged, this, &FulfilmentPanel::refreshWhenSeen);
    connect(&m_session, &profile::Session::piiExpired, this, &FulfilmentPanel::refreshWhenSeen);
    connect(&m_session, &profile::Session::syncFinished, this, &FulfilmentPanel::refreshWhenSeen);
}

void FulfilmentPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void FulfilmentPanel::refreshWhenSeen()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void FulfilmentPanel::refresh()
{
    m_stale = false;
    const int question = ++m_question;
    whenDone(m_session.connections(), this, [this, question](const Result<std::vector<model::ConnectionView>> &views) {
        if (question != m_question)
            return;
        m_featureOn = views && std::ranges::any_of(*views, [](const model::ConnectionView &view) {
                          return std::ranges::count(view.connection.features, model::Feature::FulfilmentAddresses) > 0;
                      });
        explainEmptiness();
    });
    whenDone(m_session.shipments(), this, [this, question](const Result<std::vector<model::Shipment>> &shipments) {
        if (question != m_question)
            return;
        m_stale = !shipments; // looking again asks again
        if (!shipments)
            return m_bar->showError(shipments.error());
        m_shipments = *shipments;
        showShipments();
    });
}

void FulfilmentPanel::showShipments()
{
    const std::vector<model::OrderRef> before = chosen();
    std::vector<model::Shipment> shown;
    for (const model::Shipment &shipment : m_shipments) {
        if (shipment.open || m_all->isChecked())
            shown.push_back(shipment);
    }
    {
        const QSignalBlocker quiet(m_table->selectionModel()); // one change, not two
        m_model->setShipments(std::move(shown), m_clock.now());
        for (const model::OrderRef &order : before) {
            if (const int row = m_model->rowOf(order); row >= 0) // the last of them is where the keyboard goes on
                m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    m_table->viewport()->update();
    explainEmptiness();
    if (chosen() != before || before.empty())
        chosenChanged(); // masks what is shown
    else
        updateActions();
}

void FulfilmentPanel::explainEmptiness()
{
    const bool empty = m_model->rowCount() == 0;
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    m_zones->setEnabled(!empty);
    m_empty->setText(m_featureOn
                         ? tr("You have nothing to ship. Addresses come with the next sync, for orders that "
                              "still have to be shipped.")
                         : tr("No connection may hold addresses. Switch on “Fulfilment addresses” for a connection on "
                              "the page Connections, then sync."));
}

std::vector<model::OrderRef> FulfilmentPanel::chosen() const
{
    std::vector<model::OrderRef> orders;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    std::set<int> rows;
    for (const QModelIndex &index : selected)
        rows.insert(index.row());
    for (const int row : rows)
        orders.push_back(m_model->shipment(row).order);
    return orders;
}

void FulfilmentPanel::chosenChanged()
{
    const std::vector<model::OrderRef> orders = chosen();
    const bool one = orders.size() == 1;
    m_address->setShipment(one ? &m_model->shipment(m_model->rowOf(orders.front())) : nullptr);
    updateActions();
}

void FulfilmentPanel::updateActions()
{
    const std::vector<model::OrderRef> orders = chosen();
    const bool allOpen = std::ranges::all_of(
        orders, [this](const model::OrderRef &order) { return m_model->shipment(m_model->rowOf(order)).open; });
    m_slips->setEnabled(!orders.empty() && allOpen);
}

void FulfilmentPanel::askToShow()
{
    const std::vector<model::OrderRef> orders = chosen();
    if (orders.size() != 1)
        return;
    const model::OrderRef order = orders.front();
    reveal::askPurpose(
        m_session, *m_bar,
        [this, order](const model::AcceptableUse &use) {
            return new reveal::PurposeDialog(toQString(order.order.value), use, this);
        },
        [this, order](model::RevealPurpose purpose) { showAddress(order, purpose); });
}

void FulfilmentPanel::showAddress(const model::OrderRef &order, model::RevealPurpose purpose)
{
    whenDone(m_session.reveal({{order}, purpose, std::nullopt}), this,
             [this, order](const Result<profile::Revealed> &revealed) {
                 if (!revealed)
                     return m_bar->showError(revealed.error());
                 m_bar->hide();
                 if (chosen() == std::vector{order}) // else another one was chosen meanwhile
                     m_address->reveal(revealed->addresses.front(), revealed->showFor);
             });
}

void FulfilmentPanel::askForSlips()
{
    const std::vector<model::OrderRef> orders = chosen();
    if (orders.empty())
        return;
    reveal::askPurpose(
        m_session, *m_bar,
        [this, orders](const model::AcceptableUse &use) {
            return new reveal::PurposeDialog(static_cast<int>(orders.size()), use, this);
        },
        [this, orders](model::RevealPurpose) { askForSlipsFile(orders); });
}

void FulfilmentPanel::askForSlipsFile(const std::vector<model::OrderRef> &orders)
{
    QFileDialog *dialog = makeSaveDialog(tr("Save packing slips as PDF"), {tr("PDF (*.pdf)")}, u"pdf"_s, this);
    dialog->setObjectName(u"slipsFileDialog"_s);
    dialog->selectFile(u"packing-slips-%1.pdf"_s.arg(toQString(toIso(dayOf(m_clock.now())))));
    connect(dialog, &QFileDialog::fileSelected, this, [this, orders](const QString &file) { makeSlips(orders, file); });
    dialog->open();
}

void FulfilmentPanel::writeSlips(const QString &file)
{
    makeSlips(chosen(), file);
}

void FulfilmentPanel::makeSlips(const std::vector<model::OrderRef> &orders, const QString &file)
{
    profile::RevealRequest request{orders, model::RevealPurpose::Fulfilment,
                                   std::filesystem::path(file.toStdU16String())};
    whenDone(m_session.reveal(std::move(request)), this, [this, file](const Result<profile::Revealed> &revealed) {
        if (revealed)
            slipsRevealed(file, *revealed);
        else
            m_bar->showError(revealed.error());
    });
}

void FulfilmentPanel::slipsRevealed(const QString &file, const profile::Revealed &revealed)
{
    profile::SlipsMade made{{}, std::filesystem::path(file.toStdU16String())};
    for (const profile::RevealedAddress &address : revealed.addresses)
        made.orders.push_back(address.shipment.order);
    const auto done = [this, file](const Result<std::int64_t> &slips) {
        if (!slips && slips.error().kind == ErrorKind::NotFound)
            return m_bar->showMessage(Tone::Bad,
                                      tr("No packing slips were written: an order among them was erased meanwhile. "
                                         "Choose the orders again."));
        if (!slips)
            return m_bar->showError(slips.error());
        m_bar->showMessage(Tone::Good,
                           tr("%n packing slip(s) written to %1. Delete the file when the parcels are on "
                              "their way.",
                              nullptr, Format::plural(*slips))
                               .arg(file));
    };
    m_bar->showMessage(Tone::Busy, tr("Writing the packing slips…"));
    writeRemembered(
        PackingSlips::document(revealed), file, this, [this, made] { return m_session.slipsMade(made); }, done);
}

void FulfilmentPanel::askForZones()
{
    auto *dialog = new QFileDialog(this, tr("Choose your table of shipping zones"));
    dialog->setObjectName(u"zonesFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("CSV (*.csv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &FulfilmentPanel::countZones);
    dialog->open();
}

void FulfilmentPanel::countZones(const QString &table)
{
    const std::filesystem::path path(table.toStdU16String());
    whenDone(m_session.shippingZones(path), this, [this](const Result<std::vector<model::ZoneCount>> &counts) {
        if (!counts) // a mistake in the table is named in the detail
            return m_bar->showMessage(Tone::Bad,
                                      counts.error().kind == ErrorKind::Usage ? toQString(counts.error().detail)
                                                                              : ErrorText::of(counts.error().kind));
        QStringList lines;
        for (const model::ZoneCount &count : *counts) {
            if (count.orders > 0)
                //: %1: name of a shipping zone
                lines.append((count.zone.empty() ? tr("in no zone") : toQString(count.zone)) + u": "_s
                             + Format::count(count.orders));
        }
        m_bar->showMessage(Tone::Neutral, tr("Open shipments by zone: %1").arg(lines.join(u" · "_s)));
    });
}

} // namespace sk::ui::fulfilment
