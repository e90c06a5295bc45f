// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/loop_guard.h"

namespace sk::sync {

Result<void> LoopGuard::check(const std::string &nextToken, const std::vector<std::string> &ids)
{
    bool fresh = false;
    for (const std::string &id : ids)
        fresh = m_ids.insert(id).second || fresh;
    if (nextToken.empty())
        return {};
    if (!m_tokens.insert(nextToken).second)
        return fail(ErrorKind::PaginationLoop, "a pagination token came a second time");
    m_stale = fresh ? 0 : m_stale + 1;
    if (m_stale >= 3)
        return fail(ErrorKind::PaginationLoop, "three pages without a new order");
    return {};
}

void LoopGuard::reset()
{
    *this = {};
}

} // namespace sk::sync
