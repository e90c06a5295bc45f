// SPDX-License-Identifier: GPL-3.0-or-later
// size: one class owns all that is open of a profile; what it does is in one file for each subject
#pragma once

#include "core/base/byte_search.h"
#include "core/keys/key_ring.h"
#include "core/model/buyer.h"
#include "core/model/hold.h"
#include "core/profile/erasing.h"
#include "core/profile/inventory.h"
#include "core/profile/layout.h"
#include "core/profile/purge.h"
#include "core/records/connection_repository.h"
#include "core/records/erasure.h"
#include "core/records/pending_erasure.h"
#include "core/sync/storage.h"

#include <memory>
#include <set>

namespace sk::amazon {
struct LwaCredentials;
}

namespace sk::profile {

struct HoldRequest;

/// What a store stands on; lent, and outliving it.
struct StoreWorld
{
    secrets::SecretStore &secrets;
    Clock &clock;
    RandomSource random;
};

/// A profile's open databases, keys, chain and clock: everything that lives on the database thread. Opening runs the
/// expiry before anything else can be asked (RET-1).
class Store
{
public:
    /// Makes keys, slots and both databases of a new profile in an empty folder.
    [[nodiscard]] static Result<void> create(const std::filesystem::path &folder, const std::string &profileId,
                                             StoreWorld world);
    /// Errors: every Keychain…, KeyFileDamaged and Vault… kind.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::filesystem::path &folder,
                                                             const std::string &profileId, StoreWorld world);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// For the sync; also where midnight is noticed while a sync runs.
    [[nodiscard]] sync::Storage &storage();

    [[nodiscard]] Result<std::vector<model::ConnectionView>> connections();
    [[nodiscard]] Result<model::Connection> connection(const model::ConnectionId &id);
    /// Stores secrets, then the row with its features: a crash between leaves entries nobody points to, removed at the
    /// next open; never a row without its secrets.
    [[nodiscard]] Result<void> addConnection(const model::Connection &connection, const secrets::Secret &credentials,
                                             const std::vector<model::Marketplace> &marketplaces);
    /// The connection whose account these credentials open, so that connecting again goes on where it stopped: the same
    /// selling partner, or (the id is optional) a refused one of the same application and marketplaces. Never one of
    /// Amazon Ads, whose advertiser nothing names.
    [[nodiscard]] Result<std::optional<model::ConnectionId>>
    sameAccount(const model::Connection &wanted, const std::string &clientId,
                const std::vector<model::Marketplace> &marketplaces);
    /// New credentials for a connection that exists, with endpoint, application and ages of `as`, and its features in
    /// addition; makes it active again, with a fresh ratchet if it was disconnected. A client secret that is in the
    /// keychain already keeps its age (CRED-4).
    [[nodiscard]] Result<void> replaceCredentials(const model::ConnectionId &id, const model::Connection &as,
                                                  const secrets::Secret &credentials,
                                                  const std::vector<model::Marketplace> &marketplaces);
    /// Usage for an opt-in of Amazon Ads, which has nothing to allow.
    [[nodiscard]] Result<void> setFeature(const model::ConnectionId &id, model::Feature feature, bool enabled);
    /// Amazon accepts the credentials again: an earlier refusal is forgotten. Disconnected stays disconnected.
    [[nodiscard]] Result<void> reactivate(const model::ConnectionId &id);
    /// The credentials of a connection, or of all, may have leaked: remembered until all are new (isLeakOver()), and
    /// sealed values are given up, because their ratchet may have leaked as well. Usage for a disconnected connection.
    [[nodiscard]] Result<void> suspectLeak(const std::optional<model::ConnectionId> &id);
    /// New keys in place of all of the profile's (rotation.h). The store is closed meanwhile, and null when it cannot
    /// be opened again.
    [[nodiscard]] static Result<model::KeyRotation> rotateKeys(std::unique_ptr<Store> &store);
    /// Destroys ratchet and tokens, each read back; rows are due on `purgeOn`. Holds outlive it.
    [[nodiscard]] Result<void> disconnect(const model::ConnectionId &id, Day purgeOn);
    /// Takes everything of a connection away at once, looks whether anything is left, and certifies what was found
    /// (DEL-4, DEL-5). Exports that still lie where they were written go as well. HoldInForce for an erasure that
    /// somebody else wants while orders of the connection are on hold; the owner's own ends the holds.
    [[nodiscard]] Result<model::Erased> erase(const ErasureRequest &request);
    /// The same for one order, in every connection: rows, sealed values, copies for its buyer. No sync stores it again.
    [[nodiscard]] Result<model::Erased> eraseOrder(const OrderErasure &request);
    /// What is held about an order's buyer.
    [[nodiscard]] Result<model::OrderFound> findOrder(const model::OrderId &order);
    /// The same with what the personal values say: only for the buyer's own copy.
    [[nodiscard]] Result<BuyerCopy> buyerCopy(const model::OrderId &order);
    /// Before a copy is handed out: its audit entry.
    [[nodiscard]] Result<void> recordBuyerCopy(const model::OrderFound &found);
    /// Where the copy lies, so that the erasure of its order finds it.
    [[nodiscard]] Result<void> rememberBuyerCopy(const model::OrderId &order, const std::filesystem::path &file);
    [[nodiscard]] Result<std::vector<model::DeletionRequest>> deletionRequests();
    [[nodiscard]] Result<model::DeletionRequest> addDeletionRequest(const model::NewDeletionRequest &request);
    /// Erases each order that is still named. Asked again after a failure it goes on with what is left.
    [[nodiscard]] Result<model::CompletedRequest> completeDeletionRequest(const std::string &id);
    /// The last the store does: what a certificate of the whole profile says, and the key to sign it with once nothing
    /// is left.
    [[nodiscard]] Result<ProfileErasure> beginProfileErasure();
    /// An export was written, or failed: its audit entry, and where the file lies, so that an erasure finds it. Where
    /// no connections are named, it may hold rows of all.
    [[nodiscard]] Result<void> recordExport(const model::AuditEvent &event, std::optional<records::ExportedFile> file);
    /// Every certificate that was handed out, newest first.
    [[nodiscard]] Result<std::vector<model::Erased>> certificates();
    /// Holds a certificate of this profile against its key, its audit log and what is in the databases now.
    [[nodiscard]] Result<model::CertificateVerdict> verifyCertificate(ByteView file);
    [[nodiscard]] Result<void> recordAttempts(const model::ConnectionId &id,
                                              const std::vector<model::AuditEvent> &events);

