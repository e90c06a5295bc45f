// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/unencrypted.h"

#include "core/vault/migrator.h"
#include "core/vault/sqlcipher.h"

#include <fstream>

namespace {

thread_local bool keysAreWithheld = false;

/// While one lives, this thread's sqlite3_key_v2() does nothing.
class WithheldKeys
{
public:
    WithheldKeys() { keysAreWithheld = true; }
    ~WithheldKeys() { keysAreWithheld = false; }
    WithheldKeys(const WithheldKeys &) = delete;
    WithheldKeys &operator=(const WithheldKeys &) = delete;
};

} // namespace

// The linker's --wrap=sqlite3_key_v2 sends every call here; __real_… is SQLCipher's own.
extern "C" int __real_sqlite3_key_v2(sqlite3 *handle, const char *name, const void *key, int size);
extern "C" int __wrap_sqlite3_key_v2(sqlite3 *handle, const char *name, const void *key, int size);

int __wrap_sqlite3_key_v2(sqlite3 *handle, const char *name, const void *key, int size)
{
    return keysAreWithheld ? SQLITE_OK : __real_sqlite3_key_v2(handle, name, key, size);
}

namespace sk::bench {

Result<vault::Database> createUnencrypted(const std::filesystem::path &file, int cacheKibibytes)
{
    vault::OpenOptions options;
    options.file = file;
    options.key = secrets::Secret::make(32, secrets::systemRandom());
    options.salt.resize(16);
    options.mode = vault::OpenOptions::Mode::Create;
    options.applicationId = vault::applicationId(vault::Schema::Vault);
    options.cacheKibibytes = cacheKibibytes;
    const WithheldKeys withheld;
    SK_ASSIGN(vault::Database database, vault::Database::open(options));
    SK_TRY(vault::migrate(database, vault::Schema::Vault));
    SK_TRY(database.checkpoint());
    constexpr std::string_view magic = "SQLite format 3";
    std::string head(magic.size(), '\0');
    std::ifstream(file, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
    if (head != magic)
        return fail(ErrorKind::Internal, "the baseline is encrypted");
    return database;
}

} // namespace sk::bench
