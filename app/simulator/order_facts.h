// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/life_cycle.h"

#include <cstdint>
#include <string>

namespace sk::simulator {

/// All that is kept of one order, about 80 bytes; items, money and people are derived from `key`
/// and `number` whenever they are asked for (order_items.h, people.h).
struct OrderFacts
{
    Millis created = 0;
    Millis touched = 0;       ///< newest change made through touchOrders(); 0: none
    std::uint64_t key = 0;    ///< seeds the order's random values
    std::uint64_t salt = 0;   ///< the simulator's seed; keeps unique values apart between seeds
    std::uint32_t number = 0; ///< running number from 0; makes ids and PII unique
    Timeline timeline;
    std::uint8_t marketplace = 0; ///< index into the seller's marketplaces
    bool merchant = false;
    bool business = false;
    bool prime = false;
    bool nonAmazonChannel = false;
    bool preorder = false;
};

/// An order's state at the moment `visible`.
inline Status statusAt(const OrderFacts &order, Millis visible)
{
    return statusAt(order.timeline, visible - order.created);
}

/// `lastUpdatedTime` at the moment `visible`.
inline Millis lastUpdatedAt(const OrderFacts &order, Millis visible)
{
    const Millis change = order.created + lastChangeAt(order.timeline, order.merchant, visible - order.created);
    return order.touched <= visible && order.touched > change ? order.touched : change;
}

/// Spreads running numbers over 0 … modulus-1 without a repetition. The factor shares no divisor
/// with the moduli in use (all made of 2, 3 and 5).
constexpr std::uint64_t spread(std::uint32_t number, std::uint64_t salt, std::uint64_t modulus)
{
    return (std::uint64_t{number} * 7654321U + salt % modulus) % modulus;
}

/// `value` in decimal with leading zeros.
inline std::string padded(std::uint64_t value, std::size_t width)
{
    const std::string digits = std::to_string(value);
    return digits.size() >= width ? digits : std::string(width - digits.size(), '0') + digits;
}

/// Amazon's 3-7-7 digits. The last group alone is unique, up to ten million orders.
inline std::uint32_t orderIdTail(std::uint32_t number, std::uint64_t salt)
{
    return static_cast<std::uint32_t>(spread(number, salt, 10'000'000));
}

inline std::string orderIdOf(const OrderFacts &order)
{
    return padded(100 + order.key % 900, 3) + "-" + padded(order.key / 1000 % 10'000'000, 7) + "-"
        + padded(orderIdTail(order.number, order.salt), 7);
}

} // namespace sk::simulator
