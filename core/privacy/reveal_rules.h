// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>
#include <span>

namespace sk::privacy {

/// How many orders' personal data one person may reveal within a time (ACC-5).
struct RevealLimit
{
    std::size_t most;
    std::chrono::minutes within;
};

/// Looked at one by one: more than a person reads, less than a program would take.
inline constexpr RevealLimit kLooks{60, std::chrono::minutes(60)};
/// Printed on packing slips: a morning's parcels.
inline constexpr RevealLimit kSlips{500, std::chrono::minutes(60)};

/// How long revealed values stay on the screen.
inline constexpr std::chrono::seconds kShowFor{60};

/// Nothing when `wanted` more may be revealed now; else when they may. `earlier`: times of reveals, oldest first; those
/// later than `now` were made under a clock that was wrong and do not count. `wanted` is `limit.most` at most.
[[nodiscard]] std::optional<Time> refusedUntil(const RevealLimit &limit, std::span<const Time> earlier,
                                               std::size_t wanted, Time now);

} // namespace sk::privacy
