// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>

namespace sk::privacy {

/// The retention cap for PII: Amazon's policy and every service compared (controls RET-1).
inline constexpr int kMostPiiDays = 30;
inline constexpr int kDefaultPiiDays = 30;

/// The moments the PII clock can start from; absent ones are not known.
struct PiiMoments
{
    Time received;
    std::optional<Time> shipped;
    std::optional<Time> delivered;
};

/// The UTC day from which the retention of a value counts: that of the earliest known moment.
[[nodiscard]] Day countedFrom(const PiiMoments &moments);

/// The UTC day at whose start a value becomes unreadable. `retentionDays` outside 1…30 is brought inside.
[[nodiscard]] Day expiryDay(Day countedFrom, int retentionDays);

} // namespace sk::privacy
