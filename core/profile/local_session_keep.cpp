// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's half that says how long things stay: expiry, retention, holds.
#include "core/profile/local_session_p.h"

#include "core/base/logging.h"

namespace sk::profile {

namespace {

/// How often the calendar is looked at: timers do not count a machine's sleep.
constexpr std::chrono::minutes kCalendarEvery{5};

} // namespace

/// Looks at the calendar now and then, so that PII dies at UTC midnight while the program runs. A sync may have noticed
/// the day already; what is due besides is looked for in any case.
void LocalSession::watchMidnight()
{
    m_world.clock.callAfter(kCalendarEvery, this, [this] {
        whenDone(onStore([](Store &store) { return store.expireIfNewDay(); }), this,
                 [this](const Result<model::ExpiryReport> &report) {
                     if (report && report->expiredValues > 0)
                         Q_EMIT piiExpired(*report);
                     purgeInBackground();
                 });
        watchMidnight();
    });
}

/// What is left when the session closes is still due at the next start.
void LocalSession::purgeInBackground()
{
    if (std::exchange(m_purging, true))
        return;
    whenDone(purge(model::AuditActor::System), this, [this](const Result<std::int64_t> &deleted) {
        m_purging = false;
        if (!deleted && !m_leaving)
            qCWarning(lcVault, "purge: %s", deleted.error().detail.c_str());
        if (!deleted || *deleted == 0)
            return;
        Q_EMIT piiExpired({0, *deleted});
        Q_EMIT connectionsChanged();
        Q_EMIT auditGrew();
    });
}

/// Works off what is due, each batch a job of its own: a sync or a panel that asks in between gets its turn.
QFuture<Result<std::int64_t>> LocalSession::purge(model::AuditActor actor)
{
    const SharedPromise<Result<std::int64_t>> promise;
    nextBatch(actor, 0, promise);
    return promise.future();
}

void LocalSession::nextBatch(model::AuditActor actor, std::int64_t deleted,
                             const SharedPromise<Result<std::int64_t>> &promise)
{
    if (m_changingKeys) { // the store is about to be another one
        m_laterReads.emplace_back([=, this] { nextBatch(actor, deleted, promise); });
        return;
    }
    if (m_exports > 0) { // a file must be known before the rows in it go
        m_afterExports.emplace_back([=, this] { nextBatch(actor, deleted, promise); });
        return;
    }
    whenDone(onStore([actor](Store &store) { return store.purgeBatch(actor); }), this,
             [this, actor, deleted, promise](const Result<PurgeBatch> &batch) {
                 if (!batch)
                     promise.finish(fail(batch.error()));
                 else if (batch->more)
                     nextBatch(actor, deleted + batch->rows, promise);
                 else
                     promise.finish(deleted + batch->rows);
             });
}

/// What was asked for is done when its rows are gone.
QFuture<Result<void>> LocalSession::purgedAfter(const QFuture<Result<void>> &future, model::AuditActor actor)
{
    const SharedPromise<Result<void>> promise;
    whenDone(future, this, [this, actor, promise](const Result<void> &done) {
        if (!done)
            return promise.finish(done);
        whenDone(purge(actor), this, [promise](const Result<std::int64_t> &deleted) {
            promise.finish(deleted.transform([](std::int64_t) {}));
        });
    });
    return promise.future();
}

QFuture<Result<model::ExpiryReport>> LocalSession::expireNow()
{
    const SharedPromise<Result<model::ExpiryReport>> promise;
    whenDone(onStore([](Store &store) { return store.expire(model::AuditActor::Owner); }), this,
             [this, promise](const Result<model::ExpiryReport> &expired) {
                 if (!expired)
                     return promise.finish(expired);
                 whenDone(purge(model::AuditActor::Owner), this,
                          [promise, report = *expired](const Result<std::int64_t> &deleted) {
                              promise.finish(deleted.transform([&](std::int64_t rows) {
                                  return model::ExpiryReport{report.expiredValues, rows};
                              }));
                          });
             });
    return announced(promise.future(), [this] { Q_EMIT retentionChanged(); });
}

QFuture<Result<std::vector<model::RetentionRow>>> LocalSession::retention()
{
    return onStore([](Store &store) { return store.retention(); });
}

QFuture<Result<model::RetentionPreview>> LocalSession::previewRetention(std::string key, int value)
{
    return onStore([=](Store &store) { return store.previewRetention(key, value); });
}

QFuture<Result<void>> LocalSession::setRetention(std::string key, int value, std::string reason)
{
    const auto set = onStore([=](Store &store) { return store.setRetention(key, value, reason); });
    return announced(purgedAfter(set, model::AuditActor::Owner), [this] { Q_EMIT retentionChanged(); });
}

QFuture<Result<std::vector<model::Hold>>> LocalSession::holds()
{
    return onStore([](Store &store) { return store.holds(); });
}

QFuture<Result<model::Hold>> LocalSession::placeHold(HoldRequest request)
{
    const auto placed = onStore([=](Store &store) { return store.placeHold(request); });
    return announced(placed, [this] { Q_EMIT retentionChanged(); });
}

QFuture<Result<model::Hold>> LocalSession::releaseHold(std::string hold)
{
    const auto released = onStore([=](Store &store) { return store.releaseHold(hold); });
    return announced(released, [this] { Q_EMIT retentionChanged(); });
}

} // namespace sk::profile
