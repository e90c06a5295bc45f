// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/data_location.h"
#include "core/profile/link.h"
#include "core/profile/secret_access.h"
#include "core/profile/store.h"
#include "core/sync/sync_run.h"
#include "core/vault/database_thread.h"

#include <map>

class QLockFile;

namespace sk::profile {

/// The Session of the process that owns the profile: two threads, the store, the links, the sync. Main thread.
class LocalSession final : public Session
{
    Q_OBJECT

public:
    /// What open() needs besides the profile.
    struct World
    {
        SecretAccess access;
        Clock &clock;
        MountProbe mounts = systemMountFacts;
    };

    /// `lock` is held as long as the session lives.
    LocalSession(ProfileInfo info, std::unique_ptr<QLockFile> lock, World world);
    ~LocalSession() override;

    /// Opens the store on the database thread, expiry first. Call once, before anything else.
    [[nodiscard]] QFuture<Result<void>> open();
    /// Secret by which another process of the same user proves that it can open the profile (owner socket).
    [[nodiscard]] QFuture<Result<secrets::Secret>> ownerKey();
    /// Removes the profile, keychain entries and files, and certifies what was found afterwards; the session is of no
    /// use any more. When the keychain refuses, the profile is still there.
    [[nodiscard]] QFuture<Result<RemovedProfile>> destroyProfile();

