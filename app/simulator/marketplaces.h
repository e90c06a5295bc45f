// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sk::simulator {

/// One row of sp-api.md 1.2. Names, domains and languages follow the forms of Amazon's models
/// ("Amazon.com", "www.amazon.com", "en_US"); `minorPerCent` is only the price level of the sample
/// data: minor units of the currency for one US cent.
struct Marketplace
{
    std::string_view country;
    std::string_view id;
    std::string_view region;
    std::string_view currency;
    int decimals;
    double minorPerCent;
    std::string_view name;
    std::string_view domain;
    std::string_view language;
    std::string_view emailHost;
};

/// All marketplaces the simulator knows.
std::span<const Marketplace> allMarketplaces();

/// Turns country codes or ids into rows; an empty list gives the region's usual ones.
/// @return an empty vector when a name is unknown or belongs to another region.
std::vector<const Marketplace *> chooseMarketplaces(std::string_view region, const std::vector<std::string> &wanted);

/// Decimal text in the currency's own precision: 1999 with 2 decimals is "19.99".
std::string decimalText(std::int64_t minorUnits, int decimals);

} // namespace sk::simulator
