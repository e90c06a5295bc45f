// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/local_session.h"

#include "core/audit/audit_reader.h"
#include "core/profile/local_session_p.h"
#include "core/profile/store_open.h"
#include "core/secrets/crypto.h"

#include <QLockFile>

namespace sk::profile {

LocalSession::LocalSession(ProfileInfo info, std::unique_ptr<QLockFile> lock, World world)
    : m_info(std::move(info))
    , m_lock(std::move(lock))
    , m_world(std::move(world))
    , m_worker(std::make_shared<Worker>())
    , m_reader(std::make_shared<Reader>())
    , m_thread(std::make_unique<vault::DatabaseThread>(QStringLiteral("database")))
    , m_readerThread(std::make_unique<vault::DatabaseThread>(QStringLiteral("reader")))
{
}

LocalSession::~LocalSession()
{
    for (const auto &[id, run] : m_runs)
        run->disconnect(this);
    m_consent.reset();
    m_access.reset();
    m_links.clear();
    m_probes.clear();
    // Databases are closed on their own threads, readers first: the last connection truncates the WAL.
    (void)m_readerThread->run([reader = m_reader] {
        reader->database.reset();
        return true;
    });
    m_readerThread.reset();
    (void)m_thread->run([worker = m_worker] {
        if (worker->store)
            (void)worker->store->audit(
                {model::AuditActor::Owner, model::AuditOperation::ProfileClosed, {}, model::DataClass::Settings});
        worker->store.reset();
        worker->secrets.reset();
        return true;
    });
    m_thread.reset();
}

QFuture<Result<void>> LocalSession::open()
{
    auto opened = m_thread->run([worker = m_worker, info = m_info, access = m_world.access, clock = &m_world.clock,
                                 mounts = m_world.mounts]() -> Result<void> {
        SK_TRY(checkLocation(judgeLocation(info.folder, mounts(info.folder))));
        SK_ASSIGN(const ProfileFile file, readProfileFile(info.folder));
        SK_ASSIGN(worker->secrets, openSecrets(access, info.folder, file, false));
        SK_ASSIGN(worker->store, Store::open(info.folder, info.id, {*worker->secrets, *clock, access.random}));
        return worker->store->audit(
            {model::AuditActor::Owner, model::AuditOperation::ProfileOpened, {}, model::DataClass::Settings});
    });
    watchMidnight();
    whenDone(opened, this, [this](const Result<void> &result) {
        if (result)
            purgeInBackground();
    });
    return opened;
}

QFuture<Result<secrets::Secret>> LocalSession::ownerKey()
{
    return onStore([](Store &store) -> Result<secrets::Secret> { return ownerSocketKey(store.vaultKey().key); });
}

QFuture<Result<std::vector<model::ConnectionView>>> LocalSession::connections()
{
    return onStore([](Store &store) { return store.connections(); });
}

QFuture<Result<void>> LocalSession::setFeature(model::ConnectionId connection, model::Feature feature, bool enabled)
{
    const auto done = onStore([=](Store &store) { return store.setFeature(connection, feature, enabled); });
    return announced(done, [this] { Q_EMIT connectionsChanged(); });
}

QFuture<Result<void>> LocalSession::disconnectAccount(model::ConnectionId connection, std::optional<Day> purgeOn)
{
    const SharedPromise<Result<void>> promise;
    giveUpRenewal(connection);
    afterItsRun(connection, [this, connection, purgeOn, promise] {
        const auto done = onStore([=](Store &store) -> Result<void> {
            const Day today = dayOf(store.now());
            const Day day = purgeOn.value_or(today + model::kPurgeAfter);
            if (day > today + model::kLongestPurgeDelay)
                return fail(ErrorKind::Usage, "rows of a disconnected account are kept 30 days at most");
            return store.disconnect(connection, day);
        });
        const auto purged = [this, connection, promise](const Result<void> &result) {
            Q_EMIT connectionsChanged();
            Q_EMIT auditGrew();
            if (!result)
                return promise.finish(result);
            whenDone(onStore([=](Store &store) { return store.checkPurged(connection); }), this,
                     [promise](const Result<void> &gone) { promise.finish(gone); });
        };
        whenDone(purgedAfter(done, model::AuditActor::System), this, purged);
    });
    return promise.future();
}

/// Stops what the connection is doing with Amazon, and lets go of its access token, before `work` takes it apart.
void LocalSession::afterItsRun(const model::ConnectionId &connection, std::function<void()> work)
{
    const auto ended = [this, connection, work = std::move(work)] {
        m_links.erase(connection); // the access token goes with it
        work();
    };
    if (m_access && m_access->connection == connection) {
        whenDone(m_access->promise.future(), this,
                 [this, connection, ended](const Result<model::AccessReport> &) { afterItsRun(connection, ended); });
        return stopAccessCheck();
    }
    const auto run = m_runs.find(connection);
    if (run == m_runs.end())
        return ended();
    connect(run->second, &sync::SyncRun::finished, this, ended, Qt::QueuedConnection);
    run->second->stop();
}

QFuture<Result<model::StatusView>> LocalSession::status()
{
    return onStore([folder = m_info.folder, mounts = m_world.mounts](Store &store) -> Result<model::StatusView> {
        SK_ASSIGN(model::StatusView view, store.status());
        view.location = judgeLocation(folder, mounts(folder));
        for (std::string &warning : warningsOf(view.location))
            view.warnings.push_back(std::move(warning));
        return view;
    });
}

/// Keychain and PII store are asked on the store's thread; the long counting is the reader's.
QFuture<Result<model::Inventory>> LocalSession::inventory()
{
    const SharedPromise<Result<model::Inventory>> promise;
    whenDone(onStore([](Store &store) { return store.outsideVault(); }), this,
             [this, promise](const Result<OutsideVault> &outside) {
                 if (!outside)
                     return promise.finish(fail(outside.error()));
                 const auto taken = onReader([outside = *outside, folder = m_info.folder, mounts = m_world.mounts](
                                                 const vault::Database &database) -> Result<model::Inventory> {
                     SK_ASSIGN(const ProfileFile file, readProfileFile(folder));
                     SK_ASSIGN(model::Inventory inventory, takeInventory(database, outside));
                     inventory.secretsInFile = file.secretStore == SecretStoreKind::File;
                     inventory.location = judgeLocation(folder, mounts(folder));
                     return inventory;
                 });
                 whenDone(taken, this,
                          [promise](const Result<model::Inventory> &inventory) { promise.finish(inventory); });
             });
    return promise.future();
}

QFuture<Result<std::vector<std::int64_t>>> LocalSession::auditSequences(model::AuditFilter filter)
{
    return onReader([=](const vault::Database &database) { return audit::findSequences(database, filter); });
}

QFuture<Result<std::vector<model::AuditEntry>>> LocalSession::auditEntries(std::vector<std::int64_t> sequences)
{
    return onReader([=](const vault::Database &database) { return audit::readEntries(database, sequences); });
}

QFuture<Result<model::AuditVerification>> LocalSession::verifyAudit()
{
    const SharedPromise<Result<model::AuditVerification>> promise;
    walkAudit(false, promise);
    return promise.future();
}

/// The chain's end as the keychain knows it, from the store's thread; then the long walk on the reader's. The log may
/// be cut for its age between the two, which an older anchor does not know of: what looks broken is looked at once
/// more.
void LocalSession::walkAudit(bool again, const SharedPromise<Result<model::AuditVerification>> &promise)
{
    const auto anchor = onStore([worker = m_worker](Store &) -> Result<audit::Anchor> {
        SK_ASSIGN(const secrets::Secret entry, worker->secrets->read(std::string(audit::kAnchorEntry)));
        return audit::Anchor::decode(entry);
    });
    whenDone(anchor, this, [this, again, promise](const Result<audit::Anchor> &known) {
        if (!known)
            return promise.finish(fail(known.error()));
        const auto walk = onReader([id = m_info.id, anchor = *known](const vault::Database &database) {
            return audit::verifyChain(database, id, anchor);
        });
        whenDone(walk, this, [this, again, promise](const Result<model::AuditVerification> &verification) {
            if (verification && !verification->intact() && !again)
                walkAudit(true, promise);
            else
                auditVerified(verification, promise);
        });
    });
}

void LocalSession::auditVerified(const Result<model::AuditVerification> &verification,
                                 const SharedPromise<Result<model::AuditVerification>> &promise)
{
    model::AuditEvent event{
        model::AuditActor::Owner, model::AuditOperation::AuditVerified, {}, model::DataClass::Audit};
    if (verification) {
        event.rows = verification->entries;
        event.error = verification->intact() ? std::nullopt : std::optional(ErrorKind::AuditBroken);
    }
    whenDone(onStore([event](Store &store) { return store.audit(event); }), this,
             [this, promise, verification](const Result<void> &) {
                 Q_EMIT auditGrew();
                 promise.finish(verification);
             });
}

std::function<double()> LocalSession::random01() const
{
    return [random = m_world.access.random] {
        std::array<std::uint8_t, 4> bytes{};
        random(bytes);
        ByteReader reader(bytes);
        return static_cast<double>(reader.u32()) / 4294967296.0;
    };
}

} // namespace sk::profile
