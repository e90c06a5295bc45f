// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/add_request_dialog.h"

#include "ui/common/fit_to_text.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/requests/order_words.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

namespace sk::ui::requests {

using namespace Qt::StringLiterals;

AddRequestDialog::AddRequestDialog(Day today, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"addRequestDialog"_s);
    setWindowTitle(tr("Add a deletion request"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_askedBy = named(new QComboBox(this), u"requestAskedBy"_s, tr("Who asked for the deletion"));
    for (const model::RequestedBy askedBy : {model::RequestedBy::Amazon, model::RequestedBy::Buyer})
        m_askedBy->addItem(OrderWords::askedBy(askedBy), static_cast<int>(askedBy));
    m_orders = named(new QLineEdit(this), u"requestOrders"_s, tr("Ids of the orders"));
    m_orders->setPlaceholderText(u"701-1234567-1234567"_s);
    m_received = named(new QDateEdit(Format::toDate(today), this), u"requestReceived"_s, tr("Day of receipt"));
    m_received->setMaximumDate(Format::toDate(today));
    m_received->setDisplayFormat(Format::datePattern());
    m_received->setCalendarPopup(true);

    auto *form = new QFormLayout;
    form->addRow(tr("Asked &by:"), m_askedBy);
    form->addRow(tr("&Order ids:"), m_orders);
    form->addRow(tr("&Received on:"), m_received);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    named(buttons->button(QDialogButtonBox::Cancel), u"requestCancel"_s, tr("Cancel"))->setText(tr("Cancel"));
    m_add = named(buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole), u"requestAdd"_s,
                  tr("Add the request to the register"));
    m_add->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::wide);
    layout->addWidget(makeDialogHeading(tr("Add a deletion request"), this));
    layout->addWidget(
        new MutedLabel(tr("Nothing is erased yet. The request has to be completed within 30 days of its receipt. "
                          "Several order ids are separated by commas."),
                       this));
    layout->addLayout(form);
    m_wrong = new MutedLabel(this);
    m_wrong->setObjectName(u"requestWrongId"_s);
    m_wrong->setMinimumHeight(fontMetrics().height()); // typing moves nothing
    layout->addWidget(m_wrong);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(m_orders, &QLineEdit::textChanged, this, &AddRequestDialog::showReady);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showReady();
    m_orders->setFocus();
}

void AddRequestDialog::showEvent(QShowEvent *event)
{
    fitToText(*this);
    QDialog::showEvent(event);
}

model::NewDeletionRequest AddRequestDialog::request() const
{
    model::NewDeletionRequest request;
    request.askedBy = static_cast<model::RequestedBy>(m_askedBy->currentData().toInt());
    request.receivedOn = Format::fromDate(m_received->date());
    static const QRegularExpression between(u"[\\s,;]+"_s);
    for (const QString &id : m_orders->text().split(between, Qt::SkipEmptyParts))
        request.orders.push_back({fromQString(id)});
    return request;
}

void AddRequestDialog::showReady()
{
    constexpr int longest = 40; // what is longer than that is no id, and needs no second line
    const model::NewDeletionRequest entered = request();
    const auto wrong = std::ranges::find_if_not(
        entered.orders, [](const model::OrderId &order) { return model::checkOrderId(order).has_value(); });
    const bool allAreIds = wrong == entered.orders.end();
    m_wrong->setText(allAreIds ? QString() : tr("“%1” is no order id.").arg(toQString(wrong->value).left(longest)));
    m_add->setEnabled(!entered.orders.empty() && allAreIds);
}

} // namespace sk::ui::requests
