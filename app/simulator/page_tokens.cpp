// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/page_tokens.h"

#include "app/simulator/secret_text.h"

namespace sk::simulator {

namespace {
constexpr Millis kLifetime = 24 * kHour;
}

std::string PageTokens::issue(const PagePosition &position, Millis now)
{
    const std::string token = randomToken(44) + "+/=="; // must be percent-encoded to survive a query
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_entries, [now](const auto &entry) { return entry.second.end <= now; });
    m_entries[token] = {position, now + kLifetime};
    return token;
}

std::optional<PagePosition> PageTokens::find(const std::string &token, Millis now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(token);
    if (found == m_entries.end() || found->second.end <= now)
        return std::nullopt;
    return found->second.position;
}

} // namespace sk::simulator
