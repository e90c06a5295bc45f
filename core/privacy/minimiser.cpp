// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/minimiser.h"

#include <algorithm>

namespace sk::privacy {

bool awaitsShipment(const model::Order &order)
{
    return order.fulfilledBy == "MERCHANT" && (order.status == "UNSHIPPED" || order.status == "PARTIALLY_SHIPPED");
}

Minimised minimise(const std::vector<model::PersonalValue> &values, const std::vector<model::Feature> &enabled,
                   const model::Order &order)
{
    const bool awaiting = awaitsShipment(order);
    Minimised result;
    for (const model::PersonalValue &personal : values) {
        if (personal.value.empty())
            continue;
        const PiiField *field = findPiiField(personal.path);
        const auto isField = [field](const KeptValue &kept) { return kept.field == field->number; };
        const bool keep = awaiting && field != nullptr && field->keptFor
            && std::find(enabled.begin(), enabled.end(), *field->keptFor) != enabled.end()
            && std::none_of(result.kept.begin(), result.kept.end(), isField);
        if (keep)
            result.kept.push_back({field->number, personal.value});
        else
            ++result.removed;
    }
    return result;
}

} // namespace sk::privacy