    [[nodiscard]] Result<model::StatusView> status();
    /// For takeInventory(): what PII store, keychain and slot file hold.
    [[nodiscard]] Result<OutsideVault> outsideVault();
    /// Advances every ratchet to today, deletes what died, and ends the holds whose last day is over. Rows that are due
    /// besides are purgeBatch()'s.
    [[nodiscard]] Result<model::ExpiryReport> expire(model::AuditActor actor);
    /// expire(), if the UTC day changed since the last time.
    [[nodiscard]] Result<model::ExpiryReport> expireIfNewDay();
    /// Deletes one batch of what is due: rows of disconnected connections, and what outlived its retention.
    [[nodiscard]] Result<PurgeBatch> purgeBatch(model::AuditActor actor);
    /// Why the rows of a connection that are due could not go since the expiry ran, if so.
    [[nodiscard]] Result<void> checkPurged(const model::ConnectionId &id) const;

    /// The register of tax and legal holds, newest first (RET-3).
    [[nodiscard]] Result<std::vector<model::Hold>> holds();
    /// Seals what is held of the order once more, under a key of the hold. NotFound when nothing of it can be read any
    /// more, Usage for a day or a reason that will not do, AlreadyExists when a hold of the kind reaches as far.
    [[nodiscard]] Result<model::Hold> placeHold(const HoldRequest &request);
    /// Destroys the hold's key, read back, and its values; the register keeps the record.
    [[nodiscard]] Result<model::Hold> releaseHold(const std::string &id);

    [[nodiscard]] Result<std::vector<model::RetentionRow>> retention();
    [[nodiscard]] Result<model::RetentionPreview> previewRetention(const std::string &key, int value);
    /// `reason`: the legal one for a period beyond the cap, and only for such a one.
    [[nodiscard]] Result<void> setRetention(const std::string &key, int value, const std::string &reason = {});
    [[nodiscard]] Result<int> retentionValue(const std::string &key);

