// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

#include <algorithm>

namespace sk {

using namespace std::chrono;

namespace {

/// QTimer counts in int milliseconds; a longer wait is taken in pieces of this.
constexpr milliseconds kLongestTimer = hours(24);

} // namespace

Time SystemClock::now() const
{
    return floor<milliseconds>(system_clock::now());
}

milliseconds SystemClock::monotonic() const
{
    return floor<milliseconds>(steady_clock::now().time_since_epoch());
}

void SystemClock::callAfter(milliseconds delay, QObject *context, std::function<void()> work)
{
    const milliseconds piece = std::clamp(delay, milliseconds(0), kLongestTimer);
    QTimer::singleShot(piece, Qt::PreciseTimer, context,
                       [this, context, rest = delay - piece, work = std::move(work)]() mutable {
                           if (rest > milliseconds(0))
                               callAfter(rest, context, std::move(work));
                           else
                               work();
                       });
}

} // namespace sk
