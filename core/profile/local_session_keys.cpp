// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's half that changes the profile's keys.
#include "core/profile/local_session_p.h"

namespace sk::profile {

QFuture<Result<model::KeyRotation>> LocalSession::rotateKeys()
{
    return changeKeys([](Store &) { return Result<void>(); });
}

QFuture<Result<model::KeyRotation>> LocalSession::suspectLeak(std::optional<model::ConnectionId> connection)
{
    const SharedPromise<Result<model::KeyRotation>> promise;
    const auto known = onStore([connection](Store &store) { // before anything is stopped for it
        return connection ? store.connection(*connection).transform([](const model::Connection &) {}) : Result<void>();
    });
    whenDone(known, this, [this, promise, connection](const Result<void> &checked) {
        if (!checked)
            return promise.finish(fail(checked.error()));
        whenDone(changeKeys([connection](Store &store) { return store.suspectLeak(connection); }), this,
                 [promise](const Result<model::KeyRotation> &rotation) { promise.finish(rotation); });
    });
    return promise.future();
}

/// Waits until nothing of ours has the databases open or speaks to Amazon, then does `first` and renews the keys.
QFuture<Result<model::KeyRotation>> LocalSession::changeKeys(std::function<Result<void>(Store &)> first)
{
    using Outcome = Result<model::KeyRotation>;
    if (m_changingKeys)
        return readyFuture(Outcome(fail(ErrorKind::ProfileBusy, "the profile's keys are being renewed already")));
    m_changingKeys = true;
    const SharedPromise<Outcome> promise;
    const auto change = [worker = m_worker, first = std::move(first)]() -> Outcome {
        if (!worker->store)
            return fail(ErrorKind::Cancelled, "the profile is not open");
        SK_TRY(first(*worker->store));
        return Store::rotateKeys(worker->store);
    };
    whenStill([this, promise, change] {
        const auto closed = m_readerThread->run([reader = m_reader] {
            reader->database.reset();
            return true;
        });
        whenDone(closed, this, [this, promise, change](bool) {
            whenDone(m_thread->run(change), this, [this, promise](const Outcome &outcome) {
                m_changingKeys = false;
                m_links.clear(); // access tokens go with them
                for (const auto &read : std::exchange(m_laterReads, {}))
                    read();
                Q_EMIT keysRotated();
                Q_EMIT connectionsChanged();
                Q_EMIT auditGrew();
                promise.finish(outcome);
            });
        });
    });
    return promise.future();
}

/// Stops what runs; `work` is called when the last of it has ended.
void LocalSession::whenStill(const std::function<void()> &work)
{
    const auto again = [this, work] { whenStill(work); };
    if (m_syncPromise) {
        whenDone(m_syncPromise->future(), this, [again](const Result<model::SyncReport> &) { again(); });
        return stopSync();
    }
    if (m_access) {
        whenDone(m_access->promise.future(), this, [again](const Result<model::AccessReport> &) { again(); });
        return stopAccessCheck();
    }
    if (m_reads > 0)
        m_afterReads.emplace_back(again);
    else
        work();
}

void LocalSession::readEnded()
{
    if (--m_reads > 0)
        return;
    for (const auto &work : std::exchange(m_afterReads, {}))
        work();
}

} // namespace sk::profile
