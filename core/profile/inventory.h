// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"
#include "core/model/inventory.h"
#include "core/privacy/pii_store.h"
#include "core/records/held_tables.h"

#include <set>

namespace sk::profile {

/// What an inventory needs to know besides the vault.
struct OutsideVault
{
    Time now{};
    int piiDays = 0; ///< the retention periods in force
    int ordersMonths = 0;
    int auditMonths = 0;
    std::vector<privacy::SealedHolding> sealed;
    std::vector<privacy::SealedHolding> held; ///< by tax and legal holds
    std::set<std::string> secrets; ///< names of the entries in the keychain, or in the file that stands in for it
    std::int64_t slots = 0;        ///< of the slot file
};

/// Pure: every class of held_classes.h with what is held of it and when the next of it goes, per connection and in all.
[[nodiscard]] model::Inventory inventoryOf(const std::vector<model::Connection> &connections,
                                           const std::vector<records::TableHolding> &tables,
                                           const OutsideVault &outside);

/// The same of a vault, through any connection to it.
[[nodiscard]] Result<model::Inventory> takeInventory(const vault::Database &vault, const OutsideVault &outside);

} // namespace sk::profile
