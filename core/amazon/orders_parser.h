// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/order.h"
#include "core/model/personal.h"

#include <string>
#include <string_view>
#include <vector>

namespace sk::amazon {

/// An order taken apart: what may be stored, and what only privacy may touch.
struct ParsedOrder
{
    model::Order order;
    std::vector<model::PersonalValue> personal;
};

/// Orders 2026-01-01, SearchOrdersResponse.
struct OrdersPage
{
    std::vector<ParsedOrder> orders;
    std::string nextToken;                 ///< empty: the last page
    std::optional<Time> lastUpdatedBefore; ///< echoed bound
    std::optional<Time> createdBefore;
};

/// Reads a searchOrders answer; MalformedResponse names the path of the first required field that is missing or of a
/// value of the wrong type. Unknown fields and enum values are accepted.
[[nodiscard]] Result<OrdersPage> parseOrdersPage(std::string_view json);

/// Reads a getOrder answer.
[[nodiscard]] Result<ParsedOrder> parseOrder(std::string_view json);

} // namespace sk::amazon
