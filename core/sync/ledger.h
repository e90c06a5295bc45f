// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/sp_api_client.h"
#include "core/net/token_bucket.h"
#include "core/sync/storage.h"

namespace sk::sync {

/// What every exchange of a connection with Amazon leaves behind, whoever asked: its audit entries, what it taught
/// about the rate, a new refresh token, the end of credentials that Amazon refuses. One for each run. Database thread
/// only.
class Ledger
{
public:
    Ledger(model::ConnectionId connection, model::AuditActor actor)
        : m_connection(std::move(connection))
        , m_actor(actor)
    {
    }

    /// Where a request stands in its operation's token bucket, which has counted it already.
    struct Place
    {
        std::chrono::milliseconds wait{0}; ///< before it may go out
        net::BucketState bucket;
    };
    /// Counts a request that goes out after `wait` at the earliest.
    [[nodiscard]] Result<Place> reserve(Storage &storage, amazon::OperationId operation,
                                        std::chrono::milliseconds wait) const;

    /// Audit entries of every attempt, the last with `rows` and `error`, and the bucket of `operation` (none: a call to
    /// Login with Amazon alone). Inside the caller's transaction.
    [[nodiscard]] Result<void> record(Storage &storage, std::optional<amazon::OperationId> operation,
                                      const amazon::ApiOutcome &outcome, std::int64_t rows, const Error *error);

    /// Amazon may hand out another refresh token: the new one is stored and read back before the old one is forgotten.
    [[nodiscard]] Result<void> keepNewRefreshToken(Storage &storage, const amazon::ApiOutcome &outcome) const;

    /// True when `error` refuses the credentials for good: the connection's state says so from now on. Everything that
    /// may pass leaves it alone (DEL-2). Inside the caller's transaction.
    [[nodiscard]] Result<bool> endConnection(Storage &storage, ErrorKind error) const;

private:
    [[nodiscard]] Result<net::BucketState> bucket(Storage &storage, amazon::OperationId operation) const;

    model::ConnectionId m_connection;
    model::AuditActor m_actor;
    int m_throttledInARow = 0;
};

/// What the audit log is told of one attempt.
[[nodiscard]] model::AuditEvent eventOf(model::AuditActor actor, const amazon::ApiAttempt &attempt,
                                        const model::ConnectionId &connection, std::int64_t rows);

} // namespace sk::sync
