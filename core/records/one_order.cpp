// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/one_order.h"

#include "core/model/money.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace sk::records {

namespace {

constexpr std::array kTables{
    OrderTable{
        "orders", "orders",
        "order_id created_at updated_at marketplace_id marketplace_name channel status fulfilled_by service_level"
        " ship_by_earliest ship_by_latest deliver_by_earliest deliver_by_latest label_printing_earliest"
        " label_printing_latest programs aliases associated_orders fulfillment_orders currency grand_total"
        " items_total tax_total items units shipped_at delivered address_asked_at received_at refreshed_at origin"},
    OrderTable{"order-items", "order_item",
               "item_id position sku asin title quantity quantity_fulfilled quantity_unfulfilled measurement"
               " condition_type condition_subtype condition_note price_designation programs associated_items promotions"
               " gift_wrap_level cancel_requester cancelled_by currency unit_price item_price item_tax proceeds_total"
               " points_number points_value"},
    OrderTable{"order-item-handling", "order_item_handling",
               "item_id scheduled_delivery_earliest scheduled_delivery_latest serial_numbers pallet_delivery"
               " cash_on_delivery signature_confirmation recipient_identity_verification recipient_age_verification"
               " ioss_number substitution_type"},
    OrderTable{"order-item-substitutes", "order_item_substitute",
               "item_id position sku asin title quantity measurement"},
    OrderTable{"order-proceeds", "order_proceeds", "item_id line type subtype status currency amount"},
    OrderTable{"order-packages", "order_package",
               "package_id status detailed_status carrier shipping_service created_at shipped_at"},
    OrderTable{"order-package-items", "order_package_item", "package_id position item_id quantity"},
};

/// In the order of kTables: the columns in theirs, of one order of one connection.
constexpr std::array<std::string_view, kTables.size()> kRows{
    "SELECT order_id, created_at, updated_at, marketplace_id, marketplace_name, channel, status, fulfilled_by,"
    " service_level, ship_by_earliest, ship_by_latest, deliver_by_earliest, deliver_by_latest, label_printing_earliest,"
    " label_printing_latest, programs, aliases, associated_orders, fulfillment_orders, currency, grand_total, items_total,"
    " tax_total, items, units, shipped_at, delivered, address_asked_at, received_at, refreshed_at, origin FROM orders"
    " WHERE key = ?1",
    "SELECT item_id, position, sku, asin, title, quantity, quantity_fulfilled, quantity_unfulfilled, measurement,"
    " condition_type, condition_subtype, condition_note, price_designation, programs, associated_items, promotions,"
    " gift_wrap_level, cancel_requester, cancelled_by, currency, unit_price, item_price, item_tax, proceeds_total,"
    " points_number, points_value FROM order_item WHERE order_key = ?1 ORDER BY position",
    "SELECT item_id, scheduled_delivery_earliest, scheduled_delivery_latest, serial_numbers, pallet_delivery,"
    " cash_on_delivery, signature_confirmation, recipient_identity_verification, recipient_age_verification, ioss_number,"
    " substitution_type FROM order_item_handling WHERE order_key = ?1 ORDER BY item_id",
    "SELECT item_id, position, sku, asin, title, quantity, measurement FROM order_item_substitute WHERE order_key = ?1"
    " ORDER BY item_id, position",
    "SELECT item_id, line, type, subtype, status, currency, amount FROM order_proceeds WHERE order_key = ?1"
    " ORDER BY item_id, line",
    "SELECT package_id, status, detailed_status, carrier, shipping_service, created_at, shipped_at FROM order_package"
    " WHERE order_key = ?1 ORDER BY package_id",
    "SELECT package_id, position, item_id, quantity FROM order_package_item WHERE order_key = ?1"
    " ORDER BY package_id, position",
};

/// In the order of kTables.
constexpr std::array<std::string_view, kTables.size()> kCounts{
    "SELECT count(*) FROM orders WHERE order_id = ?1",
    "SELECT count(*) FROM order_item WHERE order_key IN (SELECT key FROM orders WHERE order_id = ?1)",
    "SELECT count(*) FROM order_item_handling WHERE order_key IN (SELECT key FROM orders WHERE order_id = ?1)",
    "SELECT count(*) FROM order_item_substitute WHERE order_key IN (SELECT key FROM orders WHERE order_id = ?1)",
    "SELECT count(*) FROM order_proceeds WHERE order_key IN (SELECT key FROM orders WHERE order_id = ?1)",
    "SELECT count(*) FROM order_package WHERE order_key IN (SELECT key FROM orders WHERE order_id = ?1)",
    "SELECT count(*) FROM order_package_item WHERE order_key IN (SELECT key FROM orders WHERE order_id = ?1)",
};

enum class Kind { Text, Number, Time, Amount };

/// A column's name says how it is read; the schema keeps to that.
Kind kindOf(std::string_view column)
{
    constexpr std::array<std::string_view, 9> amounts{"grand_total",    "items_total",  "tax_total",
                                                      "unit_price",     "item_price",   "item_tax",
                                                      "proceeds_total", "points_value", "amount"};
    constexpr std::array<std::string_view, 9> numbers{
        "items",         "units", "delivered", "position", "quantity", "quantity_fulfilled", "quantity_unfulfilled",
        "points_number", "line"};
    if (std::ranges::find(amounts, column) != amounts.end())
        return Kind::Amount;
    if (std::ranges::find(numbers, column) != numbers.end())
        return Kind::Number;
    return column.ends_with("_at") || column.ends_with("_earliest") || column.ends_with("_latest") ? Kind::Time
                                                                                                   : Kind::Text;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::istringstream stream{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

model::HeldValue valueOf(const vault::Statement &row, int column, const std::string &name, const std::string &currency)
{
    model::HeldValue value{name, std::nullopt, false};
    const Kind kind = kindOf(name);
    value.isNumber = kind == Kind::Number;
    if (row.isNull(column))
        return value;
    switch (kind) {
    case Kind::Text: value.value = row.text(column); break;
    case Kind::Number: value.value = std::to_string(row.integer(column)); break;
    case Kind::Time: value.value = toIso(row.time(column)); break;
    case Kind::Amount: value.value = model::toDecimal(row.integer(column), currency); break;
    }
    return value;
}

Result<std::int64_t> keyOf(const vault::Database &database, const model::ConnectionId &connection,
                           const model::OrderId &order)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT key FROM orders WHERE connection = ?1 AND order_id = ?2"));
    SK_TRY(select.bindAll(connection.value, order.value));
    SK_ASSIGN(const bool row, select.next());
    return row ? select.integer(0) : 0;
}

/// `type=ID` and `type=ID/item` without those of this order.
std::string without(const std::string &mentions, const std::string &order)
{
    std::string kept;
    for (const std::string &word : wordsOf(mentions)) {
        const std::string id = word.substr(word.find('=') + 1);
        if (id.substr(0, id.find('/')) != order)
            kept += (kept.empty() ? "" : " ") + word;
    }
    return kept;
}

struct Mention
{
    std::int64_t key = 0;
    std::string item;
    std::string text;
};

Result<std::vector<Mention>> mentions(const vault::Database &database, std::string_view sql, const std::string &order)
{
    SK_ASSIGN(vault::Statement select, database.prepare(sql));
    SK_TRY(select.bindAll(order));
    std::vector<Mention> found;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return found;
        found.push_back({select.integer(0), select.text(1), select.text(2)});
    }
}

} // namespace

