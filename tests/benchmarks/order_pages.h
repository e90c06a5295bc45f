// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <string>

namespace sk::bench {

/// Answers of searchOrders as Amazon words them (Orders 2026-01-01) for the data sets the orders feed asks for: ids in
/// random order, 1 to 3 items, proceeds by type, packages with tracking numbers. The same number is always the same
/// page.
class OrderPages
{
public:
    static constexpr int kOrdersPerPage = 100;
    /// The planner's own aim for one series of pages: the last one carries no token.
    static constexpr int kPagesPerWindow = 40;

    /// The newest order was created at `newest`; the others follow it backwards in time.
    explicit OrderPages(Time newest) : m_newest(newest) {}

    [[nodiscard]] std::string page(int number) const;

private:
    Time m_newest;
};

} // namespace sk::bench
