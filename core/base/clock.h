// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <functional>

class QObject;

namespace sk {

/// The only source of time in core. Handed in, so that a test can run a week in a second.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall-clock time; may jump in both directions. Callable from any thread.
    [[nodiscard]] virtual Time now() const = 0;
    /// Time since an arbitrary start; never jumps, does not have to count sleep. Callable from any thread.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
    /// Calls `work` once on `context`'s thread after `delay`, unless `context` died before.
    virtual void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) = 0;
};

/// The machine's own clock and Qt's timers.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Time now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) override;
};

} // namespace sk
