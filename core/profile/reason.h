// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/privacy/minimiser.h"

#include <string>

namespace sk::profile {

inline constexpr int kShortestReason = 3;
inline constexpr int kLongestReason = 200;

/// A reason that a person gives for keeping something longer, without blanks at its ends: one line of 3 to 200
/// characters. Usage for anything else, and for one with an `@` in it: it must name no person, and an address is one.
[[nodiscard]] Result<std::string> checkedReason(std::string_view text);
/// Usage when the reason repeats what Amazon names as PII of the order: its register outlives the order's values.
[[nodiscard]] Result<void> checkNamesNobody(const std::string &reason, const std::vector<privacy::KeptValue> &values);

} // namespace sk::profile
