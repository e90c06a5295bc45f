// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace sk::ui::test {

/// Stands still until told to move; then runs what has become due.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] Time now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_now.time_since_epoch(); }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) override
    {
        m_waiting.push_back({m_now + delay, QPointer<QObject>(context), std::move(work)});
    }

    void set(Time now) { m_now = now; }
    void advance(std::chrono::milliseconds by)
    {
        m_now += by;
        std::vector<Waiting> due;
        const auto later = std::stable_partition(m_waiting.begin(), m_waiting.end(),
                                                 [this](const Waiting &w) { return w.at > m_now; });
        std::move(later, m_waiting.end(), std::back_inserter(due));
        m_waiting.erase(later, m_waiting.end());
        for (Waiting &waiting : due) {
            if (waiting.context)
                waiting.work();
        }
    }

private:
    struct Waiting
    {
        Time at;
        QPointer<QObject> context;
        std::function<void()> work;
    };

    Time m_now = timeFromIso("2026-11-22T13:58:00Z").value_or(Time());
    std::vector<Waiting> m_waiting;
};

} // namespace sk::ui::test
