// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's half that tries whether a connection may do what it has to: the access doctor.
#include "core/profile/local_session_p.h"

namespace sk::profile {

QFuture<Result<model::AccessReport>> LocalSession::checkAccess(model::ConnectionId connection)
{
    if (m_access || m_changingKeys)
        return readyFuture(Result<model::AccessReport>(
            fail(ErrorKind::ProfileBusy,
                 m_access ? "an access is being checked already" : "the profile's keys are being renewed")));
    m_access = std::make_shared<Access>();
    m_access->connection = connection;
    const auto promise = m_access->promise;
    whenDone(onStore([connection](Store &store) { return store.connection(connection); }), this,
             [this](const Result<model::Connection> &found) {
                 if (found)
                     startAccess(*found);
                 else
                     accessChecked(fail(found.error()));
             });
    return promise.future();
}

void LocalSession::startAccess(const model::Connection &connection)
{
    auto link = makeLink(connection, credentialsOf(connection.id), m_world.clock);
    if (!link)
        return accessChecked(fail(link.error()));
    m_access->link = std::move(*link);
    m_access->run = std::make_unique<sync::AccessRun>(
        connection.id, *m_access->link->client, *m_access->link->transport, *m_thread,
        [worker = m_worker]() -> sync::Storage & { return worker->store->storage(); }, m_world.clock);
    connect(m_access->run.get(), &sync::AccessRun::progressed, this, [this](const model::AccessProgress &progress) {
        Q_EMIT accessProgressed(progress);
        Q_EMIT auditGrew();
    });
    connect(m_access->run.get(), &sync::AccessRun::finished, this,
            [this](const sync::AccessEnd &end) { accessChecked(end.report); });
    m_access->run->start();
    if (m_access && m_access->stopWanted)
        m_access->run->stop();
}

/// Writes the check itself down, and forgets an earlier refusal of credentials that Amazon takes again.
void LocalSession::accessChecked(const Result<model::AccessReport> &report)
{
    const auto recorded = onStore([id = m_access->connection, report](Store &store) -> Result<void> {
        if (!report)
            return {}; // nothing was tried
        const model::AccessFinding *trouble = report->trouble();
        SK_TRY(store.audit({model::AuditActor::Owner, model::AuditOperation::ConnectionTested, id,
                            model::DataClass::Credentials, report->calls,
                            trouble == nullptr ? std::nullopt : trouble->error}));
        return report->credentialsWork() ? store.reactivate(id) : Result<void>();
    });
    whenDone(recorded, this, [this, report](const Result<void> &written) {
        const std::shared_ptr<Access> done = std::exchange(m_access, nullptr);
        Q_EMIT connectionsChanged();
        Q_EMIT auditGrew();
        done->promise.finish(report && !written ? Result<model::AccessReport>(fail(written.error())) : report);
    });
}

void LocalSession::stopAccessCheck()
{
    if (!m_access)
        return;
    m_access->stopWanted = true;
    if (m_access->run)
        m_access->run->stop();
}

} // namespace sk::profile
