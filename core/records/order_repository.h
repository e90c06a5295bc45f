// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/vault/database.h"

#include <vector>

namespace sk::records {

/// How an order came: for every stored row (DEL-7).
struct Origin
{
    model::ConnectionId connection;
    Time receivedAt;
    std::string_view operation;
};

/// Orders with their items, proceeds and packages. Statements are prepared once; upserts are idempotent and the newer
/// update wins.
class OrderRepository
{
public:
    [[nodiscard]] static Result<OrderRepository> open(const vault::Database &database);

    /// True when the order was new or changed; false when an equal or newer state was there.
    [[nodiscard]] Result<bool> store(const model::Order &order, const Origin &origin);

    /// Merchant-fulfilled orders that still have to be shipped and whose recipient was not asked for in this state.
    [[nodiscard]] Result<std::vector<model::OrderId>> awaitingAddress(const model::ConnectionId &connection,
                                                                      Time createdSince);
    /// Remembers that the recipient was asked for, whether or not one came.
    [[nodiscard]] Result<void> addressAsked(const model::ConnectionId &connection, const model::OrderId &order);
    /// Recipients that died or were let go may be asked for again, while their order still has to be shipped.
    [[nodiscard]] Result<void> forgetAddressesAsked(const model::ConnectionId &connection);

private:
    /// Our number of an order's row, which all its other rows carry.
    using Key = std::int64_t;

    OrderRepository() = default;
    [[nodiscard]] Result<void> storeItem(Key order, const model::OrderItem &item, const std::string &orderCurrency,
                                         std::int32_t position);
    [[nodiscard]] Result<void> storeHandling(Key order, const std::string &item, const model::ItemHandling &handling);
    [[nodiscard]] Result<void> storeProceeds(Key order, const std::string &item,
                                             const std::vector<model::ProceedsLine> &lines);
    [[nodiscard]] Result<void> storePackage(Key order, const model::OrderPackage &package);

    std::vector<vault::Statement> m_statements;
};

} // namespace sk::records
