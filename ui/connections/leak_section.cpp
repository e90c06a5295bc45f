// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/leak_section.h"

#include "ui/common/flow_layout.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/status_badge.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;
using model::LeakStep;

QString LeakSection::name(LeakStep step)
{
    switch (step) {
    case LeakStep::RotateKeys: return tr("New keys for this profile");
    case LeakStep::RevokeAuthorisation: return tr("Remove the old authorisation at Amazon");
    case LeakStep::NewClientSecret: return tr("New client secret");
    case LeakStep::NewAuthorisation: return tr("New authorisation");
    }
    Q_UNREACHABLE();
}

QString LeakSection::instruction(LeakStep step)
{
    switch (step) {
    case LeakStep::RotateKeys: return tr("They could not be renewed at once; try again.");
    case LeakStep::RevokeAuthorisation:
        return tr("In Seller Central under “Manage Your Apps”; for an application that you authorised yourself, under "
                  "“Manage authorizations” of the developer pages. The next sync or “Check access” notices it.");
    case LeakStep::NewClientSecret:
        return tr("Rotate it in the developer portal, as the primary user of the account, and enter the new one here. "
                  "Amazon takes the old one for seven days more.");
    case LeakStep::NewAuthorisation:
        return tr("Authorise the application again and enter the new refresh token here. A new client secret does not "
                  "change the refresh token.");
    }
    Q_UNREACHABLE();
}

LeakSection::LeakSection(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"leakSection"_s);
    setFrameShape(QFrame::StyledPanel);
    m_title = makeHeading(QString(), this);
    m_title->setObjectName(u"leakTitle"_s);
    m_title->setWordWrap(true);
    m_steps = new QVBoxLayout;
    m_steps->setSpacing(Spacing::normal);
    m_enter = named(new QPushButton(tr("Enter &new credentials…"), this), u"leakEnter"_s, tr("Enter new credentials"));
    m_rotate = named(new QPushButton(tr("Renew &keys…"), this), u"leakRotate"_s, tr("Renew the keys of this profile"));
    auto *buttons = new FlowLayout(Spacing::normal);
    buttons->addWidget(m_rotate);
    buttons->addWidget(m_enter);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addWidget(m_title);
    layout->addLayout(m_steps);
    layout->addLayout(buttons);
    connect(m_enter, &QPushButton::clicked, this, &LeakSection::newCredentialsWanted);
    connect(m_rotate, &QPushButton::clicked, this, &LeakSection::keysWanted);
    hide();
}

void LeakSection::show(const model::ConnectionView &view)
{
    setVisible(!view.leakSteps.empty());
    if (view.leakSteps.empty() || !view.connection.suspectedAt)
        return;
    m_title->setText(tr("A leak of these credentials is suspected since %1. What is left to do:")
                         .arg(Format::dateTime(*view.connection.suspectedAt)));
    const bool keysAreOld = std::ranges::any_of(view.leakSteps, [](const model::LeakStepState &state) {
        return state.step == LeakStep::RotateKeys && !state.done;
    });
    m_rotate->setVisible(keysAreOld);
    const auto isSame = [](const model::LeakStepState &a, const model::LeakStepState &b) {
        return a.step == b.step && a.done == b.done;
    };
    if (std::ranges::equal(m_shown, view.leakSteps, isSame))
        return;
    m_shown = view.leakSteps;
    clearSteps();
    for (const model::LeakStepState &state : m_shown)
        addStep(state);
}

void LeakSection::clearSteps()
{
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void LeakSection::addStep(const model::LeakStepState &state)
{
    auto *row = new QWidget(this);
    auto *badge = new StatusBadge(row);
    badge->setObjectName(u"leakBadge%1"_s.arg(static_cast<int>(state.step)));
    badge->setState(state.done ? Tone::Good : Tone::Attention, state.done ? tr("Done") : tr("To do"));
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    auto *head = new FlowLayout(Spacing::normal);
    auto *title = makeText(name(state.step), row);
    title->setWordWrap(false);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    head->addWidget(title);
    head->addWidget(badge);
    layout->addLayout(head);
    if (!state.done)
        layout->addWidget(makeText(instruction(state.step), row));
    m_steps->addWidget(row);
}

} // namespace sk::ui::connections
