// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/feed.h"

namespace sk::sync {

inline constexpr std::string_view kMarketplacesDataSet = "marketplaces";

/// `marketplaces` by getMarketplaceParticipations: one call, at most once a day unless asked for by name.
class MarketplacesFeed final : public Feed
{
public:
    MarketplacesFeed(model::ConnectionId connection, bool forced)
        : m_connection(std::move(connection))
        , m_forced(forced)
    {
    }

    [[nodiscard]] std::string_view dataSet() const override { return kMarketplacesDataSet; }
    [[nodiscard]] Result<std::optional<amazon::ApiCall>> next(Storage &storage) override;
    [[nodiscard]] Result<Ingested> ingest(Storage &storage, std::string_view body) override;
    [[nodiscard]] Result<bool> recover(Storage &, const Error &) override { return false; }
    [[nodiscard]] Outlook outlook(std::int64_t) const override { return {}; }

private:
    model::ConnectionId m_connection;
    bool m_forced;
    bool m_done = false;
};

} // namespace sk::sync
