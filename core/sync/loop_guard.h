// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace sk::sync {

/// Notices a server that sends the same pages for ever (sp-api.md 3.6): a token that was seen before, or three pages in
/// a row without a new id. One guard per series of pages.
class LoopGuard
{
public:
    /// PaginationLoop when the series goes round in circles.
    [[nodiscard]] Result<void> check(const std::string &nextToken, const std::vector<std::string> &ids);
    void reset();

private:
    std::unordered_set<std::string> m_tokens;
    std::unordered_set<std::string> m_ids;
    int m_stale = 0;
};

} // namespace sk::sync
