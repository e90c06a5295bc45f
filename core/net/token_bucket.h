// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>

namespace sk::net {

/// Our view of one of Amazon's token buckets (sp-api.md 3.4); kept in the vault by others. Plain data: the functions
/// below are pure, and `now` is the wall clock because the state survives a restart.
struct BucketState
{
    double tokens = 0;        ///< requests that may go out at once; never more than capacity()
    double ratePerSecond = 1; ///< as published or last learned
    int burst = 1;            ///< as published
    Time updated{};           ///< when `tokens` was true
    Time notBefore{};         ///< after a 429: nothing goes out earlier
};

/// How many requests may go out at once. Less than the burst, since a request that left later can arrive earlier: a
/// token for the phase of a server that refills in whole ticks, and what the rate yields in 4 s, twice the ±2 s by
/// which arrivals may shift against each other. At least 1. Costs nothing once the first burst is spent.
[[nodiscard]] double capacity(const BucketState &state);
/// A bucket never used before.
[[nodiscard]] BucketState freshBucket(double ratePerSecond, int burst, Time now);

/// Adds what the time since `updated` yields, at 98 % of the rate: Amazon publishes two digits (0.0056 stands for
/// 1/180, 0.8 % less) and two clocks never run alike. A clock that went back neither fills nor drains; one that
/// jumped ahead fills at most to capacity().
[[nodiscard]] BucketState refilled(BucketState state, Time now);
/// 0 = send now. Otherwise rounded up, so that a request sent after the wait is never early.
[[nodiscard]] std::chrono::milliseconds waitFor(const BucketState &state, Time now);
/// One request goes out.
[[nodiscard]] BucketState taken(const BucketState &state, Time now);
/// An answer came, of whatever status. Matters only where the burst is too small for the reserve (2/s with a burst of
/// 2): what was refilled since the request left is given up, because the server may have counted it only now. With
/// this, requests sent one after another are never early, at the price of rate · latency.
[[nodiscard]] BucketState answered(const BucketState &state, Time now);
/// The server named its rate (x-amzn-RateLimit-Limit): followed up and down. Ignored when not finite, not above 0, or
/// above 1000/s.
[[nodiscard]] BucketState learned(const BucketState &state, double headerRate, Time now);
/// HTTP 429, the `attempt`th in a row (from 0): empty, and nothing goes out before the longest of 1/rate,
/// 1 s · 2^attempt and Retry-After, each counted up to 5 min.
[[nodiscard]] BucketState throttled(const BucketState &state, Time now, int attempt,
                                    std::optional<std::chrono::seconds> retryAfter);

} // namespace sk::net
