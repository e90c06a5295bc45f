// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/local_session.h"

#include "core/audit/audit_reader.h"
#include "core/base/files.h"
#include "core/base/logging.h"
#include "core/profile/export.h"
#include "core/profile/local_session_p.h"
#include "core/profile/unfinished.h"

#include <QLockFile>

// What leaves the vault, by the user's hand or for ever.
namespace sk::profile {

Result<void> checkOutput(const std::filesystem::path &output, const std::filesystem::path &folder)
{
    std::error_code code;
    const std::filesystem::path target = std::filesystem::weakly_canonical(output, code).parent_path();
    if (!code && target == std::filesystem::weakly_canonical(folder, code))
        return fail(ErrorKind::Usage, "an export cannot be written into the profile's own folder");
    return {};
}

namespace {

Result<records::ExportedFile> written(const std::filesystem::path &output, const std::string &dataSet,
                                      const Result<std::int64_t> &rows)
{
    SK_ASSIGN(const std::int64_t count, rows);
    SK_ASSIGN(const Sha256 hash, sha256OfFile(output));
    return records::ExportedFile{output, dataSet, count, {hash.begin(), hash.end()}, {}, {}};
}

/// A profile without keys and files, and what a look at the keychain found.
struct Discarded
{
    ProfileErasure erasure;
    ProfileLeftovers left;
};

} // namespace

QFuture<Result<std::int64_t>> LocalSession::exportAudit(AuditExportRequest request)
{
    if (const auto checked = checkOutput(request.output, m_info.folder); !checked)
        return readyFuture(Result<std::int64_t>(fail(checked.error())));
    const auto done = onReader([=](const vault::Database &database) {
        return written(request.output, "audit", audit::exportEntries(database, request.filter, request.output));
    });
    return recordedExport(done, model::AuditOperation::AuditExported, model::DataClass::Audit);
}

QFuture<Result<std::int64_t>> LocalSession::exportData(ExportRequest request)
{
    if (const auto checked = checkOutput(request.output, m_info.folder); !checked)
        return readyFuture(Result<std::int64_t>(fail(checked.error())));
    const auto done = onReader([=](const vault::Database &database) {
        return written(request.output, request.dataSet, exportRows(database, request));
    });
    return recordedExport(done, model::AuditOperation::DataExported, model::DataClass::Orders);
}

/// Data exports are remembered, so that an erasure reaches them; the audit log is nobody's to erase.
QFuture<Result<std::int64_t>> LocalSession::recordedExport(const QFuture<Result<records::ExportedFile>> &written,
                                                           model::AuditOperation operation, model::DataClass dataClass)
{
    const SharedPromise<Result<std::int64_t>> promise;
    ++m_exports;
    whenDone(written, this, [=, this](const Result<records::ExportedFile> &file) {
        model::AuditEvent event{model::AuditActor::Owner, operation, {}, dataClass, file ? file->rows : 0};
        if (!file)
            event.error = file.error().kind;
        const bool remember = file && operation != model::AuditOperation::AuditExported;
        const auto kept = remember ? std::optional(*file) : std::nullopt;
        whenDone(onStore([=](Store &store) { return store.recordExport(event, kept); }), this,
                 [this, promise, file](const Result<void> &recorded) {
                     if (--m_exports == 0) {
                         for (const auto &work : std::exchange(m_afterExports, {}))
                             work();
                     }
                     Q_EMIT auditGrew();
                     if (file && recorded)
                         promise.finish(file->rows);
                     else
                         promise.finish(fail(file ? recorded.error() : file.error()));
                 });
    });
    return promise.future();
}

QFuture<Result<model::Erased>> LocalSession::eraseConnection(model::ConnectionId connection,
                                                             model::ErasureReason reason)
{
    const SharedPromise<Result<model::Erased>> promise;
    giveUpRenewal(connection);
    afterItsRun(connection, [this, promise, request = ErasureRequest{connection, reason, true}] {
        afterExports([this, promise, request] {
            whenDone(onStore([=](Store &store) { return store.erase(request); }), this,
                     [this, promise](const Result<model::Erased> &erased) {
                         Q_EMIT connectionsChanged();
                         Q_EMIT retentionChanged();
                         Q_EMIT auditGrew();
                         promise.finish(erased);
                     });
        });
    });
    return promise.future();
}

/// An erasure must know of every file with the connection's rows. Exports that begin later get the reader's key from
/// the store's thread, and so only after the erasure.
void LocalSession::afterExports(std::function<void()> work)
{
    if (m_exports == 0)
        work();
    else
        m_afterExports.push_back(std::move(work));
}

QFuture<Result<std::vector<model::Erased>>> LocalSession::certificates()
{
    return onStore([](Store &store) { return store.certificates(); });
}

QFuture<Result<model::CertificateVerdict>> LocalSession::verifyCertificate(std::string file)
{
    return onStore([=](Store &store) { return store.verifyCertificate(asBytes(file)); });
}

/// The store says what there is and closes; keys, then files go; what is found afterwards is signed with the audit key,
/// which by then is only in memory.
QFuture<Result<RemovedProfile>> LocalSession::destroyProfile()
{
    const SharedPromise<Result<RemovedProfile>> promise;
    m_leaving = true;
    // Windows removes no file that is open. Before the store's own work: its last connection truncates the WAL.
    const auto closed = m_readerThread->run([reader = m_reader] {
        reader->database.reset();
        return true;
    });
    const auto discard = [worker = m_worker, folder = m_info.folder]() -> Result<Discarded> {
        if (!worker->store)
            return fail(ErrorKind::Internal, "the profile is not open");
        SK_ASSIGN(ProfileErasure erasure, worker->store->beginProfileErasure());
        worker->store.reset(); // closes the files
        const auto gone = discardProfile(folder, worker->secrets.get());
        if (!gone && readProfileFile(folder)) // the keychain refused: it is the profile that it was
            return fail(gone.error());
        removeExports(erasure);
        // Each entry was read back as it went; what fails afterwards is a file.
        const bool asked = gone || gone.error().kind == ErrorKind::File;
        return Discarded{std::move(erasure), {0, asked, 0, false}};
    };
    const auto certify = [this, promise](const Result<Discarded> &found) {
        m_lock.reset();
        m_leaving = found.has_value();
        if (!found)
            return promise.finish(fail(found.error()));
        if (const auto removed = removeUnfinishedFolder(m_info.folder); !removed)
            qCWarning(lcProfile, "%s", removed.error().detail.c_str()); // the certificate says so as well
        const std::optional<std::int64_t> files = filesBelow(m_info.folder);
        ProfileLeftovers left = found->left;
        left.files = files.value_or(0);
        left.looked = files.has_value();
        promise.finish(RemovedProfile{certifyProfileErasure(found->erasure, left, m_world.clock.now()), std::nullopt});
    };
    whenDone(closed, this, [this, discard, certify](bool) { whenDone(m_thread->run(discard), this, certify); });
    return promise.future();
}

} // namespace sk::profile
