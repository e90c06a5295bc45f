// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/sp_api_client.h"
#include "core/model/views.h"
#include "core/sync/storage.h"

#include <optional>
#include <string_view>

namespace sk::sync {

/// What one answer came to.
struct Ingested
{
    std::int64_t received = 0;
    std::int64_t stored = 0;
    std::int64_t receivedParts = 0; ///< of partsDataSet()
    std::int64_t storedParts = 0;
};

/// One data set of one connection: says what to ask next and stores what came. Its state is in the vault; the object
/// holds a run's own. Database thread only.
class Feed
{
public:
    virtual ~Feed() = default;

    [[nodiscard]] virtual std::string_view dataSet() const = 0;
    /// A data set that comes with it, row for row: the items of orders. Empty for most.
    [[nodiscard]] virtual std::string_view partsDataSet() const { return {}; }
    /// The next call, or nothing when this run is done.
    [[nodiscard]] virtual Result<std::optional<amazon::ApiCall>> next(Storage &storage) = 0;
    /// Stores an answer to the last call of next(), with the cursor; inside the caller's vault transaction.
    [[nodiscard]] virtual Result<Ingested> ingest(Storage &storage, std::string_view body) = 0;
    /// A failure that is this feed's to handle: true when next() can go on, false when the run of this feed ends.
    /// Inside the caller's vault transaction.
    [[nodiscard]] virtual Result<bool> recover(Storage &storage, const Error &error) = 0;
    /// Rows to expect in all, if that can be said, and requests still to come.
    struct Outlook
    {
        std::optional<std::int64_t> expected;
        std::optional<std::int64_t> requestsLeft;
    };
    [[nodiscard]] virtual Outlook outlook(std::int64_t received) const = 0;
};

} // namespace sk::sync
