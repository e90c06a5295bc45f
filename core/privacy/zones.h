// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sk::privacy {

/// One line of the seller's own table of shipping zones (MIN-3): postal codes that begin with `from` to `to`.
struct ZoneRange
{
    std::string from; ///< capitals and digits, as long as `to`
    std::string to;
    std::string zone;
    std::string country; ///< ISO 3166 code; empty: any
};

/// Reads `from,to,zone[,country]` lines; a first line that says so is a heading, empty lines and those that begin with
/// `#` count for nothing. Usage, with the line's number, for anything else.
[[nodiscard]] Result<std::vector<ZoneRange>> parseZones(std::string_view csv);

/// The zone of the first line that fits; empty for none.
[[nodiscard]] std::string_view zoneOf(std::span<const ZoneRange> table, std::string_view postalCode,
                                      std::string_view country);

} // namespace sk::privacy
