// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/reveal_rules.h"

#include <algorithm>

namespace sk::privacy {

std::optional<Time> refusedUntil(const RevealLimit &limit, std::span<const Time> earlier, std::size_t wanted, Time now)
{
    const auto first = std::ranges::upper_bound(earlier, now - limit.within);
    const auto last = std::ranges::upper_bound(earlier, now);
    const auto counted = static_cast<std::size_t>(std::max<std::ptrdiff_t>(last - first, 0));
    if (counted + wanted <= limit.most)
        return std::nullopt;
    const std::size_t mustPass = std::min(counted + wanted - limit.most, counted); // so many have to be longer ago
    return mustPass == 0 ? now + limit.within : first[static_cast<std::ptrdiff_t>(mustPass) - 1] + limit.within;
}

} // namespace sk::privacy
