// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/vault/database.h"

namespace sk::records {

/// What one table of the vault holds of one connection; without a connection where its rows belong to none.
struct TableHolding
{
    std::string table;
    model::ConnectionId connection;
    model::Held held; ///< rows and times; when it goes is for others to say
};

/// Every table that holds something, with one element for each connection it holds it of. Rows of an order are as old
/// as their order. Reads every row's key: for a reader's connection, not the writer's.
[[nodiscard]] Result<std::vector<TableHolding>> heldTables(const vault::Database &database);

} // namespace sk::records
