// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"
#include "ui/connections/connect_world.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sk::ui::connections {

/// While the user is at Amazon in the browser: what to do there, how much time is left, and where to paste the answer
/// if it does not come by itself.
class ConsentWait : public QWidget
{
    Q_OBJECT

public:
    ConsentWait(Clock &clock, const ConnectWorld &world, QWidget *parent);

    /// The consent has ended: the address that was pasted holds its code.
    void forget();
    /// Opens the browser and starts counting down.
    void show(const profile::ConsentStarted &started);
    /// The pasted address was refused; it may be pasted once more.
    void refusePaste(const Error &error);

Q_SIGNALS:
    void pasted(const QString &address);

private:
    void openBrowser();
    void countDown();
    void sendPasted();

    Clock &m_clock;
    ConnectWorld m_world;
    QString m_address;
    std::chrono::milliseconds m_end{0}; ///< monotonic
    int m_turn = 0;                     ///< of show(): an older countdown stops
    bool m_listening = true;            ///< the answer can come by itself
    QLabel *m_state = nullptr;
    QLabel *m_timeLeft = nullptr;
    QLabel *m_pasteHeading = nullptr;
    QLineEdit *m_pasted = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace sk::ui::connections
