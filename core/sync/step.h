// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/feed.h"
#include "core/sync/ledger.h"

namespace sk::sync {

/// What the runner shall do next for a feed.
struct NextStep
{
    std::optional<amazon::ApiCall> call; ///< none: the feed has ended
    std::chrono::milliseconds wait{0};   ///< before the call: rate limit or retry
    std::optional<Error> failed;         ///< why it ended, if not well
    bool endsConnection = false;         ///< credentials are refused: the other feeds need not be tried
    Feed::Outlook outlook;
    net::BucketState bucket; ///< after the call was counted
};

/// Counts of a feed's run so far.
struct Tally
{
    std::int64_t received = 0;
    std::int64_t stored = 0;
    std::int64_t receivedParts = 0;
    std::int64_t storedParts = 0;
    std::int64_t requests = 0;
    std::int64_t throttled = 0;
    int attempt = 0; ///< failures of the same call in a row
};

/// One step of a feed's run on the database thread: stores the outcome of the last call (rows, cursor, audit entries
/// and token bucket in one transaction) and decides what comes next. `outcome` is empty on the first step.
class Stepper
{
public:
    Stepper(model::ConnectionId connection, std::unique_ptr<Feed> feed, std::function<double()> random01)
        : m_connection(std::move(connection))
        , m_ledger(m_connection, model::AuditActor::System)
        , m_feed(std::move(feed))
        , m_random01(std::move(random01))
    {
    }

    [[nodiscard]] Result<NextStep> step(Storage &storage, const std::optional<amazon::ApiOutcome> &outcome);
    [[nodiscard]] const Tally &tally() const { return m_tally; }
    [[nodiscard]] std::string_view dataSet() const { return m_feed->dataSet(); }
    [[nodiscard]] std::string_view partsDataSet() const { return m_feed->partsDataSet(); }

private:
    [[nodiscard]] Result<NextStep> succeeded(Storage &storage, const amazon::ApiOutcome &outcome);
    [[nodiscard]] Result<NextStep> failed(Storage &storage, const amazon::ApiOutcome &outcome, const Error &error);
    [[nodiscard]] Result<NextStep> plan(Storage &storage);
    [[nodiscard]] Result<NextStep> again(Storage &storage, std::chrono::milliseconds wait);
    [[nodiscard]] Result<NextStep> give(Storage &storage, amazon::ApiCall call, std::chrono::milliseconds wait);
    [[nodiscard]] Result<NextStep> end(Storage &storage, const Error &error);

    model::ConnectionId m_connection;
    Ledger m_ledger;
    std::unique_ptr<Feed> m_feed;
    std::function<double()> m_random01;
    Tally m_tally;
    amazon::ApiCall m_call;
};

} // namespace sk::sync
