// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_clock.h"

#include <QThread>

#include <algorithm>

namespace sk::test {

using namespace std::chrono;

FakeClock::FakeClock(Time start) : m_wall(start.time_since_epoch()) {}

Time FakeClock::now() const
{
    const std::lock_guard lock(m_mutex);
    return Time(m_wall);
}

milliseconds FakeClock::monotonic() const
{
    const std::lock_guard lock(m_mutex);
    return m_monotonic;
}

void FakeClock::callAfter(milliseconds delay, QObject *context, std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    const milliseconds due = m_monotonic + std::max(delay, milliseconds(0));
    m_work.emplace(Key{due, m_count++}, Work{context != nullptr, context, std::move(work)});
}

void FakeClock::advance(milliseconds span)
{
    const milliseconds until = monotonic() + span;
    while (const auto run = takeDue(until))
        run();
    const std::lock_guard lock(m_mutex);
    m_wall += until - m_monotonic;
    m_monotonic = until;
}

/// Moves the clocks to the first living work that is due by then, and hands it out.
std::function<void()> FakeClock::takeDue(milliseconds until)
{
    const std::lock_guard lock(m_mutex);
    while (!m_work.empty() && m_work.begin()->first.first <= until) {
        auto node = m_work.extract(m_work.begin());
        Work &work = node.mapped();
        if (work.hasContext && !work.context)
            continue;
        const milliseconds due = std::max(node.key().first, m_monotonic);
        m_wall += due - m_monotonic;
        m_monotonic = due;
        if (!work.context || work.context->thread() == QThread::currentThread())
            return std::move(work.run);
        QMetaObject::invokeMethod(work.context, std::move(work.run), Qt::QueuedConnection);
    }
    return {};
}

void FakeClock::setWall(Time time)
{
    const std::lock_guard lock(m_mutex);
    m_wall = time.time_since_epoch();
}

std::size_t FakeClock::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(std::count_if(m_work.begin(), m_work.end(), [](const auto &entry) {
        return !entry.second.hasContext || entry.second.context;
    }));
}

} // namespace sk::test
