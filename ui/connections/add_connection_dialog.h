// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QDialog>

class QDialogButtonBox;
class QPushButton;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::connections {

class ConnectForm;

/// Connects an account by self-authorisation: enter, test and store in one go, with the answer inside the dialog.
class AddConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    AddConnectionDialog(profile::Session &session, QWidget *parent);

    /// For new credentials of an account that is connected already.
    void preset(const model::Connection &connection);

Q_SIGNALS:
    void connected(const sk::model::ConnectionId &connection);
    void firstSyncRequested(const sk::model::ConnectionId &connection);

private:
    void buildButtons();
    void connectAccount();
    void showOutcome(const Result<profile::ConnectResult> &outcome);
    void showConnected(const profile::ConnectResult &outcome);
    void showRefusal(const Error &error);
    void updateButtons();

    profile::Session &m_session;
    ConnectForm *m_form = nullptr;
    InfoBar *m_bar = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_sync = nullptr;
    std::optional<model::ConnectionId> m_replaces;
    bool m_waiting = false;
};

} // namespace sk::ui::connections
