// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/access.h"

#include <QJsonObject>

namespace sk::profile {

/// In English, for the command line; the window has texts of its own. Made of our own words, numbers and Amazon's names
/// of roles alone.
[[nodiscard]] std::string meaningOf(const model::AccessFinding &finding, const model::AccessReport &report);
/// The step to take; empty when there is none.
[[nodiscard]] std::string stepFor(const model::AccessFinding &finding);

/// The answer of `doctor`: ok when nothing is wrong, else the error of the first check that is.
[[nodiscard]] QJsonObject toJson(const model::AccessReport &report);

/// One line about what is under way.
[[nodiscard]] QString lineOf(const model::AccessProgress &progress);

} // namespace sk::profile
