// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QPointer>

#include <map>
#include <mutex>
#include <utility>

namespace sk::test {

/// Time that moves only when a test says so.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Time start = fromMillis(1'795'000'000'000));

    [[nodiscard]] Time now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    /// Work of a context that died is skipped. Work for another thread is posted to it when due.
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) override;

    /// Moves both clocks on and runs what falls due on the way, in order of its time; work that asks for more work
    /// within the span gets it.
    void advance(std::chrono::milliseconds span);
    /// Sets the wall clock, forwards or back; timers do not notice.
    void setWall(Time time);
    /// How much work is waiting, dead contexts not counted.
    [[nodiscard]] std::size_t waiting() const;

private:
    struct Work
    {
        bool hasContext = false;
        QPointer<QObject> context;
        std::function<void()> run;
    };
    using Key = std::pair<std::chrono::milliseconds, std::size_t>; ///< due, order of asking

    [[nodiscard]] std::function<void()> takeDue(std::chrono::milliseconds until);

    mutable std::mutex m_mutex;
    std::chrono::milliseconds m_monotonic{0};
    std::chrono::milliseconds m_wall;
    std::size_t m_count = 0;
    std::map<Key, Work> m_work;
};

} // namespace sk::test
