// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/requests.h"
#include "tests/support/test_profile.h"

/// What the tests of holds set up: a profile whose orders have values, and the days that pass over it.
namespace sk::test {

inline constexpr const char *kReason = "Tax audit of the year 2026";

inline profile::HoldRequest requestFor(const std::string &order, int lastDay = 400,
                                       model::HoldKind kind = model::HoldKind::Tax,
                                       const std::string &connection = "c1")
{
    return {{connection}, {order}, kind, kReason, dayOf(kNoon) + std::chrono::days(lastDay)};
}

inline std::size_t revealed(profile::Store &store, const std::string &order, const std::string &connection = "c1")
{
    return must(store.storage().pii.reveal({connection}, {order})).size();
}

inline bool hasKey(const TestProfile &profile, const model::Hold &hold)
{
    return profile.secrets.entries.contains("hold/" + hold.id);
}

/// A profile with a connection, and values of these orders that die in `life` days.
inline std::unique_ptr<profile::Store> opened(TestProfile &profile, const std::vector<std::string> &orders,
                                              int life = 30)
{
    auto store = must(profile.open());
    addConnection(*store, "c1");
    for (const std::string &order : orders) {
        storeOrder(*store, "c1", order);
        sealValues(*store, "c1", order, life);
    }
    return store;
}

/// Day by day, as a program that stays open.
inline void live(TestProfile &profile, profile::Store &store, int daysOn)
{
    for (int i = 0; i < daysOn; ++i) {
        profile.clock.advance(std::chrono::hours(24));
        must(store.expireIfNewDay());
    }
}

} // namespace sk::test
