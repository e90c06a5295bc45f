// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <optional>

namespace sk::ui::test {

/// A profile in memory, with behaviour: it remembers what was asked of it, can be told to fail, and answers at once
/// unless `hold` is set.
class FakeSession : public profile::Session
{
    Q_OBJECT

public:
    explicit FakeSession(std::string name = "Nordlicht Handels GmbH") : m_name(std::move(name)) {}

    // what it holds
    std::string profileId = "id";
    std::filesystem::path folder;
    std::vector<model::ConnectionView> views;
    std::vector<model::RetentionRow> rows;
    std::vector<model::Hold> holdRegister; ///< of holds, newest first
    model::StatusView state;
    model::Inventory stock;
    std::vector<std::int64_t> sequences; ///< newest first
    model::AuditVerification verification;
    model::ExpiryReport expiry;
    std::int64_t previewDeletes = 0;
    std::vector<model::Erased> issued; ///< certificates, newest first
    std::vector<model::Shipment> toShip;
    std::optional<Time> acknowledged; ///< when the acceptable-use rules were
    std::vector<model::ZoneCount> zones;
    std::optional<ErrorKind> slipsFailure;    ///< of slipsMade() alone
    std::optional<ErrorKind> copyFailure;     ///< of rememberBuyerCopy() alone
    std::optional<ErrorKind> failure;         ///< every answer fails with it
    bool hold = false;                        ///< answers come with release()
    bool holdConsent = false;                 ///< beginConsent() answers when letConsentBegin() is called
    bool listening = true;                    ///< of a consent that begins
    bool holdAccess = false;                  ///< checkAccess() answers when finishAccess() is called
    model::AccessReport access;               ///< what a check finds
    model::OrderFound found;                  ///< what is held of the one order it knows
    std::vector<secrets::Secret> foundValues; ///< what its personal values say
    std::vector<model::DeletionRequest> requests;

    // what was asked
    std::vector<profile::ConnectRequest> connects;
    std::vector<profile::ConsentRequest> consents;
    std::vector<std::string> pastes;
    int cancelledConsents = 0;
    std::vector<profile::ConnectionExport> connectionExports;
    std::vector<profile::ConnectionImport> imports;
    std::vector<profile::SyncRequest> syncs;
    std::vector<std::pair<model::Feature, bool>> features;
    std::vector<std::optional<Day>> purges;
    std::vector<model::AuditFilter> filters;
    std::vector<profile::AuditExportRequest> exports;
    std::vector<std::pair<std::string, int>> retentions;
    std::vector<std::string> retentionReasons;
    std::vector<profile::HoldRequest> placed;
    std::vector<std::string> released;
    std::vector<model::ErasureReason> erasures;
    std::vector<profile::RevealRequest> reveals;
    std::vector<profile::SlipsMade> slips;
    std::vector<std::filesystem::path> zoneTables;
    int rotations = 0;
    std::vector<std::optional<model::ConnectionId>> leaks;
    std::vector<profile::BuyerExport> buyerExports;
    std::vector<profile::BuyerExport> buyerCopies; ///< remembered
    std::vector<std::pair<model::OrderId, model::ErasureReason>> orderErasures;
    std::vector<model::NewDeletionRequest> newRequests;
    std::vector<std::string> completions;
    int inventories = 0;
    int entryCalls = 0;
    int expiries = 0;
    int stops = 0;
    int accessStops = 0;
    std::vector<model::ConnectionId> accessChecks;
    bool syncing = false;

    /// Answers beginConsent(), if that was held.
    void letConsentBegin();
    /// Ends the consent that beginConsent() began.
    void finishConsent(const Result<profile::ConnectResult> &outcome);
    /// Ends the check that checkAccess() began, if that was held.
    void finishAccess(const Result<model::AccessReport> &report);
    /// Gives the answers that were held back.
    void release();
    /// Ends the sync that sync() began.
    void finishSync(const model::SyncReport &report);

