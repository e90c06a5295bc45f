// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fulfilment.h"
#include "core/vault/database.h"

namespace sk::records {

/// What the vault knows of orders that have to be shipped; prepared once, for many of them.
class Shipments
{
public:
    [[nodiscard]] static Result<Shipments> open(const vault::Database &database);

    /// The order's row without what is held of its recipient; nothing when the vault does not have it.
    [[nodiscard]] Result<std::optional<model::Shipment>> find(const model::OrderRef &order);

private:
    Shipments(vault::Statement order, vault::Statement items) : m_order(std::move(order)), m_items(std::move(items)) {}

    vault::Statement m_order;
    vault::Statement m_items;
};

/// When the person acknowledged this version of the acceptable-use rules (ACC-7); nothing: not yet.
[[nodiscard]] Result<std::optional<Time>> acknowledgedAt(const vault::Database &database, std::string_view person,
                                                         int rules);
/// The first time counts.
[[nodiscard]] Result<void> acknowledge(const vault::Database &database, std::string_view person, int rules, Time now);

} // namespace sk::records
