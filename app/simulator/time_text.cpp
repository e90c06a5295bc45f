// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/time_text.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace sk::simulator {

namespace {

struct Parts
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned weekday = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milli = 0;
};

Parts split(Millis time)
{
    namespace c = std::chrono;
    const Millis days = time >= 0 ? time / kDay : -((-time + kDay - 1) / kDay);
    const c::sys_days date{c::days{days}};
    const c::year_month_day ymd{date};
    const auto rest = static_cast<int>(time - days * kDay);
    return {static_cast<int>(ymd.year()),
            static_cast<unsigned>(ymd.month()),
            static_cast<unsigned>(ymd.day()),
            c::weekday{date}.c_encoding(),
            rest / 3600000,
            rest / 60000 % 60,
            rest / 1000 % 60,
            rest % 1000};
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool has(std::string_view text, std::size_t at, char wanted)
{
    return at < text.size() && text[at] == wanted;
}

std::optional<Millis> parseDate(std::string_view text)
{
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day || !has(text, 4, '-') || !has(text, 7, '-'))
        return std::nullopt;
    namespace c = std::chrono;
    const c::year_month_day ymd{c::year{*year}, c::month{static_cast<unsigned>(*month)},
                                c::day{static_cast<unsigned>(*day)}};
    if (!ymd.ok())
        return std::nullopt;
    return Millis{c::sys_days{ymd}.time_since_epoch().count()} * kDay;
}

/// The offset from UTC at the end of a date-time: `Z`, `+02:00` or `-0530`.
std::optional<Millis> parseOffset(std::string_view text)
{
    if (text == "Z" || text == "z")
        return Millis{0};
    if (text.size() < 5 || (text[0] != '+' && text[0] != '-'))
        return std::nullopt;
    const std::size_t minuteAt = text[3] == ':' ? 4 : 3;
    const auto hour = digits(text, 1, 2);
    const auto minute = digits(text, minuteAt, 2);
    if (!hour || !minute || *hour > 14 || *minute > 59 || text.size() != minuteAt + 2)
        return std::nullopt;
    const Millis offset = *hour * kHour + *minute * kMinute;
    return text[0] == '+' ? offset : -offset;
}

} // namespace

std::string isoText(Millis time)
{
    const Parts p = split(time);
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", p.year, p.month, p.day, p.hour,
                  p.minute, p.second, p.milli);
    return buffer.data();
}

std::string isoDate(Millis time)
{
    return isoText(time).substr(0, 10);
}

std::string httpDate(Millis time)
{
    static constexpr const char *kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Parts p = split(time);
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT", kDays[p.weekday], p.day,
                  kMonths[p.month - 1], p.year, p.hour, p.minute, p.second);
    return buffer.data();
}

std::optional<Millis> parseIso(std::string_view text)
{
    const auto date = parseDate(text);
    if (!date || text.size() == 10)
        return date;
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!has(text, 10, 'T') || !hour || !minute || !second || !has(text, 13, ':') || !has(text, 16, ':'))
        return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    std::size_t at = 19;
    Millis fraction = 0;
    if (has(text, at, '.')) {
        Millis scale = 100;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
            fraction += (text[at] - '0') * scale;
    }
    const auto offset = parseOffset(text.substr(at));
    if (!offset)
        return std::nullopt;
    return *date + *hour * kHour + *minute * kMinute + *second * kSecond + fraction - *offset;
}

} // namespace sk::simulator
