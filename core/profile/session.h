// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/model/access.h"
#include "core/model/buyer.h"
#include "core/model/erasure.h"
#include "core/model/fulfilment.h"
#include "core/model/inventory.h"
#include "core/profile/requests.h"

#include <QObject>

namespace sk::profile {

/// An open profile: the only door of window and command line to everything else. All calls return at once; answers
/// come as futures, on the caller's thread through whenDone(). Abstract, so that panels are tested with a fake. How to
/// add a call: session_methods.h.
class Session : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] virtual ProfileInfo info() const = 0;

    // connections
    [[nodiscard]] virtual QFuture<Result<std::vector<model::ConnectionView>>> connections() = 0;
    /// Tests the credentials with one call; nothing is stored when that fails.
    [[nodiscard]] virtual QFuture<Result<ConnectResult>> connectAccount(ConnectRequest request) = 0;
    /// Opens the one-shot listener and names Amazon's page; one consent at a time, a new one ends the one before.
    [[nodiscard]] virtual QFuture<Result<ConsentStarted>> beginConsent(ConsentRequest request) = 0;
    /// Done when the answer has come, the tokens work and the connection is stored; or with ConsentInvalid,
    /// ConsentDeclined, Cancelled and what connectAccount() may fail with. The answer has 15 minutes to come.
    [[nodiscard]] virtual QFuture<Result<ConnectResult>> awaitConsent(std::string consent) = 0;
    /// The address the browser ended at. Fails with ConsentInvalid if it does not fit; it may be pasted once more.
    [[nodiscard]] virtual QFuture<Result<void>> pasteConsent(std::string consent, secrets::Secret address) = 0;
    /// Until the connection is being stored, also while the tokens are fetched and tested.
    virtual void cancelConsent(std::string consent) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> exportConnection(ConnectionExport request) = 0;
    /// Tests the credentials like connectAccount().
    [[nodiscard]] virtual QFuture<Result<ConnectResult>> importConnection(ConnectionImport request) = 0;
    /// One call for each operation the connection needs, and what the answers mean; no row is stored. One at a time.
    /// Credentials refused or taken again change the connection's state, as in a sync; nothing else does.
    [[nodiscard]] virtual QFuture<Result<model::AccessReport>> checkAccess(model::ConnectionId connection) = 0;
    virtual void stopAccessCheck() = 0; ///< checkAccess() answers with what is known so far
    /// Tokens and PII keys go at once; rows on `purgeOn` (none: after 7 days; today: now).
    [[nodiscard]] virtual QFuture<Result<void>> disconnectAccount(model::ConnectionId connection,
                                                                  std::optional<Day> purgeOn) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> setFeature(model::ConnectionId connection, model::Feature feature,
                                                           bool enabled) = 0;

    // keys
    /// New keys in place of all that the profile has (CRED-4). Stops a sync and a check of the access. Whatever fails
    /// or dies: the profile opens, with the old keys or the new.
    [[nodiscard]] virtual QFuture<Result<model::KeyRotation>> rotateKeys() = 0;
    /// Credentials of the connection, or of all (none), may have leaked: new keys at once, sealed PII is given up (it
    /// can be fetched again), and ConnectionView::leakSteps says what is left to do. Usage for a disconnected
    /// connection.
    [[nodiscard]] virtual QFuture<Result<model::KeyRotation>>
    suspectLeak(std::optional<model::ConnectionId> connection) = 0;

    // sync
    /// One at a time; a second call while one runs fails with ProfileBusy.
    [[nodiscard]] virtual QFuture<Result<model::SyncReport>> sync(SyncRequest request) = 0;
    virtual void stopSync() = 0;
    [[nodiscard]] virtual bool isSyncing() const = 0;

    // state, expiry, retention
    [[nodiscard]] virtual QFuture<Result<model::StatusView>> status() = 0;
    /// Every class of data held; counts every row, so it is asked when somebody looks.
    [[nodiscard]] virtual QFuture<Result<model::Inventory>> inventory() = 0;
    [[nodiscard]] virtual QFuture<Result<model::ExpiryReport>> expireNow() = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<model::RetentionRow>>> retention() = 0;
    [[nodiscard]] virtual QFuture<Result<model::RetentionPreview>> previewRetention(std::string key, int value) = 0;
    /// `reason`: the legal one, for a period beyond the cap; else empty.
    [[nodiscard]] virtual QFuture<Result<void>> setRetention(std::string key, int value, std::string reason) = 0;

    // tax and legal holds
    /// The register, newest first: those in force and those that ended.
    [[nodiscard]] virtual QFuture<Result<std::vector<model::Hold>>> holds() = 0;
    /// Keeps what is held of one order beyond its period (RET-3). NotFound when nothing of it is held any more.
    [[nodiscard]] virtual QFuture<Result<model::Hold>> placeHold(HoldRequest request) = 0;
    /// Destroys what the hold kept; its record stays.
    [[nodiscard]] virtual QFuture<Result<model::Hold>> releaseHold(std::string hold) = 0;

    // audit
    /// Sequence numbers that match, newest first; a million of them are 8 MB and let a table jump anywhere.
    [[nodiscard]] virtual QFuture<Result<std::vector<std::int64_t>>> auditSequences(model::AuditFilter filter) = 0;
    /// The entries of these sequence numbers, in their order; those that do not exist are left out.
    [[nodiscard]] virtual QFuture<Result<std::vector<model::AuditEntry>>>
    auditEntries(std::vector<std::int64_t> sequences) = 0;
    [[nodiscard]] virtual QFuture<Result<model::AuditVerification>> verifyAudit() = 0;
    /// Number of entries written.
    [[nodiscard]] virtual QFuture<Result<std::int64_t>> exportAudit(AuditExportRequest request) = 0;

    /// Number of rows written.
    [[nodiscard]] virtual QFuture<Result<std::int64_t>> exportData(ExportRequest request) = 0;

    // erasure
    /// Everything of a connection, now: keys, rows, exports that still are where they were written. Comes with the
    /// certificate of what was found afterwards (DEL-4).
    [[nodiscard]] virtual QFuture<Result<model::Erased>> eraseConnection(model::ConnectionId connection,
                                                                         model::ErasureReason reason) = 0;
    /// Newest first.
    [[nodiscard]] virtual QFuture<Result<std::vector<model::Erased>>> certificates() = 0;
    /// Holds a certificate's file against the profile. NotFound when it speaks of another one.
    [[nodiscard]] virtual QFuture<Result<model::CertificateVerdict>> verifyCertificate(std::string file) = 0;

    // personal data for a purpose
    /// Orders whose recipient is held and can be read; those first that have to be shipped first.
    [[nodiscard]] virtual QFuture<Result<std::vector<model::Shipment>>> shipments() = 0;
    [[nodiscard]] virtual QFuture<Result<model::AcceptableUse>> acceptableUse() = 0;
    /// By the person at work, of the version in force; Usage for another one.
    [[nodiscard]] virtual QFuture<Result<void>> acknowledgeUse(int rules) = 0;
    /// Written down before it is answered, refusals too. NotAcknowledged, RateLimited; NotFound when of one of the
    /// orders nothing can be read (any more).
    [[nodiscard]] virtual QFuture<Result<Revealed>> reveal(RevealRequest request) = 0;
    /// Remembers the file, so that an erasure finds it; answers the number of slips. NotFound when a connection was
    /// erased meanwhile: its file must not stay.
    [[nodiscard]] virtual QFuture<Result<std::int64_t>> slipsMade(SlipsMade made) = 0;
    /// Open shipments for each zone of the seller's table (privacy/zones.h); the postal codes are opened, compared and
    /// forgotten (MIN-3).
    [[nodiscard]] virtual QFuture<Result<std::vector<model::ZoneCount>>> shippingZones(std::filesystem::path table) = 0;

    // one buyer's rights
    /// What is held about the order's buyer, in every connection; which personal values, but not what they say.
    [[nodiscard]] virtual QFuture<Result<model::OrderFound>> findOrder(model::OrderId order) = 0;
    /// Everything with what the personal values say, for the buyer alone; audited. As JSON it is written to the output
    /// and remembered; else the caller writes it there and tells with rememberBuyerCopy(). NotFound: nothing is held.
    [[nodiscard]] virtual QFuture<Result<BuyerCopy>> exportBuyer(BuyerExport request) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> rememberBuyerCopy(BuyerExport request) = 0;
    /// The order of every connection, now: rows, sealed values, copies for its buyer; no sync stores it again. Answers
    /// the deletion requests that name it. NotFound when nothing is held of it.
    [[nodiscard]] virtual QFuture<Result<model::Erased>> eraseOrder(model::OrderId order,
                                                                    model::ErasureReason reason) = 0;
    /// Open ones first, the earliest deadline first.
    [[nodiscard]] virtual QFuture<Result<std::vector<model::DeletionRequest>>> deletionRequests() = 0;
    [[nodiscard]] virtual QFuture<Result<model::DeletionRequest>>
    addDeletionRequest(model::NewDeletionRequest request) = 0;
    /// Erases each of its orders that is not erased yet, held or not.
    [[nodiscard]] virtual QFuture<Result<model::CompletedRequest>> completeDeletionRequest(std::string id) = 0;

Q_SIGNALS:
    void syncProgressed(const sk::model::SyncProgress &progress);
    void syncFinished(const sk::model::SyncReport &report);
    void accessProgressed(const sk::model::AccessProgress &progress);
    void connectionsChanged();
    void keysRotated();
    void auditGrew();
    void retentionChanged();
    void piiExpired(const sk::model::ExpiryReport &report);
    /// The profile is no longer open and could not be opened again; every call fails with this from now on.
    void ended(const sk::Error &error);
};

} // namespace sk::profile
