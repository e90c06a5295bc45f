// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/local_session.h"

#include "core/audit/audit_reader.h"
#include "core/profile/export.h"
#include "core/profile/local_session_p.h"
#include "core/profile/store_open.h"
#include "core/secrets/crypto.h"

#include <QLockFile>

namespace sk::profile {

namespace {

/// How often the calendar is looked at: timers do not count a machine's sleep.
constexpr std::chrono::minutes kCalendarEvery{5};
/// Rows of a disconnected connection go after this, unless the user says otherwise (DEL-3).
constexpr std::chrono::days kPurgeAfter{7};
constexpr std::chrono::days kLongestPurgeDelay{30};

/// An export is never written among the profile's own files, least of all over one of them.
Result<void> checkOutput(const std::filesystem::path &output, const std::filesystem::path &folder)
{
    std::error_code code;
    const std::filesystem::path target = std::filesystem::weakly_canonical(output, code).parent_path();
    if (!code && target == std::filesystem::weakly_canonical(folder, code))
        return fail(ErrorKind::Usage, "an export cannot be written into the profile's own folder");
    return {};
}

} // namespace

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
    const auto opened = m_thread->run([worker = m_worker, info = m_info, access = m_world.access,
                                       clock = &m_world.clock, mounts = m_world.mounts]() -> Result<void> {
        SK_TRY(checkLocation(judgeLocation(info.folder, mounts(info.folder))));
        SK_ASSIGN(const ProfileFile file, readProfileFile(info.folder));
        SK_ASSIGN(worker->secrets, openSecrets(access, info.folder, file, false));
        SK_ASSIGN(worker->store, Store::open(info.folder, info.id, {*worker->secrets, *clock, access.random}));
        return worker->store->audit(
            {model::AuditActor::Owner, model::AuditOperation::ProfileOpened, {}, model::DataClass::Settings});
    });
    watchMidnight();
    return opened;
}

QFuture<Result<secrets::Secret>> LocalSession::ownerKey()
{
    return onStore([](Store &store) -> Result<secrets::Secret> { return ownerSocketKey(store.vaultKey().key); });
}

QFuture<Result<void>> LocalSession::destroyAllSecrets()
{
    return m_thread->run([worker = m_worker]() -> Result<void> {
        if (!worker->store)
            return fail(ErrorKind::Internal, "the profile is not open");
        SK_ASSIGN(const std::vector<model::ConnectionView> all, worker->store->connections());
        for (const model::ConnectionView &view : all)
            SK_TRY(worker->store->disconnect(view.connection.id, dayOf(worker->store->now())));
        worker->store.reset();
        for (const std::string_view entry : {kDeviceEntry, audit::kAnchorEntry})
            SK_TRY(worker->secrets->remove(std::string(entry)));
        return worker->secrets->remove("canary");
    });
}

/// Looks at the calendar now and then, so that PII dies at UTC midnight while the program runs.
void LocalSession::watchMidnight()
{
    m_world.clock.callAfter(kCalendarEvery, this, [this] {
        whenDone(onStore([](Store &store) { return store.expireIfNewDay(); }), this,
                 [this](const Result<model::ExpiryReport> &report) {
                     if (report && (report->expiredValues > 0 || report->deletedRows > 0))
                         Q_EMIT piiExpired(*report);
                 });
        watchMidnight();
    });
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
    const auto disconnect = [this, connection, purgeOn, promise] {
        m_links.erase(connection); // the access token goes with it
        const auto done = onStore([=](Store &store) -> Result<void> {
            const Day today = dayOf(store.now());
            const Day day = purgeOn.value_or(today + kPurgeAfter);
            if (day > today + kLongestPurgeDelay)
                return fail(ErrorKind::Usage, "rows of a disconnected account are kept 30 days at most");
            return store.disconnect(connection, day);
        });
        whenDone(done, this, [this, promise](const Result<void> &result) {
            Q_EMIT connectionsChanged();
            Q_EMIT auditGrew();
            promise.finish(result);
        });
    };
    const auto run = m_runs.find(connection);
    if (run == m_runs.end()) {
        disconnect();
    } else {
        connect(run->second, &sync::SyncRun::finished, this, disconnect, Qt::QueuedConnection);
        run->second->stop();
    }
    return promise.future();
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

QFuture<Result<model::ExpiryReport>> LocalSession::expireNow()
{
    const auto done = onStore([](Store &store) { return store.expire(model::AuditActor::Owner); });
    return announced(done, [this] { Q_EMIT retentionChanged(); });
}

QFuture<Result<std::vector<model::RetentionRow>>> LocalSession::retention()
{
    return onStore([](Store &store) { return store.retention(); });
}

QFuture<Result<model::RetentionPreview>> LocalSession::previewRetention(std::string key, int value)
{
    return onStore([=](Store &store) { return store.previewRetention(key, value); });
}

QFuture<Result<void>> LocalSession::setRetention(std::string key, int value)
{
    const auto done = onStore([=](Store &store) { return store.setRetention(key, value); });
    return announced(done, [this] { Q_EMIT retentionChanged(); });
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
    // The entries as the keychain's anchor knows them, from the store's thread; the long walk on the reader's.
    const auto anchor = onStore([worker = m_worker](Store &) -> Result<audit::Anchor> {
        SK_ASSIGN(const secrets::Secret entry, worker->secrets->read(std::string(audit::kAnchorEntry)));
        return audit::Anchor::decode(entry);
    });
    whenDone(anchor, this, [this, promise](const Result<audit::Anchor> &known) {
        if (!known)
            return promise.finish(fail(known.error()));
        const auto walk = onReader([id = m_info.id, anchor = *known](const vault::Database &database) {
            return audit::verifyChain(database, id, anchor);
        });
        whenDone(walk, this, [this, promise](const Result<model::AuditVerification> &verification) {
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
        });
    });
    return promise.future();
}

QFuture<Result<std::int64_t>> LocalSession::exportAudit(AuditExportRequest request)
{
    if (const auto checked = checkOutput(request.output, m_info.folder); !checked)
        return readyFuture(Result<std::int64_t>(fail(checked.error())));
    const auto done = onReader([=](const vault::Database &database) {
        return audit::exportEntries(database, request.filter, request.output);
    });
    return recordedExport(done, model::AuditOperation::AuditExported, model::DataClass::Audit);
}

QFuture<Result<std::int64_t>> LocalSession::exportData(ExportRequest request)
{
    if (const auto checked = checkOutput(request.output, m_info.folder); !checked)
        return readyFuture(Result<std::int64_t>(fail(checked.error())));
    const auto done = onReader([=](const vault::Database &database) { return exportRows(database, request); });
    return recordedExport(done, model::AuditOperation::DataExported, model::DataClass::Orders);
}

QFuture<Result<std::int64_t>> LocalSession::recordedExport(const QFuture<Result<std::int64_t>> &written,
                                                           model::AuditOperation operation, model::DataClass dataClass)
{
    const SharedPromise<Result<std::int64_t>> promise;
    whenDone(written, this, [=, this](const Result<std::int64_t> &rows) {
        model::AuditEvent event{model::AuditActor::Owner, operation, {}, dataClass, rows.value_or(0)};
        if (!rows)
            event.error = rows.error().kind;
        whenDone(onStore([event](Store &store) { return store.audit(event); }), this,
                 [this, promise, rows](const Result<void> &recorded) {
                     Q_EMIT auditGrew();
                     promise.finish(recorded ? rows : Result<std::int64_t>(fail(recorded.error())));
                 });
    });
    return promise.future();
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
