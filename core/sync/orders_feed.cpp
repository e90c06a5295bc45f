// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/orders_feed.h"

#include "core/base/text.h"
#include "core/sync/cursor_store.h"

namespace sk::sync {

namespace {

/// Every data set of Orders 2026-01-01 that is no PII as such (sp-api.md 5.2). PACKAGES brings ship and delivery times,
/// from which PII expiry counts; its tracking numbers are removed.
constexpr std::string_view kIncludedData =
    "FULFILLMENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,PACKAGES,FULFILLMENT_ORDERS";
constexpr int kMostRefusedTokens = 3;

} // namespace

OrdersFeed::OrdersFeed(model::ConnectionId connection, std::vector<std::string> marketplaces, Time floor,
                       bool explicitFloor)
    : m_connection(std::move(connection))
    , m_marketplaces(std::move(marketplaces))
    , m_floor(floor)
    , m_explicitFloor(explicitFloor)
{
}

Result<void> OrdersFeed::load(Storage &storage)
{
    if (m_cursor)
        return {};
    SK_ASSIGN(const std::string state, readCursor(storage.vault, m_connection, kOrdersDataSet));
    if (state.empty()) {
        m_cursor = startAt(m_floor);
        return {};
    }
    SK_ASSIGN(OrdersCursor cursor, OrdersCursor::fromJson(state));
    m_cursor = m_explicitFloor ? extendedTo(std::move(cursor), m_floor) : std::move(cursor);
    return {};
}

Result<void> OrdersFeed::save(Storage &storage) const
{
    const std::optional<Time> fresh = m_cursor->historyComplete ? m_cursor->watermark : std::nullopt;
    return writeCursor(storage.vault, m_connection, kOrdersDataSet, m_cursor->toJson(), fresh);
}

Result<std::optional<amazon::ApiCall>> OrdersFeed::next(Storage &storage)
{
    SK_TRY(load(storage));
    const auto request = nextPage(*m_cursor, storage.time.requestTime(), m_updatesDone);
    if (!request)
        return std::optional<amazon::ApiCall>();
    if (request->token.empty())
        m_guard.reset();
    if (request->series == Series::Updates && !m_cursor->series)
        m_updatesOfThisRun = true;
    m_request = *request;
    return std::optional(callFor(*request));
}

amazon::ApiCall OrdersFeed::callFor(const PageRequest &request) const
{
    const bool updates = request.series == Series::Updates;
    amazon::ApiCall call{amazon::OperationId::SearchOrders, {}, {}};
    call.query = {{updates ? "lastUpdatedAfter" : "createdAfter", toIso(request.window.from)},
                  {updates ? "lastUpdatedBefore" : "createdBefore", toIso(request.window.until)},
                  {"includedData", std::string(kIncludedData)},
                  {"maxResultsPerPage", std::to_string(amazon::operation(call.operation).pageSize)}};
    if (!m_marketplaces.empty())
        call.query.emplace_back("marketplaceIds", joined(m_marketplaces, ','));
    if (!request.token.empty())
        call.query.emplace_back("paginationToken", request.token);
    return call;
}

Result<Ingested> OrdersFeed::ingest(Storage &storage, std::string_view body)
{
    SK_ASSIGN(amazon::OrdersPage page, amazon::parseOrdersPage(body));
    std::vector<std::string> ids;
    for (const amazon::ParsedOrder &parsed : page.orders)
        ids.push_back(parsed.order.id.value);
    const auto looping = m_guard.check(page.nextToken, ids);
    if (!looping)
        return fail(looping.error());

    const Time now = storage.time.now();
    const records::Origin origin{m_connection, now, "searchOrders"};
    Ingested ingested;
    std::int64_t removed = 0;
    for (amazon::ParsedOrder &parsed : page.orders) {
        ++ingested.received;
        SK_ASSIGN(const bool wanted, storage.erased.admit(parsed.order));
        if (!wanted) {
            removed += static_cast<std::int64_t>(parsed.personal.size());
            continue;
        }
        SK_ASSIGN(const bool changed, storage.orders.store(parsed.order, origin));
        ingested.stored += changed ? 1 : 0;
        const auto items = static_cast<std::int64_t>(parsed.order.items.size());
        ingested.receivedParts += items;
        ingested.storedParts += changed ? items : 0;
        removed += static_cast<std::int64_t>(parsed.personal.size());
    }
    if (removed > 0) {
        model::AuditEvent event{model::AuditActor::System, model::AuditOperation::PiiRemoved, m_connection,
                                model::DataClass::Pii, removed};
        SK_TRY(storage.audit.append(event, now));
    }
    const auto echoed = m_request.series == Series::Updates ? page.lastUpdatedBefore : page.createdBefore;
    m_cursor = afterPage(*m_cursor, m_request, {ingested.received, page.nextToken, echoed}, storage.clock.now());
    if (m_request.series == Series::Updates && page.nextToken.empty())
        m_updatesDone = m_updatesOfThisRun; // what an earlier run began ends where that run stood
    estimate(ingested.received);
    SK_TRY(save(storage));
    return ingested;
}

Result<bool> OrdersFeed::recover(Storage &storage, const Error &error)
{
    if (error.kind == ErrorKind::RequestRefused && storage.time.clockIsFast() && !m_clockCorrected) {
        m_clockCorrected = true; // the bounds lay in Amazon's future; next() now counts from Amazon's time
        return true;
    }
    if (error.kind != ErrorKind::PaginationTokenRefused || ++m_refusedTokens > kMostRefusedTokens)
        return false;
    m_cursor = afterRefusedToken(*m_cursor);
    SK_TRY(save(storage));
    return true;
}

/// Between windows the share of time covered tells the whole; within one it would mislead, so the last estimate stands.
Feed::Outlook OrdersFeed::outlook(std::int64_t received) const
{
    if (!m_cursor || !m_estimate)
        return {};
    const std::int64_t expected = std::max(*m_estimate, received);
    return {expected, (expected - received) / amazon::operation(amazon::OperationId::SearchOrders).pageSize};
}

void OrdersFeed::estimate(std::int64_t received)
{
    m_received += received;
    const auto share = m_cursor->series ? std::nullopt : historyShare(*m_cursor);
    if (share && *share > 0)
        m_estimate = static_cast<std::int64_t>(static_cast<double>(m_received) / *share);
}

} // namespace sk::sync
