// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sk::model {

/// An amount in minor units (cents, yen, …) of an ISO 4217 currency. Never a floating-point number.
struct Money
{
    std::int64_t minor = 0;
    std::string currency;

    friend bool operator==(const Money &, const Money &) = default;
};

/// Decimal places of the currency's minor unit (ISO 4217); 2 for a code we do not know.
[[nodiscard]] int decimalsOf(std::string_view currency);

/// Reads Amazon's `Decimal` text ("19.99", "-5", "1.50000"). MalformedResponse for more places than the currency has
/// (trailing zeros aside), for anything but digits, and beyond 64 bits: amounts are never rounded.
[[nodiscard]] Result<Money> moneyFromDecimal(std::string_view amount, std::string_view currency);

/// The amount as decimal text in the currency's own precision: "1234.50", "980".
[[nodiscard]] std::string toDecimal(std::int64_t minor, std::string_view currency);

} // namespace sk::model
