// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/rate_limiter.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace sk::simulator {

bool TokenBucket::take(Millis now)
{
    const double seconds = static_cast<double>(std::max<Millis>(now - m_filledAt, 0)) / static_cast<double>(kSecond);
    m_tokens = std::min(m_burst, m_tokens + seconds * m_rate);
    m_filledAt = now;
    constexpr double kRoundingSlack = 1e-9; // 1/rate seconds must give a whole token
    if (m_tokens < 1 - kRoundingSlack)
        return false;
    m_tokens -= 1;
    return true;
}

bool RateLimiter::admit(const OperationPlan &plan, const std::string &connection, Millis now)
{
    if (!m_enforce)
        return true;
    const std::lock_guard lock(m_mutex);
    const TokenBucket full(plan.rate * m_scale, plan.burst, now);
    const auto entry = m_buckets.try_emplace(std::string(plan.name) + " " + connection, full).first;
    return entry->second.take(now);
}

std::string RateLimiter::headerValue(const OperationPlan &plan) const
{
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.6g", plan.rate * m_scale);
    return buffer.data();
}

} // namespace sk::simulator
