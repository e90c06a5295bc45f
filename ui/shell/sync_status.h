// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace sk::ui::shell {

/// The status bar's line: a sync in flight, or how fresh the data is; with a button that syncs everything.
class SyncStatus : public QWidget
{
    Q_OBJECT

public:
    SyncStatus(profile::Session &session, Clock &clock, QWidget *parent);

    /// Syncs all connections; a sync that runs already is left alone.
    void syncAll();
    void stop();

private:
    void refresh();
    void refreshLater();
    void showFreshness(const model::StatusView &status);
    void showProgress(const model::SyncProgress &progress);
    void showButton();

    profile::Session &m_session;
    Clock &m_clock;
    QLabel *m_text = nullptr;
    QToolButton *m_button = nullptr;
};

} // namespace sk::ui::shell
