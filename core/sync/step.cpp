// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/step.h"

#include "core/net/backoff.h"
#include "core/records/connection_repository.h"
#include "core/sync/cursor_store.h"
#include "core/vault/transaction.h"

namespace sk::sync {

namespace {

model::AuditEvent eventOf(const amazon::ApiAttempt &attempt, const model::ConnectionId &connection, std::int64_t rows)
{
    return {model::AuditActor::System, attempt.operation, connection,      attempt.dataClass, rows, attempt.error,
            attempt.httpStatus,        attempt.requestId, attempt.duration};
}

} // namespace

std::optional<model::ConnectionState> stateAfter(ErrorKind error)
{
    switch (error) {
    case ErrorKind::AuthorisationRevoked: return model::ConnectionState::ReauthorisationNeeded;
    case ErrorKind::ClientRefused:
    case ErrorKind::ClientSecretExpired: return model::ConnectionState::SecretRefused;
    default: return std::nullopt;
    }
}

Result<NextStep> Stepper::step(Storage &storage, const std::optional<amazon::ApiOutcome> &outcome)
{
    if (!outcome)
        return plan(storage);
    ++m_tally.requests;
    if (outcome->serverDate)
        storage.time.trust(*outcome->serverDate);
    if (const auto kept = keepNewRefreshToken(storage, *outcome); !kept)
        return failed(storage, *outcome, kept.error()); // the call is in the log all the same
    if (!outcome->response)
        return failed(storage, *outcome, outcome->response.error());
    return succeeded(storage, *outcome);
}

Result<NextStep> Stepper::succeeded(Storage &storage, const amazon::ApiOutcome &outcome)
{
    const QByteArray &body = outcome.response->body;
    Result<Ingested> ingested;
    {
        SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(storage.vault));
        ingested = m_feed->ingest(storage, {body.constData(), static_cast<std::size_t>(body.size())});
        if (ingested) {
            SK_TRY(record(storage, outcome, ingested->received, nullptr));
            SK_TRY(transaction.commit());
        }
    }
    if (!ingested)
        return failed(storage, outcome, ingested.error());
    m_tally.received += ingested->received;
    m_tally.stored += ingested->stored;
    m_tally.receivedParts += ingested->receivedParts;
    m_tally.storedParts += ingested->storedParts;
    m_tally.attempt = 0;
    m_throttledInARow = 0;
    return plan(storage);
}

Result<NextStep> Stepper::failed(Storage &storage, const amazon::ApiOutcome &outcome, const Error &error)
{
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(storage.vault));
    SK_TRY(record(storage, outcome, 0, &error));
    const bool throttled = error.kind == ErrorKind::Throttled;
    SK_ASSIGN(const bool recovered, m_feed->recover(storage, error));
    SK_TRY(transaction.commit());
    if (recovered)
        return plan(storage);
    if (throttled) {
        ++m_tally.throttled;
        return again(storage, std::chrono::milliseconds(0));
    }
    if (const auto delay = net::retryDelay(error.kind, m_tally.attempt, m_random01())) {
        ++m_tally.attempt;
        return again(storage, *delay);
    }
    return end(storage, error);
}

/// Audit entries of every exchange, and what the answer taught about the rate.
Result<void> Stepper::record(Storage &storage, const amazon::ApiOutcome &outcome, std::int64_t rows, const Error *error)
{
    const Time now = storage.time.now();
    for (std::size_t i = 0; i < outcome.attempts.size(); ++i) {
        amazon::ApiAttempt attempt = outcome.attempts[i];
        const bool last = i + 1 == outcome.attempts.size();
        if (last && error != nullptr)
            attempt.error = error->kind;
        SK_TRY(storage.audit.append(eventOf(attempt, m_connection, last ? rows : 0), now));
    }
    SK_ASSIGN(net::BucketState state, bucket(storage));
    const Time wall = storage.clock.now();
    state = net::answered(state, wall);
    if (outcome.rateLimit)
        state = net::learned(state, *outcome.rateLimit, wall);
    if (error != nullptr && error->kind == ErrorKind::Throttled)
        state = net::throttled(state, wall, m_throttledInARow++, outcome.retryAfter);
    return keepBucket(storage, state);
}

Result<NextStep> Stepper::plan(Storage &storage)
{
    auto next = m_feed->next(storage);
    if (!next)
        return fail(next.error());
    if (!*next) {
        NextStep done;
        done.outlook = m_feed->outlook(m_tally.received);
        return done;
    }
    return give(storage, std::move(**next), std::chrono::milliseconds(0));
}

Result<NextStep> Stepper::again(Storage &storage, std::chrono::milliseconds wait)
{
    return give(storage, m_call, wait);
}

Result<NextStep> Stepper::give(Storage &storage, amazon::ApiCall call, std::chrono::milliseconds wait)
{
    m_call = std::move(call);
    NextStep step;
    const Time now = storage.clock.now();
    SK_ASSIGN(net::BucketState state, bucket(storage));
    step.wait = std::max(wait, net::waitFor(state, now));
    state = net::taken(net::refilled(state, now + step.wait), now + step.wait);
    SK_TRY(keepBucket(storage, state));
    step.call = m_call;
    step.bucket = state;
    step.outlook = m_feed->outlook(m_tally.received);
    return step;
}

Result<NextStep> Stepper::end(Storage &storage, const Error &error)
{
    NextStep step;
    step.failed = error;
    if (error.kind == ErrorKind::Cancelled)
        return step;
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(storage.vault));
    const Time now = storage.time.now();
    SK_TRY(writeSyncError(storage.vault, m_connection, m_feed->dataSet(), error.kind, now));
    const auto state = stateAfter(error.kind);
    if (state) {
        SK_TRY(records::ConnectionRepository(storage.vault).setState(m_connection, *state, error.kind, std::nullopt));
        SK_TRY(storage.audit.append({model::AuditActor::System, model::AuditOperation::ConnectionStateChanged,
                                     m_connection, model::DataClass::Credentials, 0, error.kind},
                                    now));
    }
    SK_TRY(transaction.commit());
    step.endsConnection = state.has_value();
    return step;
}

/// Amazon may hand out another refresh token: the new one is stored and read back before the old one is forgotten.
Result<void> Stepper::keepNewRefreshToken(Storage &storage, const amazon::ApiOutcome &outcome)
{
    if (outcome.newRefreshToken.isEmpty())
        return {};
    const std::string entry = amazon::tokenEntry(m_connection.value);
    SK_ASSIGN(const secrets::Secret stored, storage.secrets.read(entry));
    SK_ASSIGN(amazon::LwaCredentials credentials, amazon::LwaCredentials::decode(stored));
    credentials.refreshToken = outcome.newRefreshToken;
    return storage.secrets.write(entry, credentials.encode());
}

Result<net::BucketState> Stepper::bucket(Storage &storage) const
{
    const amazon::Operation &row = amazon::operation(m_call.operation);
    return readBucket(storage.vault, m_connection, row.name, row.ratePerSecond, row.burst, storage.clock.now());
}

Result<void> Stepper::keepBucket(Storage &storage, const net::BucketState &bucket) const
{
    return writeBucket(storage.vault, m_connection, amazon::operation(m_call.operation).name, bucket);
}

} // namespace sk::sync
