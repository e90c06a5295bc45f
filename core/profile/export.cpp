// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/export.h"

#include "core/base/text_table.h"
#include "core/model/money.h"
#include "core/profile/xlsx_writer.h"

#include <array>

namespace sk::profile {

namespace {

enum class Column { Text, Number, Time, Amount };

struct ColumnOf
{
    std::string_view name;
    Column kind;
};

/// A data set as it leaves the vault: fixed columns, fixed query; amounts take their currency from `currencyColumn`.
struct DataSetExport
{
    std::string_view name;
    std::string_view sql;
    int currencyColumn;
    std::span<const ColumnOf> columns;
};

constexpr std::array kOrderColumns{
    ColumnOf{"order_id", Column::Text},    ColumnOf{"marketplace", Column::Text},
    ColumnOf{"created", Column::Time},     ColumnOf{"updated", Column::Time},
    ColumnOf{"status", Column::Text},      ColumnOf{"fulfilled_by", Column::Text},
    ColumnOf{"items", Column::Number},     ColumnOf{"units", Column::Number},
    ColumnOf{"currency", Column::Text},    ColumnOf{"items_total", Column::Amount},
    ColumnOf{"tax_total", Column::Amount}, ColumnOf{"grand_total", Column::Amount},
};
constexpr std::array kItemColumns{
    ColumnOf{"order_id", Column::Text}, ColumnOf{"item_id", Column::Text},      ColumnOf{"sku", Column::Text},
    ColumnOf{"asin", Column::Text},     ColumnOf{"title", Column::Text},        ColumnOf{"quantity", Column::Number},
    ColumnOf{"currency", Column::Text}, ColumnOf{"item_price", Column::Amount}, ColumnOf{"item_tax", Column::Amount},
};
constexpr std::array kMarketplaceColumns{
    ColumnOf{"marketplace", Column::Text}, ColumnOf{"country", Column::Text},
    ColumnOf{"name", Column::Text},        ColumnOf{"currency", Column::Text},
    ColumnOf{"store_name", Column::Text},  ColumnOf{"participating", Column::Number},
};

const std::array kExports{
    DataSetExport{
        "orders",
        "SELECT order_id, marketplace_id, created_at, updated_at, status, fulfilled_by, items, units, currency, items_total,"
        " tax_total, grand_total FROM orders WHERE (?1 IS NULL OR created_at >= ?1) AND (?2 IS NULL OR created_at < ?2)"
        " ORDER BY created_at, order_id",
        8, kOrderColumns},
    DataSetExport{
        "order-items",
        "SELECT o.order_id, i.item_id, i.sku, i.asin, i.title, i.quantity, i.currency, i.item_price, i.item_tax"
        " FROM orders AS o JOIN order_item AS i ON i.order_key = o.key"
        " WHERE (?1 IS NULL OR o.created_at >= ?1) AND (?2 IS NULL OR o.created_at < ?2)"
        " ORDER BY o.created_at, o.order_id, i.position",
        6, kItemColumns},
    DataSetExport{"marketplaces",
                  "SELECT id, country_code, name, currency, store_name, participating FROM marketplace"
                  " WHERE (?1 IS NULL OR ?1 = ?1) AND (?2 IS NULL OR ?2 = ?2) ORDER BY country_code, id",
                  3, kMarketplaceColumns},
};

TextCell cellOf(const vault::Statement &row, int index, Column kind, const std::string &currency)
{
    if (row.isNull(index))
        return TextCell::empty();
    switch (kind) {
    case Column::Text: return TextCell::text(row.text(index));
    case Column::Number: return TextCell::number(row.integer(index));
    case Column::Time: return TextCell::text(toIso(row.time(index)));
    case Column::Amount: return TextCell::decimal(model::toDecimal(row.integer(index), currency));
    }
    return TextCell::empty();
}

const DataSetExport *findExport(const std::string &name)
{
    for (const DataSetExport &dataSet : kExports) {
        if (dataSet.name == name)
            return &dataSet;
    }
    return nullptr;
}

template <typename Writer>
Result<std::int64_t> writeAll(const vault::Database &database, const ExportRequest &request,
                              const DataSetExport &dataSet, Writer writer)
{
    SK_ASSIGN(vault::Statement select, database.prepare(dataSet.sql));
    const auto since = request.since ? std::optional(Time(*request.since)) : std::nullopt;
    const auto until = request.until ? std::optional(Time(*request.until + std::chrono::days(1))) : std::nullopt;
    SK_TRY(select.bindAll(since, until));
    std::vector<TextCell> cells(dataSet.columns.size());
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return writer.commit();
        const std::string currency = select.text(dataSet.currencyColumn);
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = cellOf(select, static_cast<int>(i), dataSet.columns[i].kind, currency);
        SK_TRY(writer.append(cells));
    }
}

} // namespace

Result<std::int64_t> exportRows(const vault::Database &database, const ExportRequest &request)
{
    const DataSetExport *dataSet = findExport(request.dataSet);
    if (dataSet == nullptr)
        return fail(ErrorKind::Usage,
                    "no data set " + request.dataSet + " to export: orders, order-items, marketplaces");
    std::vector<std::string> columns;
    for (const ColumnOf &column : dataSet->columns)
        columns.emplace_back(column.name);
    if (request.format == "xlsx") {
        SK_ASSIGN(XlsxWriter writer, XlsxWriter::create(request.output, columns));
        return writeAll(database, request, *dataSet, std::move(writer));
    }
    if (request.format != "csv" && request.format != "jsonl")
        return fail(ErrorKind::Usage, "an export format is csv, jsonl or xlsx");
    const TextFormat format = request.format == "csv" ? TextFormat::Csv : TextFormat::JsonLines;
    SK_ASSIGN(TextTableWriter writer, TextTableWriter::create(request.output, format, columns));
    return writeAll(database, request, *dataSet, std::move(writer));
}

} // namespace sk::profile
