// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::audit {

class AuditDetails;
class AuditFilterBar;
class AuditModel;

/// The audit history: search, look at entries, verify the chain, export (LOG-4, LOG-6).
class AuditPanel : public QWidget
{
    Q_OBJECT

public:
    AuditPanel(profile::Session &session, Clock &clock, QWidget *parent = nullptr);

private:
    QHBoxLayout *buildHeader();
    void buildTable();
    void wire();
    void refreshConnections();
    void reload();
    void reloadSoon();
    void showSequences(std::vector<std::int64_t> sequences);
    void showCount();
    void showCurrent();
    void verify();
    void showVerification(const model::AuditVerification &verification);
    void jumpTo(std::int64_t sequence);
    void askExportFile();
    void exportTo(const QString &file);

    profile::Session &m_session;
    Clock &m_clock;
    AuditModel *m_model = nullptr;
    AuditFilterBar *m_filter = nullptr;
    AuditDetails *m_details = nullptr;
    InfoBar *m_bar = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_verify = nullptr;
    QPushButton *m_export = nullptr;
    int m_question = 0;
    bool m_reloadPlanned = false;
    std::optional<std::int64_t> m_jump; ///< selected as soon as it is in the table
    std::optional<std::int64_t> m_firstBad;
};

} // namespace sk::ui::audit
