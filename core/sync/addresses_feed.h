// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/feed.h"

#include <deque>

namespace sk::sync {

inline constexpr std::string_view kAddressesDataSet = "fulfilment-addresses";

/// An order that was not shipped for this long will not be: its address is not asked for.
inline constexpr std::chrono::days kOldestOpenOrder{90};

/// Asks for an order with its recipient.
[[nodiscard]] amazon::ApiCall addressCall(const model::OrderId &order);

/// The opt-in "fulfilment addresses": getOrder with RECIPIENT, one by one, only for merchant-fulfilled orders that
/// still have to be shipped. Values are sealed in pii.db with their expiry day before the vault learns of the call.
class AddressesFeed final : public Feed
{
public:
    AddressesFeed(model::ConnectionId connection, std::vector<model::Feature> enabled, int retentionDays);

    [[nodiscard]] std::string_view dataSet() const override { return kAddressesDataSet; }
    [[nodiscard]] Result<std::optional<amazon::ApiCall>> next(Storage &storage) override;
    [[nodiscard]] Result<Ingested> ingest(Storage &storage, std::string_view body) override;
    [[nodiscard]] Result<bool> recover(Storage &storage, const Error &error) override;
    [[nodiscard]] Outlook outlook(std::int64_t received) const override;

private:
    [[nodiscard]] Result<void> finishOrder(Storage &storage);

    model::ConnectionId m_connection;
    std::vector<model::Feature> m_enabled;
    int m_retentionDays;
    bool m_loaded = false;
    std::deque<model::OrderId> m_orders; ///< the front one is being asked for
};

} // namespace sk::sync