    [[nodiscard]] ProfileInfo info() const override { return m_info; }
    [[nodiscard]] QFuture<Result<std::vector<model::ConnectionView>>> connections() override;
    [[nodiscard]] QFuture<Result<ConnectResult>> connectAccount(ConnectRequest request) override;
    [[nodiscard]] QFuture<Result<ConsentStarted>> beginConsent(ConsentRequest request) override;
    [[nodiscard]] QFuture<Result<ConnectResult>> awaitConsent(std::string consent) override;
    [[nodiscard]] QFuture<Result<void>> pasteConsent(std::string consent, secrets::Secret address) override;
    void cancelConsent(std::string consent) override;
    [[nodiscard]] QFuture<Result<void>> exportConnection(ConnectionExport request) override;
    [[nodiscard]] QFuture<Result<ConnectResult>> importConnection(ConnectionImport request) override;
    [[nodiscard]] QFuture<Result<model::AccessReport>> checkAccess(model::ConnectionId connection) override;
    void stopAccessCheck() override;
    [[nodiscard]] QFuture<Result<void>> disconnectAccount(model::ConnectionId connection,
                                                          std::optional<Day> purgeOn) override;
    [[nodiscard]] QFuture<Result<void>> setFeature(model::ConnectionId connection, model::Feature feature,
                                                   bool enabled) override;
    [[nodiscard]] QFuture<Result<model::KeyRotation>> rotateKeys() override;
    [[nodiscard]] QFuture<Result<model::KeyRotation>>
    suspectLeak(std::optional<model::ConnectionId> connection) override;
    [[nodiscard]] QFuture<Result<model::SyncReport>> sync(SyncRequest request) override;
    void stopSync() override;
    [[nodiscard]] bool isSyncing() const override { return m_syncing; }
    [[nodiscard]] QFuture<Result<model::StatusView>> status() override;
    [[nodiscard]] QFuture<Result<model::Inventory>> inventory() override;
    [[nodiscard]] QFuture<Result<model::ExpiryReport>> expireNow() override;
    [[nodiscard]] QFuture<Result<std::vector<model::RetentionRow>>> retention() override;
    [[nodiscard]] QFuture<Result<model::RetentionPreview>> previewRetention(std::string key, int value) override;
    [[nodiscard]] QFuture<Result<void>> setRetention(std::string key, int value, std::string reason) override;
    [[nodiscard]] QFuture<Result<std::vector<model::Hold>>> holds() override;
    [[nodiscard]] QFuture<Result<model::Hold>> placeHold(HoldRequest request) override;
    [[nodiscard]] QFuture<Result<model::Hold>> releaseHold(std::string hold) override;
    [[nodiscard]] QFuture<Result<std::vector<std::int64_t>>> auditSequences(model::AuditFilter filter) override;
    [[nodiscard]] QFuture<Result<std::vector<model::AuditEntry>>>
    auditEntries(std::vector<std::int64_t> sequences) override;
    [[nodiscard]] QFuture<Result<model::AuditVerification>> verifyAudit() override;
    [[nodiscard]] QFuture<Result<std::int64_t>> exportAudit(AuditExportRequest request) override;
    [[nodiscard]] QFuture<Result<std::int64_t>> exportData(ExportRequest request) override;
    [[nodiscard]] QFuture<Result<model::Erased>> eraseConnection(model::ConnectionId connection,
                                                                 model::ErasureReason reason) override;
    [[nodiscard]] QFuture<Result<std::vector<model::Erased>>> certificates() override;
    [[nodiscard]] QFuture<Result<model::CertificateVerdict>> verifyCertificate(std::string file) override;
    [[nodiscard]] QFuture<Result<std::vector<model::Shipment>>> shipments() override;
    [[nodiscard]] QFuture<Result<model::AcceptableUse>> acceptableUse() override;
    [[nodiscard]] QFuture<Result<void>> acknowledgeUse(int rules) override;
    [[nodiscard]] QFuture<Result<Revealed>> reveal(RevealRequest request) override;
    [[nodiscard]] QFuture<Result<std::int64_t>> slipsMade(SlipsMade made) override;
    [[nodiscard]] QFuture<Result<std::vector<model::ZoneCount>>> shippingZones(std::filesystem::path table) override;
    [[nodiscard]] QFuture<Result<model::OrderFound>> findOrder(model::OrderId order) override;
    [[nodiscard]] QFuture<Result<BuyerCopy>> exportBuyer(BuyerExport request) override;
    [[nodiscard]] QFuture<Result<void>> rememberBuyerCopy(BuyerExport request) override;
    [[nodiscard]] QFuture<Result<model::Erased>> eraseOrder(model::OrderId order, model::ErasureReason reason) override;
    [[nodiscard]] QFuture<Result<std::vector<model::DeletionRequest>>> deletionRequests() override;
    [[nodiscard]] QFuture<Result<model::DeletionRequest>>
    addDeletionRequest(model::NewDeletionRequest request) override;
    [[nodiscard]] QFuture<Result<model::CompletedRequest>> completeDeletionRequest(std::string id) override;

private:
    struct Worker; ///< lives on the database thread
    struct Reader; ///< lives on the reader thread
    struct Consent;
    struct Access;
    class Ending;
    /// How the credentials of a new connection came.
    enum class Origin {
        Entered,
        Consent, ///< its refresh token comes once: what fails for a moment is tried again
        File,    ///< may be older than what is here
    };
    /// A connection about to be tested and stored.
    struct Candidate
    {
        model::Connection connection; ///< with an id in case it is new, and the opt-ins to switch on
        amazon::LwaCredentials credentials;
        std::vector<std::string> marketplaces; ///< empty: all the account participates in
        bool mayHaveLostMarketplaces = false;  ///< since they were noted, here or on another machine
        Origin origin = Origin::Entered;
        std::optional<model::ConnectionId> replaces;
        int tries = 0; ///< that failed
        std::shared_ptr<Ending> ending;
    };
    using SharedCandidate = std::shared_ptr<Candidate>;
    using Connected = SharedPromise<Result<ConnectResult>>;

    template <typename Work>
    [[nodiscard]] auto onStore(Work work) -> QFuture<std::invoke_result_t<Work, Store &>>;
    template <typename Work>
    [[nodiscard]] auto onReader(Work work) -> QFuture<std::invoke_result_t<Work, const vault::Database &>>;
    template <typename T, typename Then>
    [[nodiscard]] QFuture<T> announced(QFuture<T> future, Then then);

