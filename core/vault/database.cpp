// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/database.h"

#include "core/base/files.h"
#include "core/vault/sqlcipher.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace sk::vault {

namespace {

constexpr std::uintmax_t kPageSize = 4096;
constexpr std::size_t kSaltSize = 16;

/// The file's format, stated in full: a changed default of SQLCipher must not make files unreadable (DECISIONS.md).
constexpr const char *kFormat = "PRAGMA cipher_page_size = 4096; PRAGMA cipher_use_hmac = ON;"
                                "PRAGMA cipher_hmac_algorithm = HMAC_SHA256;"
                                "PRAGMA cipher_kdf_algorithm = PBKDF2_HMAC_SHA512";

/// No statement may open another file: an ATTACH without a key writes plaintext (security.md 3.5).
int authorise(void *, int action, const char *, const char *, const char *, const char *)
{
    return action == SQLITE_ATTACH || action == SQLITE_DETACH ? SQLITE_DENY : SQLITE_OK;
}

int openFlags(OpenOptions::Mode mode)
{
    constexpr int common = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_FULLMUTEX;
    switch (mode) {
    case OpenOptions::Mode::Create: return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case OpenOptions::Mode::ReadWrite: return common | SQLITE_OPEN_READWRITE;
    case OpenOptions::Mode::ReadOnly: break;
    }
    return common | SQLITE_OPEN_READONLY;
}

/// What can be said of the file before any key is tried.
Result<void> inspect(const OpenOptions &options)
{
    std::error_code code;
    const std::uintmax_t size = std::filesystem::file_size(options.file, code);
    const bool exists = !code;
    if (options.mode == OpenOptions::Mode::Create)
        return exists ? Result<void>(fail(ErrorKind::AlreadyExists, "a database file is there already"))
                      : Result<void>();
    if (!exists || size == 0)
        return fail(ErrorKind::VaultMissing, toUtf8(options.file) + (exists ? " is empty" : " does not exist"));
    Bytes head(kSaltSize);
    std::ifstream stream(options.file, std::ios::binary);
    stream.read(reinterpret_cast<char *>(head.data()), static_cast<std::streamsize>(head.size()));
    if (!stream || head != options.salt)
        return fail(ErrorKind::VaultForeign, toUtf8(options.file) + " does not begin with this profile's salt");
    if (size % kPageSize != 0)
        return fail(ErrorKind::VaultTruncated, toUtf8(options.file) + " ends within a page");
    return {};
}

} // namespace

Error databaseError(sqlite3 *handle, int code, std::string_view during)
{
    const std::string detail = std::string(sqlite3_errstr(code)) + " ("
        + std::to_string(sqlite3_extended_errcode(handle)) + ") during: " + std::string(during.substr(0, 80));
    switch (code & 0xFF) {
    case SQLITE_NOTADB: return {ErrorKind::VaultWrongKey, detail};
    case SQLITE_CORRUPT: return {ErrorKind::VaultDamaged, detail};
    case SQLITE_FULL: return {ErrorKind::DiskFull, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorKind::ProfileBusy, detail};
    case SQLITE_CANTOPEN: return {ErrorKind::File, detail};
    default: return {ErrorKind::Database, detail};
    }
}

void Database::Closer::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Database::Database(sqlite3 *handle) : m_handle(handle) {}
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const OpenOptions &options)
{
    SK_TRY(inspect(options));
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open_v2(toUtf8(options.file).c_str(), &raw, openFlags(options.mode), nullptr);
    Database database(raw);
    if (opened != SQLITE_OK)
        return fail(databaseError(raw, opened, "open"));
    SK_TRY(database.unlock(options));
    SK_TRY(database.configure(options));
    return database;
}

Result<void> Database::unlock(const OpenOptions &options) const
{
    SK_TRY(exec("PRAGMA cipher_log_level = NONE"));
    // SQLCipher's raw form x'<key><salt>': no passphrase derivation, 0.3 ms instead of 275 ms (security.md 3.2).
    const secrets::Secret form =
        secrets::Secret::make(3 + 2 * (options.key.size() + options.salt.size()), [&](auto target) {
            constexpr std::string_view digits = "0123456789abcdef";
            auto out = target.begin();
            *out++ = 'x';
            *out++ = '\'';
            const auto put = [&](ByteView bytes) {
                for (const std::uint8_t byte : bytes) {
                    *out++ = static_cast<std::uint8_t>(digits[byte >> 4U]);
                    *out++ = static_cast<std::uint8_t>(digits[byte & 0xFU]);
                }
            };
            put(options.key.view());
            put(options.salt);
            *out = '\'';
        });
    const int keyed = sqlite3_key_v2(handle(), "main", form.view().data(), static_cast<int>(form.size()));
    if (keyed != SQLITE_OK)
        return fail(databaseError(handle(), keyed, "key"));
    SK_TRY(exec(kFormat));
    SK_TRY(integer("SELECT count(*) FROM sqlite_schema"));
    const auto application = integer("PRAGMA application_id");
    if (options.mode != OpenOptions::Mode::Create && application
        && static_cast<std::uint32_t>(*application) != options.applicationId)
        return fail(ErrorKind::VaultForeign, "another program's application_id");
    return {};
}

Result<void> Database::configure(const OpenOptions &options) const
{
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_set_authorizer(handle(), authorise, nullptr);
    SK_TRY(
        exec("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
             "PRAGMA busy_timeout = 5000"));
    SK_TRY(exec(("PRAGMA cache_size = -" + std::to_string(options.cacheKibibytes)).c_str()));
    if (options.mode == OpenOptions::Mode::ReadOnly)
        return exec("PRAGMA wal_autocheckpoint = 0");
    if (options.mode == OpenOptions::Mode::Create)
        SK_TRY(
            exec(("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA application_id = " + std::to_string(options.applicationId))
                     .c_str()));
    SK_TRY(exec(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 0;"
        "PRAGMA wal_autocheckpoint = 4000"));
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return fail(databaseError(handle(), code, sql));
    return Statement(statement);
}

Result<void> Database::exec(const char *sql) const
{
    const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(databaseError(handle(), code, sql));
    return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) const
{
    SK_ASSIGN(Statement statement, prepare(sql));
    SK_ASSIGN(const bool row, statement.next());
    return row ? statement.integer(0) : 0;
}

Result<void> Database::checkpoint() const
{
    const int code = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(databaseError(handle(), code, "checkpoint"));
    return {};
}

Result<void> Database::verify() const
{
    for (const std::string_view check : {"PRAGMA cipher_integrity_check", "PRAGMA quick_check"}) {
        SK_ASSIGN(Statement statement, prepare(check));
        for (;;) {
            const auto row = statement.next();
            if (!row)
                return fail(ErrorKind::VaultDamaged, row.error().detail);
            if (!*row)
                break;
            if (const std::string complaint = statement.text(0); complaint != "ok")
                return fail(ErrorKind::VaultDamaged, complaint);
        }
    }
    return {};
}

} // namespace sk::vault
