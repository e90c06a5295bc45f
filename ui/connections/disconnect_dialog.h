// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/common/confirm_dialog.h"

#include <optional>

class QDateEdit;
class QRadioButton;

namespace sk::ui::connections {

/// Asks whether to disconnect, and when the rows shall go (DEL-3).
class DisconnectDialog : public ConfirmDialog
{
    Q_OBJECT

public:
    DisconnectDialog(const QString &label, Day today, QWidget *parent);

    /// For Session::disconnectAccount: none means after 7 days.
    [[nodiscard]] std::optional<Day> purgeOn() const;

private:
    Day m_today;
    QRadioButton *m_inAWeek = nullptr;
    QRadioButton *m_onDay = nullptr;
    QRadioButton *m_now = nullptr;
    QDateEdit *m_day = nullptr;
};

} // namespace sk::ui::connections
