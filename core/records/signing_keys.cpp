// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/signing_keys.h"

namespace sk::records {

Result<void> beginSigningKey(const vault::Database &database, ByteView publicKey, Time since)
{
    SK_ASSIGN(vault::Statement end, database.prepare("UPDATE signing_key SET ended_at = ?1 WHERE ended_at IS NULL"));
    SK_TRY(end.run(since));
    SK_ASSIGN(vault::Statement insert,
              database.prepare("INSERT INTO signing_key (public_key, made_at) VALUES (?1, ?2)"));
    return insert.run(publicKey, since);
}

Result<std::optional<Time>> signingKeySince(const vault::Database &database, ByteView publicKey)
{
    SK_ASSIGN(vault::Statement select, database.prepare("SELECT made_at FROM signing_key WHERE public_key = ?1"));
    SK_TRY(select.bindAll(publicKey));
    SK_ASSIGN(const bool row, select.next());
    return row ? std::optional(select.time(0)) : std::nullopt;
}

} // namespace sk::records
