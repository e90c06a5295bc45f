// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/messages.h"
#include "app/simulator/time_text.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace sk::simulator {

/// One answered request. Secrets and access tokens are never kept.
struct RequestRecord
{
    std::string operation; ///< "token", "consent", "searchOrders", "getOrder", …, "unknown", "redirectTarget"
    std::string path;
    Pairs parameters;
    std::string userAgent;
    int status = 0;
    Millis time = 0;
    std::vector<std::string> faults; ///< names of the faults that hit
    bool carriedToken = false;       ///< an x-amz-access-token was sent along
};

/// A copy of all counters.
struct StatsSnapshot
{
    std::map<std::string, std::uint64_t> byOperation;
    std::map<int, std::uint64_t> byStatus;
    std::uint64_t requests = 0;
    std::uint64_t throttled = 0;    ///< answered with 429, by the bucket or by a fault
    std::vector<RequestRecord> log; ///< the newest 20,000

    std::uint64_t count(const std::string &operation) const
    {
        const auto found = byOperation.find(operation);
        return found == byOperation.end() ? 0 : found->second;
    }
};

/// Counts requests. Safe to use from several threads.
class Stats
{
public:
    void record(RequestRecord record);
    StatsSnapshot snapshot() const;

    /// The snapshot as JSON; `log` with the newest 500 requests.
    std::string json() const;

private:
    mutable std::mutex m_mutex;
    StatsSnapshot m_counts;
};

} // namespace sk::simulator
