// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/access_row.h"

#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/spacing.h"
#include "ui/common/status_badge.h"
#include "ui/connections/access_words.h"

#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

AccessRow::AccessRow(QWidget *parent) : QFrame(parent)
{
    setFocusPolicy(Qt::TabFocus);
    m_name = makeHeading(QString(), this);
    m_badge = new StatusBadge(this);
    m_badge->setObjectName(u"accessBadge"_s);
    m_meaning = makeText(QString(), this);
    m_meaning->setObjectName(u"accessMeaning"_s);
    m_step = makeText(QString(), this);
    m_step->setObjectName(u"accessStep"_s);
    m_technical = new MutedLabel(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::normal);
    head->addWidget(m_name);
    head->addWidget(m_badge);
    head->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(head);
    for (QLabel *label : {m_meaning, m_step, m_technical})
        layout->addWidget(label);
}

void AccessRow::show(const model::AccessFinding &finding, const model::AccessReport &report)
{
    const QString step = AccessWords::step(finding);
    const QString technical = AccessWords::technical(finding);
    m_name->setText(AccessWords::name(finding.call));
    m_badge->setState(AccessWords::tone(finding.verdict), AccessWords::brief(finding.verdict));
    m_meaning->setText(AccessWords::meaning(finding, report));
    m_step->setText(tr("What to do: %1").arg(step));
    m_step->setVisible(!step.isEmpty());
    m_technical->setText(technical);
    m_technical->setVisible(!technical.isEmpty());
    speak();
}

void AccessRow::showRunning(std::optional<Time> waitingUntil)
{
    m_badge->setState(Tone::Busy, tr("Under way"));
    m_meaning->setText(waitingUntil
                           ? tr("Waiting for Amazon’s rate limit until %1.").arg(Format::clockTime(*waitingUntil))
                           : tr("Amazon is being asked…"));
    speak();
}

void AccessRow::speak()
{
    setAccessibleName(m_name->text() + u": "_s + m_badge->text());
    setAccessibleDescription(m_step->isHidden() ? m_meaning->text() : m_meaning->text() + u' ' + m_step->text());
}

void AccessRow::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

} // namespace sk::ui::connections
