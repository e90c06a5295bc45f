// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/purge.h"

#include <algorithm>

namespace sk::profile {

PurgeTask nextPurge(const PurgeState &state)
{
    const auto due = std::ranges::find_if(state.connections, [&](const model::Connection &connection) {
        const bool isBegun = std::ranges::find(state.begun, connection.id) != state.begun.end();
        return connection.state == model::ConnectionState::Disconnected && !state.stuck.contains(connection.id)
            && (isBegun || (connection.purgeOn && *connection.purgeOn <= state.today));
    });
    if (due != state.connections.end())
        return {PurgeWork::Connection, due->id};
    if (state.rowsMayGo && state.ordersAreDue)
        return {PurgeWork::Orders, {}};
    if (state.rowsMayGo && state.recordsAreDue)
        return {PurgeWork::HoldRecords, {}};
    if (!state.logIsSeen)
        return {PurgeWork::AuditLog, {}};
    return {};
}

} // namespace sk::profile
