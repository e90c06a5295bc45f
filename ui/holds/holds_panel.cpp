// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/holds/holds_panel.h"

#include "ui/common/confirm_dialog.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/table_look.h"
#include "ui/common/text.h"
#include "ui/holds/held_address_dialog.h"
#include "ui/holds/hold_model.h"
#include "ui/holds/hold_words.h"
#include "ui/holds/place_hold_dialog.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace sk::ui::holds {

using namespace Qt::StringLiterals;

HoldsPanel::HoldsPanel(profile::Session &session, Clock &clock, reveal::CaptureGuard guard, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
    , m_guard(std::move(guard))
{
    setObjectName(u"holdsPanel"_s);
    m_model = new HoldModel(this);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"holdsBar"_s);
    m_ended = named(new QCheckBox(tr("Show holds that have &ended"), this), u"holdsEnded"_s,
                    tr("Show holds that have ended"));
    m_ended->setChecked(true);
    m_empty = new MutedLabel(tr("No order is on hold: everything personal goes on its day."), this);
    m_empty->setObjectName(u"holdsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page - Spacing::tight, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addLayout(buildHeader());
    layout->addWidget(new MutedLabel(
        tr("Personal data of single orders that a tax or legal duty keeps beyond its 30 days. A hold ends by itself "
           "after its last day, or when you release it: then its key is destroyed, in old backups too. Its record stays "
           "here. Nothing else outlives the 30 days."),
        this));
    layout->addWidget(m_bar);
    layout->addWidget(m_ended);
    layout->addWidget(m_empty, 1);
    buildTable();
    layout->addWidget(m_table, 1);
    m_details = makeText(QString(), this);
    m_details->setObjectName(u"holdDetails"_s);
    layout->addWidget(m_details);
    wire();
    refreshConnections();
    refresh();
}

QHBoxLayout *HoldsPanel::buildHeader()
{
    m_place = named(new QPushButton(Icons::icon(u"hold"_s), tr("Place &hold…"), this), u"placeHold"_s,
                    tr("Put an order on hold"));
    m_place->setEnabled(false);
    m_reveal = named(new QPushButton(Icons::icon(u"lock"_s), tr("&Reveal…"), this), u"revealHold"_s,
                     tr("Show the address that the selected hold keeps"));
    m_reveal->setEnabled(false);
    m_release = named(new QPushButton(Icons::icon(u"release"_s), tr("Re&lease…"), this), u"releaseHold"_s,
                      tr("Release the selected hold"));
    m_release->setEnabled(false);
    auto *header = new QHBoxLayout;
    header->setSpacing(Spacing::normal);
    header->addWidget(makeTitle(tr("Tax and legal holds"), this));
    header->addStretch(1);
    header->addWidget(m_place);
    header->addWidget(m_reveal);
    header->addWidget(m_release);
    return header;
}

void HoldsPanel::buildTable()
{
    m_table = named(new QTableView(this), u"holdsTable"_s, tr("Register of holds"));
    m_table->setModel(m_model);
    applyTableLook(*m_table);
    m_table->setAlternatingRowColors(true);
    const std::array<int, HoldModel::ColumnCount> widths{24, 18, 8, 0, 11, 12, 8, 28};
    setColumnWidths(*m_table, widths);
    m_table->setColumnHidden(HoldModel::Person, true); // the line below the table says it
    m_table->horizontalHeader()->setSectionResizeMode(HoldModel::Reason, QHeaderView::Stretch);
}

void HoldsPanel::wire()
{
    connect(m_place, &QPushButton::clicked, this, &HoldsPanel::askToPlace);
    connect(m_reveal, &QPushButton::clicked, this, &HoldsPanel::revealCurrent);
    connect(m_release, &QPushButton::clicked, this, &HoldsPanel::askToRelease);
    connect(m_ended, &QCheckBox::toggled, this, &HoldsPanel::showHolds);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HoldsPanel::showCurrent);
    connect(&m_session, &profile::Session::retentionChanged, this, &HoldsPanel::refresh);
    connect(&m_session, &profile::Session::piiExpired, this, &HoldsPanel::refresh);
    connect(&m_session, &profile::Session::connectionsChanged, this, [this] {
        refreshConnections();
        refresh();
    });
}

