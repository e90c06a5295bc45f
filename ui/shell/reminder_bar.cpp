// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reminder_bar.h"

#include "ui/common/confirm_dialog.h"
#include "ui/common/format.h"
#include "ui/common/info_bar.h"
#include "ui/common/key_questions.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace sk::ui::shell {

using namespace Qt::StringLiterals;
using model::CredentialKind;
using model::CredentialStage;

ReminderBar::ReminderBar(profile::Session &session, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
{
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"reminderBar"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::wide, Spacing::page, 0);
    layout->addWidget(m_bar);
    hide();
    m_bar->installEventFilter(this);
    connect(m_bar, &InfoBar::actionTriggered, this, &ReminderBar::act);
    connect(&m_session, &profile::Session::connectionsChanged, this, &ReminderBar::refresh);
    connect(&m_session, &profile::Session::keysRotated, this, &ReminderBar::refresh);
    refresh();
    refreshLater();
}

void ReminderBar::refresh()
{
    whenDone(m_session.connections(), this, [this](const Result<std::vector<model::ConnectionView>> &views) {
        if (!views)
            return; // the panel tells it
        whenDone(m_session.status(), this, [this, views = *views](const Result<model::StatusView> &status) {
            if (status)
                choose(views, status->credentials);
        });
    });
}

/// Days pass while the window is open.
void ReminderBar::refreshLater()
{
    m_clock.callAfter(std::chrono::hours(1), this, [this] {
        refresh();
        refreshLater();
    });
}

/// The worst, and of the same the one that ends first.
void ReminderBar::choose(const std::vector<model::ConnectionView> &views, const std::vector<model::CredentialAge> &ages)
{
    if (m_tells)
        return;
    const auto rank = [](const model::CredentialAge &age) {
        return std::tuple(-static_cast<int>(age.stage), age.endsOn.value_or(Day::max()));
    };
    const auto worst = std::ranges::min_element(ages, [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    if (worst == ages.end() || worst->stage == CredentialStage::Fresh) {
        m_said.clear();
        return hide();
    }
    QString label;
    for (const model::ConnectionView &view : views) {
        if (view.connection.id == worst->connection)
            label = toQString(view.connection.label);
    }
    remind(*worst, label);
}

void ReminderBar::remind(const model::CredentialAge &age, const QString &label)
{
    const bool overdue = age.stage == CredentialStage::Overdue;
    const QString ends = age.endsOn ? Format::day(*age.endsOn) : QString();
    QString text;
    switch (age.kind) {
    case CredentialKind::ClientSecret:
        text = overdue
            ? tr("The client secret of “%1” has ended on %2. Rotate it and enter the new one.").arg(label, ends)
            : tr("The client secret of “%1” ends on %2. Rotate it in time and enter the new one.").arg(label, ends);
        break;
    case CredentialKind::Authorisation:
        text = overdue ? tr("The authorisation of “%1” had to be renewed by %2.").arg(label, ends)
                       : tr("The authorisation of “%1” has to be renewed by %2.").arg(label, ends);
        break;
    case CredentialKind::ProfileKeys:
        text = tr("The keys of this profile were made on %1. Renew them; nothing else changes.")
                   .arg(Format::day(dayOf(age.madeAt)));
        break;
    }
    m_about = age.connection;
    if (text == m_said)
        return; // there, or closed by the user
    m_said = text;
    m_bar->showMessage(overdue ? Tone::Bad : Tone::Attention, text);
    m_bar->offer(m_about ? tr("Show the connection") : tr("Renew keys…"));
    show();
}

bool ReminderBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::Hide && m_bar->isHidden()) {
        m_tells = false;
        hide();
    }
    return QWidget::eventFilter(watched, event);
}

void ReminderBar::act()
{
    if (m_about)
        Q_EMIT connectionWanted(*m_about);
    else
        askRotation();
}

void ReminderBar::askRotation()
{
    change(KeyQuestions::rotation(), false);
}

void ReminderBar::askLeak()
{
    change(KeyQuestions::leak(QString()), true);
}

void ReminderBar::change(const Question &question, bool leak)
{
    if (m_renews) // the bar says so
        return;
    ConfirmDialog::ask(this, question, [this, leak] {
        m_renews = m_tells = true;
        m_said.clear();
        const auto changed = leak ? m_session.suspectLeak(std::nullopt) : m_session.rotateKeys();
        const QString done = leak ? KeyQuestions::contained() : KeyQuestions::rotated();
        KeyQuestions::tell(*m_bar, this, changed, done, [this] {
            m_renews = false;
            show();
        });
        show();
    });
}

} // namespace sk::ui::shell
