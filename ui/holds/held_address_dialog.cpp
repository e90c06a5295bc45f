// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/holds/held_address_dialog.h"

#include "ui/common/info_bar.h"
#include "ui/common/named.h"
#include "ui/common/text.h"
#include "ui/reveal/ask_purpose.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui::holds {

using namespace Qt::StringLiterals;

HeldAddressDialog::HeldAddressDialog(profile::Session &session, Clock &clock, reveal::CaptureGuard guard,
                                     const model::Hold &hold, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_hold(hold)
{
    setObjectName(u"heldAddressDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Address on hold"));
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"heldAddressBar"_s);
    m_address = new reveal::AddressView(clock, std::move(guard), this);
    model::Shipment masked;
    masked.order = {m_hold.connection, m_hold.order};
    m_address->setShipment(&masked);
    auto *buttons = new QDialogButtonBox(this);
    auto *close = named(new QPushButton(tr("Cl&ose"), this), u"heldAddressClose"_s, tr("Close"));
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    close->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_address, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 72, sizeHint().height());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_address, &reveal::AddressView::showWanted, this, &HeldAddressDialog::ask);
}

void HeldAddressDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!std::exchange(m_asked, true))
        ask();
}

void HeldAddressDialog::ask()
{
    const auto duty = m_hold.kind == model::HoldKind::Tax ? model::RevealPurpose::Tax : model::RevealPurpose::Legal;
    reveal::askPurpose(
        m_session, *m_bar,
        [this, duty](const model::AcceptableUse &use) {
            return new reveal::PurposeDialog(toQString(m_hold.order.value), use, this, duty);
        },
        [this](model::RevealPurpose purpose) { showAddress(purpose); });
}

void HeldAddressDialog::showAddress(model::RevealPurpose purpose)
{
    whenDone(m_session.reveal({{{m_hold.connection, m_hold.order}}, purpose, std::nullopt}), this,
             [this](const Result<profile::Revealed> &revealed) {
                 if (!revealed)
                     return m_bar->showError(revealed.error());
                 m_bar->hide();
                 m_address->reveal(revealed->addresses.front(), revealed->showFor);
             });
}

} // namespace sk::ui::holds
