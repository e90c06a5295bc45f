// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/bytes.h"
#include "core/secrets/secret.h"
#include "core/vault/statement.h"

#include <filesystem>
#include <memory>
#include <string>

struct sqlite3;

namespace sk::vault {

/// How to open a file.
struct OpenOptions
{
    enum class Mode { Create, ReadWrite, ReadOnly };

    std::filesystem::path file;
    secrets::Secret key; ///< 32 bytes; used as SQLCipher's raw key
    Bytes salt;          ///< 16 bytes; the file begins with them
    Mode mode = Mode::ReadWrite;
    std::uint32_t applicationId = 0; ///< told apart by SQLite's application_id
    int cacheKibibytes = 16 * 1024;
};

/// A connection to one SQLCipher file, opened as security.md 3.1 asks. Move-only; stays on the thread that uses it.
class Database
{
public:
    /// Errors, each told from the others: VaultMissing, VaultWrongKey, VaultDamaged, VaultTruncated, VaultForeign,
    /// ProfileBusy, DiskFull, Database. A file is only made in mode Create, and then none may be there.
    [[nodiscard]] static Result<Database> open(const OpenOptions &options);

    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
    /// Runs statements that return nothing and take no values.
    [[nodiscard]] Result<void> exec(const char *sql) const;
    /// The single integer a query returns.
    [[nodiscard]] Result<std::int64_t> integer(std::string_view sql) const;

    /// Moves the WAL into the file and empties it, so that nothing deleted survives there (security.md 3.3).
    [[nodiscard]] Result<void> checkpoint() const;
    /// SQLCipher's page HMACs and SQLite's own check; VaultDamaged or VaultTruncated when either complains.
    [[nodiscard]] Result<void> verify() const;

    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }

private:
    struct Closer
    {
        void operator()(sqlite3 *handle) const;
    };
    explicit Database(sqlite3 *handle);
    [[nodiscard]] Result<void> unlock(const OpenOptions &options) const;
    [[nodiscard]] Result<void> configure(const OpenOptions &options) const;

    std::unique_ptr<sqlite3, Closer> m_handle;
};

/// The Error for SQLite's result code; `during` names our operation, values are never part of it.
[[nodiscard]] Error databaseError(sqlite3 *handle, int code, std::string_view during);

} // namespace sk::vault
