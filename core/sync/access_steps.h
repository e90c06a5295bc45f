// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/diagnosis.h"
#include "core/sync/ledger.h"

namespace sk::sync {

/// One call of the access doctor.
struct AccessCall
{
    std::optional<amazon::ApiCall> api; ///< none: a fresh access token
    std::chrono::milliseconds wait{0};  ///< before it: rate limit
};

/// What an AccessCall came to, and when it went out and came back by this machine's clock.
struct AccessAnswer
{
    amazon::ApiOutcome outcome;
    Time sent;
    Time answered;
};

struct AccessStep
{
    model::AccessReport report;     ///< as far as it goes
    std::optional<AccessCall> next; ///< none: all is said
};

/// The access doctor's half on the database thread: writes down each call as a sync would (audit, token bucket, new
/// refresh token, the end of refused credentials), looks at the answer, and says what comes next. Rows are never
/// stored.
class AccessSteps
{
public:
    explicit AccessSteps(model::ConnectionId connection)
        : m_connection(std::move(connection))
        , m_ledger(m_connection, model::AuditActor::Owner)
    {
    }

    /// `answer` is empty on the first step. NotFound without the connection; Usage for one that is disconnected.
    [[nodiscard]] Result<AccessStep> step(Storage &storage, const std::optional<AccessAnswer> &answer);

private:
    [[nodiscard]] Result<void> load(Storage &storage);
    [[nodiscard]] Result<void> note(Storage &storage, const AccessAnswer &answer);
    [[nodiscard]] Result<std::optional<amazon::ApiCall>> callFor(Storage &storage, amazon::OperationId operation);
    [[nodiscard]] model::AccessReport report(Storage &storage, bool over) const;

    model::ConnectionId m_connection;
    Ledger m_ledger;
    std::string m_region;
    std::vector<std::string> m_marketplaces;
    amazon::AccessFacts m_facts;
    std::vector<amazon::Observation> m_done;
    std::int64_t m_calls = 0;
    std::optional<amazon::ApiCall> m_call; ///< the one under way; none: an access token
};

} // namespace sk::sync
