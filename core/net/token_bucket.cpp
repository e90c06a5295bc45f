// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/token_bucket.h"

#include <algorithm>
#include <cmath>

namespace sk::net {

using namespace std::chrono;

namespace {

constexpr double kPace = 0.98;
constexpr double kHighestRate = 1000;
constexpr double kPhaseReserve = 1;
constexpr double kJitterSeconds = 4;
constexpr seconds kLongestPenalty = minutes(5);
constexpr milliseconds kBackoffBase = seconds(1);
/// Binary fractions of a token that rounding may leave; far below a millisecond's yield at any rate of ours.
constexpr double kTiny = 1e-9;

bool isRate(double rate)
{
    return std::isfinite(rate) && rate > 0 && rate <= kHighestRate;
}

/// The rate we send at; a damaged state becomes slow, never fast.
double pace(const BucketState &state)
{
    return kPace * (isRate(state.ratePerSecond) ? state.ratePerSecond : 0.001);
}

double reserve(const BucketState &state)
{
    return kPhaseReserve + kJitterSeconds * state.ratePerSecond;
}

bool reserveFits(const BucketState &state)
{
    return static_cast<double>(state.burst) >= 1 + reserve(state);
}

milliseconds ceilMillis(double secondsValue)
{
    constexpr double kLongest = 1e12; // 30 years in milliseconds: beyond, the conversion would overflow
    return milliseconds(static_cast<std::int64_t>(std::ceil(std::min(secondsValue * 1000.0, kLongest))));
}

} // namespace

double capacity(const BucketState &state)
{
    return reserveFits(state) ? static_cast<double>(state.burst) - reserve(state) : 1.0;
}

BucketState freshBucket(double ratePerSecond, int burst, Time now)
{
    BucketState state{0, ratePerSecond, burst, now, Time{}};
    state.tokens = capacity(state);
    return state;
}

BucketState refilled(BucketState state, Time now)
{
    const duration<double> passed = now - state.updated;
    if (passed.count() < 0)
        state.notBefore += now - state.updated; // the rest of a penalty stays as long as it was
    else
        state.tokens += passed.count() * pace(state);
    state.tokens = std::isfinite(state.tokens) ? std::clamp(state.tokens, 0.0, capacity(state)) : 0.0;
    state.updated = now;
    state.notBefore = std::min(state.notBefore, now + kLongestPenalty);
    return state;
}

milliseconds waitFor(const BucketState &state, Time now)
{
    const BucketState current = refilled(state, now);
    const double missing = 1.0 - current.tokens;
    const milliseconds forToken = missing > kTiny ? ceilMillis(missing / pace(current)) : milliseconds(0);
    return std::max({forToken, current.notBefore - now, milliseconds(0)});
}

BucketState taken(const BucketState &state, Time now)
{
    BucketState next = refilled(state, now);
    next.tokens = std::max(next.tokens - 1.0, 0.0);
    return next;
}

BucketState answered(const BucketState &state, Time now)
{
    BucketState next = refilled(state, now);
    if (!reserveFits(state))
        next.tokens = std::min(next.tokens, std::max(state.tokens, 0.0));
    return next;
}

BucketState learned(const BucketState &state, double headerRate, Time now)
{
    if (!isRate(headerRate))
        return state;
    BucketState next = refilled(state, now);
    next.ratePerSecond = headerRate;
    next.tokens = std::min(next.tokens, capacity(next));
    return next;
}

BucketState throttled(const BucketState &state, Time now, int attempt, std::optional<seconds> retryAfter)
{
    BucketState next = refilled(state, now);
    const milliseconds growing = kBackoffBase * (1 << std::clamp(attempt, 0, 16));
    const milliseconds asked = std::clamp<seconds>(retryAfter.value_or(seconds(0)), seconds(0), kLongestPenalty);
    const milliseconds one = ceilMillis(1.0 / pace(next));
    next.tokens = 0;
    next.notBefore =
        std::max(next.notBefore, now + std::min(std::max({one, growing, asked}), milliseconds(kLongestPenalty)));
    return next;
}

} // namespace sk::net
