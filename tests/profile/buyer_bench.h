// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_profile.h"

/// What the tests of buyers' rights set up: two orders, one of them in two connections, with what their buyers said.
namespace sk::test {

inline const std::string kOrder = "701-1234567-7654321";
inline const std::string kOther = "701-9999999-8888888";
inline constexpr std::string_view kItem = "48273911029384";
inline constexpr std::string_view kStreet = "Lindwurmstrasse 117";

inline model::Order fullOrder(const std::string &id, std::string_view item)
{
    model::Order order = sampleOrder(id, kNoon);
    order.items.front().id = item;
    order.items.front().handling.serialNumbers = "REQUIRED";
    order.items.front().handling.substitutes = {{}};
    order.packages.front().items = {{std::string(item), 2}};
    return order;
}

inline void seal(profile::Store &store, const std::string &connection, const std::string &order,
                 std::string_view street)
{
    const Time now = store.now();
    must(store.storage().pii.seal({{connection},
                                   {order},
                                   dayOf(now) + std::chrono::days(10),
                                   dayOf(now) - std::chrono::days(20),
                                   now,
                                   "getOrder"},
                                  {{1, "Philomena Plantenberg"}, {3, std::string(street)}}));
}

/// Two connections with the order, one of them with another that belongs with it.
inline void fill(profile::Store &store)
{
    for (const char *id : {"c1", "c2"}) {
        addConnection(store, id);
        must(store.storage().orders.store(fullOrder(kOrder, kItem), {{id}, kNoon, "searchOrders"}));
        seal(store, id, kOrder, kStreet);
    }
    model::Order other = fullOrder(kOther, "59384022130495");
    other.associatedOrders = {{"REPLACEMENT_ORIGINAL_ID", kOrder}, {"EXCHANGE_ORIGINAL_ID", "701-0000000-0000001"}};
    must(store.storage().orders.store(other, {{"c1"}, kNoon, "searchOrders"}));
    seal(store, "c1", kOther, "Sendlinger Strasse 8");
    must(store.storage().vault.checkpoint());
}

inline model::Erased erase(profile::Store &store, const std::string &order = kOrder)
{
    return must(store.eraseOrder({{order}, model::ErasureReason::BuyerRequest, true}));
}

} // namespace sk::test
