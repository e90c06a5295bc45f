// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/order_book.h"
#include "app/simulator/simulator.h"

#include <vector>

namespace sk::simulator {

/// The facts of all orders created from `oldest` to `visible`, in their state at `visible`.
std::vector<ExpectedOrder> expectedFrom(const OrderBook &book, Millis visible, Millis oldest);

/// One order as one line of JSON.
std::string expectedLine(const ExpectedOrder &order);

} // namespace sk::simulator
