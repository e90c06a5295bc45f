// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/messages.h"

namespace sk::simulator {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// RFC 3986 query characters without '&' and '=', which separate.
bool mayStandRaw(char c)
{
    static constexpr std::string_view kAllowed = "-._~!$'()*+,;:@/?%";
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || kAllowed.find(c) != std::string_view::npos;
}

bool decodePart(std::string_view text, std::string &out)
{
    for (const char c : text) {
        if (!mayStandRaw(c))
            return false;
    }
    return percentDecode(text, true, out);
}

} // namespace

bool percentDecode(std::string_view text, bool plusIsSpace, std::string &out)
{
    out.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return false;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += plusIsSpace && text[i] == '+' ? ' ' : text[i];
        }
    }
    return true;
}

bool parseFormPairs(std::string_view text, Pairs &out)
{
    out.clear();
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(pair.size() == text.size() ? pair.size() : pair.size() + 1);
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0)
            return false;
        std::string name;
        std::string value;
        if (!decodePart(pair.substr(0, equals), name) || !decodePart(pair.substr(equals + 1), value))
            return false;
        out.emplace_back(std::move(name), std::move(value));
    }
    return true;
}

std::vector<std::string> splitList(std::string_view text)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t comma = text.find(',');
        parts.emplace_back(text.substr(0, comma));
        if (comma == std::string_view::npos)
            return parts;
        text.remove_prefix(comma + 1);
    }
}

} // namespace sk::simulator
