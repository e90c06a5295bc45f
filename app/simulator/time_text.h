// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sk::simulator {

/// UTC milliseconds since 1970: the simulator's one way to hold a moment.
using Millis = std::int64_t;

constexpr Millis kSecond = 1000;
constexpr Millis kMinute = 60 * kSecond;
constexpr Millis kHour = 60 * kMinute;
constexpr Millis kDay = 24 * kHour;

/// `2026-11-22T08:15:30.123Z`, the form of Orders 2026-01-01 (sp-api.md 3.7).
std::string isoText(Millis time);

/// `2026-11-22`, for the model's `format: date`.
std::string isoDate(Millis time);

/// `Sun, 22 Nov 2026 08:15:30 GMT`, for the HTTP Date header.
std::string httpDate(Millis time);

/// Reads ISO 8601 date-times with `Z` or an offset, seconds fraction optional, and plain dates
/// (midnight UTC). Nothing else: a space where a '+' was meant is refused.
std::optional<Millis> parseIso(std::string_view text);

} // namespace sk::simulator
