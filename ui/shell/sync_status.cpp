// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sync_status.h"

#include "ui/common/error_text.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/named.h"
#include "ui/common/progress_text.h"
#include "ui/common/spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace sk::ui::shell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SyncStatus::SyncStatus(profile::Session &session, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
{
    m_text = new QLabel(this);
    m_text->setObjectName(u"statusText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_button = named(new QToolButton(this), u"syncAll"_s, tr("Sync all connections now"));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::hair, Spacing::normal, Spacing::hair);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    connect(m_button, &QToolButton::clicked, this, [this] { m_session.isSyncing() ? stop() : syncAll(); });
    connect(&m_session, &profile::Session::syncProgressed, this, &SyncStatus::showProgress);
    connect(&m_session, &profile::Session::syncFinished, this, &SyncStatus::refresh);
    connect(&m_session, &profile::Session::connectionsChanged, this, &SyncStatus::refresh);
    refresh();
    refreshLater();
}

void SyncStatus::syncAll()
{
    if (m_session.isSyncing())
        return;
    auto future = m_session.sync({});
    showButton();
    whenDone(future, this, [this](const Result<model::SyncReport> &result) {
        if (result)
            refresh();
        else
            m_text->setText(ErrorText::of(result.error().kind));
        showButton();
    });
}

void SyncStatus::stop()
{
    m_session.stopSync();
}

void SyncStatus::refresh()
{
    showButton();
    whenDone(m_session.status(), this, [this](const Result<model::StatusView> &result) {
        if (m_session.isSyncing())
            return;
        if (result)
            showFreshness(*result);
        else
            m_text->setText(ErrorText::of(result.error().kind));
    });
}

void SyncStatus::refreshLater()
{
    m_clock.callAfter(1min, this, [this] {
        refresh();
        refreshLater();
    });
}

void SyncStatus::showFreshness(const model::StatusView &status)
{
    std::optional<Time> least;
    bool unknown = status.dataSets.empty();
    for (const model::DataSetStatus &set : status.dataSets) {
        unknown = unknown || !set.freshAsOf;
        if (set.freshAsOf)
            least = least ? std::min(*least, *set.freshAsOf) : *set.freshAsOf;
    }
    if (unknown || !least)
        m_text->setText(tr("Nothing has been synced to its end yet."));
    else
        //: %1: "5 minutes ago", %2: date and time
        m_text->setText(
            tr("Data is complete up to %1 (%2).").arg(Format::age(*least, m_clock.now()), Format::dateTime(*least)));
}

void SyncStatus::showProgress(const model::SyncProgress &progress)
{
    m_text->setText(ProgressText::of(progress, m_clock.now()));
    showButton();
}

void SyncStatus::showButton()
{
    const bool syncing = m_session.isSyncing();
    m_button->setText(syncing ? tr("Stop") : tr("Sync all"));
    m_button->setAccessibleName(syncing ? tr("Stop the sync") : tr("Sync all connections now"));
    m_button->setToolTip(syncing ? tr("Stop the sync") : tr("Sync all connections now (F5)"));
    m_button->setIcon(Icons::icon(syncing ? u"stop"_s : u"sync"_s));
}

} // namespace sk::ui::shell
