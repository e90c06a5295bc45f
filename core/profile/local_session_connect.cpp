// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's half that makes connections.
#include "core/profile/local_session_p.h"

#include "core/amazon/regions.h"
#include "core/amazon/sellers_parser.h"
#include "core/net/backoff.h"

#include <algorithm>

namespace sk::profile {

namespace {

const amazon::ApiCall kProbe{amazon::OperationId::GetMarketplaceParticipations, {}, {}};
constexpr std::chrono::milliseconds kLongestPause = std::chrono::minutes(1);

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

/// The marketplaces to sync: those asked for, or all the account takes part in. Of some that were noted earlier, those
/// that are left.
Result<std::vector<model::Marketplace>> chosen(const Result<std::vector<model::Marketplace>> &found,
                                               const std::vector<std::string> &wanted, bool mayBeGone)
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
        if (!found) {
            if (!mayBeGone || amazon::findMarketplace(id) != nullptr)
                marketplaces.push_back(knownMarketplace(id));
            continue;
        }
        const auto at = std::find_if(found->begin(), found->end(), isWanted);
        if (at != found->end())
            marketplaces.push_back(*at);
        else if (!mayBeGone)
            return fail(ErrorKind::Usage, "the account does not take part in the marketplace " + id);
    }
    if (marketplaces.empty())
        return fail(ErrorKind::Usage, "the account takes part in none of the connection's marketplaces any more");
    return marketplaces;
}

