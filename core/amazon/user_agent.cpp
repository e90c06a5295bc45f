// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/user_agent.h"

#include <QString>
#include <QSysInfo>

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
    std::string agent = (head + escaped(platform, ");") + '/' + escaped(platformVersion, ");")).substr(0, kLongest - 1);
    const std::size_t last = agent.find_last_not_of('\\');
    if ((agent.size() - last) % 2 == 0)
        agent.pop_back(); // half an escape would swallow the closing bracket
    return agent + ')';
}

std::string ownUserAgent()
{
    return userAgent(SK_VERSION, QSysInfo::productType().toStdString(), QSysInfo::productVersion().toStdString());
}

} // namespace sk::amazon
