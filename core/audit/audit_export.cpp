// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_reader.h"

#include "core/base/files.h"
#include "core/base/text_table.h"

namespace sk::audit {

namespace {

constexpr std::string_view kExport =
    "SELECT seq, time, actor, operation, connection, data_class, rows, outcome, http_status, request_id, duration, hash"
    " FROM audit_entry WHERE (?1 IS NULL OR time >= ?1) AND (?2 IS NULL OR time < ?2) AND (?3 IS NULL OR operation = ?3)"
    " AND (?4 IS NULL OR (outcome = 'ok') = ?4) AND (?5 IS NULL OR connection = ?5) ORDER BY seq";

std::vector<TextCell> cellsOf(const vault::Statement &row)
{
    const auto operation = static_cast<model::AuditOperation>(row.integer(3));
    const auto actor = static_cast<model::AuditActor>(row.integer(2));
    const auto dataClass = static_cast<model::DataClass>(row.integer(5));
    return {TextCell::number(row.integer(0)),
            TextCell::text(toIso(row.time(1))),
            TextCell::text(std::string(model::toWord(actor))),
            TextCell::text(std::string(model::toWord(operation))),
            TextCell::text(row.text(4)),
            TextCell::text(std::string(model::toWord(dataClass))),
            TextCell::number(row.integer(6)),
            TextCell::text(row.text(7)),
            TextCell::number(row.integer(8)),
            TextCell::text(row.text(9)),
            TextCell::number(row.integer(10)),
            TextCell::text(toHex(row.blob(11)))};
}

} // namespace

Result<std::int64_t> exportEntries(const vault::Database &database, const model::AuditFilter &filter,
                                   const std::filesystem::path &output)
{
    SK_ASSIGN(vault::Statement find, database.prepare(kExport));
    const auto operation =
        filter.operation ? std::optional(std::int64_t{static_cast<std::uint8_t>(*filter.operation)}) : std::nullopt;
    const auto connection = filter.connection ? std::optional(filter.connection->value) : std::nullopt;
    SK_TRY(find.bindAll(filter.since, filter.until, operation, filter.succeeded, connection));
    const TextFormat format = output.extension() == ".csv" ? TextFormat::Csv : TextFormat::JsonLines;
    SK_ASSIGN(TextTableWriter writer,
              TextTableWriter::create(output, format,
                                      {"seq", "time", "actor", "operation", "connection", "data_class", "rows",
                                       "outcome", "http_status", "request_id", "duration_ms", "hash"}));
    for (;;) {
        SK_ASSIGN(const bool row, find.next());
        if (!row)
            break;
        SK_TRY(writer.append(cellsOf(find)));
    }
    return writer.commit();
}

} // namespace sk::audit
