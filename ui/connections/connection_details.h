// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace sk::ui {
class InfoBar;
class StatusBadge;
} // namespace sk::ui

namespace sk::ui::connections {

class AskedData;
class CredentialAges;
class DataSetModel;
class FeatureSection;
class LeakSection;
class SyncSection;

/// One connection: state, actions, freshness, what is asked for and why, credentials. Shows and reports wishes; the
/// panel acts on them.
class ConnectionDetails : public QScrollArea
{
    Q_OBJECT

public:
    ConnectionDetails(Clock &clock, QWidget *parent);

    void show(const model::ConnectionView &view, bool syncing);
    void showProgress(const model::SyncProgress &progress);
    void setStopping();

Q_SIGNALS:
    void syncWanted();
    void stopWanted();
    void checkWanted();
    void disconnectWanted();
    void eraseWanted();
    void newCredentialsWanted();
    void newKeysWanted();
    void leakSuspected();
    void exportWanted();
    void featureWanted(sk::model::Feature feature, bool enabled);

private:
    void buildHead(QVBoxLayout &layout);
    void buildActions(QVBoxLayout &layout);
    void buildFreshness(QVBoxLayout &layout);
    void buildRest(QVBoxLayout &layout);
    void showActions(const model::ConnectionView &view, bool syncing);
    void showProblem(const model::ConnectionView &view);
    void showDataSets(const model::ConnectionView &view);

    Clock &m_clock;
    QLabel *m_label = nullptr;
    StatusBadge *m_state = nullptr;
    QLabel *m_place = nullptr;
    InfoBar *m_problem = nullptr;
    QPushButton *m_sync = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_disconnect = nullptr;
    QPushButton *m_erase = nullptr;
    SyncSection *m_progress = nullptr;
    DataSetModel *m_dataSets = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_notFetched = nullptr;
    AskedData *m_asked = nullptr;
    FeatureSection *m_feature = nullptr;
    CredentialAges *m_ages = nullptr;
    LeakSection *m_leak = nullptr;
};

} // namespace sk::ui::connections
