// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace sk::simulator::test {

/// A clock that stands still until it is told to go on; starts at 2026-11-22T12:00:00Z.
class FakeClock
{
public:
    void advance(std::chrono::milliseconds by) { *m_now += by.count(); }
    std::int64_t now() const { return *m_now; }

    std::function<std::chrono::system_clock::time_point()> function() const
    {
        return [now = m_now] { return std::chrono::system_clock::time_point(std::chrono::milliseconds(now->load())); };
    }

private:
    std::shared_ptr<std::atomic<std::int64_t>> m_now = std::make_shared<std::atomic<std::int64_t>>(1'795'348'800'000);
};

} // namespace sk::simulator::test
