// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/time_keeper.h"

#include <algorithm>

namespace sk::privacy {

namespace {

/// Below this, a difference between server and machine is no reason to turn back time.
constexpr std::chrono::hours kTolerance{24};

} // namespace

TimeKeeper::TimeKeeper(const Clock &clock, Time highestSeen)
    : m_clock(clock)
    , m_base(std::max(clock.now(), highestSeen))
    , m_baseMonotonic(clock.monotonic())
{
}

Time TimeKeeper::now()
{
    const std::chrono::milliseconds monotonic = m_clock.monotonic();
    m_base = std::max(m_base + (monotonic - m_baseMonotonic), m_clock.now() + m_correction);
    m_baseMonotonic = monotonic;
    return m_base;
}

bool TimeKeeper::isConfirmed()
{
    return m_confirmedAt && now() - *m_confirmedAt <= kTolerance;
}

bool TimeKeeper::trust(Time serverTime)
{
    const Time current = now();
    const std::chrono::milliseconds ahead = m_clock.now() - serverTime;
    m_ahead = std::max(ahead, std::chrono::milliseconds(0));
    // The machine's clock itself is ahead: keep the distance until it is set right.
    m_correction = ahead > kTolerance ? -ahead : std::chrono::milliseconds(0);
    const bool turnsBack = current - serverTime > kTolerance;
    if (turnsBack || serverTime >= current)
        m_base = serverTime;
    m_confirmedAt = m_base;
    return turnsBack;
}

Time TimeKeeper::requestTime() const
{
    return m_clock.now() - m_ahead;
}

bool TimeKeeper::clockIsFast() const
{
    return m_ahead > std::chrono::minutes(2);
}

} // namespace sk::privacy
