// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"
#include "ui/common/page.h"

class QGridLayout;
class QPushButton;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::retention {

class RetentionEditor;

/// How long each class of data stays, what is held, and when the next of it goes (RET-1 to RET-5).
class RetentionPanel : public Page
{
    Q_OBJECT

public:
    RetentionPanel(profile::Session &session, Clock &clock, QWidget *parent = nullptr);

    void refresh();

private:
    void buildGrid();
    void showRows(const std::vector<model::RetentionRow> &rows);
    void runExpiry();
    void showExpiry(const model::ExpiryReport &report);

    profile::Session &m_session;
    Clock &m_clock;
    InfoBar *m_bar = nullptr;
    QGridLayout *m_grid = nullptr;
    QPushButton *m_expire = nullptr;
    std::vector<RetentionEditor *> m_editors;
};

} // namespace sk::ui::retention
