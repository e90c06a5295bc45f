// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/orders_parser.h"
#include "core/sync/feed.h"
#include "core/sync/loop_guard.h"
#include "core/sync/orders_planner.h"

#include <vector>

namespace sk::sync {

inline constexpr std::string_view kOrdersDataSet = "orders";
inline constexpr std::string_view kOrderItemsDataSet = "order-items";

/// `orders` and `order-items` by searchOrders. Asks for no PII; removes what comes all the same, and says so in the
/// audit.
class OrdersFeed final : public Feed
{
public:
    /// `floor`: where the history begins on the first run; `explicitFloor`: the user named it, so a later run reaches
    /// back to it as well.
    OrdersFeed(model::ConnectionId connection, std::vector<std::string> marketplaces, Time floor, bool explicitFloor);

    [[nodiscard]] std::string_view dataSet() const override { return kOrdersDataSet; }
    [[nodiscard]] std::string_view partsDataSet() const override { return kOrderItemsDataSet; }
    [[nodiscard]] Result<std::optional<amazon::ApiCall>> next(Storage &storage) override;
    [[nodiscard]] Result<Ingested> ingest(Storage &storage, std::string_view body) override;
    [[nodiscard]] Result<bool> recover(Storage &storage, const Error &error) override;
    [[nodiscard]] Outlook outlook(std::int64_t received) const override;

private:
    [[nodiscard]] Result<void> load(Storage &storage);
    [[nodiscard]] Result<void> save(Storage &storage) const;
    void estimate(std::int64_t received);
    [[nodiscard]] amazon::ApiCall callFor(const PageRequest &request) const;

    model::ConnectionId m_connection;
    std::vector<std::string> m_marketplaces;
    Time m_floor;
    bool m_explicitFloor;
    std::optional<OrdersCursor> m_cursor;
    PageRequest m_request;
    LoopGuard m_guard;
    bool m_updatesOfThisRun = false; ///< a series of updates that ends at this run's own time was begun
    bool m_updatesDone = false;
    std::int64_t m_received = 0;
    std::optional<std::int64_t> m_estimate; ///< orders in all, as of the last window that was finished
    bool m_clockCorrected = false;
    int m_refusedTokens = 0;
};

} // namespace sk::sync
