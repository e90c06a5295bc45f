// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/expiry.h"

#include <algorithm>

namespace sk::privacy {

Day countedFrom(const PiiMoments &moments)
{
    Time earliest = moments.received;
    for (const auto &moment : {moments.shipped, moments.delivered}) {
        if (moment)
            earliest = std::min(earliest, *moment);
    }
    return dayOf(earliest);
}

Day expiryDay(Day countedFrom, int retentionDays)
{
    return countedFrom + std::chrono::days(std::clamp(retentionDays, 1, kMostPiiDays));
}

} // namespace sk::privacy
