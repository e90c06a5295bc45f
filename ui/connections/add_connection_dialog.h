// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"
#include "ui/connections/connect_world.h"
#include "ui/connections/way_page.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace sk::ui {
class InfoBar;
class MutedLabel;
} // namespace sk::ui

namespace sk::ui::connections {

class ConnectPage;

/// Connects an account, step by step: the way and the opt-ins, then what that way needs. Tests and stores in one go,
/// with the answer inside the dialog.
class AddConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    AddConnectionDialog(profile::Session &session, Clock &clock, ConnectWorld world, QWidget *parent);

    /// A new authorisation of an account that is connected already, by the way it was connected.
    void preset(const model::Connection &connection);
    void reject() override;

Q_SIGNALS:
    void connected(const sk::model::ConnectionId &connection);
    void firstSyncRequested(const sk::model::ConnectionId &connection);

private:
    void buildButtons();
    void showWays();
    [[nodiscard]] ConnectPage *makePage(ConnectWay way);
    void showPage(ConnectPage *page);
    void goOn();
    void goBack();
    void connectAccount();
    void showOutcome(const Result<profile::ConnectResult> &outcome);
    void showConnected(const profile::ConnectResult &outcome);
    void updateButtons();

    profile::Session &m_session;
    Clock &m_clock;
    ConnectWorld m_world;
    QLabel *m_title = nullptr;
    MutedLabel *m_explanation = nullptr;
    QStackedWidget *m_pages = nullptr;
    WayPage *m_ways = nullptr;
    ConnectPage *m_page = nullptr; ///< none while the ways are shown
    InfoBar *m_bar = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_sync = nullptr;
    bool m_renewal = false;
    bool m_waiting = false;
    bool m_done = false;
};

} // namespace sk::ui::connections
