// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/settings.h"

#include <charconv>

namespace sk::records {

Result<std::optional<int>> readSetting(const vault::Database &database, std::string_view key)
{
    SK_ASSIGN(const std::optional<std::string> text, readText(database, key));
    if (!text)
        return std::optional<int>();
    int value = 0;
    const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (code != std::errc() || end != text->data() + text->size())
        return fail(ErrorKind::VaultDamaged, "the setting " + std::string(key) + " is no number");
    return std::optional(value);
}

Result<void> writeSetting(const vault::Database &database, std::string_view key, int value)
{
    return writeText(database, key, std::to_string(value));
}

Result<std::optional<std::string>> readText(const vault::Database &database, std::string_view key)
{
    SK_ASSIGN(vault::Statement select, database.prepare("SELECT value FROM setting WHERE key = ?1"));
    SK_TRY(select.bindAll(key));
    SK_ASSIGN(const bool row, select.next());
    return row ? std::optional(select.text(0)) : std::nullopt;
}

Result<void> writeText(const vault::Database &database, std::string_view key, std::string_view text)
{
    SK_ASSIGN(vault::Statement upsert,
              database.prepare(
                  "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2"));
    return upsert.run(key, text);
}

Result<void> removeSetting(const vault::Database &database, std::string_view key)
{
    SK_ASSIGN(vault::Statement remove, database.prepare("DELETE FROM setting WHERE key = ?1"));
    return remove.run(key);
}

} // namespace sk::records
