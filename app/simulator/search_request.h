// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/data_sets.h"
#include "app/simulator/marketplaces.h"
#include "app/simulator/messages.h"
#include "app/simulator/order_book.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sk::simulator {

/// Amazon shows most changes about two minutes later, and a "before" bound must be at least two
/// minutes old (sp-api.md 3.7, 5.2): the simulator shows the world exactly as it was then.
constexpr Millis kVisibilityLag = 2 * kMinute;

/// Orders older than two years cannot be had (sp-api.md 4.1).
constexpr Millis kOldestAge = 730 * kDay;

/// A searchOrders call that passed all checks.
struct SearchRequest
{
    OrderFilter filter;
    std::string beforeText; ///< echoed as lastUpdatedBefore or createdBefore
    int pageSize = 100;
    std::string pageToken;
    DataSets dataSets = 0;
    std::string fingerprint; ///< all parameters that must not change between pages
};

/// Checks the decoded query of searchOrders against the model. Pure.
/// @return the request, or Amazon's error answer.
std::variant<SearchRequest, Reply> checkSearch(const Pairs &query, const std::vector<const Marketplace *> &marketplaces,
                                               Millis now);

/// Checks the decoded query of getOrder, which knows only includedData. Pure.
std::variant<DataSets, Reply> checkGetOrder(const Pairs &query);

} // namespace sk::simulator
