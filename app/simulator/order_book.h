// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/marketplaces.h"
#include "app/simulator/options.h"
#include "app/simulator/order_facts.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sk::simulator {

class Random;

/// Which orders a search wants; times in UTC milliseconds, both bounds included (model).
struct OrderFilter
{
    bool byUpdate = false; ///< filter and order by lastUpdatedTime, else by createdTime
    Millis from = 0;
    Millis until = 0;
    Millis oldestCreated = 0;       ///< Amazon's two-year limit
    std::uint32_t statuses = 0;     ///< bit per Status; 0: all
    std::uint32_t marketplaces = 0; ///< bit per index of the seller's marketplaces; 0: all
    bool merchant = true;
    bool amazon = true;
    Millis visible = 0;
};

/// All orders of the simulated seller. Safe to use from several threads.
class OrderBook
{
public:
    OrderBook(const Options &options, std::vector<const Marketplace *> marketplaces, Millis visible);

    /// Indices of the matching orders, oldest first, equal times by order id.
    std::vector<std::uint32_t> find(const OrderFilter &filter) const;

    std::optional<OrderFacts> byId(std::string_view orderId) const;

    /// Copies of the orders at these indices.
    std::vector<OrderFacts> at(const std::uint32_t *begin, const std::uint32_t *end) const;
    std::vector<OrderFacts> all() const;

    /// Lets `count` new orders appear that were placed at `visible`.
    void add(int count, Millis visible);

    /// Updates `count` orders at `visible`; open merchant orders are shipped by it.
    void touch(int count, Millis visible);

    const Marketplace &marketplaceOf(const OrderFacts &order) const { return *m_marketplaces[order.marketplace]; }
    const std::vector<const Marketplace *> &marketplaces() const { return m_marketplaces; }

private:
    OrderFacts draw(Millis created);
    void insert(const OrderFacts &order);

    const std::vector<const Marketplace *> m_marketplaces;
    const std::uint64_t m_seed;
    const double m_merchantShare;
    mutable std::mutex m_mutex;
    std::vector<OrderFacts> m_orders;
    std::unordered_map<std::uint32_t, std::uint32_t> m_byTail;
    std::uint32_t m_touches = 0;
};

} // namespace sk::simulator
