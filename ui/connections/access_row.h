// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/access.h"

#include <QFrame>

class QLabel;

namespace sk::ui {
class StatusBadge;
}

namespace sk::ui::connections {

/// One check of the access doctor: what, how it went, what that means, what to do. Takes the focus, so that the
/// keyboard and a screen reader get to it.
class AccessRow : public QFrame
{
    Q_OBJECT

public:
    explicit AccessRow(QWidget *parent);

    void show(const model::AccessFinding &finding, const model::AccessReport &report);
    /// It is under way; `waitingUntil` as in AccessProgress.
    void showRunning(std::optional<Time> waitingUntil);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void speak();

    QLabel *m_name = nullptr;
    StatusBadge *m_badge = nullptr;
    QLabel *m_meaning = nullptr;
    QLabel *m_step = nullptr;
    QLabel *m_technical = nullptr;
};

} // namespace sk::ui::connections
