// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sync_run.h"

namespace sk::sync {

namespace {

/// A step with the counts that belong to it: both are values of the database thread.
struct Told
{
    Result<NextStep> step;
    Tally tally;
};

} // namespace

SyncRun::SyncRun(model::ConnectionId connection, amazon::SpApiClient &client, net::HttpTransport &transport,
                 std::vector<std::unique_ptr<Feed>> feeds, World world)
    : m_connection(std::move(connection))
    , m_client(client)
    , m_transport(transport)
    , m_world(std::move(world))
{
    for (std::unique_ptr<Feed> &feed : feeds)
        m_feeds.push_back(std::make_shared<Stepper>(m_connection, std::move(feed), m_world.random01));
}

void SyncRun::start()
{
    startFeed();
}

void SyncRun::stop()
{
    if (std::exchange(m_stopping, true) || m_phase == Phase::Ended)
        return;
    if (m_phase == Phase::Calling)
        m_transport.cancelAll(); // the outcome still comes, and is recorded
    else if (m_phase == Phase::Waiting)
        endFeed(Error{ErrorKind::Cancelled, {}}, true);
}

void SyncRun::startFeed()
{
    if (m_feeds.empty()) {
        m_phase = Phase::Ended;
        Q_EMIT finished(m_reports);
        return;
    }
    m_tally = {};
    advance(std::nullopt);
}

void SyncRun::advance(std::optional<amazon::ApiOutcome> outcome)
{
    m_phase = Phase::Storing;
    const auto told =
        m_world.thread.run([stepper = m_feeds.front(), storage = m_world.storage, outcome = std::move(outcome)] {
            auto step = stepper->step(storage(), outcome);
            return Told{std::move(step), stepper->tally()};
        });
    whenDone(told, this, [this](const Told &result) {
        m_tally = result.tally;
        follow(result.step);
    });
}

void SyncRun::follow(const Result<NextStep> &step)
{
    if (m_stopping)
        return endFeed(Error{ErrorKind::Cancelled, {}}, true);
    if (!step)
        return endFeed(step.error(), false);
    if (!step->call)
        return endFeed(step->failed, step->endsConnection);
    report(*step);
    if (step->wait <= std::chrono::milliseconds(0))
        return send(*step->call);
    m_phase = Phase::Waiting;
    m_world.clock.callAfter(step->wait, this, [this, call = *step->call] {
        if (m_phase == Phase::Waiting)
            send(call);
    });
}

void SyncRun::send(const amazon::ApiCall &call)
{
    m_phase = Phase::Calling;
    whenDone(m_client.call(call), this, [this](const amazon::ApiOutcome &outcome) { advance(outcome); });
}

void SyncRun::endFeed(const std::optional<Error> &error, bool endsConnection)
{
    addReports(error);
    m_feeds.pop_front();
    m_tally = {};
    while (endsConnection && !m_feeds.empty()) {
        addReports(error);
        m_feeds.pop_front();
    }
    startFeed();
}

void SyncRun::addReports(const std::optional<Error> &error)
{
    const Stepper &feed = *m_feeds.front();
    m_reports.push_back({m_connection, std::string(feed.dataSet()), m_tally.received, m_tally.stored, m_tally.requests,
                         m_tally.throttled, error});
    if (!feed.partsDataSet().empty())
        m_reports.push_back(
            {m_connection, std::string(feed.partsDataSet()), m_tally.receivedParts, m_tally.storedParts, 0, 0, error});
}

void SyncRun::report(const NextStep &step)
{
    model::SyncProgress progress;
    progress.connection = m_connection;
    progress.dataSet = m_feeds.front()->dataSet();
    progress.received = m_tally.received;
    progress.requests = m_tally.requests;
    progress.expected = step.outlook.expected;
    if (step.outlook.requestsLeft) {
        const double waiting = std::max(0.0, static_cast<double>(*step.outlook.requestsLeft) - step.bucket.tokens);
        progress.timeLeft =
            std::chrono::milliseconds(static_cast<std::int64_t>(waiting / step.bucket.ratePerSecond * 1000.0));
    }
    if (step.wait > std::chrono::seconds(1))
        progress.waitingUntil = m_world.clock.now() + step.wait;
    Q_EMIT progressed(progress);
}

} // namespace sk::sync
