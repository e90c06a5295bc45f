// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/model/personal.h"
#include "core/privacy/registry.h"

#include <string>
#include <vector>

namespace sk::privacy {

/// A personal value on its way to be sealed.
struct KeptValue
{
    std::int32_t field = 0; ///< PiiField::number
    std::string value;
};

/// What is left of an answer's personal values after minimisation (MIN-2).
struct Minimised
{
    std::vector<KeptValue> kept;
    std::int64_t removed = 0;
};

/// True for orders whose recipient the fulfilment feature may hold: the seller ships them, and still has to.
[[nodiscard]] bool awaitsShipment(const model::Order &order);

/// Keeps the values of fields that an enabled feature allows, for an order that awaits shipment; drops everything else,
/// what the registry does not know included, and a second value of a field. Empty values count as neither.
[[nodiscard]] Minimised minimise(const std::vector<model::PersonalValue> &values,
                                 const std::vector<model::Feature> &enabled, const model::Order &order);

} // namespace sk::privacy
