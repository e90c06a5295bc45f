// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/views.h"
#include "core/net/token_bucket.h"
#include "core/vault/database.h"

namespace sk::sync {

/// The stored state of a data set's sync; empty text when it never ran.
[[nodiscard]] Result<std::string> readCursor(const vault::Database &database, const model::ConnectionId &connection,
                                             std::string_view dataSet);
/// Also clears the last error: rows came.
[[nodiscard]] Result<void> writeCursor(const vault::Database &database, const model::ConnectionId &connection,
                                       std::string_view dataSet, std::string_view state, std::optional<Time> freshAsOf);
/// Of every data set: all of its history is asked for again.
[[nodiscard]] Result<void> forgetCursors(const vault::Database &database, const model::ConnectionId &connection);
[[nodiscard]] Result<void> writeSyncError(const vault::Database &database, const model::ConnectionId &connection,
                                          std::string_view dataSet, ErrorKind error, Time now);

/// The persisted token bucket of (connection, operation); a fresh one at the published rate when none is stored.
[[nodiscard]] Result<net::BucketState> readBucket(const vault::Database &database,
                                                  const model::ConnectionId &connection, std::string_view operation,
                                                  double rate, int burst, Time now);
[[nodiscard]] Result<void> writeBucket(const vault::Database &database, const model::ConnectionId &connection,
                                       std::string_view operation, const net::BucketState &bucket);

} // namespace sk::sync
