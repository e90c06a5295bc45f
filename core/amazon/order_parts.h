// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/json.h"
#include "core/amazon/orders_parser.h"

#include <string>
#include <vector>

namespace sk::amazon {

// What the readers of an order and of its items share.

/// Sets a member apart, whatever lies below it; `path` is its path inside the order. Only members named in such a call
/// can hold PII, everything else is read by name or not at all.
void collectMember(JsonReader &reader, std::string_view key, const std::string &path,
                   std::vector<model::PersonalValue> &into);

/// The model's DateTimeRange.
[[nodiscard]] model::TimeRange readRange(JsonReader &reader, std::string_view key);

/// The model's Measurement as "value UNIT" (1.5 for 1.50); empty when there is none.
[[nodiscard]] std::string readMeasurement(JsonReader &reader, std::string_view key);

/// `breakdowns` of an order's or an item's proceeds; the detailed lines of an item's TAX and DISCOUNT become lines too.
[[nodiscard]] std::vector<model::ProceedsLine> readBreakdowns(JsonReader &proceeds);

/// One element of `orderItems`.
[[nodiscard]] model::OrderItem readItem(JsonReader &reader, std::vector<model::PersonalValue> &personal);

} // namespace sk::amazon
