// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/credentials.h"
#include "ui/common/confirm_dialog.h"

#include <QCoreApplication>
#include <QFuture>

namespace sk::ui {

class InfoBar;

/// What is asked before the profile's keys change, and what is said while and after they do.
class KeyQuestions
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::KeyQuestions)

public:
    [[nodiscard]] static Question rotation();
    /// What happens at once, and what is left for the user. `label`: the connection; empty: all of the profile.
    [[nodiscard]] static Question leak(const QString &label);
    /// What is said afterwards.
    [[nodiscard]] static QString rotated();
    [[nodiscard]] static QString contained();
    /// Tells of the change in the bar, which stays until it is over; then says `done` or the error and calls `after`,
    /// unless `context` died.
    static void tell(InfoBar &bar, QObject *context, const QFuture<Result<model::KeyRotation>> &change,
                     const QString &done, std::function<void()> after);
};

} // namespace sk::ui
