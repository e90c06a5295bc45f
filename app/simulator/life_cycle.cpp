// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/life_cycle.h"

#include "app/simulator/random.h"

#include <algorithm>

namespace sk::simulator {

namespace {

constexpr std::string_view kStatusTexts[] = {
    "PENDING_AVAILABILITY", "PENDING", "UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED", "CANCELLED", "UNFULFILLABLE"};

constexpr std::uint32_t kMinuteS = 60;
constexpr std::uint32_t kHourS = 3600;
constexpr std::uint32_t kDayS = 86400;

void drawShipping(Random &random, const TimelineTraits &traits, Timeline &t)
{
    if (traits.merchant) {
        const bool late = random.chance(0.04);
        t.shipped = t.paid + random.between(4 * kHourS, late ? 6 * kDayS : 60 * kHourS);
        t.delivered = t.shipped + random.between(kDayS, 5 * kDayS);
    } else {
        t.shipped = t.paid + random.between(3 * kHourS, 40 * kHourS);
    }
    if (traits.severalUnits && random.chance(0.08))
        t.partlyShipped = t.paid + (t.shipped - t.paid) / 2;
}

void drawCancellation(Random &random, Timeline &t)
{
    if (random.chance(0.4)) { // payment never went through: nobody asked
        t.cancelled = t.available + random.between(kHourS, 20 * kHourS);
        t.paid = kNever;
        return;
    }
    t.cancelled = t.paid + random.between(30 * kMinuteS, 8 * kHourS);
    if (random.chance(0.6))
        t.cancelRequested = t.paid + (t.cancelled - t.paid) / 2;
}

} // namespace

std::string_view statusText(Status status)
{
    return kStatusTexts[static_cast<std::size_t>(status)];
}

std::optional<Status> statusOf(std::string_view text)
{
    const auto found = std::ranges::find(kStatusTexts, text);
    if (found == std::end(kStatusTexts))
        return std::nullopt;
    return static_cast<Status>(found - std::begin(kStatusTexts));
}

Timeline drawTimeline(Random &random, const TimelineTraits &traits)
{
    Timeline t;
    t.available = traits.preorder ? random.between(5 * kDayS, 20 * kDayS) : 0;
    t.paid = t.available + (random.chance(0.5) ? 0 : random.between(kMinuteS, 90 * kMinuteS));
    if (traits.nonAmazonChannel && !traits.merchant && random.chance(0.3)) {
        t.unfulfillable = t.paid + random.between(kHourS, 12 * kHourS);
        return t;
    }
    if (random.chance(0.03))
        drawCancellation(random, t);
    else
        drawShipping(random, traits, t);
    return t;
}

Status statusAt(const Timeline &t, Millis age)
{
    if (reached(t.cancelled, age))
        return Status::Cancelled;
    if (reached(t.unfulfillable, age))
        return Status::Unfulfillable;
    if (reached(t.shipped, age))
        return Status::Shipped;
    if (reached(t.partlyShipped, age))
        return Status::PartiallyShipped;
    if (reached(t.paid, age))
        return Status::Unshipped;
    return reached(t.available, age) ? Status::Pending : Status::PendingAvailability;
}

Millis lastChangeAt(const Timeline &t, bool merchant, Millis age)
{
    std::uint32_t newest = 0;
    for (const std::uint32_t change : {t.available, t.paid, t.cancelRequested, t.cancelled, t.unfulfillable,
                                       t.partlyShipped, t.shipped, merchant ? t.delivered : kNever}) {
        if (reached(change, age))
            newest = std::max(newest, change);
    }
    return Millis{newest} * kSecond;
}

} // namespace sk::simulator
