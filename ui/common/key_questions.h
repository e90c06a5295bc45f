// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/confirm_dialog.h"

#include <QCoreApplication>

namespace sk::ui {

/// What is asked before the profile's keys change.
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
};

} // namespace sk::ui