std::span<const OrderTable> orderTables()
{
    return kTables;
}

Result<std::vector<model::ConnectionId>> connectionsWith(const vault::Database &database, const model::OrderId &order)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT connection FROM orders WHERE order_id = ?1 ORDER BY connection"));
    SK_TRY(select.bindAll(order.value));
    std::vector<model::ConnectionId> connections;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return connections;
        connections.push_back({select.text(0)});
    }
}

Result<std::vector<model::HeldTable>> rowsOf(const vault::Database &database, const model::ConnectionId &connection,
                                             const model::OrderId &order)
{
    SK_ASSIGN(const std::int64_t key, keyOf(database, connection, order));
    std::vector<model::HeldTable> tables;
    for (std::size_t i = 0; key != 0 && i < kTables.size(); ++i) {
        const std::vector<std::string> columns = wordsOf(kTables[i].columns);
        const auto currency = std::ranges::find(columns, "currency");
        SK_ASSIGN(vault::Statement select, database.prepare(kRows[i]));
        SK_TRY(select.bindAll(key));
        model::HeldTable table{std::string(kTables[i].what), std::string(kTables[i].name), {}};
        for (;;) {
            SK_ASSIGN(const bool more, select.next());
            if (!more)
                break;
            const std::string unit =
                currency == columns.end() ? std::string() : select.text(static_cast<int>(currency - columns.begin()));
            model::HeldRow row;
            for (std::size_t column = 0; column < columns.size(); ++column)
                row.values.push_back(valueOf(select, static_cast<int>(column), columns[column], unit));
            table.rows.push_back(std::move(row));
        }
        if (!table.rows.empty())
            tables.push_back(std::move(table));
    }
    return tables;
}

