// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QWidget>

namespace sk::ui::connections {

/// How it went, as a signal carries it: Qt would compare a bare Result, and errors have no equality.
struct ConnectOutcome
{
    Result<profile::ConnectResult> result;
};

/// One way to connect an account: what the user enters for it, and what is done with that. The dialog around it has the
/// buttons and shows how it went.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString explanation() const = 0;
    /// The verb on the button.
    [[nodiscard]] virtual QString actionText() const = 0;
    /// While it works: one sentence.
    [[nodiscard]] virtual QString busyText() const = 0;
    /// While it works there is still something for the user to do on it.
    [[nodiscard]] virtual bool isInteractive() const { return false; }
    /// giveUp() stops what it does: nothing is stored afterwards.
    [[nodiscard]] virtual bool canGiveUp() const { return false; }
    [[nodiscard]] virtual bool isComplete() const = 0;
    /// What is missing, for a tool tip.
    [[nodiscard]] virtual QString whatIsMissing() const = 0;
    /// Shows what the opt-ins ask for; they are switched on with the connection.
    virtual void setFeatures(const std::vector<model::Feature> &features) = 0;
    /// New authorisation for this connection.
    virtual void preset(const model::Connection &connection) = 0;
    /// Begins; ended() follows.
    virtual void connectAccount() = 0;
    /// After ended(): what was used or refused is not kept.
    virtual void settle(const Result<profile::ConnectResult> &outcome) = 0;
    /// The user goes back or closes while it works.
    virtual void giveUp() {}

Q_SIGNALS:
    void changed();
    void ended(const sk::ui::connections::ConnectOutcome &outcome);
};

} // namespace sk::ui::connections
