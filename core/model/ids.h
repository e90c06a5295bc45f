// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>

namespace sk::model {

/// A text id that cannot be mistaken for another kind of id.
template <typename Tag>
struct Id
{
    std::string value;

    [[nodiscard]] bool isEmpty() const { return value.empty(); }
    friend auto operator<=>(const Id &, const Id &) = default;
};

using ConnectionId = Id<struct ConnectionTag>;   ///< ours: one authorisation of one account in one region
using OrderId = Id<struct OrderTag>;             ///< Amazon's 3-7-7 digits
using MarketplaceId = Id<struct MarketplaceTag>; ///< Amazon's, e.g. ATVPDKIKX0DER

} // namespace sk::model
