// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/access_steps.h"
#include "core/vault/database_thread.h"

#include <QObject>

namespace sk::sync {

/// How a check ended, as a signal carries it: Qt would compare a bare Result, and errors have no equality.
struct AccessEnd
{
    Result<model::AccessReport> report;
};

/// The access doctor at work: asks AccessSteps on the database thread, waits, calls Amazon once for each check, hands
/// the answer back. Holds no rule of its own. `client`, `transport` and `thread` outlive it. Main thread.
class AccessRun : public QObject
{
    Q_OBJECT

public:
    using StorageAccess = std::function<Storage &()>; ///< called on the database thread

    AccessRun(model::ConnectionId connection, amazon::SpApiClient &client, net::HttpTransport &transport,
              vault::DatabaseThread &thread, StorageAccess storage, Clock &clock);

    void start();
    /// Ends a wait or the call in flight, which is still recorded; finished() follows with what is known so far.
    void stop();

Q_SIGNALS:
    void progressed(const sk::model::AccessProgress &progress);
    void finished(const sk::sync::AccessEnd &end);

private:
    void advance(std::optional<AccessAnswer> answer);
    void follow(const Result<AccessStep> &step);
    void send(const AccessCall &call);
    void end(const Result<model::AccessReport> &report);

    std::shared_ptr<AccessSteps> m_steps; ///< the database thread's
    amazon::SpApiClient &m_client;
    net::HttpTransport &m_transport;
    vault::DatabaseThread &m_thread;
    StorageAccess m_storage;
    Clock &m_clock;
    model::AccessReport m_report; ///< as far as it goes
    enum class Phase { Storing, Waiting, Calling, Ended };
    Phase m_phase = Phase::Storing;
    bool m_stopping = false;
};

} // namespace sk::sync
