// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/holds/place_hold_dialog.h"

#include "core/profile/reason.h"
#include "ui/common/fit_to_text.h"
#include "ui/common/format.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/holds/hold_words.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui::holds {

using namespace Qt::StringLiterals;
using std::chrono::days;

PlaceHoldDialog::PlaceHoldDialog(profile::Session &session, const std::vector<model::ConnectionView> &connections,
                                 Day today, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_today(today)
{
    setObjectName(u"placeHoldDialog"_s);
    setWindowTitle(tr("Place a hold"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addWidget(makeDialogHeading(tr("Keep an order’s personal data longer"), this));
    layout->addWidget(makeText(
        tr("Only for a tax or legal duty, and only for this order: what is still held of its buyer is sealed once more, "
           "under a key of its own, until the day you name. It then outlives its 30 days and the connection."),
        this));
    auto *form = new QFormLayout;
    form->setVerticalSpacing(Spacing::normal + Spacing::tight);
    buildForm(connections, *form);
    layout->addLayout(form);
    layout->addWidget(
        new MutedLabel(tr("The reason stays in the register when the data is gone, so name no person in it."), this));
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"placeHoldBar"_s);
    m_bar->setClosable(false);
    layout->addWidget(m_bar);
    layout->addStretch(1);

    auto *buttons = new QDialogButtonBox(this);
    m_place = named(buttons->addButton(tr("Place hold"), QDialogButtonBox::ActionRole), u"placeHoldNow"_s,
                    tr("Place the hold"));
    m_place->setDefault(true);
    m_cancel = named(buttons->addButton(QDialogButtonBox::Cancel), u"placeHoldCancel"_s, tr("Cancel"));
    m_cancel->setText(tr("Cancel"));
    layout->addWidget(buttons);
    connect(m_place, &QPushButton::clicked, this, &PlaceHoldDialog::place);
    connect(buttons, &QDialogButtonBox::rejected, this, &PlaceHoldDialog::reject);
    for (QLineEdit *edit : {m_order, m_reason})
        connect(edit, &QLineEdit::textChanged, this, &PlaceHoldDialog::showReady);
    m_order->setFocus();
    showReady();
}

void PlaceHoldDialog::buildForm(const std::vector<model::ConnectionView> &connections, QFormLayout &form)
{
    m_connection = named(new QComboBox(this), u"holdConnection"_s, tr("Account"));
    for (const model::ConnectionView &view : connections) {
        if (view.connection.kind == model::ConnectionKind::SellingPartner)
            m_connection->addItem(toQString(view.connection.label), toQString(view.connection.id.value));
    }
    m_order = named(new QLineEdit(this), u"holdOrder"_s, tr("Order id"));
    m_order->setPlaceholderText(u"305-1234567-1234567"_s);
    m_order->setMaxLength(64);
    m_kind = named(new QComboBox(this), u"holdKind"_s, tr("Kind"));
    for (const model::HoldKind kind : {model::HoldKind::Tax, model::HoldKind::Legal})
        m_kind->addItem(HoldWords::kind(kind), static_cast<int>(kind));
    m_reason = named(new QLineEdit(this), u"holdReason"_s, tr("Reason"));
    m_reason->setPlaceholderText(tr("e.g. tax audit 2026, file number 12/345"));
    m_reason->setMaxLength(profile::kLongestReason);
    m_until =
        named(new QDateEdit(Format::toDate(m_today + days(365)), this), u"holdUntil"_s, tr("Last day of the hold"));
    m_until->setDateRange(Format::toDate(m_today + days(1)), Format::toDate(m_today + days(3653)));
    m_until->setDisplayFormat(Format::datePattern());
    m_until->setCalendarPopup(true);
    m_until->setToolTip(tr("Ten years from today at most"));
    form.addRow(tr("&Account:"), m_connection);
    form.addRow(tr("&Order id:"), m_order);
    form.addRow(tr("&Kind:"), m_kind);
    form.addRow(tr("&Reason:"), m_reason);
    form.addRow(tr("&Until:"), m_until);
}

void PlaceHoldDialog::showEvent(QShowEvent *event)
{
    fitToText(*this);
    QDialog::showEvent(event);
}

/// While the hold is being placed it would be placed all the same.
void PlaceHoldDialog::reject()
{
    if (!m_waiting)
        QDialog::reject();
}

profile::HoldRequest PlaceHoldDialog::request() const
{
    return {{fromQString(m_connection->currentData().toString())},
            {fromQString(m_order->text().trimmed())},
            static_cast<model::HoldKind>(m_kind->currentData().toInt()),
            fromQString(m_reason->text()),
            Format::fromDate(m_until->date())};
}

void PlaceHoldDialog::showReady()
{
    m_cancel->setEnabled(!m_waiting);
    m_place->setEnabled(!m_waiting && m_connection->currentIndex() >= 0 && !m_order->text().trimmed().isEmpty()
                        && m_reason->text().trimmed().size() >= profile::kShortestReason);
}

void PlaceHoldDialog::place()
{
    m_waiting = true;
    showReady();
    m_bar->showMessage(Tone::Busy, tr("Sealing what is held of the order…"));
    whenDone(m_session.placeHold(request()), this, [this](const Result<model::Hold> &result) {
        m_waiting = false;
        if (result) {
            Q_EMIT placed(*result);
            return accept();
        }
        showReady();
        if (result.error().kind == ErrorKind::NotFound)
            m_bar->showMessage(
                Tone::Bad,
                tr("Nothing personal of this order is held: it has expired, or none was ever kept. Check "
                   "the order id and the account."));
        else if (result.error().kind == ErrorKind::AlreadyExists)
            m_bar->showMessage(Tone::Bad, tr("The order is on a hold of this kind already, as long or longer."));
        else if (result.error().kind == ErrorKind::Usage)
            m_bar->showMessage(Tone::Bad,
                               tr("The reason or the day will not do. The reason is one line of 3 to 200 characters "
                                  "without a name, an address or an e-mail address of the buyer."));
        else
            m_bar->showError(result.error());
    });
}

} // namespace sk::ui::holds
