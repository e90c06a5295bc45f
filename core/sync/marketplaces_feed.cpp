// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/marketplaces_feed.h"

#include "core/amazon/sellers_parser.h"
#include "core/records/connection_repository.h"
#include "core/sync/cursor_store.h"

namespace sk::sync {

namespace {

constexpr std::chrono::hours kRefreshAfter{24};
constexpr std::string_view kFresh =
    "SELECT count(*) FROM sync_cursor WHERE connection = ?1 AND data_set = ?2 AND fresh_as_of > ?3 AND fresh_as_of <= ?4";

} // namespace

Result<std::optional<amazon::ApiCall>> MarketplacesFeed::next(Storage &storage)
{
    SK_ASSIGN(vault::Statement fresh, storage.vault.prepare(kFresh));
    const Time now = storage.clock.now();
    SK_TRY(fresh.bindAll(m_connection.value, kMarketplacesDataSet, now - kRefreshAfter, now));
    SK_TRY(fresh.next());
    if (m_done || (!m_forced && fresh.integer(0) > 0))
        return std::optional<amazon::ApiCall>();
    return std::optional(amazon::ApiCall{amazon::OperationId::GetMarketplaceParticipations, {}, {}});
}

Result<Ingested> MarketplacesFeed::ingest(Storage &storage, std::string_view body)
{
    SK_ASSIGN(const std::vector<model::Marketplace> marketplaces, amazon::parseMarketplaces(body));
    const Time now = storage.clock.now();
    const records::ConnectionRepository repository(storage.vault);
    SK_ASSIGN(const std::int64_t stored, repository.replaceMarketplaces(m_connection, marketplaces, now));
    SK_TRY(writeCursor(storage.vault, m_connection, kMarketplacesDataSet, "{}", now));
    m_done = true;
    return Ingested{static_cast<std::int64_t>(marketplaces.size()), stored};
}

} // namespace sk::sync
