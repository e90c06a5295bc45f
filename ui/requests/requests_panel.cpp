// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/requests_panel.h"

#include "ui/common/format.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/spacing.h"
#include "ui/requests/order_section.h"
#include "ui/requests/register_section.h"

#include <QVBoxLayout>

namespace sk::ui::requests {

using namespace Qt::StringLiterals;

RequestsPanel::RequestsPanel(profile::Session &session, Clock &clock, QWidget *parent) : QWidget(parent)
{
    setObjectName(u"requestsPanel"_s);
    auto *bar = new InfoBar(this);
    bar->setObjectName(u"requestsBar"_s);
    m_warning = new InfoBar(this);
    m_warning->setObjectName(u"requestsWarning"_s);
    m_warning->setClosable(false);
    m_order = new OrderSection(session, clock, *bar, this);
    m_register = new RegisterSection(session, clock, *bar, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page - Spacing::tight, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addWidget(makeTitle(tr("Buyer’s rights"), this));
    layout->addWidget(new MutedLabel(
        tr("Who bought something may ask what is held about them, get a copy of it, and have it erased; Amazon may ask "
           "for the erasure, too. All of it is done by the order’s id."),
        this));
    layout->addWidget(m_warning);
    layout->addWidget(bar);
    layout->addWidget(m_order, 3);
    layout->addSpacing(Spacing::normal);
    layout->addWidget(m_register, 2);
    connect(m_order, &OrderSection::erased, m_register, &RegisterSection::refresh);
    connect(m_register, &RegisterSection::orderWanted, m_order, &OrderSection::show);
    connect(m_register, &RegisterSection::overdueChanged, this, &RequestsPanel::warn);
}

/// Deadlines pass by themselves, so every look asks again.
void RequestsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_register->refresh();
}

void RequestsPanel::warn(int overdue)
{
    if (overdue > 0)
        m_warning->showMessage(
            Tone::Attention,
            tr("%Ln deletion request(s) are past their deadline. Complete them now.", nullptr, overdue));
    else
        m_warning->hide();
}

} // namespace sk::ui::requests
