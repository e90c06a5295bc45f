// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/time_text.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace sk::simulator {

/// The result of one search, fixed at its first page, so that no order slips between pages.
struct SearchResult
{
    std::string fingerprint;
    std::string beforeText; ///< echoed on every page
    Millis visible = 0;     ///< the state of the world the first page showed
    std::vector<std::uint32_t> orders;
};

/// A place in a result.
struct PagePosition
{
    std::shared_ptr<const SearchResult> result;
    std::size_t offset = 0;
};

/// Pagination tokens: they live 24 hours (sp-api.md 3.6). Safe to use from several threads.
class PageTokens
{
public:
    std::string issue(const PagePosition &position, Millis now);
    std::optional<PagePosition> find(const std::string &token, Millis now);

private:
    struct Entry
    {
        PagePosition position;
        Millis end = 0;
    };

    std::mutex m_mutex;
    std::map<std::string, Entry> m_entries;
};

} // namespace sk::simulator
