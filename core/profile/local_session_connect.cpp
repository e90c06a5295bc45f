// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's half that makes and tests connections.
#include "core/profile/local_session_p.h"

#include "core/amazon/regions.h"
#include "core/amazon/sellers_parser.h"

#include <QLockFile>

#include <algorithm>

namespace sk::profile {

namespace {

const amazon::ApiCall kProbe{amazon::OperationId::GetMarketplaceParticipations, {}, {}};

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

Result<void> checkMarketplaces(const std::vector<std::string> &marketplaces, const std::string &region)
{
    for (const std::string &id : marketplaces) {
        const amazon::MarketplaceFact *fact = amazon::findMarketplace(id);
        if (fact == nullptr)
            return fail(ErrorKind::Usage, "no marketplace of the Selling Partner API: " + id);
        if (fact->region != region)
            return fail(ErrorKind::Usage, "the marketplace " + id + " is not in the region " + region);
    }
    return {};
}

/// One call that shows whether the credentials work: of Ads nothing but its token is used yet.
QFuture<amazon::ApiOutcome> probeCall(amazon::SpApiClient &client, model::ConnectionKind kind)
{
    return kind == model::ConnectionKind::Ads ? client.checkCredentials() : client.call(kProbe);
}

Result<std::vector<model::Marketplace>> probedMarketplaces(const amazon::ApiOutcome &outcome,
                                                           model::ConnectionKind kind)
{
    if (kind == model::ConnectionKind::Ads)
        return outcome.response.transform([](const net::HttpResponse &) { return std::vector<model::Marketplace>(); });
    return marketplacesIn(outcome);
}

} // namespace

std::vector<model::AuditEvent> eventsOf(const std::vector<amazon::ApiAttempt> &attempts)
{
    std::vector<model::AuditEvent> events;
    for (const amazon::ApiAttempt &attempt : attempts)
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

Result<amazon::LwaCredentials> readCredentials(secrets::SecretStore &secrets, const model::ConnectionId &connection)
{
    const auto entry = secrets.read(amazon::tokenEntry(connection.value));
    if (!entry)
        return fail(entry.error().kind == ErrorKind::NotFound ? ErrorKind::KeychainEmptied : entry.error().kind,
                    entry.error().detail);
    return amazon::LwaCredentials::decode(*entry);
}

amazon::SpApiClient::CredentialSource LocalSession::credentialsOf(const model::ConnectionId &connection)
{
    return [this, connection] {
        return onStore(
            [worker = m_worker, connection](Store &) { return readCredentials(*worker->secrets, connection); });
    };
}

Result<Link *> LocalSession::linkFor(const model::Connection &connection)
{
    if (const auto found = m_links.find(connection.id); found != m_links.end())
        return &found->second;
    SK_ASSIGN(Link link, makeLink(connection, credentialsOf(connection.id), m_world.clock));
    return &m_links.emplace(connection.id, std::move(link)).first->second;
}

QFuture<Result<ConnectResult>> LocalSession::connectAccount(ConnectRequest request)
{
    const Connected promise;
    Candidate candidate;
    candidate.connection.region = request.region;
    candidate.connection.label = request.label;
    candidate.connection.sellingPartnerId = request.sellingPartnerId;
    candidate.connection.endpoint = request.endpoint;
    candidate.credentials = {request.clientId, request.clientSecret, request.refreshToken};
    candidate.marketplaces = request.marketplaces;
    candidate.features = request.features;
    candidate.replaces = request.replaces;
    if (!request.replaces) {
        probe(std::move(candidate), promise);
        return promise.future();
    }
    const auto known = onStore([id = *request.replaces](Store &store) { return store.connection(id); });
    whenDone(known, this, [this, candidate, promise](const Result<model::Connection> &connection) mutable {
        if (!connection)
            return promise.finish(fail(connection.error()));
        candidate.connection.kind = connection->kind;
        candidate.connection.region = connection->region;
        candidate.connection.endpoint = connection->endpoint;
        candidate.connection.applicationId = connection->applicationId;
        candidate.connection.redirectUrl = connection->redirectUrl;
        probe(std::move(candidate), promise);
    });
    return promise.future();
}

/// Tests the credentials with one call; probed() stores them.
void LocalSession::probe(Candidate candidate, const Connected &promise)
{
    const model::Connection &connection = candidate.connection;
    if (const auto checked = checkMarketplaces(candidate.marketplaces, connection.region); !checked)
        return promise.finish(fail(checked.error()));
    auto made = makeLink(
        connection,
        [credentials = candidate.credentials] { return readyFuture(Result<amazon::LwaCredentials>(credentials)); },
        m_world.clock);
    if (!made)
        return promise.finish(fail(made.error()));
    m_probes.push_back(std::make_unique<Link>(std::move(*made)));
    Link *link = m_probes.back().get();
    const auto answer = probeCall(*link->client, connection.kind);
    const auto shared = std::make_shared<Candidate>(std::move(candidate));
    whenDone(answer, this, [this, link, shared, promise](const amazon::ApiOutcome &outcome) {
        std::erase_if(m_probes, [link](const auto &other) { return other.get() == link; });
        probed(shared, outcome, promise);
    });
}

void LocalSession::probed(const std::shared_ptr<Candidate> &candidate, const amazon::ApiOutcome &outcome,
                          const Connected &promise)
{
    const auto marketplaces = chosen(probedMarketplaces(outcome, candidate->connection.kind), candidate->marketplaces);
    if (!outcome.newRefreshToken.isEmpty())
        candidate->credentials.refreshToken = outcome.newRefreshToken;
    const auto done = onStore([candidate, marketplaces, events = eventsOf(outcome.attempts),
                               newId = newConnectionId()](Store &store) -> Result<ConnectResult> {
        SK_TRY(store.recordAttempts(candidate->replaces.value_or(newId), events));
        if (!marketplaces)
            return fail(marketplaces.error());
        return keep(store, *candidate, *marketplaces, newId);
    });
    whenDone(done, this, [this, promise](const Result<ConnectResult> &result) {
        if (result && !m_runs.contains(result->connection))
            m_links.erase(result->connection); // a link made with older credentials
        Q_EMIT connectionsChanged();
        Q_EMIT auditGrew();
        promise.finish(result);
    });
}

/// Credentials that work: of a new connection, or of one that is there already.
Result<ConnectResult> LocalSession::keep(Store &store, const Candidate &candidate,
                                         const std::vector<model::Marketplace> &marketplaces,
                                         const model::ConnectionId &newId)
{
    model::Connection connection = candidate.connection;
    for (Time *age : {&connection.authorisedAt, &connection.secretEnteredAt}) {
        if (*age == Time())
            *age = store.now();
    }
    connection.id = newId;
    connection.createdAt = store.now();
    std::optional<model::ConnectionId> known = candidate.replaces;
    if (!known) {
        SK_ASSIGN(known, store.sameAccount(connection, candidate.credentials.clientId, marketplaces));
    }
    if (known)
        SK_TRY(store.replaceCredentials(*known, connection, candidate.credentials.encode(), marketplaces));
    else
        SK_TRY(store.addConnection(connection, candidate.credentials.encode(), marketplaces));
    const model::ConnectionId id = known.value_or(newId);
    for (const model::Feature feature : candidate.features)
        SK_TRY(store.setFeature(id, feature, true));
    return ConnectResult{id, marketplaces};
}

model::ConnectionId LocalSession::newConnectionId() const
{
    std::array<std::uint8_t, 5> id{};
    m_world.access.random(id);
    return {'c' + toHex(id)};
}

QFuture<Result<model::ConnectionTest>> LocalSession::testConnection(model::ConnectionId connection)
{
    const SharedPromise<Result<model::ConnectionTest>> promise;
    whenDone(onStore([connection](Store &store) { return store.connection(connection); }), this,
             [this, promise](const Result<model::Connection> &found) {
                 const auto link = found ? linkFor(*found) : Result<Link *>(fail(found.error()));
                 if (!link)
                     return promise.finish(fail(link.error()));
                 whenDone(probeCall(*(*link)->client, found->kind), this,
                          [this, promise, id = found->id, kind = found->kind](const amazon::ApiOutcome &outcome) {
                              const auto recorded =
                                  onStore([id, events = eventsOf(outcome.attempts),
                                           works = outcome.response.has_value()](Store &store) -> Result<void> {
                                      SK_TRY(store.recordAttempts(id, events));
                                      return works ? store.reactivate(id) : Result<void>();
                                  });
                              whenDone(recorded, this, [this, promise, outcome, kind](const Result<void> &written) {
                                  Q_EMIT connectionsChanged();
                                  Q_EMIT auditGrew();
                                  auto marketplaces = written
                                      ? probedMarketplaces(outcome, kind)
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

} // namespace sk::profile
