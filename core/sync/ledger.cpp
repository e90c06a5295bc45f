// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ledger.h"

#include "core/records/connection_repository.h"
#include "core/sync/cursor_store.h"

namespace sk::sync {

model::AuditEvent eventOf(model::AuditActor actor, const amazon::ApiAttempt &attempt,
                          const model::ConnectionId &connection, std::int64_t rows)
{
    return {actor,         attempt.operation,  connection,        attempt.dataClass, rows,
            attempt.error, attempt.httpStatus, attempt.requestId, attempt.duration};
}

namespace {

/// The state a connection goes into for an error of its credentials; nothing for other errors.
std::optional<model::ConnectionState> stateAfter(ErrorKind error)
{
    switch (error) {
    case ErrorKind::AuthorisationRevoked: return model::ConnectionState::ReauthorisationNeeded;
    case ErrorKind::ClientRefused:
    case ErrorKind::ClientSecretExpired: return model::ConnectionState::SecretRefused;
    default: return std::nullopt;
    }
}

} // namespace

Result<Ledger::Place> Ledger::reserve(Storage &storage, amazon::OperationId operation,
                                      std::chrono::milliseconds wait) const
{
    const Time now = storage.clock.now();
    SK_ASSIGN(net::BucketState state, bucket(storage, operation));
    Place place;
    place.wait = std::max(wait, net::waitFor(state, now));
    place.bucket = net::taken(net::refilled(state, now + place.wait), now + place.wait);
    SK_TRY(writeBucket(storage.vault, m_connection, amazon::operation(operation).name, place.bucket));
    return place;
}

Result<void> Ledger::record(Storage &storage, std::optional<amazon::OperationId> operation,
                            const amazon::ApiOutcome &outcome, std::int64_t rows, const Error *error)
{
    const Time now = storage.time.now();
    for (std::size_t i = 0; i < outcome.attempts.size(); ++i) {
        amazon::ApiAttempt attempt = outcome.attempts[i];
        const bool last = i + 1 == outcome.attempts.size();
        if (last && error != nullptr)
            attempt.error = error->kind;
        SK_TRY(storage.audit.append(eventOf(m_actor, attempt, m_connection, last ? rows : 0), now));
    }
    if (error == nullptr)
        m_throttledInARow = 0;
    if (!operation)
        return {};
    SK_ASSIGN(net::BucketState state, bucket(storage, *operation));
    const Time wall = storage.clock.now();
    state = net::answered(state, wall);
    if (outcome.rateLimit)
        state = net::learned(state, *outcome.rateLimit, wall);
    if (error != nullptr && error->kind == ErrorKind::Throttled)
        state = net::throttled(state, wall, m_throttledInARow++, outcome.retryAfter);
    return writeBucket(storage.vault, m_connection, amazon::operation(*operation).name, state);
}

Result<void> Ledger::keepNewRefreshToken(Storage &storage, const amazon::ApiOutcome &outcome) const
{
    if (outcome.newRefreshToken.isEmpty())
        return {};
    const std::string entry = amazon::tokenEntry(m_connection.value);
    SK_ASSIGN(const secrets::Secret stored, storage.secrets.read(entry));
    SK_ASSIGN(amazon::LwaCredentials credentials, amazon::LwaCredentials::decode(stored));
    if (!credentials.refreshToken.equals(outcome.sentRefreshToken))
        return {}; // new credentials came meanwhile; this token is of older ones
    credentials.refreshToken = outcome.newRefreshToken;
    return storage.secrets.write(entry, credentials.encode());
}

Result<bool> Ledger::endConnection(Storage &storage, ErrorKind error) const
{
    const auto state = stateAfter(error);
    if (!state)
        return false;
    const records::ConnectionRepository repository(storage.vault);
    SK_ASSIGN(const model::Connection before, repository.find(m_connection));
    const bool isSo = before.state == *state && before.stateReason == error;
    // A refused secret does not take a revocation back: its countdown goes on.
    const bool isRevoked = before.stateReason == ErrorKind::AuthorisationRevoked;
    if (isSo || isRevoked || before.state == model::ConnectionState::Disconnected)
        return true;            // nothing changes, so nothing is told
    std::optional<Day> purgeOn; // revoked counts as disconnected by and by; a refused secret is no end
    if (error == ErrorKind::AuthorisationRevoked)
        purgeOn = dayOf(storage.time.now()) + model::kLongestPurgeDelay;
    SK_TRY(repository.setState(m_connection, *state, error, purgeOn));
    SK_TRY(storage.audit.append({model::AuditActor::System, model::AuditOperation::ConnectionStateChanged, m_connection,
                                 model::DataClass::Credentials, 0, error},
                                storage.time.now()));
    return true;
}

Result<net::BucketState> Ledger::bucket(Storage &storage, amazon::OperationId operation) const
{
    const amazon::Operation &row = amazon::operation(operation);
    return readBucket(storage.vault, m_connection, row.name, row.ratePerSecond, row.burst, storage.clock.now());
}

} // namespace sk::sync
