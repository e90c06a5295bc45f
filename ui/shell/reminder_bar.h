// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"

#include <QWidget>

namespace sk::ui {
class InfoBar;
struct Question;
} // namespace sk::ui

namespace sk::ui::shell {

/// Above every page: which credential or key has to be renewed first (CRED-4); and the ways to renew the profile's
/// keys.
class ReminderBar : public QWidget
{
    Q_OBJECT

public:
    ReminderBar(profile::Session &session, Clock &clock, QWidget *parent);

    void refresh();
    void askRotation();
    void askLeak();

Q_SIGNALS:
    /// The user wants to see it.
    void connectionWanted(const sk::model::ConnectionId &connection);

protected:
    /// Leaves no gap when the message is closed.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refreshLater();
    void choose(const std::vector<model::ConnectionView> &views, const std::vector<model::CredentialAge> &ages);
    void remind(const model::CredentialAge &age, const QString &label);
    void change(const Question &question, bool leak);
    void act();

    profile::Session &m_session;
    Clock &m_clock;
    InfoBar *m_bar = nullptr;
    std::optional<model::ConnectionId> m_about; ///< none: the profile's keys
    QString m_said;                             ///< what stays away once it was closed
    bool m_renews = false;                      ///< the keys, now
    bool m_tells = false;                       ///< of a change of the keys, until that is closed
};

} // namespace sk::ui::shell
