// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/credentials.h"
#include "core/model/location.h"

#include <optional>
#include <string>
#include <vector>

namespace sk::model {

// What the window and the command line are shown. Plain values; made anew for each question.

/// How fresh one data set of one connection is (ANA-7).
struct DataSetStatus
{
    std::string name;
    std::int64_t rows = 0;
    std::optional<Time> freshAsOf; ///< everything Amazon had up to then is stored; absent before the first full sync
    bool historyComplete = false;  ///< the initial history has been fetched to its end
    std::optional<ErrorKind> lastError;
    std::optional<Time> lastErrorAt;
};

struct ConnectionView
{
    Connection connection;
    std::vector<Marketplace> marketplaces;
    std::vector<DataSetStatus> dataSets;
    std::int64_t sealedValues = 0; ///< PII values held
    std::optional<Day> nextExpiry;
    std::vector<LeakStepState> leakSteps; ///< none: no leak is suspected
};

struct PiiStatus
{
    std::int64_t sealedRows = 0;
    std::optional<Day> nextExpiry;
    std::int64_t heldRows = 0; ///< values of orders on a tax or legal hold; those still sealed count there as well
};

/// The answer to `status`.
struct StatusView
{
    std::vector<DataSetStatus> dataSets; ///< summed over connections; the least fresh counts
    PiiStatus pii;
    std::int64_t auditEntries = 0;
    DataLocation location;                  ///< where the profile's files lie (GOV-3)
    std::vector<CredentialAge> credentials; ///< of the profile and of every connection in use
    std::vector<std::string> warnings;      ///< English sentences, for the command line
};

/// A sync in flight.
struct SyncProgress
{
    ConnectionId connection;
    std::string dataSet;
    std::int64_t received = 0;
    std::optional<std::int64_t> expected; ///< an estimate; absent while nothing can be said
    std::int64_t requests = 0;
    std::optional<std::chrono::milliseconds> timeLeft; ///< from the rate limit; absent while unknown
    std::optional<Time> waitingUntil;                  ///< for a token of Amazon's rate limit, or a retry
};

/// What one data set's sync came to.
struct DataSetReport
{
    ConnectionId connection;
    std::string name;
    std::int64_t received = 0;
    std::int64_t stored = 0; ///< new or changed rows
    std::int64_t requests = 0;
    std::int64_t throttled = 0;
    std::optional<Error> error;
};

struct SyncReport
{
    std::vector<DataSetReport> dataSets;
};

/// What the expiry came to.
struct ExpiryReport
{
    std::int64_t expiredValues = 0; ///< PII values whose key was destroyed
    std::int64_t deletedRows = 0;   ///< other rows beyond their retention
};

/// One adjustable period. Periods only ever lie between `least` and `most`.
struct RetentionRow
{
    std::string key; ///< pii.days, orders.months, audit.months
    int value = 0;
    int least = 0;
    int most = 0;
    std::int64_t held = 0;
    std::optional<Time> oldest;
    std::optional<Day> nextExpiry;
    int cap = 0;        ///< a longer period needs a recorded legal reason (RET-4)
    std::string reason; ///< that reason; empty while the period keeps the cap
};

/// What a changed period would delete at once.
struct RetentionPreview
{
    std::string key;
    int value = 0;
    std::int64_t deleted = 0;
};

} // namespace sk::model
