// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sk::model {

/// What a look at personal data is for (ACC-2). There is no other purpose.
enum class RevealPurpose : std::uint8_t { Fulfilment, Tax, Legal };

/// An order as it can be asked for: its own id is unique within its connection only.
struct OrderRef
{
    ConnectionId connection;
    OrderId order;

    friend auto operator<=>(const OrderRef &, const OrderRef &) = default;
};

struct ShipmentItem
{
    std::string sku;
    std::string title;
    std::int64_t quantity = 0; ///< of an open order: still to be shipped

    friend bool operator==(const ShipmentItem &, const ShipmentItem &) = default;
};

/// An order whose recipient is held. What is held, and none of it.
struct Shipment
{
    OrderRef order;
    std::string marketplace;
    std::string serviceLevel;
    std::optional<Time> shipBy;      ///< the latest
    bool open = false;               ///< the seller ships it himself, and still has to
    std::vector<std::string> fields; ///< names of the values held: `name`, `addressLine1`, …
    std::optional<Day> heldUntil;    ///< the day at whose start they become unreadable; none: only a hold keeps them
    std::vector<ShipmentItem> items;

    [[nodiscard]] std::int64_t units() const;
};

/// The acceptable-use rules in force, and whether the person at work acknowledged them (ACC-7).
struct AcceptableUse
{
    int rules = 0; ///< their version
    std::optional<Time> acknowledgedAt;
};

/// How many open shipments go to one of the seller's shipping zones.
struct ZoneCount
{
    std::string zone; ///< empty: in none
    std::int64_t orders = 0;

    friend bool operator==(const ZoneCount &, const ZoneCount &) = default;
};

/// Stable words: `fulfilment`, `tax`, `legal`.
[[nodiscard]] std::string_view toWord(RevealPurpose purpose);
[[nodiscard]] std::optional<RevealPurpose> revealPurposeFromWord(std::string_view word);

} // namespace sk::model
