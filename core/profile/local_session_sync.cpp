// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's half that talks to Amazon: connecting, testing, syncing.
#include "core/profile/local_session_p.h"

#include "core/amazon/regions.h"
#include "core/amazon/sellers_parser.h"
#include "core/profile/retention.h"
#include "core/sync/addresses_feed.h"
#include "core/sync/marketplaces_feed.h"
#include "core/sync/orders_feed.h"

#include <QLockFile>

#include <algorithm>

namespace sk::profile {

namespace {

const amazon::ApiCall kProbe{amazon::OperationId::GetMarketplaceParticipations, {}, {}};

/// How far back orders reach (sp-api.md 4.1): two years, in three marketplaces since 2016.
constexpr std::chrono::days kHistory{730};
constexpr Day kLongHistoryFrom = std::chrono::sys_days(std::chrono::year(2016) / 1 / 1);

std::vector<model::AuditEvent> eventsOf(const amazon::ApiOutcome &outcome)
{
    std::vector<model::AuditEvent> events;
    for (const amazon::ApiAttempt &attempt : outcome.attempts)
        events.push_back({model::AuditActor::Owner,
                          attempt.operation,
                          {},
                          attempt.dataClass,
                          0,
                          attempt.error,
                          attempt.httpStatus,
                          attempt.requestId,
                          attempt.duration});
    return events;
}

Result<std::vector<model::Marketplace>> marketplacesIn(const amazon::ApiOutcome &outcome)
{
    if (!outcome.response)
        return fail(outcome.response.error());
    const QByteArray &body = outcome.response->body;
    return amazon::parseMarketplaces({body.constData(), static_cast<std::size_t>(body.size())});
}

/// What can be known of a marketplace without asking: enough for an application without the role of the Sellers API.
model::Marketplace knownMarketplace(const std::string &id)
{
    model::Marketplace marketplace;
    marketplace.id = {id};
    marketplace.participating = true;
    if (const amazon::MarketplaceFact *fact = amazon::findMarketplace(id))
        marketplace.countryCode = fact->country;
    return marketplace;
}

/// The marketplaces to sync: those asked for, or all the account takes part in.
Result<std::vector<model::Marketplace>> chosen(const Result<std::vector<model::Marketplace>> &found,
                                               const std::vector<std::string> &wanted)
{
    const bool mayDoWithout = !found && !wanted.empty()
        && (found.error().kind == ErrorKind::RoleMissing || found.error().kind == ErrorKind::NotFound);
    if (!found && !mayDoWithout)
        return fail(found.error());
    if (wanted.empty())
        return *found;
    std::vector<model::Marketplace> marketplaces;
    for (const std::string &id : wanted) {
        const auto isWanted = [&](const model::Marketplace &marketplace) { return marketplace.id.value == id; };
        const auto at = found ? std::find_if(found->begin(), found->end(), isWanted)
                              : std::vector<model::Marketplace>::const_iterator();
        if (found && at == found->end())
            return fail(ErrorKind::Usage, "the account does not take part in the marketplace " + id);
        marketplaces.push_back(found ? *at : knownMarketplace(id));
    }
    return marketplaces;
}

Result<void> checkRequest(const ConnectRequest &request)
{
    for (const std::string &id : request.marketplaces) {
        const amazon::MarketplaceFact *fact = amazon::findMarketplace(id);
        if (fact == nullptr)
            return fail(ErrorKind::Usage, "no marketplace of the Selling Partner API: " + id);
        if (fact->region != request.region)
            return fail(ErrorKind::Usage, "the marketplace " + id + " is not in the region " + request.region);
    }
    return {};
}

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

amazon::SpApiClient::CredentialSource LocalSession::credentialsOf(const model::ConnectionId &connection)
{
    return [this, connection] {
        return onStore([worker = m_worker, connection](Store &) -> Result<amazon::LwaCredentials> {
            const auto entry = worker->secrets->read(amazon::tokenEntry(connection.value));
            if (!entry)
                return fail(entry.error().kind == ErrorKind::NotFound ? ErrorKind::KeychainEmptied : entry.error().kind,
                            entry.error().detail);
            return amazon::LwaCredentials::decode(*entry);
        });
    };
}

Result<Link *> LocalSession::linkFor(const model::Connection &connection)
{
    if (const auto found = m_links.find(connection.id); found != m_links.end())
        return &found->second;
    SK_ASSIGN(Link link, makeLink(connection.region, connection.endpoint, credentialsOf(connection.id), m_world.clock));
    return &m_links.emplace(connection.id, std::move(link)).first->second;
}

QFuture<Result<ConnectResult>> LocalSession::connectAccount(ConnectRequest request)
{
    const SharedPromise<Result<ConnectResult>> promise;
    if (!request.replaces) {
        probe(std::move(request), promise);
        return promise.future();
    }
    const auto known = onStore([id = *request.replaces](Store &store) { return store.connection(id); });
    whenDone(known, this, [this, request, promise](const Result<model::Connection> &connection) mutable {
        if (!connection)
            return promise.finish(fail(connection.error()));
        request.region = connection->region;
        request.endpoint = connection->endpoint;
        probe(std::move(request), promise);
    });
    return promise.future();
}

/// Tests the credentials with one call; probed() stores them.
void LocalSession::probe(ConnectRequest request, const SharedPromise<Result<ConnectResult>> &promise)
{
    if (const auto checked = checkRequest(request); !checked)
        return promise.finish(fail(checked.error()));
    const amazon::LwaCredentials credentials{request.clientId, request.clientSecret, request.refreshToken};
    auto made = makeLink(
        request.region, request.endpoint,
        [credentials] { return readyFuture(Result<amazon::LwaCredentials>(credentials)); }, m_world.clock);
    if (!made)
        return promise.finish(fail(made.error()));
    m_probes.push_back(std::make_unique<Link>(std::move(*made)));
    const auto shared = std::make_shared<ConnectRequest>(std::move(request));
    Link *link = m_probes.back().get();
    whenDone(link->client->call(kProbe), this, [this, link, shared, promise](const amazon::ApiOutcome &outcome) {
        std::erase_if(m_probes, [link](const auto &other) { return other.get() == link; });
        probed(shared, outcome, promise);
    });
}

void LocalSession::probed(const std::shared_ptr<ConnectRequest> &request, const amazon::ApiOutcome &outcome,
                          const SharedPromise<Result<ConnectResult>> &promise)
{
    const auto marketplaces = chosen(marketplacesIn(outcome), request->marketplaces);
    const auto done = onStore([request, marketplaces, events = eventsOf(outcome), token = outcome.newRefreshToken,
                               random = m_world.access.random](Store &store) -> Result<ConnectResult> {
        model::Connection connection;
        std::array<std::uint8_t, 5> id{};
        random(id);
        connection.id = request->replaces.value_or(model::ConnectionId{'c' + toHex(id)});
        SK_TRY(store.recordAttempts(connection.id, events));
        if (!marketplaces)
            return fail(marketplaces.error());
        const amazon::LwaCredentials credentials{request->clientId, request->clientSecret,
                                                 token.isEmpty() ? request->refreshToken : token};
        connection.region = request->region;
        connection.sellingPartnerId = request->sellingPartnerId;
        connection.endpoint = request->endpoint;
        std::optional<model::ConnectionId> replaced = request->replaces;
        if (!replaced) {
            SK_ASSIGN(replaced, store.sameAccount(connection, request->clientId, *marketplaces));
        }
        if (replaced) {
            SK_TRY(store.replaceCredentials(*replaced, request->endpoint, credentials.encode(), *marketplaces));
            return ConnectResult{*replaced, *marketplaces};
        }
        connection.label = request->label;
        connection.createdAt = connection.authorisedAt = connection.secretEnteredAt = store.now();
        SK_TRY(store.addConnection(connection, credentials.encode(), *marketplaces));
        return ConnectResult{connection.id, *marketplaces};
    });
    whenDone(done, this, [this, promise](const Result<ConnectResult> &result) {
        if (result && !m_runs.contains(result->connection))
            m_links.erase(result->connection); // a link made with older credentials
        Q_EMIT connectionsChanged();
        Q_EMIT auditGrew();
        promise.finish(result);
    });
}

QFuture<Result<model::ConnectionTest>> LocalSession::testConnection(model::ConnectionId connection)
{
    const SharedPromise<Result<model::ConnectionTest>> promise;
    whenDone(onStore([connection](Store &store) { return store.connection(connection); }), this,
             [this, promise](const Result<model::Connection> &found) {
                 const auto link = found ? linkFor(*found) : Result<Link *>(fail(found.error()));
                 if (!link)
                     return promise.finish(fail(link.error()));
                 whenDone((*link)->client->call(kProbe), this,
                          [this, promise, id = found->id](const amazon::ApiOutcome &outcome) {
                              const auto recorded =
                                  onStore([id, events = eventsOf(outcome),
                                           works = outcome.response.has_value()](Store &store) -> Result<void> {
                                      SK_TRY(store.recordAttempts(id, events));
                                      return works ? store.reactivate(id) : Result<void>();
                                  });
                              whenDone(recorded, this, [this, promise, outcome](const Result<void> &written) {
                                  Q_EMIT connectionsChanged();
                                  Q_EMIT auditGrew();
                                  auto marketplaces = written
                                      ? marketplacesIn(outcome)
                                      : Result<std::vector<model::Marketplace>>(fail(written.error()));
                                  promise.finish(marketplaces.transform([&](const auto &list) {
                                      return model::ConnectionTest{list,
                                                                   outcome.attempts.empty()
                                                                       ? std::chrono::milliseconds(0)
                                                                       : outcome.attempts.back().duration};
                                  }));
                              });
                          });
             });
    return promise.future();
}

QFuture<Result<model::SyncReport>> LocalSession::sync(SyncRequest request)
{
    if (m_syncing)
        return readyFuture(Result<model::SyncReport>(fail(ErrorKind::ProfileBusy, "a sync is running already")));
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
    const auto future = m_syncPromise->future();
    whenDone(planned, this, [this, request](const Result<Plan> &plan) {
        if (!plan)
            return finishSync(fail(plan.error()));
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
    for (const model::ConnectionView &view : views) {
        const model::Connection &connection = view.connection;
        if (!isMeant(view) || connection.state == model::ConnectionState::Disconnected)
            continue;
        const auto link = linkFor(connection);
        if (!link || connection.state != model::ConnectionState::Active) {
            const Error error =
                link ? Error{connection.stateReason.value_or(ErrorKind::AuthorisationRevoked), {}} : link.error();
            m_report.dataSets.push_back({connection.id, std::string(sync::kOrdersDataSet), 0, 0, 0, 0, error});
            continue;
        }
        auto *run = new sync::SyncRun(
            connection.id, *(*link)->client, *(*link)->transport, feedsFor(request, view, piiDays), *m_thread,
            [worker = m_worker]() -> sync::Storage & { return worker->store->storage(); }, m_world.clock, random01());
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
        std::vector<std::string> ids;
        for (const model::Marketplace &marketplace : view.marketplaces) {
            if (marketplace.participating)
                ids.push_back(marketplace.id.value);
        }
        const Time floor = request.since ? Time(*request.since) : historyFloor(view.marketplaces, m_world.clock.now());
        feeds.push_back(
            std::make_unique<sync::OrdersFeed>(connection.id, std::move(ids), floor, request.since.has_value()));
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
