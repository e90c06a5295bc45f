// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's half for consents in the browser, and for connections that come from or go to another machine.
#include "core/profile/local_session_p.h"

#include "core/base/files.h"
#include "core/profile/connection_file.h"
#include "core/profile/passphrase_rules.h"
#include "core/records/erasure.h"
#include "core/secrets/crypto.h"

#include <QLockFile>

#include <algorithm>

namespace sk::profile {

namespace {

constexpr std::size_t kConsentIdBytes = 8;

model::AuditEvent ownEvent(model::AuditOperation operation, const model::ConnectionId &connection)
{
    return {model::AuditActor::Owner, operation, connection, model::DataClass::Credentials};
}

/// A renewal: region, endpoint and application are the connection's own, unless other ones were given.
ConsentRequest completed(ConsentRequest request, const model::Connection &known)
{
    request.kind = known.kind;
    request.region = known.region;
    request.endpoint = known.endpoint;
    if (request.applicationId.empty())
        request.applicationId = known.applicationId;
    if (request.redirectUrl.empty())
        request.redirectUrl = known.redirectUrl;
    return request;
}

Result<void> checkPassphrase(const secrets::Secret &passphrase, const std::vector<std::string> &names)
{
    std::string lacks;
    for (const PassphraseFlaw flaw : passphraseFlaws(passphrase, names))
        lacks += (lacks.empty() ? "the passphrase needs " : ", ") + std::string(toText(flaw));
    return lacks.empty() ? Result<void>() : Result<void>(fail(ErrorKind::Usage, lacks));
}

} // namespace

QFuture<Result<ConsentStarted>> LocalSession::beginConsent(ConsentRequest request)
{
    const SharedPromise<Result<ConsentStarted>> promise;
    const auto begin = [this, promise](ConsentRequest complete) {
        const model::ConnectionId connection = complete.replaces.value_or(model::ConnectionId());
        auto started = startConsent(std::move(complete));
        model::AuditEvent event = ownEvent(model::AuditOperation::ConsentStarted, connection);
        if (!started)
            event.error = started.error().kind;
        whenDone(onStore([event](Store &store) { return store.audit(event); }), this,
                 [this, promise, started](const Result<void> &recorded) {
                     Q_EMIT auditGrew();
                     promise.finish(recorded ? started : Result<ConsentStarted>(fail(recorded.error())));
                 });
    };
    if (!request.replaces) {
        begin(std::move(request));
        return promise.future();
    }
    const auto known = onStore([worker = m_worker, request](Store &store) -> Result<ConsentRequest> {
        SK_ASSIGN(const model::Connection connection, store.connection(*request.replaces));
        ConsentRequest complete = completed(request, connection);
        if (complete.clientSecret.isEmpty()) {
            SK_ASSIGN(const amazon::LwaCredentials kept, readCredentials(*worker->secrets, connection.id));
            complete.clientId = kept.clientId;
            complete.clientSecret = kept.clientSecret;
        }
        return complete;
    });
    whenDone(known, this, [begin, promise](const Result<ConsentRequest> &complete) {
        if (complete)
            begin(*complete);
        else
            promise.finish(fail(complete.error()));
    });
    return promise.future();
}

Result<ConsentStarted> LocalSession::startConsent(ConsentRequest request)
{
    if (m_consent && m_consent->attempt)
        m_consent->attempt->cancel(); // one port, one consent
    const auto consent = std::make_shared<Consent>();
    SK_ASSIGN(TokenLink link, makeTokenLink(request.endpoint, m_world.clock));
    consent->transport = std::move(link.transport);
    consent->id = consent::randomText(m_world.access.random, kConsentIdBytes);
    consent::AttemptRequest attempt;
    attempt.application = {request.kind,          request.marketplace, request.region,
                           request.applicationId, request.draft,       request.clientId};
    attempt.redirect = request.redirectUrl;
    attempt.clientSecret = request.clientSecret;
    attempt.endpoint = request.endpoint;
    attempt.tokenUrl = link.tokenUrl;
    attempt.closingPage = {request.closingTitle, request.closingText};
    SK_ASSIGN(consent->attempt,
              consent::Attempt::start(std::move(attempt), *consent->transport, m_world.clock, m_world.access.random));
    model::Connection &connection = consent->candidate.connection;
    connection.kind = request.kind;
    connection.label = request.label;
    connection.applicationId = request.applicationId;
    connection.redirectUrl = request.redirectUrl;
    connection.endpoint = request.endpoint;
    consent->candidate.features = request.features;
    consent->candidate.replaces = request.replaces;
    m_consent = consent;
    whenDone(consent->attempt->outcome(), this,
             [this, consent](const consent::AttemptOutcome &) { consentEnded(consent); });
    return ConsentStarted{consent->id, consent->attempt->address().toString(QUrl::FullyEncoded).toStdString(),
                          consent->attempt->isListening(), consent::kConsentTime};
}

/// Tells the audit log what came back, and goes on with what Amazon granted.
void LocalSession::consentEnded(const std::shared_ptr<Consent> &consent)
{
    const consent::AttemptOutcome outcome = consent->attempt->outcome().result();
    consent->attempt.reset(); // the client secret and the port go with it
    const model::ConnectionId id = consent->candidate.replaces.value_or(model::ConnectionId());
    const auto recorded =
        onStore([id, events = eventsOf(outcome.events)](Store &store) { return store.recordAttempts(id, events); });
    whenDone(recorded, this, [this, consent, granted = outcome.granted](const Result<void> &written) {
        Q_EMIT auditGrew();
        if (!granted || !written)
            return consent->promise.finish(fail(granted ? written.error() : granted.error()));
        Candidate &candidate = consent->candidate;
        candidate.connection.region = granted->region;
        candidate.connection.sellingPartnerId = granted->sellingPartnerId;
        candidate.credentials = granted->credentials;
        probe(std::move(candidate), consent->promise);
    });
}

QFuture<Result<ConnectResult>> LocalSession::awaitConsent(std::string consent)
{
    if (!m_consent || m_consent->id != consent)
        return readyFuture(
            Result<ConnectResult>(fail(ErrorKind::NotFound, "no such consent: it ended, or never began")));
    return m_consent->promise.future();
}

QFuture<Result<void>> LocalSession::pasteConsent(std::string consent, secrets::Secret address)
{
    if (!m_consent || m_consent->id != consent || !m_consent->attempt)
        return readyFuture(Result<void>(fail(ErrorKind::ConsentInvalid, "no consent waits for this answer")));
    return readyFuture(m_consent->attempt->paste(address.text()));
}

void LocalSession::cancelConsent(std::string consent)
{
    if (m_consent && m_consent->id == consent && m_consent->attempt)
        m_consent->attempt->cancel();
}

QFuture<Result<void>> LocalSession::exportConnection(ConnectionExport request)
{
    if (const auto checked = checkOutput(request.output, m_info.folder); !checked)
        return readyFuture(Result<void>(fail(checked.error())));
    const auto done = onStore([worker = m_worker, request, profileName = m_info.name,
                               random = m_world.access.random](Store &store) -> Result<void> {
        SK_ASSIGN(const model::Connection connection, store.connection(request.connection));
        SK_TRY(checkPassphrase(request.passphrase, {profileName, connection.label}));
        if (connection.state == model::ConnectionState::Disconnected)
            return fail(ErrorKind::NotFound, "a disconnected account has no credentials left to export");
        CarriedConnection carried{connection, {}, {}};
        SK_ASSIGN(carried.credentials, readCredentials(*worker->secrets, connection.id));
        SK_ASSIGN(const std::vector<model::ConnectionView> views, store.connections());
        const auto view = std::find_if(views.begin(), views.end(),
                                       [&](const auto &other) { return other.connection.id == connection.id; });
        for (const model::Marketplace &marketplace : view->marketplaces)
            carried.marketplaces.push_back(marketplace.id.value);
        SK_ASSIGN(const Bytes file, sealConnection(carried, request.passphrase, random));
        SK_TRY(writeFileAtomically(request.output, file));
        const Sha256 hash = secrets::sha256(file);
        return store.recordExport(
            ownEvent(model::AuditOperation::ConnectionExported, connection.id),
            records::ExportedFile{
                request.output, records::connectionDataSet(connection.id), 1, {hash.begin(), hash.end()}, store.now()});
    });
    return announced(done, [] {});
}

QFuture<Result<ConnectResult>> LocalSession::importConnection(ConnectionImport request)
{
    const Connected promise;
    const auto opened = onStore([request](Store &) -> Result<CarriedConnection> {
        SK_ASSIGN(const Bytes file, readFile(request.input, kLargestConnectionFile));
        return openConnection(file, request.passphrase);
    });
    whenDone(opened, this, [this, request, promise](const Result<CarriedConnection> &carried) {
        if (!carried)
            return promise.finish(fail(carried.error()));
        Candidate candidate;
        candidate.connection = carried->connection;
        candidate.credentials = carried->credentials;
        candidate.marketplaces = carried->marketplaces;
        candidate.mayHaveLostMarketplaces = true;
        candidate.features = request.features;
        if (!request.label.empty())
            candidate.connection.label = request.label;
        probe(std::move(candidate), promise);
    });
    return promise.future();
}

} // namespace sk::profile
