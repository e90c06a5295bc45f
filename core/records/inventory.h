// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/views.h"
#include "core/vault/database.h"

namespace sk::records {

/// What is held per data set, of one connection or of all: rows, freshness, last error.
[[nodiscard]] Result<std::vector<model::DataSetStatus>> dataSets(const vault::Database &database,
                                                                 const std::optional<model::ConnectionId> &connection);

/// Rows of a class of data and the time of receipt of the oldest.
struct Holding
{
    std::int64_t rows = 0;
    std::optional<Time> oldest;
};

[[nodiscard]] Result<Holding> heldOrders(const vault::Database &database);
/// Orders received before `before`: what a retention of that length deletes.
[[nodiscard]] Result<std::int64_t> countOrdersBefore(const vault::Database &database, Time before);
[[nodiscard]] Result<bool> hasOrdersBefore(const vault::Database &database, Time before);
/// Deletes at most `limit` of them, items and all; returns how many orders went.
[[nodiscard]] Result<std::int64_t> deleteOrdersBefore(const vault::Database &database, Time before, std::int64_t limit);

struct DeletedOrders
{
    std::int64_t orders = 0;
    std::int64_t items = 0;
};
/// Deletes at most `limit` orders of a connection, whatever their age.
[[nodiscard]] Result<DeletedOrders> deleteOrdersOf(const vault::Database &database,
                                                   const model::ConnectionId &connection, std::int64_t limit);

} // namespace sk::records
