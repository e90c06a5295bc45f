// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <optional>

namespace sk::privacy {

/// The time that decides about expiry. A clock that goes back never lengthens a life: the highest time ever seen
/// counts, carried on by the monotonic clock. A clock that ran ahead kills early; once a server's Date shows the true
/// time, the keeper returns to it (what died stays dead). Lives on the database thread.
class TimeKeeper
{
public:
    /// `highestSeen` comes from the anchor in the keychain.
    TimeKeeper(const Clock &clock, Time highestSeen);

    /// Never goes back, except by trust().
    [[nodiscard]] Time now();

    /// A time from a server that proved who it is. Moves the keeper forward when the machine's clock is behind it, and
    /// back when it had run ahead by more than a day. Returns true when it went back.
    bool trust(Time serverTime);

    /// True while a server has shown the time within the last day of this run: then now() is right, not only not too
    /// early. A clock that jumps afterwards is not believed for having been right before.
    [[nodiscard]] bool isConfirmed();

    /// For the bounds of requests: the machine's clock, less what it is ahead of the last server. Amazon refuses a
    /// `…Before` that is not in its past (sp-api.md 3.7).
    [[nodiscard]] Time requestTime() const;
    /// True when the machine's clock was found to be ahead of a server by more than two minutes.
    [[nodiscard]] bool clockIsFast() const;

private:
    const Clock &m_clock;
    Time m_base; ///< the time at m_baseMonotonic
    std::chrono::milliseconds m_baseMonotonic;
    std::chrono::milliseconds m_ahead{0}; ///< of the last server, by the machine's clock; never negative
    std::optional<Time> m_confirmedAt;
    std::chrono::milliseconds m_correction{0}; ///< added to the machine's clock after it was found to run ahead
};

} // namespace sk::privacy
