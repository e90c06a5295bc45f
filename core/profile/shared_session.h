// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"

namespace sk::profile {

class OwnerClient;
class OwnerServer;
class WireReader;

/// A profile as window and command line open it, whoever owns it. The first process owns it and serves the others; the
/// others work through it. When the owner ends, one of them takes over and the rest follow, and calls that were not
/// begun go to the new owner: whoever uses the session notices nothing. Main thread.
class SharedSession final : public Session
{
    Q_OBJECT

public:
    /// The profile, opened by this process, and the key by which its processes know each other.
    struct Owned
    {
        std::shared_ptr<Session> session;
        secrets::Secret key;
    };
    /// What a SharedSession needs of the world.
    struct World
    {
        /// Takes the profile's lock and opens it; ProfileBusy when another process has it, and says which one.
        std::function<QFuture<Result<Owned>>()> own;
        /// Opens the key slot only.
        std::function<QFuture<Result<secrets::Secret>>()> key;
        Clock &clock;
        RandomSource random;
    };

    SharedSession(ProfileInfo info, World world);
    ~SharedSession() override;

    /// Owns the profile, or finds its owner. Call once, before anything else. ProfileBusy, with the process id, when
    /// the owner does not answer; else every error of opening a profile.
    [[nodiscard]] QFuture<Result<void>> open();
    [[nodiscard]] bool isOwner() const { return m_owned.has_value(); }
    /// Ends the session as soon as no other process waits for an answer; released() follows, at once for a client.
    void release();

    [[nodiscard]] ProfileInfo info() const override { return m_info; }
    [[nodiscard]] bool isSyncing() const override;

    // The calls of Session: session_methods.h says how they reach the owner.
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

Q_SIGNALS:
    /// release() is done: nobody waits for this process, the session is of no use any more.
    void released();

private:
    template <auto function, typename... Arguments>
    [[nodiscard]] auto call(Arguments... arguments);
    template <auto function, typename Outcome, typename Values>
    void submit(const SharedPromise<Outcome> &promise, const Values &values);
    template <auto function, typename Outcome, typename Values>
    void submitHere(const SharedPromise<Outcome> &promise, const Values &values);
    template <auto function, typename Outcome, typename Values>
    void submitThere(const SharedPromise<Outcome> &promise, const Values &values);

    void attach();
    void findOwner();
    void connectToOwner();
    void becomeOwner(const Owned &owned);
    void becomeClient();
    void learnNewKey();
    void ownerClosed();
    void passOn(std::uint8_t number, WireReader &arguments);
    void attached(const Result<void> &result);
    void releaseIfIdle();

    ProfileInfo m_info;
    World m_world;
    std::optional<Owned> m_owned;
    std::unique_ptr<OwnerServer> m_server;
    std::unique_ptr<OwnerClient> m_client;     ///< open
    std::unique_ptr<OwnerClient> m_connecting; ///< not yet
    secrets::Secret m_key;                     ///< empty while it was not needed
    Error m_busy;                              ///< who owns the profile
    std::optional<std::chrono::milliseconds> m_searchingSince;
    std::optional<Error> m_failure;
    std::vector<std::function<void()>> m_waiting; ///< calls for the next owner
    std::optional<SharedPromise<Result<void>>> m_opening;
    bool m_wasSyncing = false;
    bool m_releasing = false;
};

} // namespace sk::profile
