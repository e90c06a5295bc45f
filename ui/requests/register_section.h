// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::requests {

/// The register of deletion requests with their deadlines (DEL-6).
class RegisterSection : public QWidget
{
    Q_OBJECT

public:
    RegisterSection(profile::Session &session, Clock &clock, InfoBar &bar, QWidget *parent);

    void refresh();

Q_SIGNALS:
    /// How many requests are past their deadline.
    void overdueChanged(int overdue);
    /// Somebody wants to see this order.
    void orderWanted(const QString &order);

private:
    void build();
    void showRequests(const std::vector<model::DeletionRequest> &requests);
    void updateButtons();
    [[nodiscard]] const model::DeletionRequest *current() const;
    void add();
    void askToComplete();
    void complete(const std::string &request);

    profile::Session &m_session;
    Clock &m_clock;
    InfoBar &m_bar;
    std::vector<model::DeletionRequest> m_requests;
    int m_question = 0; ///< answers to an older question are dropped
    QPushButton *m_add = nullptr;
    QPushButton *m_complete = nullptr;
    QTreeWidget *m_table = nullptr;
};

} // namespace sk::ui::requests
