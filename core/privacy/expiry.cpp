// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/expiry.h"

#include <algorithm>

namespace sk::privacy {

Day expiryDay(const PiiMoments &moments, int retentionDays)
{
    Time earliest = moments.received;
    for (const auto &moment : {moments.shipped, moments.delivered}) {
        if (moment)
            earliest = std::min(earliest, *moment);
    }
    return dayOf(earliest) + std::chrono::days(std::clamp(retentionDays, 1, kMostPiiDays));
}

} // namespace sk::privacy
