// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/erasure.h"

#include "core/base/files.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace sk::records {

namespace {

struct CountOf
{
    std::string_view what;
    std::string_view sql;
};

/// A test holds this against the schema: a new table with a connection or an order's key has to be named here.
/// Rows of an order are counted when it is the connection's, and when there is no such order any more.
constexpr std::array kTables{
    CountOf{"connections", "SELECT count(*) FROM connection WHERE id = ?1"},
    CountOf{"features", "SELECT count(*) FROM feature WHERE connection = ?1"},
    CountOf{"marketplaces", "SELECT count(*) FROM marketplace WHERE connection = ?1"},
    CountOf{"orders", "SELECT count(*) FROM orders WHERE connection = ?1"},
    CountOf{"order-items",
            "SELECT count(*) FROM order_item WHERE order_key NOT IN"
            " (SELECT key FROM orders WHERE connection <> ?1)"},
    CountOf{"order-item-handling",
            "SELECT count(*) FROM order_item_handling WHERE order_key NOT IN"
            " (SELECT key FROM orders WHERE connection <> ?1)"},
    CountOf{"order-item-substitutes",
            "SELECT count(*) FROM order_item_substitute WHERE order_key NOT IN"
            " (SELECT key FROM orders WHERE connection <> ?1)"},
    CountOf{"order-proceeds",
            "SELECT count(*) FROM order_proceeds WHERE order_key NOT IN"
            " (SELECT key FROM orders WHERE connection <> ?1)"},
    CountOf{"order-packages",
            "SELECT count(*) FROM order_package WHERE order_key NOT IN"
            " (SELECT key FROM orders WHERE connection <> ?1)"},
    CountOf{"order-package-items",
            "SELECT count(*) FROM order_package_item WHERE order_key NOT IN"
            " (SELECT key FROM orders WHERE connection <> ?1)"},
    CountOf{"sync-cursors", "SELECT count(*) FROM sync_cursor WHERE connection = ?1"},
    CountOf{"rate-buckets", "SELECT count(*) FROM rate_bucket WHERE connection = ?1"},
    CountOf{"holds", "SELECT count(*) FROM hold WHERE connection = ?1"},
};

std::filesystem::path fromUtf8(const std::string &text)
{
    return {std::u8string(text.begin(), text.end())};
}

} // namespace

Result<std::vector<model::ErasedCount>> rowsOfConnection(const vault::Database &database,
                                                         const model::ConnectionId &connection)
{
    std::vector<model::ErasedCount> counts;
    for (const CountOf &table : kTables) {
        SK_ASSIGN(vault::Statement select, database.prepare(table.sql));
        SK_TRY(select.bindAll(connection.value));
        SK_TRY(select.next());
        counts.push_back({std::string(table.what), select.integer(0)});
    }
    return counts;
}

Result<std::vector<std::string>> identifiersOf(const vault::Database &database, const model::ConnectionId &connection)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT order_id FROM orders WHERE connection = ?1"
                               " UNION ALL SELECT item_id FROM order_item JOIN orders ON key = order_key"
                               " WHERE connection = ?1 UNION ALL SELECT order_id FROM hold WHERE connection = ?1"));
    SK_TRY(select.bindAll(connection.value));
    std::vector<std::string> identifiers;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return identifiers;
        identifiers.push_back(select.text(0));
    }
}

Result<void> rememberExport(const vault::Database &database, const ExportedFile &file)
{
    SK_ASSIGN(vault::Statement insert,
              database.prepare("INSERT OR REPLACE INTO exported_file (path, data_set, rows, sha256, exported_at,"
                               " connections, order_mark) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    std::string connections;
    for (const model::ConnectionId &id : file.connections)
        connections += (connections.empty() ? "" : " ") + id.value;
    return insert.run(toUtf8(file.path), file.dataSet, file.rows, file.sha256, file.exportedAt, connections,
                      file.orderMark.empty() ? std::nullopt : std::optional(file.orderMark));
}

Result<std::vector<ExportedFile>> exportedFiles(const vault::Database &database)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT path, data_set, rows, sha256, exported_at, connections, order_mark"
                               " FROM exported_file"
                               " ORDER BY exported_at, path"));
    std::vector<ExportedFile> files;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return files;
        ExportedFile file{fromUtf8(select.text(0)),
                          select.text(1),
                          select.integer(2),
                          select.blob(3),
                          select.time(4),
                          {},
                          select.blob(6)};
        std::istringstream ids(select.text(5));
        for (std::string id; ids >> id;)
            file.connections.push_back({id});
        files.push_back(std::move(file));
    }
}

bool removeIfOurs(const ExportedFile &file)
{
    const auto hash = sha256OfFile(file.path);
    std::error_code code;
    return hash && std::ranges::equal(*hash, file.sha256) && std::filesystem::remove(file.path, code);
}

Result<void> forgetExport(const vault::Database &database, const std::filesystem::path &path)
{
    SK_ASSIGN(vault::Statement remove, database.prepare("DELETE FROM exported_file WHERE path = ?1"));
    return remove.run(toUtf8(path));
}

Result<void> storeCertificate(const vault::Database &database, const model::ErasureCertificate &certificate,
                              const Bytes &file)
{
    SK_ASSIGN(
        vault::Statement insert,
        database.prepare("INSERT INTO erasure_certificate (id, subject, issued_at, file) VALUES (?1, ?2, ?3, ?4)"));
    return insert.run(certificate.id, certificate.subject, certificate.finished, file);
}

Result<std::vector<Bytes>> certificateFiles(const vault::Database &database)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT file FROM erasure_certificate ORDER BY issued_at DESC, id"));
    std::vector<Bytes> files;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return files;
        files.push_back(select.blob(0));
    }
}

} // namespace sk::records
