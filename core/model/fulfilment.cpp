// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fulfilment.h"

#include "core/model/words.h"

#include <array>

namespace sk::model {

namespace {

constexpr std::array kPurposes{
    std::pair{RevealPurpose::Fulfilment, std::string_view("fulfilment")},
    std::pair{RevealPurpose::Tax, std::string_view("tax")},
    std::pair{RevealPurpose::Legal, std::string_view("legal")},
};

} // namespace

std::int64_t Shipment::units() const
{
    std::int64_t sum = 0;
    for (const ShipmentItem &item : items)
        sum += item.quantity;
    return sum;
}

std::string_view toWord(RevealPurpose purpose)
{
    return wordIn(kPurposes, purpose);
}

std::optional<RevealPurpose> revealPurposeFromWord(std::string_view word)
{
    return valueIn(kPurposes, word);
}

} // namespace sk::model
