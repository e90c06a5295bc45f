// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/time_text.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace sk::simulator {

/// An operation and Amazon's published usage plan (sp-api.md 4.1 and 4.2, from the models).
struct OperationPlan
{
    std::string_view name;
    double rate; ///< tokens per second
    double burst;
};

constexpr OperationPlan kSearchOrders{"searchOrders", 0.0056, 20};
constexpr OperationPlan kGetOrder{"getOrder", 0.5, 30};
constexpr OperationPlan kParticipations{"getMarketplaceParticipations", 0.016, 15};

/// A token bucket that starts full (sp-api.md 3.4). Pure: time comes in.
class TokenBucket
{
public:
    TokenBucket(double rate, double burst, Millis now) : m_rate(rate), m_burst(burst), m_tokens(burst), m_filledAt(now)
    {
    }

    /// Takes one token. @return false, and nothing taken, when less than one is there.
    bool take(Millis now);

private:
    double m_rate;
    double m_burst;
    double m_tokens;
    Millis m_filledAt;
};

/// One bucket per operation and connection. Safe to use from several threads.
class RateLimiter
{
public:
    RateLimiter(double scale, bool enforce) : m_scale(scale), m_enforce(enforce) {}

    /// @return false when the request has to be answered with 429.
    bool admit(const OperationPlan &plan, const std::string &connection, Millis now);

    /// The value of `x-amzn-RateLimit-Limit`.
    std::string headerValue(const OperationPlan &plan) const;

private:
    const double m_scale;
    const bool m_enforce;
    std::mutex m_mutex;
    std::map<std::string, TokenBucket> m_buckets;
};

} // namespace sk::simulator
