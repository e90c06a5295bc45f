// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/model/access.h"
#include "core/model/erasure.h"
#include "core/model/inventory.h"
#include "core/model/views.h"
#include "core/secrets/secret.h"

#include <QObject>

#include <filesystem>

namespace sk::profile {

/// A profile as lists show it.
struct ProfileInfo
{
    std::string id;   ///< UUID; names the folder and the keychain entries
    std::string name; ///< the user's own
    std::filesystem::path folder;
};

/// What self-authorisation needs (sp-api.md 2.6).
struct ConnectRequest
{
    std::string region; ///< na, eu, fe
    std::string label;
    std::string sellingPartnerId;
    std::vector<std::string> marketplaces; ///< empty: all the account participates in
    std::string clientId;
    secrets::Secret clientSecret;
    secrets::Secret refreshToken;
    std::optional<model::CustomEndpoint> endpoint;
    std::vector<model::Feature> features; ///< opt-ins that the user switched on before connecting
    /// New credentials for this connection: its rows stay, region and endpoint are its own. A disconnected one becomes
    /// active again, its PII stays gone.
    std::optional<model::ConnectionId> replaces;
};

/// What a consent in the browser needs (sp-api.md 2.4; Ads: section 12): the application as its developer registered
/// it.
struct ConsentRequest
{
    model::ConnectionKind kind = model::ConnectionKind::SellingPartner;
    std::string marketplace; ///< SP-API: country code or id of the account's home
    std::string region;      ///< na, eu, fe; SP-API: may be empty, else the marketplace must lie in it
    std::string label;
    std::string applicationId; ///< SP-API only
    bool draft = false;        ///< SP-API only: the application is not published
    std::string redirectUrl;   ///< where the redirect page lies
    std::string clientId;      ///< empty with `replaces`: the one in the keychain, and the same for the secret
    secrets::Secret clientSecret;
    std::optional<model::CustomEndpoint> endpoint;
    std::vector<model::Feature> features;
    /// Renew this connection's authorisation: of the same seller, in the same region, for the same marketplaces.
    std::optional<model::ConnectionId> replaces;
    std::string closingTitle; ///< what the browser shows at the end, in the user's language
    std::string closingText;
};

/// A consent that waits for its answer.
struct ConsentStarted
{
    std::string id;
    std::string address;    ///< Amazon's page, for the browser
    bool listening = false; ///< the answer can come by itself; else it has to be pasted
    std::chrono::seconds timeLeft{0};
};

/// A connection for another machine, as a file that only the passphrase opens.
struct ConnectionExport
{
    model::ConnectionId connection;
    std::filesystem::path output;
    secrets::Secret passphrase; ///< of the file alone; must keep the rules of passphrase_rules.h
};

struct ConnectionImport
{
    std::filesystem::path input;
    secrets::Secret passphrase;
    std::string label; ///< empty: as in the file
    std::vector<model::Feature> features;
};

struct ConnectResult
{
    model::ConnectionId connection;
    std::vector<model::Marketplace> marketplaces;
};

struct SyncRequest
{
    std::optional<model::ConnectionId> connection; ///< none: all active ones
    std::vector<std::string> dataSets;             ///< empty: all
    std::optional<Day> since;                      ///< where the history begins; none: as far back as Amazon has it
};

/// A file to be written with rows of a data set. No PII column exists.
struct ExportRequest
{
    std::string dataSet;
    std::string format; ///< csv, jsonl, xlsx
    std::filesystem::path output;
    std::optional<Day> since;
    std::optional<Day> until;
};

struct AuditExportRequest
{
    std::filesystem::path output; ///< .csv writes CSV, everything else JSON Lines
    model::AuditFilter filter;
};

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
    [[nodiscard]] virtual QFuture<Result<void>> setRetention(std::string key, int value) = 0;

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

Q_SIGNALS:
    void syncProgressed(const sk::model::SyncProgress &progress);
    void syncFinished(const sk::model::SyncReport &report);
    void accessProgressed(const sk::model::AccessProgress &progress);
    void connectionsChanged();
    void auditGrew();
    void retentionChanged();
    void piiExpired(const sk::model::ExpiryReport &report);
    /// The profile is no longer open and could not be opened again; every call fails with this from now on.
    void ended(const sk::Error &error);
};

} // namespace sk::profile
