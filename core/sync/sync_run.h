// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/step.h"
#include "core/vault/database_thread.h"

#include <deque>

namespace sk::sync {

/// Runs feeds of one connection one after the other: asks the Stepper on the database thread, waits, calls Amazon on
/// the main thread, hands the answer back. Holds no rule of its own. What it gets by reference outlives it.
class SyncRun : public QObject
{
    Q_OBJECT

public:
    struct World
    {
        vault::DatabaseThread &thread;
        std::function<Storage &()> storage; ///< called on the database thread
        Clock &clock;
        std::function<double()> random01;
    };

    SyncRun(model::ConnectionId connection, amazon::SpApiClient &client, net::HttpTransport &transport,
            std::vector<std::unique_ptr<Feed>> feeds, World world);

    void start();
    /// Cancels a wait or the call in flight, which is still recorded; finished() follows with what was stored so far.
    void stop();

Q_SIGNALS:
    void progressed(const sk::model::SyncProgress &progress);
    void finished(const std::vector<sk::model::DataSetReport> &reports);

private:
    void startFeed();
    void advance(std::optional<amazon::ApiOutcome> outcome);
    void follow(const Result<NextStep> &step);
    void send(const amazon::ApiCall &call);
    void endFeed(const std::optional<Error> &error, bool endsConnection);
    void report(const NextStep &step);
    void addReports(const std::optional<Error> &error);

    model::ConnectionId m_connection;
    amazon::SpApiClient &m_client;
    net::HttpTransport &m_transport;
    std::deque<std::shared_ptr<Stepper>> m_feeds;
    World m_world;
    std::vector<model::DataSetReport> m_reports;
    Tally m_tally; ///< of the current feed, as the database thread last told it
    enum class Phase { Storing, Waiting, Calling, Ended };
    Phase m_phase = Phase::Storing;
    bool m_stopping = false;
};

} // namespace sk::sync
