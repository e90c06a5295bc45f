// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/messages.h"
#include "app/simulator/order_book.h"
#include "app/simulator/stats.h"

namespace sk::simulator {

/// The simulator's own remote control below /simulator/; needs no token, loopback only.
/// POST faults {"kind":…,"from":1,"times":1,"value":0} or {"clear":true} · GET faults (catalogue)
/// GET stats · POST orders {"add":n,"touch":n}
class ControlApi
{
public:
    ControlApi(OrderBook &book, FaultPlan &faults, const Stats &stats);

    /// @param visible when changes made through here are dated.
    Reply answer(const Request &request, Millis visible);

private:
    Reply injectFault(const std::string &body);
    Reply changeOrders(const std::string &body, Millis visible);

    OrderBook &m_book;
    FaultPlan &m_faults;
    const Stats &m_stats;
};

} // namespace sk::simulator
