// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backoff.h"

#include <algorithm>
#include <cmath>

namespace sk::net {

using namespace std::chrono;

namespace {

constexpr int kAttempts = 5;
constexpr milliseconds kBase = seconds(1);
constexpr milliseconds kCap = seconds(60);

bool isWorthRetrying(ErrorKind kind)
{
    return kind == ErrorKind::Offline || kind == ErrorKind::Timeout || kind == ErrorKind::ServerError
        || kind == ErrorKind::MalformedResponse;
}

} // namespace

std::optional<milliseconds> retryDelay(ErrorKind kind, int attempt, double random01)
{
    if (!isWorthRetrying(kind) || attempt < 0 || attempt >= kAttempts)
        return std::nullopt;
    const double share = std::isfinite(random01) ? std::clamp(random01, 0.0, 1.0) : 1.0;
    const milliseconds longest = std::min(kBase * (1 << attempt), kCap);
    return milliseconds(std::llround(share * static_cast<double>(longest.count())));
}

} // namespace sk::net
