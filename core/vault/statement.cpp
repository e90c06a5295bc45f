// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/statement.h"

#include "core/vault/database.h"
#include "core/vault/sqlcipher.h"

namespace sk::vault {

void Statement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<bool> Statement::next()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    return fail(databaseError(sqlite3_db_handle(m_statement.get()), code, sqlite3_sql(m_statement.get())));
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

std::int64_t Statement::changes() const
{
    return sqlite3_changes64(sqlite3_db_handle(m_statement.get()));
}

Result<void> Statement::finish()
{
    for (;;) {
        const Result<bool> row = next();
        if (!row) {
            reset();
            return fail(row.error());
        }
        if (!*row)
            return {};
    }
}

Result<std::int64_t> Statement::finishReturning()
{
    const Result<bool> row = next();
    const std::int64_t returned = row && *row ? integer(0) : 0;
    if (!row) {
        reset();
        return fail(row.error());
    }
    SK_TRY(finish());
    return returned;
}

Result<void> Statement::bindFailed(int code) const
{
    return fail(databaseError(sqlite3_db_handle(m_statement.get()), code, sqlite3_sql(m_statement.get())));
}

int Statement::bind(int index, std::int64_t value)
{
    return sqlite3_bind_int64(m_statement.get(), index, value);
}

int Statement::bind(int index, double value)
{
    return sqlite3_bind_double(m_statement.get(), index, value);
}

int Statement::bind(int index, std::string_view value)
{
    return sqlite3_bind_text64(m_statement.get(), index, value.empty() ? "" : value.data(), value.size(),
                               m_stay == Stay::ThroughTheRun ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8);
}

int Statement::bind(int index, ByteView value)
{
    if (value.empty())
        return sqlite3_bind_zeroblob(m_statement.get(), index, 0);
    return sqlite3_bind_blob64(m_statement.get(), index, value.data(), value.size(),
                               m_stay == Stay::ThroughTheRun ? SQLITE_STATIC : SQLITE_TRANSIENT);
}

int Statement::bind(int index, std::nullopt_t)
{
    return sqlite3_bind_null(m_statement.get(), index);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

std::string Statement::text(int column) const
{
    const unsigned char *data = sqlite3_column_text(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data == nullptr ? std::string()
                           : std::string(reinterpret_cast<const char *>(data), static_cast<std::size_t>(size));
}

Bytes Statement::blob(int column) const
{
    const auto *data = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data == nullptr ? Bytes() : Bytes(data, data + size);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<Time> Statement::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

} // namespace sk::vault