    [[nodiscard]] Result<void> audit(const model::AuditEvent &event);
    [[nodiscard]] Result<audit::Anchor> currentAnchor();
    [[nodiscard]] const keys::DatabaseKey &vaultKey() const { return m_ring.vault; }
    [[nodiscard]] Time now() { return m_time.now(); }

private:
    Store(std::filesystem::path folder, StoreWorld world, keys::KeyRing ring, vault::Database vault,
          vault::Database pii, audit::AuditLog audit, records::OrderRepository orders, std::string profileId,
          const audit::Anchor &anchor);

    [[nodiscard]] Result<std::int64_t> expireConnection(const model::Connection &connection, model::AuditActor actor);
    /// Orders that go in one transaction when nobody waits for it.
    static constexpr std::int64_t kPurgeBatch = 500;
    [[nodiscard]] Result<PurgeState> purgeState(model::AuditActor actor);
    [[nodiscard]] Result<std::int64_t> purgeOrders(model::AuditActor actor);
    [[nodiscard]] Result<std::int64_t> purgeHoldRecords(model::AuditActor actor);
    [[nodiscard]] Result<Time> keptSince(std::string_view retentionKey);
    [[nodiscard]] Result<void> recordHold(const model::Hold &hold);
    [[nodiscard]] Result<std::int64_t> endDueHolds(model::AuditActor actor);
    [[nodiscard]] Result<void> endHold(const model::Hold &hold, model::HoldEnd by, model::AuditActor actor);
    [[nodiscard]] Result<void> removeStrayHolds(const std::set<std::string> &inForce);
    [[nodiscard]] Result<std::vector<model::Hold>> unendedHolds(const model::ConnectionId &id);
    [[nodiscard]] Result<void> eraseHolds(const model::ConnectionId &id);
    /// HoldInForce when one of these is, and it is not the owner who wants the erasure.
    [[nodiscard]] Result<void> checkHolds(const std::vector<model::Hold> &holds, model::ErasureReason reason) const;
    [[nodiscard]] Result<void> endConnection(const model::ConnectionId &id, Day purgeOn, model::AuditActor actor);
    /// Decides whether the clock may delete rows, and remembers the day if so.
    [[nodiscard]] Result<void> weighClock(Day today);
    [[nodiscard]] Result<void> pruneAudit(model::AuditActor actor);
    /// The last audit entry that a period of so many months lets go, 0 for none.
    [[nodiscard]] Result<std::int64_t> lastPrunable(int months);
    [[nodiscard]] Result<void> applyPiiDays(int days);
    [[nodiscard]] Result<std::int64_t> countPiiExpiring(int days);
    [[nodiscard]] Result<void> noteRatchetLost(const model::Connection &connection);
    [[nodiscard]] Result<void> destroySecrets(const model::ConnectionId &id);
    /// Removes keychain entries of connections that were never finished.
    [[nodiscard]] Result<void> removeOrphans();
    [[nodiscard]] Result<void> insertConnection(const model::Connection &connection,
                                                const std::vector<model::Marketplace> &marketplaces);
    /// Inside the caller's transaction.
    [[nodiscard]] Result<void> switchOn(const model::ConnectionId &id, const std::vector<model::Feature> &features);
    /// What is written in place of a connection's credentials, and how old its parts are by then.
    struct Renewal
    {
        secrets::Secret credentials;
        Time authorisedAt;
        Time secretEnteredAt;
        std::optional<Day> oldSecretUntil;
    };
    [[nodiscard]] Renewal renewal(const model::Connection &known, const model::Connection &as,
                                  const secrets::Secret &credentials);
    /// Makes the signature key known, with the age of the profile's keys.
    [[nodiscard]] Result<void> knowKeys();
    [[nodiscard]] Result<void> giveUpSealed(const model::ConnectionId &id);
    [[nodiscard]] Result<void> settleLeak(const model::ConnectionId &id);
    [[nodiscard]] Result<void> destroyOldSecret(const model::Connection &connection);
    [[nodiscard]] Result<std::vector<model::CredentialAge>> credentialAges();
    [[nodiscard]] Result<void> destroySecretsAgain(const model::Connection &connection);
    [[nodiscard]] Result<std::int64_t> secretsLeft(const model::ConnectionId &id);
    [[nodiscard]] Result<std::int64_t> holdKeysLeft(const std::vector<model::Hold> &holds);
    [[nodiscard]] Result<records::PendingErasure> beginErasure(const ErasureRequest &request);
    [[nodiscard]] Result<records::PendingErasure> beginErasure(const OrderErasure &request);
    [[nodiscard]] Result<records::PendingErasure> widenErasure(records::PendingErasure pending,
                                                               model::ErasureReason reason);
    [[nodiscard]] Result<void> countHolds(const model::ConnectionId &id, records::PendingErasure &pending);
    /// What an erasure of a connection remembers between its batches, as long as nothing interrupts it.
    struct Erasing
    {
        std::vector<std::string> identifiers; ///< to look for in the end
        std::vector<std::string> outOfReach;
        std::vector<model::Hold> holds; ///< whose keys have to be gone
    };
    struct EraseBatch
    {
        std::int64_t rows = 0;
        std::optional<model::Erased> erased; ///< with the last batch
    };
    struct NamedElsewhere
    {
        std::set<std::string> orders;
        std::string paths;
    };
    [[nodiscard]] Result<NamedElsewhere> namedElsewhere();
    [[nodiscard]] Result<Erasing> startErasing(records::PendingErasure &pending);
    [[nodiscard]] Result<EraseBatch> eraseBatch(records::PendingErasure pending, std::int64_t ordersAtOnce);
    [[nodiscard]] Result<model::Erased> finishOrderErasure(records::PendingErasure pending);
    void finishInterruptedOrders();
    [[nodiscard]] ProfileFile profileFacts() const;
    [[nodiscard]] Result<std::int64_t> rowsOfSubject(const model::ErasureCertificate &certificate);
    [[nodiscard]] Result<model::ErasureCertificate> certificateOf(const records::PendingErasure &pending);
    [[nodiscard]] Result<std::vector<std::string>> tracesOf(const model::OrderId &order);
    [[nodiscard]] Result<std::vector<model::ErasureCheck>> checkErased(const records::PendingErasure &pending,
                                                                       const Erasing &erasing);
    [[nodiscard]] Result<std::vector<model::ErasureCheck>> checkErased(const model::OrderId &order,
                                                                       const ByteSearch &search);
    /// Signs the certificate, keeps it, lets the audit log remember its hash. Inside the caller's transaction.
    [[nodiscard]] Result<model::Erased> certified(model::ErasureCertificate certificate, const std::string &pendingId);
    [[nodiscard]] std::vector<std::string> warningsOfRequests();
    [[nodiscard]] Result<void> writeAnchor();
    void anchorSoon();