Result<void> checkMarketplaces(const std::vector<std::string> &marketplaces, const std::string &region)
{
    for (const std::string &id : marketplaces) {
        const amazon::MarketplaceFact *fact = amazon::findMarketplace(id);
        if (fact == nullptr)
            return fail(ErrorKind::Usage, "no marketplace of the Selling Partner API: " + id);
        if (fact->region != region) {
            std::string detail = "the marketplace " + id;
            detail += " is not in the region ";
            detail += region;
            return fail(ErrorKind::Usage, std::move(detail));
        }
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

/// When to test once more, if that can help: a single call has no token bucket to wait for.
std::optional<std::chrono::milliseconds> pauseAfter(const amazon::ApiOutcome &outcome, int tries, double random01)
{
    if (outcome.response)
        return std::nullopt;
    const bool throttled = outcome.response.error().kind == ErrorKind::Throttled;
    const auto pause =
        net::retryDelay(throttled ? ErrorKind::ServerError : outcome.response.error().kind, tries, random01);
    if (!pause || !outcome.retryAfter)
        return pause;
    return std::max(*pause, std::min<std::chrono::milliseconds>(*outcome.retryAfter, kLongestPause));
}

/// New credentials of another seller would mix the rows of two.
Result<void> checkSeller(const model::Connection &known, const std::string &named, ErrorKind refusal)
{
    if (named.empty() || known.sellingPartnerId.empty() || named == known.sellingPartnerId)
        return {};
    return fail(refusal, "this is the authorisation of another seller than the connection's: " + named);
}

} // namespace

Result<model::ConnectionView> viewOf(Store &store, const model::ConnectionId &id)
{
    SK_ASSIGN(std::vector<model::ConnectionView> views, store.connections());
    for (model::ConnectionView &view : views) {
        if (view.connection.id == id)
            return std::move(view);
    }
    return fail(ErrorKind::NotFound, "no connection " + id.value);
}

std::vector<model::AuditEvent> eventsOf(const std::vector<amazon::ApiAttempt> &attempts)
{
    std::vector<model::AuditEvent> events;
    events.reserve(attempts.size());
    for (const amazon::ApiAttempt &attempt : attempts)
        events.push_back(sync::eventOf(model::AuditActor::Owner, attempt, {}, 0));
    return events;
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

LocalSession::SharedCandidate LocalSession::newCandidate(const std::optional<model::ConnectionId> &replaces)
{
    std::array<std::uint8_t, 5> id{};
    m_world.access.random(id);
    auto candidate = std::make_shared<Candidate>();
    candidate->connection.id = {'c' + toHex(id)};
    candidate->replaces = replaces;
    candidate->ending = std::make_shared<Ending>();
    std::erase_if(m_candidates, [](const auto &other) { return other.expired(); });
    m_candidates.push_back(candidate);
    return candidate;
}

/// A renewal leaves the connection what it is: its service, place, application, and the marketplaces it is limited to.
Result<void> LocalSession::completeRenewal(Store &store, Candidate &candidate)
{
    SK_ASSIGN(const model::ConnectionView known, viewOf(store, *candidate.replaces));
    candidate.connection.kind = known.connection.kind;
    candidate.connection.region = known.connection.region;
    candidate.connection.endpoint = known.connection.endpoint;
    candidate.connection.applicationId = known.connection.applicationId;
    candidate.connection.redirectUrl = known.connection.redirectUrl;
    if (!candidate.marketplaces.empty())
        return {};
    for (const model::Marketplace &marketplace : known.marketplaces)
        candidate.marketplaces.push_back(marketplace.id.value);
    candidate.mayHaveLostMarketplaces = true;
    return {};
}

QFuture<Result<ConnectResult>> LocalSession::connectAccount(ConnectRequest request)
{
    const Connected promise;
    const SharedCandidate candidate = newCandidate(request.replaces);
    candidate->connection.region = request.region;
    candidate->connection.label = request.label;
    candidate->connection.sellingPartnerId = request.sellingPartnerId;
    candidate->connection.endpoint = request.endpoint;
    candidate->connection.features = request.features;
    candidate->credentials = {request.clientId, request.clientSecret, request.refreshToken};
    candidate->marketplaces = request.marketplaces;
    if (!request.replaces) {
        probe(candidate, promise);
        return promise.future();
    }
    const auto complete = onStore([candidate](Store &store) { return completeRenewal(store, *candidate); });
    whenDone(complete, this, [this, candidate, promise](const Result<void> &completed) {
        if (completed)
            probe(candidate, promise);
        else
            promise.finish(fail(completed.error()));
    });
    return promise.future();
}

/// Tests the credentials with one call; probed() stores them.
void LocalSession::probe(const SharedCandidate &candidate, const Connected &promise)
{
    if (candidate->ending->isGivenUp())
        return promise.finish(fail(ErrorKind::Cancelled));
    const model::Connection &connection = candidate->connection;
    const auto checked = candidate->mayHaveLostMarketplaces
        ? Result<void>()
        : checkMarketplaces(candidate->marketplaces, connection.region);
    if (!checked)
        return promise.finish(fail(checked.error()));
    auto made = makeLink(
        connection,
        [credentials = candidate->credentials] { return readyFuture(Result<amazon::LwaCredentials>(credentials)); },
        m_world.clock);
    if (!made)
        return promise.finish(fail(made.error()));
    m_probes.push_back(std::make_unique<Link>(std::move(*made)));
    Link *link = m_probes.back().get();
    whenDone(probeCall(*link->client, connection.kind), this,
             [this, link, candidate, promise](const amazon::ApiOutcome &outcome) {
                 std::erase_if(m_probes, [link](const auto &other) { return other.get() == link; });
                 probed(candidate, outcome, promise);
             });
}

void LocalSession::probed(const SharedCandidate &candidate, const amazon::ApiOutcome &outcome, const Connected &promise)
{
    if (!outcome.newRefreshToken.isEmpty())
        candidate->credentials.refreshToken = outcome.newRefreshToken;
    const std::vector<model::AuditEvent> events = eventsOf(outcome.attempts);
    const bool comesOnce = candidate->origin == Origin::Consent && !candidate->ending->isGivenUp();
    if (const auto pause = comesOnce ? pauseAfter(outcome, candidate->tries++, random01()()) : std::nullopt)
        return probeLater(candidate, *pause, events, promise);
    const auto marketplaces = chosen(probedMarketplaces(outcome, candidate->connection.kind), candidate->marketplaces,
                                     candidate->mayHaveLostMarketplaces);
    const auto done = onStore([candidate, marketplaces, events](Store &store) -> Result<ConnectResult> {
        SK_TRY(store.recordAttempts(candidate->replaces.value_or(candidate->connection.id), events));
        if (candidate->replaces) {
            SK_ASSIGN(const model::Connection known, store.connection(*candidate->replaces));
            SK_TRY(checkSeller(known, candidate->connection.sellingPartnerId,
                               candidate->origin == Origin::Consent ? ErrorKind::ConsentInvalid : ErrorKind::Usage));
        }
        if (!marketplaces)
            return fail(marketplaces.error());
        if (!candidate->ending->store())
            return fail(ErrorKind::Cancelled);
        return keep(store, *candidate, *marketplaces);
    });
    whenDone(done, this, [this, promise](const Result<ConnectResult> &result) {
        if (result && !m_runs.contains(result->connection))
            m_links.erase(result->connection); // a link made with older credentials
        Q_EMIT connectionsChanged();
        Q_EMIT auditGrew();
        promise.finish(result);
    });
}

void LocalSession::probeLater(const SharedCandidate &candidate, std::chrono::milliseconds pause,
                              const std::vector<model::AuditEvent> &events, const Connected &promise)
{
    const auto recorded = onStore([candidate, events](Store &store) {
        return store.recordAttempts(candidate->replaces.value_or(candidate->connection.id), events);
    });
    whenDone(recorded, this, [this, candidate, pause, promise](const Result<void> &written) {
        Q_EMIT auditGrew();
        if (!written)
            return promise.finish(fail(written.error()));
        m_world.clock.callAfter(pause, this, [this, candidate, promise] { probe(candidate, promise); });
    });
}

/// Credentials that work: of a new connection, or of one that is there already.
Result<ConnectResult> LocalSession::keep(Store &store, Candidate candidate,
                                         const std::vector<model::Marketplace> &marketplaces)
{
    model::Connection &connection = candidate.connection;
    const Time now = store.now();
    for (Time *age : {&connection.authorisedAt, &connection.secretEnteredAt}) {
        if (*age <= Time() || *age > now) // none yet, or another machine's clock was wrong
            *age = now;
    }
    connection.createdAt = now;
    if (connection.kind == model::ConnectionKind::Ads)
        connection.features.clear(); // there is nothing for them to allow
    std::optional<model::ConnectionId> known = candidate.replaces;
    if (!known) {
        SK_ASSIGN(known, store.sameAccount(connection, candidate.credentials.clientId, marketplaces));
    }
    if (!known) {
        SK_TRY(store.addConnection(connection, candidate.credentials.encode(), marketplaces));
        return ConnectResult{connection.id, marketplaces};
    }
    SK_ASSIGN(const model::Connection before, store.connection(*known));
    if (candidate.origin == Origin::File && before.state == model::ConnectionState::Active
        && before.authorisedAt > connection.authorisedAt)
        return fail(ErrorKind::Usage,
                    "the account is connected here already, with an authorisation newer than the file's");
    SK_TRY(store.replaceCredentials(*known, connection, candidate.credentials.encode(), marketplaces));
    return ConnectResult{*known, marketplaces};
}

} // namespace sk::profile