void HoldsPanel::refreshConnections()
{
    whenDone(m_session.connections(), this, [this](const Result<std::vector<model::ConnectionView>> &result) {
        if (result)
            m_connections = *result;
        m_place->setEnabled(std::ranges::any_of(m_connections, [](const model::ConnectionView &view) {
            return view.connection.kind == model::ConnectionKind::SellingPartner; // orders are theirs alone
        }));
    });
}

void HoldsPanel::refresh()
{
    const int question = ++m_question;
    whenDone(m_session.holds(), this, [this, question](const Result<std::vector<model::Hold>> &result) {
        if (question != m_question)
            return;
        if (!result)
            return m_bar->showError(result.error());
        m_holds = *result;
        showHolds();
    });
}

void HoldsPanel::showHolds()
{
    const std::string chosen = current() != nullptr ? current()->id : std::string();
    m_model->setHolds(m_holds, m_ended->isChecked());
    const bool empty = m_model->rowCount() == 0;
    m_empty->setVisible(empty);
    m_table->setVisible(!empty);
    if (const int row = m_model->rowOf(chosen); row >= 0)
        m_table->selectRow(row);
    showCurrent();
}

void HoldsPanel::showCurrent()
{
    const model::Hold *hold = current();
    m_release->setEnabled(hold != nullptr && !hold->ended);
    m_reveal->setEnabled(hold != nullptr && hold->isInForce());
    m_details->setVisible(hold != nullptr);
    if (hold != nullptr) {
        const QString day = Format::day(dayOf(hold->placed));
        //: %1: person, %2: day, %3: the reason as it was typed
        m_details->setText(
            tr("Placed by %1 on %2. Reason: %3").arg(HoldWords::person(hold->by), day, toQString(hold->reason)));
    }
}

const model::Hold *HoldsPanel::current() const
{
    return m_model->at(m_table->currentIndex().row());
}

void HoldsPanel::askToPlace()
{
    auto *dialog = new PlaceHoldDialog(m_session, m_connections, dayOf(m_clock.now()), this);
    connect(dialog, &PlaceHoldDialog::placed, this, [this](const model::Hold &hold) {
        m_bar->showMessage(
            Tone::Good, tr("Order %1 is on hold until %2.").arg(toQString(hold.order.value), Format::day(hold.until)));
        refresh();
    });
    dialog->open();
}

void HoldsPanel::revealCurrent()
{
    if (const model::Hold *hold = current())
        (new HeldAddressDialog(m_session, m_clock, m_guard, *hold, this))->open();
}

void HoldsPanel::askToRelease()
{
    if (current() == nullptr)
        return;
    const model::Hold hold = *current();
    ConfirmDialog::ask(
        this,
        {tr("Release the hold on order %1?").arg(toQString(hold.order.value)),
         tr("The key of the %Ln personal value(s) it keeps is destroyed, in old copies and backups too; that cannot be "
            "taken back. What has not reached its expiry day yet stays until then. The record of the hold stays in the "
            "register.",
            nullptr, Format::plural(hold.values)),
         tr("Release")},
        [this, hold] { release(hold); });
}

void HoldsPanel::release(const model::Hold &hold)
{
    m_release->setEnabled(false);
    const QString order = toQString(hold.order.value);
    whenDone(m_session.releaseHold(hold.id), this, [this, order](const Result<model::Hold> &result) {
        if (result)
            m_bar->showMessage(Tone::Good, tr("The hold on order %1 is released; its key is destroyed.").arg(order));
        else
            m_bar->showError(result.error());
        refresh();
    });
}

} // namespace sk::ui::holds
