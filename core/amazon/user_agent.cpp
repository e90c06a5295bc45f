// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/user_agent.h"

namespace sk::amazon {

namespace {

constexpr std::size_t kLongest = 500;

/// Backslash-escapes the characters that would end a value; drops what is not printable ASCII.
std::string escaped(std::string_view text, std::string_view special)
{
    std::string result;
    for (const char c : text) {
        if (c < ' ' || c > '~')
            continue;
        if (c == '\\' || special.find(c) != std::string_view::npos)
            result += '\\';
        result += c;
    }
    return result;
}

} // namespace

std::string userAgent(std::string_view version, std::string_view platform, std::string_view platformVersion)
{
    const std::string head = "Sellerkeep/" + escaped(version, "(") + " (Language=C++/20; Platform=";
    const std::string value = escaped(platform, ");") + '/' + escaped(platformVersion, ");");
    return head + value.substr(0, kLongest - head.size() - 1) + ')';
}

} // namespace sk::amazon
