// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace sk {

namespace {

using namespace std::chrono;

/// Reads exactly `count` digits and moves on; empty when a character is no digit.
std::optional<int> digits(std::string_view &text, std::size_t count)
{
    if (text.size() < count)
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool literal(std::string_view &text, std::string_view expected)
{
    if (!text.starts_with(expected))
        return false;
    text.remove_prefix(expected.size());
    return true;
}

std::optional<Day> date(std::string_view &text)
{
    const auto y = digits(text, 4);
    if (!y || !literal(text, "-"))
        return std::nullopt;
    const auto m = digits(text, 2);
    if (!m || !literal(text, "-"))
        return std::nullopt;
    const auto d = digits(text, 2);
    if (!d)
        return std::nullopt;
    const year_month_day ymd{year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d))};
    return ymd.ok() ? std::optional<Day>(sys_days(ymd)) : std::nullopt;
}

/// `HH:MM:SS`; 24:00 and 60 s are refused, Amazon sends neither.
std::optional<seconds> clockTime(std::string_view &text)
{
    const auto h = digits(text, 2);
    if (!h || *h > 23 || !literal(text, ":"))
        return std::nullopt;
    const auto m = digits(text, 2);
    if (!m || *m > 59 || !literal(text, ":"))
        return std::nullopt;
    const auto s = digits(text, 2);
    if (!s || *s > 59)
        return std::nullopt;
    return hours(*h) + minutes(*m) + seconds(*s);
}

std::optional<milliseconds> fraction(std::string_view &text)
{
    if (!literal(text, "."))
        return milliseconds(0);
    int value = 0;
    int scale = 100;
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') {
        value += (text[count] - '0') * scale;
        scale /= 10;
        ++count;
    }
    text.remove_prefix(count);
    return count == 0 ? std::nullopt : std::optional(milliseconds(value));
}

std::optional<minutes> offset(std::string_view &text)
{
    if (literal(text, "Z"))
        return minutes(0);
    const bool east = text.starts_with('+');
    if (!east && !text.starts_with('-'))
        return std::nullopt;
    text.remove_prefix(1);
    const auto h = digits(text, 2);
    literal(text, ":");
    const auto m = digits(text, 2);
    if (!h || !m || *h > 14 || *m > 59)
        return std::nullopt;
    const minutes total = hours(*h) + minutes(*m);
    return east ? total : -total;
}

std::optional<Time> isoTime(std::string_view text)
{
    const auto d = date(text);
    if (!d || !literal(text, "T"))
        return std::nullopt;
    const auto t = clockTime(text);
    if (!t)
        return std::nullopt;
    const auto f = fraction(text);
    const auto o = f ? offset(text) : std::nullopt;
    if (!o || !text.empty())
        return std::nullopt;
    return Time(*d) + *t + *f - *o;
}

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr std::array<std::string_view, 7> kWeekdays{"Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, ", "Sun, "};

std::optional<unsigned> monthName(std::string_view &text)
{
    for (unsigned i = 0; i < kMonths.size(); ++i) {
        if (literal(text, kMonths[i]))
            return i + 1;
    }
    return std::nullopt;
}

std::optional<Time> httpDate(std::string_view text)
{
    if (text.size() != 29 || std::find(kWeekdays.begin(), kWeekdays.end(), text.substr(0, 5)) == kWeekdays.end())
        return std::nullopt;
    text.remove_prefix(5);
    const auto d = digits(text, 2);
    if (!d || !literal(text, " "))
        return std::nullopt;
    const auto m = monthName(text);
    if (!m || !literal(text, " "))
        return std::nullopt;
    const auto y = digits(text, 4);
    if (!y || !literal(text, " "))
        return std::nullopt;
    const auto t = clockTime(text);
    const year_month_day ymd{year(*y), month(*m), day(static_cast<unsigned>(*d))};
    if (!t || text != " GMT" || !ymd.ok())
        return std::nullopt;
    return Time(sys_days(ymd)) + *t;
}

} // namespace

std::string toIso(Time time)
{
    const Day day = dayOf(time);
    const hh_mm_ss clock(time - day);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                  static_cast<int>(clock.subseconds().count()));
    return toIso(day) + text.data();
}

std::string toIso(Day day)
{
    const year_month_day ymd(day);
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return text.data();
}

Result<Time> timeFromIso(std::string_view text)
{
    if (const auto time = isoTime(text))
        return *time;
    return fail(ErrorKind::MalformedResponse, "not an ISO 8601 time");
}

Result<Day> dayFromIso(std::string_view text)
{
    const auto day = date(text);
    if (day && text.empty())
        return *day;
    return fail(ErrorKind::Usage, "not a date of the form YYYY-MM-DD");
}

Result<Time> timeFromHttpDate(std::string_view text)
{
    if (const auto time = httpDate(text))
        return *time;
    return fail(ErrorKind::MalformedResponse, "not an HTTP date");
}

} // namespace sk
