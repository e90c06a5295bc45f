// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/step.h"

#include "core/net/backoff.h"
#include "core/sync/cursor_store.h"
#include "core/vault/transaction.h"

namespace sk::sync {

Result<NextStep> Stepper::step(Storage &storage, const std::optional<amazon::ApiOutcome> &outcome)
{
    if (!outcome)
        return plan(storage);
    ++m_tally.requests;
    if (outcome->serverDate)
        storage.time.trust(*outcome->serverDate);
    if (const auto kept = m_ledger.keepNewRefreshToken(storage, *outcome); !kept)
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
            SK_TRY(m_ledger.record(storage, m_call.operation, outcome, ingested->received, nullptr));
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
    return plan(storage);
}

Result<NextStep> Stepper::failed(Storage &storage, const amazon::ApiOutcome &outcome, const Error &error)
{
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(storage.vault));
    SK_TRY(m_ledger.record(storage, m_call.operation, outcome, 0, &error));
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
    SK_ASSIGN(const Ledger::Place place, m_ledger.reserve(storage, m_call.operation, wait));
    step.wait = place.wait;
    step.call = m_call;
    step.bucket = place.bucket;
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
    SK_ASSIGN(step.endsConnection, m_ledger.endConnection(storage, error.kind));
    SK_TRY(transaction.commit());
    return step;
}

} // namespace sk::sync
