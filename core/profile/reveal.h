// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy/zones.h"
#include "core/profile/requests.h"

namespace sk::profile {

class Store;

// Personal data for a purpose (ACC-2, ACC-5, ACC-7, MIN-3, MIN-5), on the database thread. Values leave the PII store
// in locked memory only; what is written down of it are counts.

/// Orders whose recipient is held and can be read; those first that have to be shipped first.
[[nodiscard]] Result<std::vector<model::Shipment>> shipments(Store &store);

[[nodiscard]] Result<model::AcceptableUse> acceptableUse(Store &store);
[[nodiscard]] Result<void> acknowledgeUse(Store &store, int rules);

/// Opens what is asked for, once all audit entries that tell of it are stored. A refusal is stored as well.
[[nodiscard]] Result<Revealed> reveal(Store &store, const RevealRequest &request);

/// Whether a copy of an order's personal data may be handed out now: the same rules as for a look, and it counts as
/// one.
[[nodiscard]] Result<void> allowBuyerCopy(Store &store);

/// Open shipments for each zone, in the order of the table; those in none last.
[[nodiscard]] Result<std::vector<model::ZoneCount>> countZones(Store &store,
                                                               const std::vector<privacy::ZoneRange> &table);

} // namespace sk::profile
