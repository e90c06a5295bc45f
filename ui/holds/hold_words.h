// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hold.h"

#include <QCoreApplication>
#include <QString>

namespace sk::ui::holds {

/// What the parts of a hold are called.
class HoldWords
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::holds::HoldWords)

public:
    [[nodiscard]] static QString kind(model::HoldKind kind);
    /// Who placed it, by the name of the slot.
    [[nodiscard]] static QString person(const std::string &slot);
    /// "In force", "Released on …", "Ended on …".
    [[nodiscard]] static QString state(const model::Hold &hold);
};

} // namespace sk::ui::holds
