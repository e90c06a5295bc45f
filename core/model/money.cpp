// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/money.h"

#include <array>
#include <limits>
#include <utility>

namespace sk::model {

namespace {

/// ISO 4217 currencies whose minor unit is not a hundredth.
constexpr std::array<std::pair<std::string_view, int>, 24> kDecimals{{
    {"BIF", 0}, {"CLP", 0}, {"DJF", 0}, {"GNF", 0}, {"ISK", 0}, {"JPY", 0}, {"KMF", 0}, {"KRW", 0},
    {"PYG", 0}, {"RWF", 0}, {"UGX", 0}, {"UYI", 0}, {"VND", 0}, {"VUV", 0}, {"XAF", 0}, {"XOF", 0},
    {"XPF", 0}, {"BHD", 3}, {"IQD", 3}, {"JOD", 3}, {"KWD", 3}, {"LYD", 3}, {"OMR", 3}, {"TND", 3},
}};

Result<std::int64_t> appended(std::int64_t value, char digit)
{
    if (digit < '0' || digit > '9')
        return fail(ErrorKind::MalformedResponse, "an amount has a character that is no digit");
    constexpr std::int64_t largest = (std::numeric_limits<std::int64_t>::max() - 9) / 10;
    if (value > largest)
        return fail(ErrorKind::MalformedResponse, "an amount is larger than any real one");
    return value * 10 + (digit - '0');
}

} // namespace

int decimalsOf(std::string_view currency)
{
    for (const auto &[code, decimals] : kDecimals) {
        if (code == currency)
            return decimals;
    }
    return 2;
}

Result<Money> moneyFromDecimal(std::string_view amount, std::string_view currency)
{
    const bool negative = amount.starts_with('-');
    if (negative)
        amount.remove_prefix(1);
    const std::size_t point = amount.find('.');
    std::string_view fraction = point == std::string_view::npos ? std::string_view() : amount.substr(point + 1);
    const std::string_view whole = amount.substr(0, point);
    if (whole.empty() || (point != std::string_view::npos && fraction.empty()))
        return fail(ErrorKind::MalformedResponse, "an amount is not a decimal number");
    while (fraction.ends_with('0'))
        fraction.remove_suffix(1);
    const auto decimals = static_cast<std::size_t>(decimalsOf(currency));
    if (fraction.size() > decimals)
        return fail(ErrorKind::MalformedResponse, "an amount has more decimal places than its currency");
    std::int64_t minor = 0;
    for (const char digit : whole) {
        SK_ASSIGN(minor, appended(minor, digit));
    }
    for (std::size_t i = 0; i < decimals; ++i) {
        SK_ASSIGN(minor, appended(minor, i < fraction.size() ? fraction[i] : '0'));
    }
    return Money{negative ? -minor : minor, std::string(currency)};
}

std::string toDecimal(std::int64_t minor, std::string_view currency)
{
    const auto decimals = static_cast<std::size_t>(decimalsOf(currency));
    const bool negative = minor < 0;
    const auto bits = static_cast<std::uint64_t>(minor);
    std::string digits = std::to_string(negative ? 0 - bits : bits);
    if (digits.size() <= decimals)
        digits.insert(0, decimals + 1 - digits.size(), '0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, 1, '.');
    return negative ? "-" + digits : digits;
}

} // namespace sk::model
