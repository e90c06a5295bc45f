// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/amazon/lwa.h"
#include "core/base/files.h"
#include "core/base/logging.h"
#include "core/keys/slot_file.h"
#include "core/profile/credential_text.h"
#include "core/profile/rotation.h"
#include "core/profile/store_open.h"
#include "core/records/inventory.h"
#include "core/sync/cursor_store.h"
#include "core/vault/transaction.h"

#include <algorithm>

namespace sk::profile {

namespace {

/// The anchor follows the log at most this far behind: a keychain write for every commit would be too much.
constexpr std::chrono::seconds kAnchorEvery{2};

model::AuditEvent ownEvent(model::AuditOperation operation, const model::ConnectionId &connection,
                           model::DataClass dataClass, std::int64_t rows = 0)
{
    return {model::AuditActor::Owner, operation, connection, dataClass, rows};
}

} // namespace

Result<void> Store::create(const std::filesystem::path &folder, const std::string &profileId, StoreWorld world)
{
    for (const auto &file : {slotsFile(folder), vaultFile(folder), piiFile(folder)}) {
        std::error_code code;
        if (std::filesystem::exists(file, code) || code) // its keys must not be overwritten
            return fail(ErrorKind::AlreadyExists, toUtf8(file) + " is there already");
    }
    const secrets::Secret device = secrets::Secret::make(32, world.random);
    const keys::KeyRing ring = keys::KeyRing::generate(world.random);
    SK_TRY(
        world.secrets.write(std::string(kDeviceEntry), device)); // first: a keychain that refuses leaves nothing behind
    SK_TRY(
        world.secrets.write(std::string(audit::kAnchorEntry), audit::Anchor{0, {}, world.clock.now(), 0, {}}.encode()));
    keys::SlotFile slots;
    slots.profileId = profileId;
    slots.addSlot(keys::Role::Owner, "owner", ring, device, world.random);
    SK_TRY(slots.save(slotsFile(folder)));
    SK_TRY(createDatabases(folder, ring, profileId));
    SK_ASSIGN(const std::unique_ptr<Store> store, open(folder, profileId, world));
    return store->audit(ownEvent(model::AuditOperation::ProfileCreated, {}, model::DataClass::Settings));
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path &folder, const std::string &profileId,
                                           StoreWorld world)
{
    for (const auto &file : {slotsFile(folder), sealedSecretsFile(folder), keychainEntriesFile(folder)})
        removeAbandonedWrites(file); // an older state of the secrets must not outlive its overwriting
    SK_TRY(finishRotation(folder, world));
    SK_ASSIGN(Unlocked unlocked, unlock(folder, profileId, world.secrets));
    SK_ASSIGN(vault::Database database,
              openDatabase(vaultFile(folder), vault::Schema::Vault, unlocked.ring.vault, profileId,
                           unlocked.anchor.vaultBytes));
    SK_ASSIGN(audit::AuditLog audit, audit::AuditLog::open(database, profileId));
    SK_TRY(audit.checkAgainst(unlocked.anchor));
    SK_ASSIGN(vault::Database pii,
              openDatabase(piiFile(folder), vault::Schema::PiiStore, unlocked.ring.piiStore, profileId, 0));
    SK_ASSIGN(records::OrderRepository orders, records::OrderRepository::open(database));
    std::unique_ptr<Store> store(new Store(folder, std::move(world), std::move(unlocked.ring), std::move(database),
                                           std::move(pii), std::move(audit), std::move(orders), profileId,
                                           unlocked.anchor));
    SK_TRY(store->knowKeys());
    SK_TRY(store->m_erased.load());
    SK_TRY(store->expire(model::AuditActor::System));
    if (const auto removed = store->removeOrphans(); !removed) // no reason to stay shut: the next open tries again
        qCWarning(lcVault, "orphaned keychain entries: %s", removed.error().detail.c_str());
    return store;
}

Store::Store(std::filesystem::path folder, StoreWorld world, keys::KeyRing ring, vault::Database vault,
             vault::Database pii, audit::AuditLog audit, records::OrderRepository orders, std::string profileId,
             const audit::Anchor &anchor)
    : m_folder(std::move(folder))
    , m_profileId(std::move(profileId))
    , m_world(std::move(world))
    , m_ring(std::move(ring))
    , m_vault(std::move(vault))
    , m_audit(std::move(audit))
    , m_orders(std::move(orders))
    , m_pii(std::move(pii), m_profileId, m_ring.pii, m_world.secrets, m_world.random)
    , m_erased(m_vault, m_world.random)
    , m_time(m_world.clock, anchor.highestTime)
    , m_storage{m_vault, m_audit, m_orders, m_pii, m_time, m_world.secrets, m_world.clock, m_erased}
    , m_openedWith(anchor.highestTime)
    , m_anchoredSeq(anchor.seq)
    , m_cut(anchor.cut)
{
}

Store::~Store()
{
    if (const auto checkpointed = m_vault.checkpoint(); !checkpointed)
        qCWarning(lcVault, "checkpoint at close: %s", checkpointed.error().detail.c_str());
    if (const auto anchored = writeAnchor(); !anchored)
        qCWarning(lcVault, "anchor at close: %s", anchored.error().detail.c_str());
}

sync::Storage &Store::storage()
{
    anchorSoon();
    if (const auto expired = expireIfNewDay(); !expired)
        qCWarning(lcPrivacy, "expiry: %s", expired.error().detail.c_str());
    return m_storage;
}

Result<void> Store::audit(const model::AuditEvent &event)
{
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(m_audit.append(event, m_time.now()));
    SK_TRY(transaction.commit());
    anchorSoon();
    return {};
}

Result<audit::Anchor> Store::currentAnchor()
{
    SK_ASSIGN(audit::Anchor anchor, m_audit.head(m_time.now()));
    std::error_code code;
    const auto size = std::filesystem::file_size(vaultFile(m_folder), code);
    anchor.vaultBytes = code ? 0 : static_cast<std::int64_t>(size);
    anchor.cut = m_cut;
    return anchor;
}

Result<void> Store::writeAnchor()
{
    SK_ASSIGN(const audit::Anchor anchor, currentAnchor());
    m_anchoredAt = m_world.clock.monotonic();
    if (anchor.seq == m_anchoredSeq)
        return {};
    SK_TRY(m_world.secrets.write(std::string(audit::kAnchorEntry), anchor.encode()));
    m_anchoredSeq = anchor.seq;
    return {};
}

void Store::anchorSoon()
{
    if (m_world.clock.monotonic() - m_anchoredAt < kAnchorEvery)
        return;
    if (const auto anchored = writeAnchor(); !anchored)
        qCWarning(lcVault, "anchor: %s", anchored.error().detail.c_str());
}

Result<std::vector<model::ConnectionView>> Store::connections()
{
    const records::ConnectionRepository repository(m_vault);
    SK_ASSIGN(std::vector<model::Connection> connections, repository.all());
    std::vector<model::ConnectionView> views;
    for (model::Connection &connection : connections) {
        model::ConnectionView view;
        SK_ASSIGN(view.marketplaces, repository.marketplaces(connection.id));
        SK_ASSIGN(view.dataSets, records::dataSets(m_vault, connection.id));
        SK_ASSIGN(const model::PiiStatus pii, m_pii.status(connection.id));
        view.sealedValues = pii.sealedRows;
        view.nextExpiry = pii.nextExpiry;
        view.leakSteps = model::leakSteps(connection, m_keysMadeAt);
        view.connection = std::move(connection);
        views.push_back(std::move(view));
    }
    return views;
}

Result<model::Connection> Store::connection(const model::ConnectionId &id)
{
    return records::ConnectionRepository(m_vault).find(id);
}

Result<void> Store::addConnection(const model::Connection &connection, const secrets::Secret &credentials,
                                  const std::vector<model::Marketplace> &marketplaces)
{
    auto added = [&]() -> Result<void> {
        SK_TRY(m_world.secrets.write(amazon::tokenEntry(connection.id.value), credentials));
        SK_TRY(m_pii.start(connection.id, dayOf(m_time.now())));
        return insertConnection(connection, marketplaces);
    }();
    if (!added) {
        if (const auto removed = removeOrphans(); !removed)
            qCWarning(lcVault, "orphaned keychain entries: %s", removed.error().detail.c_str());
        return added;
    }
    anchorSoon();
    return {};
}

Result<void> Store::insertConnection(const model::Connection &connection,
                                     const std::vector<model::Marketplace> &marketplaces)
{
    const records::ConnectionRepository repository(m_vault);
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(repository.add(connection));
    SK_TRY(repository.replaceMarketplaces(connection.id, marketplaces, m_time.now()));
    SK_TRY(m_audit.append(
        ownEvent(model::AuditOperation::ConnectionAdded, connection.id, model::DataClass::Credentials), m_time.now()));
    SK_TRY(switchOn(connection.id, connection.features));
    return transaction.commit();
}

Result<void> Store::replaceCredentials(const model::ConnectionId &id, const model::Connection &as,
                                       const secrets::Secret &credentials,
                                       const std::vector<model::Marketplace> &marketplaces)
{
    const records::ConnectionRepository repository(m_vault);
    SK_ASSIGN(const model::Connection connection, repository.find(id));
    model::Connection renewed = as;
    const Renewal what = renewal(connection, as, credentials); // while the keychain has the ones before
    renewed.authorisedAt = what.authorisedAt;
    renewed.secretEnteredAt = what.secretEnteredAt;
    std::erase_if(renewed.features, [&](model::Feature feature) {
        return std::ranges::count(connection.features, feature) > 0; // on already
    });
    m_destroyed.erase(id); // whatever fails from here on, its secrets are looked for again
    SK_TRY(m_world.secrets.write(amazon::tokenEntry(id.value), what.credentials));
    if (connection.state == model::ConnectionState::Disconnected || connection.stateReason == ErrorKind::RatchetLost) {
        SK_TRY(m_pii.destroy(id)); // rows that nobody can read any more
        SK_TRY(m_pii.start(id, dayOf(m_time.now())));
        SK_TRY(m_orders.forgetAddressesAsked(id));
    }
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(repository.setState(id, model::ConnectionState::Active, std::nullopt, std::nullopt));
    SK_ASSIGN(const auto begun, records::findPending(m_vault, model::ErasureScope::Connection, id.value));
    if (begun) { // who connects again does not want it; what has gone already is fetched again
        SK_TRY(records::dropPending(m_vault, begun->id));
        SK_TRY(sync::forgetCursors(m_vault, id));
        m_erasing.erase(begun->id);
    }
    SK_TRY(repository.setAuthorised(id, renewed));
    SK_TRY(repository.setOldSecret(id, what.oldSecretUntil));
    SK_TRY(repository.replaceMarketplaces(id, marketplaces, m_time.now()));
    SK_TRY(m_audit.append(ownEvent(model::AuditOperation::ConnectionStateChanged, id, model::DataClass::Credentials),
                          m_time.now()));
    SK_TRY(switchOn(id, renewed.features));
    SK_TRY(transaction.commit());
    SK_TRY(settleLeak(id));
    anchorSoon();
    return {};
}

Result<void> Store::switchOn(const model::ConnectionId &id, const std::vector<model::Feature> &features)
{
    const records::ConnectionRepository repository(m_vault);
    for (const model::Feature feature : features) {
        SK_TRY(repository.setFeature(id, feature, true, m_time.now()));
        SK_TRY(m_audit.append(ownEvent(model::AuditOperation::FeatureEnabled, id, model::DataClass::Settings),
                              m_time.now()));
    }
    return {};
}

/// Whoever switches an opt-in off wants its values gone, not only no new ones. They go first: whatever interrupts this,
/// the opt-in is never off while they are still there.
Result<void> Store::setFeature(const model::ConnectionId &id, model::Feature feature, bool enabled)
{
    const records::ConnectionRepository repository(m_vault);
    SK_ASSIGN(const model::Connection connection, repository.find(id));
    if (enabled && connection.kind == model::ConnectionKind::Ads)
        return fail(ErrorKind::Usage, "a connection to Amazon Ads has no orders and so no opt-ins");
    std::int64_t gone = 0;
    if (!enabled) {
        SK_ASSIGN(gone, m_pii.restart(id, dayOf(m_time.now())));
    }
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    if (enabled) {
        SK_TRY(switchOn(id, {feature}));
        return transaction.commit();
    }
    SK_TRY(repository.setFeature(id, feature, false, m_time.now()));
    SK_TRY(
        m_audit.append(ownEvent(model::AuditOperation::FeatureDisabled, id, model::DataClass::Settings), m_time.now()));
    SK_TRY(m_orders.forgetAddressesAsked(id));
    SK_TRY(m_audit.append(ownEvent(model::AuditOperation::RatchetDestroyed, id, model::DataClass::Pii, gone),
                          m_time.now()));
    return transaction.commit();
}

Result<void> Store::reactivate(const model::ConnectionId &id)
{
    const records::ConnectionRepository repository(m_vault);
    SK_ASSIGN(const model::Connection connection, repository.find(id));
    if (connection.state == model::ConnectionState::Active || connection.state == model::ConnectionState::Disconnected)
        return {};
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(repository.setState(id, model::ConnectionState::Active, std::nullopt, std::nullopt));
    SK_TRY(m_audit.append(ownEvent(model::AuditOperation::ConnectionStateChanged, id, model::DataClass::Credentials),
                          m_time.now()));
    return transaction.commit();
}

Result<void> Store::disconnect(const model::ConnectionId &id, Day purgeOn)
{
    if (purgeOn <= dayOf(m_time.now())) {
        SK_TRY(beginErasure(ErasureRequest{id, model::ErasureReason::OwnerRequest, false}));
        SK_TRY(destroySecrets(id));
    } else {
        SK_TRY(endConnection(id, purgeOn, model::AuditActor::Owner));
    }
    anchorSoon();
    return {};
}

Result<void> Store::endConnection(const model::ConnectionId &id, Day purgeOn, model::AuditActor actor)
{
    const records::ConnectionRepository repository(m_vault);
    SK_TRY(repository.find(id));
    {
        SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
        SK_TRY(repository.setState(id, model::ConnectionState::Disconnected, std::nullopt, purgeOn));
        SK_TRY(repository.setOldSecret(id, std::nullopt));
        SK_TRY(m_audit.append({actor, model::AuditOperation::ConnectionDisconnected, id, model::DataClass::Credentials},
                              m_time.now()));
        SK_TRY(transaction.commit());
    }
    return destroySecrets(id);
}

Result<void> Store::destroySecrets(const model::ConnectionId &id)
{
    SK_TRY(m_world.secrets.remove(amazon::tokenEntry(id.value)));
    SK_ASSIGN(const std::int64_t gone, m_pii.destroy(id));
    return audit(ownEvent(model::AuditOperation::RatchetDestroyed, id, model::DataClass::Pii, gone));
}

Result<void> Store::recordAttempts(const model::ConnectionId &id, const std::vector<model::AuditEvent> &events)
{
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    for (model::AuditEvent event : events) {
        event.connection = id;
        SK_TRY(m_audit.append(event, m_time.now()));
    }
    return transaction.commit();
}

Result<model::StatusView> Store::status()
{
    model::StatusView view;
    SK_ASSIGN(view.dataSets, records::dataSets(m_vault, std::nullopt));
    SK_ASSIGN(view.pii, m_pii.status(std::nullopt));
    SK_ASSIGN(view.auditEntries, m_vault.integer("SELECT count(*) FROM audit_entry"));
    SK_ASSIGN(const std::vector<model::Connection> all, records::ConnectionRepository(m_vault).all());
    for (const model::Connection &connection : all) {
        if (connection.stateReason)
            view.warnings.push_back(connection.id.value + ": " + std::string(advice(*connection.stateReason)));
    }
    SK_ASSIGN(view.credentials, credentialAges());
    for (const model::CredentialAge &age : view.credentials) {
        if (age.stage != model::CredentialStage::Fresh)
            view.warnings.push_back(credentialWarning(age));
    }
    for (const model::Connection &connection : all) {
        for (const model::LeakStepState &step : model::leakSteps(connection, m_keysMadeAt)) {
            if (!step.done)
                view.warnings.push_back(connection.id.value + ": a leak is suspected. "
                                        + std::string(leakStepText(step.step)));
        }
    }
    for (std::string &warning : warningsOfRequests())
        view.warnings.push_back(std::move(warning));
    if (m_time.clockIsFast())
        view.warnings.emplace_back("The clock of this machine is ahead of Amazon's; set it.");
    return view;
}

} // namespace sk::profile
