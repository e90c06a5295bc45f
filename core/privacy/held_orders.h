// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fulfilment.h"
#include "core/privacy/registry.h"
#include "core/vault/database.h"

namespace sk::privacy {

/// An order with sealed values that can still be read; none of them is opened for this.
struct HeldOrder
{
    model::OrderRef order;
    std::vector<std::int32_t> fields; ///< PiiField::number, ascending
    Day heldUntil{};                  ///< the earliest expiry day
};

/// Those of all connections, out of the PII store's database.
[[nodiscard]] Result<std::vector<HeldOrder>> heldOrders(const vault::Database &pii, Day today);

/// The last part of the field's path: `addressLine1`. Empty for a number that the registry does not have.
[[nodiscard]] std::string_view shortName(std::int32_t field);

} // namespace sk::privacy
