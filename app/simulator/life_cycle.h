// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/time_text.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace sk::simulator {

class Random;

/// The FulfillmentStatus enum of orders_2026-01-01.json.
enum class Status : std::uint8_t {
    PendingAvailability,
    Pending,
    Unshipped,
    PartiallyShipped,
    Shipped,
    Cancelled,
    Unfulfillable,
};

/// The model's own word for a status.
std::string_view statusText(Status status);

/// The status of that word, or nothing.
std::optional<Status> statusOf(std::string_view text);

constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

/// When the things of an order's life happen, in seconds after its creation; kNever when they do not.
struct Timeline
{
    std::uint32_t available = 0; ///< pre-orders: until here PENDING_AVAILABILITY
    std::uint32_t paid = kNever; ///< PENDING until here
    std::uint32_t cancelRequested = kNever;
    std::uint32_t cancelled = kNever;
    std::uint32_t unfulfillable = kNever;
    std::uint32_t partlyShipped = kNever;
    std::uint32_t shipped = kNever;
    std::uint32_t delivered = kNever; ///< merchant packages only; Amazon has no DELIVERED order status
};

/// What decides the timeline beside chance.
struct TimelineTraits
{
    bool merchant = false;
    bool preorder = false;
    bool nonAmazonChannel = false; ///< UNFULFILLABLE exists only for these
    bool severalUnits = false;     ///< only these can be shipped in part
};

/// Draws a life: about 3 % cancelled, a few partly shipped, some shipped late.
Timeline drawTimeline(Random &random, const TimelineTraits &traits);

/// The state `age` after creation. Pure: the same age gives the same state.
Status statusAt(const Timeline &timeline, Millis age);

/// Age of the newest change that is not later than `age`; 0 is the creation itself.
Millis lastChangeAt(const Timeline &timeline, bool merchant, Millis age);

/// True when `offset` (seconds) has been reached at `age`.
constexpr bool reached(std::uint32_t offset, Millis age)
{
    return offset != kNever && Millis{offset} * kSecond <= age;
}

} // namespace sk::simulator
