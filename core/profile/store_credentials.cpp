// SPDX-License-Identifier: GPL-3.0-or-later
// Store's part that looks after the age of credentials and keys.
#include "core/profile/store.h"

#include "core/amazon/lwa.h"
#include "core/profile/rotation.h"
#include "core/records/signing_keys.h"
#include "core/secrets/signature.h"
#include "core/vault/transaction.h"

#include <algorithm>

namespace sk::profile {

namespace {

using model::AuditActor;
using model::AuditOperation;
using model::DataClass;

} // namespace

Result<void> Store::knowKeys()
{
    const secrets::PublicKey key = secrets::publicKeyOf(m_ring.auditSeed);
    SK_ASSIGN(const std::optional<Time> since, records::signingKeySince(m_vault, key));
    m_keysMadeAt = since.value_or(m_time.now());
    if (since)
        return {};
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::beginSigningKey(m_vault, key, m_keysMadeAt));
    return transaction.commit();
}

Result<std::vector<model::CredentialAge>> Store::credentialAges()
{
    const Time now = m_time.now();
    std::vector<model::CredentialAge> ages{
        model::credentialState(model::CredentialKind::ProfileKeys, m_keysMadeAt, now)};
    SK_ASSIGN(const std::vector<model::Connection> all, records::ConnectionRepository(m_vault).all());
    for (const model::Connection &connection : all)
        std::ranges::copy(model::credentialAges(connection, now), std::back_inserter(ages));
    return ages;
}

Result<void> Store::suspectLeak(const std::optional<model::ConnectionId> &id)
{
    const records::ConnectionRepository repository(m_vault);
    SK_ASSIGN(std::vector<model::Connection> affected, repository.all());
    if (id) {
        SK_ASSIGN(const model::Connection named, repository.find(*id));
        if (named.state == model::ConnectionState::Disconnected)
            return fail(ErrorKind::Usage, "a disconnected account has no credentials left that could leak from here");
        affected = {named};
    }
    std::erase_if(affected, [](const model::Connection &connection) {
        return connection.state == model::ConnectionState::Disconnected;
    });
    {
        const Time now = m_time.now();
        SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
        if (!id)
            SK_TRY(m_audit.append({AuditActor::Owner, AuditOperation::LeakSuspected, {}, DataClass::Credentials}, now));
        for (const model::Connection &connection : affected) {
            SK_TRY(repository.setSuspected(connection.id, now));
            SK_TRY(m_audit.append(
                {AuditActor::Owner, AuditOperation::LeakSuspected, connection.id, DataClass::Credentials}, now));
        }
        SK_TRY(transaction.commit());
    }
    for (const model::Connection &connection : affected) {
        if (connection.stateReason != ErrorKind::RatchetLost) // no key is made in place of one that may come back
            SK_TRY(giveUpSealed(connection.id));
    }
    return {};
}

/// Who has the ratchet of today has that of every day to come: values sealed under it would outlive their day.
Result<void> Store::giveUpSealed(const model::ConnectionId &id)
{
    SK_ASSIGN(const std::int64_t gone, m_pii.restart(id, dayOf(m_time.now())));
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(m_orders.forgetAddressesAsked(id));
    SK_TRY(
        m_audit.append({AuditActor::Owner, AuditOperation::RatchetDestroyed, id, DataClass::Pii, gone}, m_time.now()));
    return transaction.commit();
}

Result<void> Store::settleLeak(const model::ConnectionId &id)
{
    const records::ConnectionRepository repository(m_vault);
    SK_ASSIGN(const model::Connection connection, repository.find(id));
    if (!model::isLeakOver(connection, m_keysMadeAt))
        return {};
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(repository.setSuspected(id, std::nullopt));
    SK_TRY(
        m_audit.append({AuditActor::System, AuditOperation::LeakResolved, id, DataClass::Credentials}, m_time.now()));
    return transaction.commit();
}

/// The row is told last: whoever dies before looks again.
Result<void> Store::destroyOldSecret(const model::Connection &connection)
{
    if (!connection.oldSecretUntil || dayOf(m_time.now()) < *connection.oldSecretUntil)
        return {};
    auto credentials = readCredentials(m_world.secrets, connection.id);
    if (!credentials && credentials.error().kind != ErrorKind::KeychainEmptied)
        return fail(credentials.error());
    if (credentials && credentials->old) {
        credentials->old.reset();
        SK_TRY(m_world.secrets.write(amazon::tokenEntry(connection.id.value), credentials->encode()));
        SK_ASSIGN(const amazon::LwaCredentials kept, readCredentials(m_world.secrets, connection.id));
        if (kept.old)
            return fail(ErrorKind::KeychainLocked, "the keychain kept a client secret that was to be destroyed");
    }
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::ConnectionRepository(m_vault).setOldSecret(connection.id, std::nullopt));
    SK_TRY(m_audit.append(
        {AuditActor::System, AuditOperation::OldSecretDestroyed, connection.id, DataClass::Credentials}, m_time.now()));
    return transaction.commit();
}

Result<model::KeyRotation> Store::rotateKeys(std::unique_ptr<Store> &store)
{
    const std::filesystem::path folder = store->m_folder;
    const std::string profileId = store->m_profileId;
    const StoreWorld world = store->m_world;
    const Time now = store->now();
    SK_TRY(store->m_pii.database().checkpoint());
    store.reset();
    auto rotation = prepareRotation(folder, profileId, world, now);
    const auto finished = finishRotation(folder, world);
    auto opened = open(folder, profileId, world);
    if (!opened)
        return fail(opened.error());
    store = std::move(*opened);
    if (rotation && !finished)
        return fail(finished.error());
    return rotation;
}

} // namespace sk::profile