    [[nodiscard]] profile::ProfileInfo info() const override { return {profileId, m_name, folder}; }
    [[nodiscard]] QFuture<Result<std::vector<model::ConnectionView>>> connections() override;
    [[nodiscard]] QFuture<Result<profile::ConnectResult>> connectAccount(profile::ConnectRequest request) override;
    [[nodiscard]] QFuture<Result<profile::ConsentStarted>> beginConsent(profile::ConsentRequest request) override;
    [[nodiscard]] QFuture<Result<profile::ConnectResult>> awaitConsent(std::string consent) override;
    [[nodiscard]] QFuture<Result<void>> pasteConsent(std::string consent, secrets::Secret address) override;
    void cancelConsent(std::string consent) override;
    [[nodiscard]] QFuture<Result<void>> exportConnection(profile::ConnectionExport request) override;
    [[nodiscard]] QFuture<Result<profile::ConnectResult>> importConnection(profile::ConnectionImport request) override;
    [[nodiscard]] QFuture<Result<model::AccessReport>> checkAccess(model::ConnectionId connection) override;
    void stopAccessCheck() override { ++accessStops; }
    [[nodiscard]] QFuture<Result<void>> disconnectAccount(model::ConnectionId connection,
                                                          std::optional<Day> purgeOn) override;
    [[nodiscard]] QFuture<Result<void>> setFeature(model::ConnectionId connection, model::Feature feature,
                                                   bool enabled) override;
    [[nodiscard]] QFuture<Result<model::KeyRotation>> rotateKeys() override;
    [[nodiscard]] QFuture<Result<model::KeyRotation>>
    suspectLeak(std::optional<model::ConnectionId> connection) override;
    [[nodiscard]] QFuture<Result<model::SyncReport>> sync(profile::SyncRequest request) override;
    void stopSync() override { ++stops; }
    [[nodiscard]] bool isSyncing() const override { return syncing; }
    [[nodiscard]] QFuture<Result<model::StatusView>> status() override;
    [[nodiscard]] QFuture<Result<model::Inventory>> inventory() override;
    [[nodiscard]] QFuture<Result<model::ExpiryReport>> expireNow() override;
    [[nodiscard]] QFuture<Result<std::vector<model::RetentionRow>>> retention() override;
    [[nodiscard]] QFuture<Result<model::RetentionPreview>> previewRetention(std::string key, int value) override;
    [[nodiscard]] QFuture<Result<void>> setRetention(std::string key, int value, std::string reason) override;
    [[nodiscard]] QFuture<Result<std::vector<model::Hold>>> holds() override;
    [[nodiscard]] QFuture<Result<model::Hold>> placeHold(profile::HoldRequest request) override;
    [[nodiscard]] QFuture<Result<model::Hold>> releaseHold(std::string hold) override;
    [[nodiscard]] QFuture<Result<std::vector<std::int64_t>>> auditSequences(model::AuditFilter filter) override;
    [[nodiscard]] QFuture<Result<std::vector<model::AuditEntry>>>
    auditEntries(std::vector<std::int64_t> wanted) override;
    [[nodiscard]] QFuture<Result<model::AuditVerification>> verifyAudit() override;
    [[nodiscard]] QFuture<Result<std::int64_t>> exportAudit(profile::AuditExportRequest request) override;
    [[nodiscard]] QFuture<Result<std::int64_t>> exportData(profile::ExportRequest request) override;
    [[nodiscard]] QFuture<Result<model::Erased>> eraseConnection(model::ConnectionId connection,
                                                                 model::ErasureReason reason) override;
    [[nodiscard]] QFuture<Result<std::vector<model::Erased>>> certificates() override;
    [[nodiscard]] QFuture<Result<model::CertificateVerdict>> verifyCertificate(std::string file) override;
    [[nodiscard]] QFuture<Result<std::vector<model::Shipment>>> shipments() override;
    [[nodiscard]] QFuture<Result<model::AcceptableUse>> acceptableUse() override;
    [[nodiscard]] QFuture<Result<void>> acknowledgeUse(int rules) override;
    [[nodiscard]] QFuture<Result<profile::Revealed>> reveal(profile::RevealRequest request) override;
    [[nodiscard]] QFuture<Result<std::int64_t>> slipsMade(profile::SlipsMade made) override;
    [[nodiscard]] QFuture<Result<std::vector<model::ZoneCount>>> shippingZones(std::filesystem::path table) override;
    [[nodiscard]] QFuture<Result<model::OrderFound>> findOrder(model::OrderId order) override;
    [[nodiscard]] QFuture<Result<profile::BuyerCopy>> exportBuyer(profile::BuyerExport request) override;
    [[nodiscard]] QFuture<Result<void>> rememberBuyerCopy(profile::BuyerExport request) override;
    [[nodiscard]] QFuture<Result<model::Erased>> eraseOrder(model::OrderId order, model::ErasureReason reason) override;
    [[nodiscard]] QFuture<Result<std::vector<model::DeletionRequest>>> deletionRequests() override;
    [[nodiscard]] QFuture<Result<model::DeletionRequest>>
    addDeletionRequest(model::NewDeletionRequest request) override;
    [[nodiscard]] QFuture<Result<model::CompletedRequest>> completeDeletionRequest(std::string id) override;

private:
    std::vector<std::function<void()>> m_held;
    template <typename T>
    QFuture<Result<T>> answer(T value);
    QFuture<Result<void>> done();
    [[nodiscard]] profile::ConsentStarted startedConsent() const;

    std::string m_name;
    std::optional<SharedPromise<Result<model::SyncReport>>> m_sync;
    std::optional<SharedPromise<Result<model::AccessReport>>> m_access;
    std::optional<SharedPromise<Result<profile::ConsentStarted>>> m_begin;
    std::optional<SharedPromise<Result<profile::ConnectResult>>> m_consent;
};

} // namespace sk::ui::test
