// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/migrator.h"
#include "tests/support/check.h"

namespace sk::test {

/// A real SQLCipher file in a temporary folder.
struct TestDatabase
{
    Folder folder;
    vault::OpenOptions options;

    explicit TestDatabase(vault::Schema schema = vault::Schema::Vault, std::uint64_t seed = 7)
    {
        options.file = folder / "test.db";
        options.key = secrets::Secret::make(32, repeatableRandom(seed));
        options.salt.resize(16);
        repeatableRandom(seed + 1)(options.salt);
        options.applicationId = vault::applicationId(schema);
    }

    [[nodiscard]] vault::Database create(vault::Schema schema) const
    {
        vault::OpenOptions making = options;
        making.mode = vault::OpenOptions::Mode::Create;
        vault::Database database = must(vault::Database::open(making));
        must(vault::migrate(database, schema));
        return database;
    }
    [[nodiscard]] Result<vault::Database> open() const { return vault::Database::open(options); }
};

/// The first column of the first row as text, "NULL" for NULL; values are bound by nobody: for tests' own statements.
inline std::string scalar(const vault::Database &database, std::string_view sql)
{
    vault::Statement statement = must(database.prepare(sql));
    if (!must(statement.next()))
        return "no row";
    return statement.isNull(0) ? "NULL" : statement.text(0);
}

} // namespace sk::test