Result<std::vector<model::ErasedCount>> countOrder(const vault::Database &database, const model::OrderId &order)
{
    std::vector<model::ErasedCount> counts;
    for (std::size_t i = 0; i < kTables.size(); ++i) {
        SK_ASSIGN(vault::Statement select, database.prepare(kCounts[i]));
        SK_TRY(select.bindAll(order.value));
        SK_TRY(select.next());
        counts.push_back({std::string(kTables[i].what), select.integer(0)});
    }
    return counts;
}

Result<std::vector<std::string>> itemsOf(const vault::Database &database, const model::OrderId &order)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT item_id FROM order_item JOIN orders ON key = order_key WHERE order_id = ?1"));
    SK_TRY(select.bindAll(order.value));
    std::vector<std::string> items;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return items;
        items.push_back(select.text(0));
    }
}

Result<void> deleteOrder(const vault::Database &database, const model::OrderId &order)
{
    SK_ASSIGN(vault::Statement remove, database.prepare("DELETE FROM orders WHERE order_id = ?1"));
    return remove.run(order.value);
}

Result<std::int64_t> forgetMentions(const vault::Database &database, const model::OrderId &order)
{
    SK_ASSIGN(const std::vector<Mention> orders,
              mentions(database,
                       "SELECT key, '', associated_orders FROM orders WHERE instr(associated_orders, ?1) > 0"
                       " AND order_id <> ?1",
                       order.value));
    SK_ASSIGN(vault::Statement keepOrder, database.prepare("UPDATE orders SET associated_orders = ?2 WHERE key = ?1"));
    for (const Mention &mention : orders)
        SK_TRY(keepOrder.run(mention.key, without(mention.text, order.value)));
    SK_ASSIGN(const std::vector<Mention> items,
              mentions(database,
                       "SELECT order_key, item_id, associated_items FROM order_item"
                       " WHERE instr(associated_items, ?1) > 0"
                       " AND order_key NOT IN (SELECT key FROM orders WHERE order_id = ?1)",
                       order.value));
    SK_ASSIGN(vault::Statement keepItem,
              database.prepare("UPDATE order_item SET associated_items = ?3 WHERE order_key = ?1 AND item_id = ?2"));
    for (const Mention &mention : items)
        SK_TRY(keepItem.run(mention.key, mention.item, without(mention.text, order.value)));
    return static_cast<std::int64_t>(orders.size() + items.size());
}

} // namespace sk::records
