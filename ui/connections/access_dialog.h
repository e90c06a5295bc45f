// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QDialog>

class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::connections {

class AccessRow;

/// The access doctor: begins when it opens, shows each check as it comes in, and hands the report out as text. Closing
/// it stops the check.
class AccessDialog : public QDialog
{
    Q_OBJECT

public:
    AccessDialog(profile::Session &session, const model::Connection &connection, QWidget *parent);

    void done(int result) override;

private:
    void build();
    void buildButtons(QVBoxLayout &layout);
    void check();
    void stop();
    void showProgress(const model::AccessProgress &progress);
    void showEnd(const Result<model::AccessReport> &report);
    void showRows(const model::AccessReport &report);
    void setRunning(bool running);

    profile::Session &m_session;
    model::Connection m_connection;
    std::optional<model::AccessReport> m_report;
    bool m_running = false;
    InfoBar *m_bar = nullptr;
    QProgressBar *m_progress = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_list = nullptr;
    std::vector<AccessRow *> m_rows;
    QPushButton *m_copy = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_stop = nullptr;
};

} // namespace sk::ui::connections