    [[nodiscard]] QFuture<Result<model::KeyRotation>> changeKeys(std::function<Result<void>(Store &)> first);
    void whenStill(const std::function<void()> &work);
    void readEnded();
    void afterItsRun(const model::ConnectionId &connection, std::function<void()> work);
    void afterExports(std::function<void()> work);
    void tellErased();
    void walkAudit(bool again, const SharedPromise<Result<model::AuditVerification>> &promise);
    void auditVerified(const Result<model::AuditVerification> &verification,
                       const SharedPromise<Result<model::AuditVerification>> &promise);
    [[nodiscard]] QFuture<Result<std::int64_t>> recordedExport(const QFuture<Result<records::ExportedFile>> &written,
                                                               model::AuditOperation operation,
                                                               model::DataClass dataClass);
    [[nodiscard]] Result<Link *> linkFor(const model::Connection &connection);
    [[nodiscard]] amazon::SpApiClient::CredentialSource credentialsOf(const model::ConnectionId &connection);
    [[nodiscard]] SharedCandidate newCandidate(const std::optional<model::ConnectionId> &replaces);
    [[nodiscard]] static Result<void> completeRenewal(Store &store, Candidate &candidate);
    void probe(const SharedCandidate &candidate, const Connected &promise);
    void probed(const SharedCandidate &candidate, const amazon::ApiOutcome &outcome, const Connected &promise);
    void probeLater(const SharedCandidate &candidate, std::chrono::milliseconds pause,
                    const std::vector<model::AuditEvent> &events, const Connected &promise);
    [[nodiscard]] static Result<ConnectResult> keep(Store &store, Candidate candidate,
                                                    const std::vector<model::Marketplace> &marketplaces);
    [[nodiscard]] Result<ConsentStarted> startConsent(const ConsentRequest &request, const SharedCandidate &candidate);
    void consentEnded(const std::shared_ptr<Consent> &consent);
    void giveUp(Consent &consent);
    void giveUpRenewal(const model::ConnectionId &connection);
    void startRuns(const SyncRequest &request, const std::vector<model::ConnectionView> &views, int piiDays);
    [[nodiscard]] std::vector<std::unique_ptr<sync::Feed>> feedsFor(const SyncRequest &request,
                                                                    const model::ConnectionView &view, int piiDays);
    void runEnded(sync::SyncRun *run, const std::vector<model::DataSetReport> &reports);
    void finishSync(Result<model::SyncReport> report);
    void startAccess(const model::Connection &connection);
    void accessChecked(const Result<model::AccessReport> &report);
    void watchMidnight();
    void purgeInBackground();
    [[nodiscard]] QFuture<Result<std::int64_t>> purge(model::AuditActor actor);
    void nextBatch(model::AuditActor actor, std::int64_t deleted, const SharedPromise<Result<std::int64_t>> &promise);
    [[nodiscard]] QFuture<Result<void>> purgedAfter(const QFuture<Result<void>> &future, model::AuditActor actor);
    [[nodiscard]] std::function<double()> random01() const;

    ProfileInfo m_info;
    std::unique_ptr<QLockFile> m_lock;
    World m_world;
    std::shared_ptr<Worker> m_worker;
    std::shared_ptr<Reader> m_reader;
    std::unique_ptr<vault::DatabaseThread> m_thread;
    std::unique_ptr<vault::DatabaseThread> m_readerThread;
    std::map<model::ConnectionId, Link> m_links;
    std::vector<std::unique_ptr<Link>> m_probes;        ///< of connections being added
    std::vector<std::weak_ptr<Candidate>> m_candidates; ///< those that are not stored or refused yet, and some that are
    int m_exports = 0;                                  ///< being written, or not recorded yet
    std::vector<std::function<void()>> m_afterExports;
    std::shared_ptr<Consent> m_consent; ///< the newest
    std::map<model::ConnectionId, sync::SyncRun *> m_runs;
    std::shared_ptr<Access> m_access; ///< the check of an access under way
    model::SyncReport m_report;
    std::optional<SharedPromise<Result<model::SyncReport>>> m_syncPromise;
    bool m_syncing = false;
    bool m_purging = false; ///< in the background
    bool m_leaving = false; ///< the profile is being destroyed
    bool m_changingKeys = false;
    int m_reads = 0; ///< of the reader's connection, under way
    std::vector<std::function<void()>> m_afterReads;
    std::vector<std::function<void()>> m_laterReads; ///< begin when the keys are changed
};

} // namespace sk::profile
