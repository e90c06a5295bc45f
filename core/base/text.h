// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// ASCII alone, whatever the locale: protocols, file names and ids.
namespace sk {

[[nodiscard]] constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

[[nodiscard]] inline std::string lower(std::string_view text)
{
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), [](char c) { return lower(c); });
    return small;
}

[[nodiscard]] inline std::string upper(std::string_view text)
{
    std::string capitals(text);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(), [](char c) { return upper(c); });
    return capitals;
}

/// Without blanks, tabs and line ends at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// All of them in one text, `separator` between each two.
[[nodiscard]] inline std::string joined(const std::vector<std::string> &texts, char separator)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? std::string() : std::string(1, separator)) + text;
    return all;
}

/// What a hexadecimal digit stands for, -1 for any other character.
[[nodiscard]] constexpr int hexValue(char c)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const std::size_t at = digits.find(lower(c));
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

} // namespace sk
