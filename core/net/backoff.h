// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>
#include <optional>

namespace sk::net {

/// How long to wait before the same request is sent again, or nothing when that cannot help or was tried enough.
/// Exponential with full jitter: `random01` (0 to 1) of 1 s · 2^attempt, at most 60 s; attempts 0 to 4. Only for
/// Offline, Timeout, ServerError and MalformedResponse: a 429 waits by its token bucket, all else needs a person.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(ErrorKind kind, int attempt, double random01);

} // namespace sk::net
