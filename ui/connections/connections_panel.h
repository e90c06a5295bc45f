// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"
#include "ui/connections/connect_world.h"

#include <QWidget>

class QHBoxLayout;
class QListView;
class QPushButton;
class QStackedLayout;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::connections {

class AddConnectionDialog;
class ConnectionDetails;
class ConnectionListModel;

/// The profile's connections to Amazon: add, sync, check, look after, disconnect.
class ConnectionsPanel : public QWidget
{
    Q_OBJECT

public:
    ConnectionsPanel(profile::Session &session, Clock &clock, ConnectWorld world, QWidget *parent = nullptr);

    void refresh();
    void openAddDialog();
    /// Selects it, as soon as it is listed.
    void choose(const model::ConnectionId &connection);

private:
    QHBoxLayout *buildHeader();
    QWidget *buildEmpty();
    QWidget *buildContent();
    void wire();
    void wireDetails();
    AddConnectionDialog *makeDialog();
    [[nodiscard]] const model::ConnectionView *current() const;
    void showConnections(std::vector<model::ConnectionView> connections);
    void showCurrent();
    void showProgress(const model::SyncProgress &progress);
    void showReport(const model::SyncReport &report);
    void sync(const model::ConnectionId &connection);
    void stop();
    void checkAccess();
    void askDisconnect();
    void askLeak();
    void askRotation();
    void changeKeys(const QFuture<Result<model::KeyRotation>> &changed, const QString &done);
    void askErase();
    void erase(const model::ConnectionId &connection, model::ErasureReason reason);
    void exportCurrent();
    void setFeature(model::Feature feature, bool enabled);
    void reportOutcome(const Result<void> &outcome, const QString &done);
    void refreshAgesLater();

    profile::Session &m_session;
    Clock &m_clock;
    ConnectWorld m_world;
    ConnectionListModel *m_model = nullptr;
    QListView *m_list = nullptr;
    ConnectionDetails *m_details = nullptr;
    InfoBar *m_bar = nullptr;
    QPushButton *m_add = nullptr;
    QStackedLayout *m_stack = nullptr;
    bool m_renews = false;                        ///< the keys, now
    std::optional<model::ConnectionId> m_syncing; ///< the one whose rows arrive right now
    std::optional<model::ConnectionId> m_wanted;  ///< selected as soon as it is listed
};

} // namespace sk::ui::connections
