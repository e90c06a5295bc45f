// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/buyer.h"
#include "core/vault/database.h"

#include <span>

namespace sk::records {

/// A table with rows of an order and its columns, as a copy for the buyer names them.
struct OrderTable
{
    std::string_view what;    ///< `order-items`, …: as an erasure certificate counts it
    std::string_view name;    ///< of the table
    std::string_view columns; ///< all but our own key, separated by blanks
};
/// A test holds the columns against the schema: what is added has to be handed out, too.
[[nodiscard]] std::span<const OrderTable> orderTables();

/// The connections that have the order: more than one when the same account is connected twice.
[[nodiscard]] Result<std::vector<model::ConnectionId>> connectionsWith(const vault::Database &database,
                                                                       const model::OrderId &order);
/// Every row of the order in every table that has some.
[[nodiscard]] Result<std::vector<model::HeldTable>>
rowsOf(const vault::Database &database, const model::ConnectionId &connection, const model::OrderId &order);
/// Rows of the order per table, of all connections, in the words of an erasure certificate.
[[nodiscard]] Result<std::vector<model::ErasedCount>> countOrder(const vault::Database &database,
                                                                 const model::OrderId &order);
/// The ids of its items, by which remnants would be recognised.
[[nodiscard]] Result<std::vector<std::string>> itemsOf(const vault::Database &database, const model::OrderId &order);
/// Deletes the order of all connections.
[[nodiscard]] Result<void> deleteOrder(const vault::Database &database, const model::OrderId &order);
/// Takes the order's id out of other orders and items that belong with it; returns out of how many.
[[nodiscard]] Result<std::int64_t> forgetMentions(const vault::Database &database, const model::OrderId &order);

} // namespace sk::records
