// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/cursor_store.h"

namespace sk::sync {

namespace {

constexpr std::string_view kReadCursor = "SELECT state FROM sync_cursor WHERE connection = ?1 AND data_set = ?2";
constexpr std::string_view kWriteCursor =
    "INSERT INTO sync_cursor (connection, data_set, state, fresh_as_of, last_error, last_error_at) VALUES (?1, ?2, ?3, ?4, '', NULL)"
    " ON CONFLICT (connection, data_set) DO UPDATE SET state = ?3, fresh_as_of = coalesce(?4, fresh_as_of), last_error = '',"
    " last_error_at = NULL";
constexpr std::string_view kWriteError =
    "INSERT INTO sync_cursor (connection, data_set, state, fresh_as_of, last_error, last_error_at) VALUES (?1, ?2, '', NULL, ?3, ?4)"
    " ON CONFLICT (connection, data_set) DO UPDATE SET last_error = ?3, last_error_at = ?4";
constexpr std::string_view kReadBucket =
    "SELECT tokens, rate, updated_at, not_before FROM rate_bucket WHERE connection = ?1 AND operation = ?2";
constexpr std::string_view kWriteBucket =
    "INSERT INTO rate_bucket (connection, operation, tokens, rate, burst, updated_at, not_before) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    " ON CONFLICT (connection, operation) DO UPDATE SET tokens = ?3, rate = ?4, burst = ?5, updated_at = ?6, not_before = ?7";

} // namespace

Result<std::string> readCursor(const vault::Database &database, const model::ConnectionId &connection,
                               std::string_view dataSet)
{
    SK_ASSIGN(vault::Statement select, database.prepare(kReadCursor));
    SK_TRY(select.bindAll(connection.value, dataSet));
    SK_ASSIGN(const bool row, select.next());
    return row ? select.text(0) : std::string();
}

Result<void> writeCursor(const vault::Database &database, const model::ConnectionId &connection,
                         std::string_view dataSet, std::string_view state, std::optional<Time> freshAsOf)
{
    SK_ASSIGN(vault::Statement upsert, database.prepare(kWriteCursor));
    return upsert.run(connection.value, dataSet, state, freshAsOf);
}

Result<void> forgetCursors(const vault::Database &database, const model::ConnectionId &connection)
{
    SK_ASSIGN(vault::Statement remove, database.prepare("DELETE FROM sync_cursor WHERE connection = ?1"));
    return remove.run(connection.value);
}

Result<void> writeSyncError(const vault::Database &database, const model::ConnectionId &connection,
                            std::string_view dataSet, ErrorKind error, Time now)
{
    SK_ASSIGN(vault::Statement upsert, database.prepare(kWriteError));
    return upsert.run(connection.value, dataSet, sk::toWord(error), now);
}

Result<net::BucketState> readBucket(const vault::Database &database, const model::ConnectionId &connection,
                                    std::string_view operation, double rate, int burst, Time now)
{
    SK_ASSIGN(vault::Statement select, database.prepare(kReadBucket));
    SK_TRY(select.bindAll(connection.value, operation));
    SK_ASSIGN(const bool row, select.next());
    if (!row)
        return net::freshBucket(rate, burst, now);
    return net::BucketState{select.real(0), select.real(1), burst, select.time(2), select.time(3)};
}

Result<void> writeBucket(const vault::Database &database, const model::ConnectionId &connection,
                         std::string_view operation, const net::BucketState &bucket)
{
    SK_ASSIGN(vault::Statement upsert, database.prepare(kWriteBucket));
    return upsert.run(connection.value, operation, bucket.tokens, bucket.ratePerSecond, bucket.burst, bucket.updated,
                      bucket.notBefore);
}

} // namespace sk::sync
