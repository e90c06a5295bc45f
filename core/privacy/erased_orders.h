// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/secrets/secret.h"
#include "core/vault/database.h"

#include <optional>

namespace sk::privacy {

/// The orders that were erased on request, by a keyed hash of their ids: a sync asks before it stores, and nobody can
/// read out of it whose orders they were. Database thread only.
class ErasedOrders
{
public:
    ErasedOrders(const vault::Database &database, RandomSource random);
    /// Reads the key of the hash from the vault, where it is made once: it has to stay when the profile's keys are
    /// renewed. Before anything else is asked.
    [[nodiscard]] Result<void> load();

    [[nodiscard]] Sha256 markOf(const model::OrderId &order) const;
    [[nodiscard]] Result<void> add(const model::OrderId &order, Time now) const;
    /// When the order was erased first.
    [[nodiscard]] Result<std::optional<Time>> erasedAt(const model::OrderId &order) const;
    /// False for an order that must not be stored. What another order says of an erased one is taken out of it.
    [[nodiscard]] Result<bool> admit(model::Order &order) const;

private:
    const vault::Database &m_database;
    RandomSource m_random;
    secrets::Secret m_key;
};

} // namespace sk::privacy