    std::filesystem::path m_folder;
    std::string m_profileId;
    StoreWorld m_world;
    keys::KeyRing m_ring;
    vault::Database m_vault;
    audit::AuditLog m_audit;
    records::OrderRepository m_orders;
    privacy::PiiStore m_pii;
    privacy::ErasedOrders m_erased;
    privacy::TimeKeeper m_time;
    sync::Storage m_storage;
    Time m_keysMadeAt;
    Time m_openedWith; ///< highest time of the anchor at open
    std::optional<Day> m_expiredOn;
    bool m_rowsInDoubt = false;                   ///< not expired, because the clock jumped
    bool m_logIsSeen = false;                     ///< by pruneAudit(), since expire()
    std::map<std::string, Erasing> m_erasing;     ///< by the id of the pending erasure
    std::map<model::ConnectionId, Error> m_stuck; ///< whose purge failed since expire(), and why
    std::set<model::ConnectionId> m_destroyed;    ///< disconnected ones whose secrets were seen to be gone
    std::chrono::milliseconds m_anchoredAt{0};
    std::int64_t m_anchoredSeq = 0;
    audit::Checkpoint m_cut; ///< where the audit log begins, as the anchor says
};

/// The connection's credentials as the keychain has them; KeychainEmptied when they are gone from it.
[[nodiscard]] Result<amazon::LwaCredentials> readCredentials(secrets::SecretStore &secrets,
                                                             const model::ConnectionId &connection);

} // namespace sk::profile
