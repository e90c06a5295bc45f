// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's half that syncs.
#include "core/profile/local_session_p.h"

#include "core/amazon/regions.h"
#include "core/profile/retention.h"
#include "core/sync/addresses_feed.h"
#include "core/sync/marketplaces_feed.h"
#include "core/sync/orders_feed.h"

#include <algorithm>

namespace sk::profile {

namespace {

/// How far back orders reach (sp-api.md 4.1): two years, in three marketplaces since 2016.
constexpr std::chrono::days kHistory{730};
constexpr Day kLongHistoryFrom = std::chrono::sys_days(std::chrono::year(2016) / 1 / 1);

Time historyFloor(const std::vector<model::Marketplace> &marketplaces, Time now)
{
    const bool longHistory =
        std::any_of(marketplaces.begin(), marketplaces.end(), [](const model::Marketplace &marketplace) {
            const amazon::MarketplaceFact *fact = amazon::findMarketplace(marketplace.id.value);
            return fact != nullptr && fact->historySince2016;
        });
    return longHistory ? Time(kLongHistoryFrom) : now - kHistory;
}

} // namespace

QFuture<Result<model::SyncReport>> LocalSession::sync(SyncRequest request)
{
    if (m_syncing || m_changingKeys)
        return readyFuture(Result<model::SyncReport>(fail(
            ErrorKind::ProfileBusy, m_syncing ? "a sync is running already" : "the profile's keys are being renewed")));
    m_syncing = true;
    m_report = {};
    m_syncPromise.emplace();
    struct Plan
    {
        std::vector<model::ConnectionView> views;
        int piiDays;
    };
    const auto planned = onStore([](Store &store) -> Result<Plan> {
        SK_ASSIGN(std::vector<model::ConnectionView> views, store.connections());
        SK_ASSIGN(const int piiDays, store.retentionValue(std::string(kPiiDays)));
        return Plan{std::move(views), piiDays};
    });
    auto future = m_syncPromise->future();
    whenDone(planned, this, [this, request](const Result<Plan> &plan) {
        if (!plan)
            return finishSync(fail(plan.error()));
        if (m_changingKeys)
            return finishSync(fail(ErrorKind::Cancelled, "the profile's keys are being renewed"));
        startRuns(request, plan->views, plan->piiDays);
    });
    return future;
}

void LocalSession::startRuns(const SyncRequest &request, const std::vector<model::ConnectionView> &views, int piiDays)
{
    const auto isMeant = [&](const model::ConnectionView &view) {
        return !request.connection || view.connection.id == *request.connection;
    };
    if (request.connection && std::none_of(views.begin(), views.end(), isMeant))
        return finishSync(fail(ErrorKind::NotFound, "no connection " + request.connection->value));
    const bool onlyAds = request.connection && std::all_of(views.begin(), views.end(), [&](const auto &view) {
                             return !isMeant(view) || view.connection.kind == model::ConnectionKind::Ads;
                         });
    if (onlyAds)
        return finishSync(
            fail(ErrorKind::Usage, "Amazon Ads is authorised and kept; this version does not sync it yet"));
    for (const model::ConnectionView &view : views) {
        const model::Connection &connection = view.connection;
        if (!isMeant(view) || connection.state == model::ConnectionState::Disconnected
            || connection.kind == model::ConnectionKind::Ads)
            continue;
        const auto link = linkFor(connection);
        if (!link || connection.state != model::ConnectionState::Active) {
            const Error error =
                link ? Error{connection.stateReason.value_or(ErrorKind::AuthorisationRevoked), {}} : link.error();
            m_report.dataSets.push_back({connection.id, std::string(sync::kOrdersDataSet), 0, 0, 0, 0, error});
            continue;
        }
        sync::SyncRun::World world{*m_thread,
                                   [worker = m_worker]() -> sync::Storage & { return worker->store->storage(); },
                                   m_world.clock, random01()};
        auto *run = new sync::SyncRun(connection.id, *(*link)->client, *(*link)->transport,
                                      feedsFor(request, view, piiDays), std::move(world));
        run->setParent(this);
        m_runs.emplace(connection.id, run);
        connect(run, &sync::SyncRun::progressed, this, [this](const model::SyncProgress &progress) {
            Q_EMIT syncProgressed(progress);
            Q_EMIT auditGrew();
        });
        connect(run, &sync::SyncRun::finished, this,
                [this, run](const std::vector<model::DataSetReport> &reports) { runEnded(run, reports); });
    }
    if (m_runs.empty())
        return finishSync(m_report);
    const auto runs = m_runs; // a run may end at once
    for (const auto &[id, run] : runs)
        run->start();
}

std::vector<std::unique_ptr<sync::Feed>> LocalSession::feedsFor(const SyncRequest &request,
                                                                const model::ConnectionView &view, int piiDays)
{
    const model::Connection &connection = view.connection;
    const auto named = [&](std::string_view name) {
        return std::find(request.dataSets.begin(), request.dataSets.end(), name) != request.dataSets.end();
    };
    const auto wanted = [&](std::string_view name) { return request.dataSets.empty() || named(name); };
    std::vector<std::unique_ptr<sync::Feed>> feeds;
    if (wanted(sync::kMarketplacesDataSet))
        feeds.push_back(std::make_unique<sync::MarketplacesFeed>(connection.id, named(sync::kMarketplacesDataSet)));
    if (wanted(sync::kOrdersDataSet) || wanted(sync::kOrderItemsDataSet)) {
        const Time floor = request.since ? Time(*request.since) : historyFloor(view.marketplaces, m_world.clock.now());
        feeds.push_back(std::make_unique<sync::OrdersFeed>(connection.id, model::participatingIn(view.marketplaces),
                                                           floor, request.since.has_value()));
    }
    const bool addresses =
        std::find(connection.features.begin(), connection.features.end(), model::Feature::FulfilmentAddresses)
        != connection.features.end();
    if (addresses && wanted(sync::kAddressesDataSet))
        feeds.push_back(std::make_unique<sync::AddressesFeed>(connection.id, connection.features, piiDays));
    return feeds;
}

void LocalSession::runEnded(sync::SyncRun *run, const std::vector<model::DataSetReport> &reports)
{
    m_report.dataSets.insert(m_report.dataSets.end(), reports.begin(), reports.end());
    std::erase_if(m_runs, [run](const auto &entry) { return entry.second == run; });
    run->deleteLater();
    if (m_runs.empty())
        finishSync(m_report);
}

void LocalSession::finishSync(Result<model::SyncReport> report)
{
    m_syncing = false;
    Q_EMIT connectionsChanged();
    Q_EMIT auditGrew();
    if (report)
        Q_EMIT syncFinished(*report);
    const auto promise = std::exchange(m_syncPromise, std::nullopt);
    promise->finish(std::move(report));
}

void LocalSession::stopSync()
{
    const auto runs = m_runs;
    for (const auto &[id, run] : runs)
        run->stop();
}

} // namespace sk::profile
