// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consent/hit.h"

#include "core/base/text.h"
#include "core/secrets/secret.h"

#include <algorithm>

namespace sk::consent {

namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

Hit refused(int status)
{
    return {Hit::Verdict::Refused, status, {}};
}

/// Takes the part before `separator` off `text`; all of it when there is none.
std::string_view takeUntil(std::string_view &text, std::string_view separator)
{
    const std::size_t at = text.find(separator);
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + separator.size());
    return part;
}

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '\t' || (c >= ' ' && c < '\x7F'); });
}

/// 0 when every header is one that a navigation of a browser may send, else the status that refuses it.
int judgeHeaders(std::string_view headers, const HandOver &handOver)
{
    int hosts = 0;
    while (!headers.empty()) {
        std::string_view value = takeUntil(headers, kLineEnd);
        if (!isPlain(value) || value.find(':') == std::string_view::npos)
            return 400;
        const std::string name = lower(takeUntil(value, ":"));
        value = trimmed(value);                                             // isPlain() left no line ends to lose
        if (name.empty() || name.find_first_of(" \t") != std::string::npos) // also a folded line
            return 400;
        if (name == "host" && (++hosts > 1 || value != "127.0.0.1:" + std::to_string(handOver.port)))
            return 403;
        if (name == "origin" || (name == "sec-fetch-dest" && value != "document"))
            return 403;
        if (name == "transfer-encoding" || (name == "content-length" && value != "0"))
            return 413;
    }
    return hosts == 1 ? 0 : 400;
}

} // namespace

Hit judgeHit(std::string_view received, const HandOver &handOver)
{
    const std::size_t end = received.find(kHeadEnd);
    if (std::min(end, received.size()) > kLongestHead)
        return refused(431);
    if (end == std::string_view::npos)
        return {};
    if (received.size() > end + kHeadEnd.size())
        return refused(413); // bytes after the head: a body nobody announced, or a second request
    std::string_view headers = received.substr(0, end);
    std::string_view line = takeUntil(headers, kLineEnd);
    const std::string_view method = takeUntil(line, " ");
    std::string_view target = takeUntil(line, " ");
    if (!isPlain(method) || !isPlain(target) || (line != "HTTP/1.1" && line != "HTTP/1.0"))
        return refused(400);
    if (method != "GET")
        return refused(405);
    if (const int status = judgeHeaders(headers, handOver); status != 0)
        return refused(status);
    const std::string_view path = takeUntil(target, "?");
    const auto expected = secrets::Secret::copyOf(asBytes('/' + handOver.segment));
    if (!expected.equals(secrets::Secret::copyOf(asBytes(path))))
        return refused(404);
    return {Hit::Verdict::Accepted, 200, std::string(target)};
}

} // namespace sk::consent
