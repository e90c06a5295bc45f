// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace sk {

/// Wall-clock time in core: UTC, milliseconds since 1970. Local time exists in ui only.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;
/// A UTC calendar day.
using Day = std::chrono::sys_days;

[[nodiscard]] inline Day dayOf(Time time)
{
    return std::chrono::floor<std::chrono::days>(time);
}

[[nodiscard]] inline std::int64_t toMillis(Time time)
{
    return time.time_since_epoch().count();
}

[[nodiscard]] inline Time fromMillis(std::int64_t millis)
{
    return Time(std::chrono::milliseconds(millis));
}

[[nodiscard]] inline std::int32_t toDayNumber(Day day)
{
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

[[nodiscard]] inline Day fromDayNumber(std::int32_t number)
{
    return Day(std::chrono::days(number));
}

/// `2026-11-22T03:04:05.678Z`, always UTC and with milliseconds (what Orders 2026-01-01 itself uses).
[[nodiscard]] std::string toIso(Time time);
/// `2026-11-22`.
[[nodiscard]] std::string toIso(Day day);
/// ISO 8601 with `Z` or an offset, fraction of any length (cut to milliseconds); fails on anything else.
[[nodiscard]] Result<Time> timeFromIso(std::string_view text);
/// `YYYY-MM-DD`; fails on anything else, impossible dates included.
[[nodiscard]] Result<Day> dayFromIso(std::string_view text);
/// The IMF-fixdate of RFC 9110 5.6.7, as in HTTP's Date header; fails on anything else.
[[nodiscard]] Result<Time> timeFromHttpDate(std::string_view text);

} // namespace sk
