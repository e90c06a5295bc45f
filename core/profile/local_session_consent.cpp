// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's half for consents in the browser, and for connections that come from or go to another machine.
#include "core/profile/local_session_p.h"

#include "core/base/files.h"
#include "core/profile/connection_file.h"
#include "core/profile/passphrase_rules.h"
#include "core/records/erasure.h"
#include "core/secrets/crypto.h"

#include <algorithm>

namespace sk::profile {

namespace {

constexpr std::size_t kConsentIdBytes = 8;

model::AuditEvent ownEvent(model::AuditOperation operation, const model::ConnectionId &connection)
{
    return {model::AuditActor::Owner, operation, connection, model::DataClass::Credentials};
}

/// A renewal: region, endpoint and application are the connection's own, unless other ones were given; what of the
/// client was left empty is what the keychain has.
Result<ConsentRequest> completed(ConsentRequest request, const model::Connection &known, secrets::SecretStore &secrets)
{
    request.kind = known.kind;
    request.region = known.region;
    request.endpoint = known.endpoint;
    if (request.applicationId.empty())
        request.applicationId = known.applicationId;
    if (request.redirectUrl.empty())
        request.redirectUrl = known.redirectUrl;
    if (!request.clientId.empty() && !request.clientSecret.isEmpty())
        return request;
    if (known.state == model::ConnectionState::Disconnected)
        return fail(ErrorKind::Usage, "enter client id and client secret: a disconnected account has none left here");
    SK_ASSIGN(const amazon::LwaCredentials kept, readCredentials(secrets, *request.replaces));
    if (request.clientId.empty())
        request.clientId = kept.clientId;
    if (request.clientSecret.isEmpty())
        request.clientSecret = kept.clientSecret;
    return request;
}

Result<void> checkPassphrase(const secrets::Secret &passphrase, const std::vector<std::string> &names)
{
    std::string lacks;
    for (const PassphraseFlaw flaw : passphraseFlaws(passphrase, names))
        lacks += (lacks.empty() ? "the passphrase needs " : ", ") + std::string(toText(flaw));
    return lacks.empty() ? Result<void>() : Result<void>(fail(ErrorKind::Usage, lacks));
}

Result<Bytes> sealedFile(Store &store, secrets::SecretStore &secrets, const ConnectionExport &request,
                         const std::string &profileName, const RandomSource &random)
{
    SK_ASSIGN(const model::ConnectionView view, viewOf(store, request.connection));
    SK_TRY(checkPassphrase(request.passphrase, {profileName, view.connection.label}));
    if (view.connection.state == model::ConnectionState::Disconnected)
        return fail(ErrorKind::NotFound, "a disconnected account has no credentials left to export");
    CarriedConnection carried{view.connection, {}, {}};
    SK_ASSIGN(carried.credentials, readCredentials(secrets, request.connection));
    carried.credentials.old.reset(); // it is for this machine's last syncs before Amazon ends it
    for (const model::Marketplace &marketplace : view.marketplaces)
        carried.marketplaces.push_back(marketplace.id.value);
    return sealConnection(carried, request.passphrase, random);
}

/// Recorded first: there is never a file with credentials that audit log and erasure do not know of. One that then
/// could not be written is told by an erasure as one that it did not find.
Result<void> writeRecorded(Store &store, const ConnectionExport &request, const Bytes &file)
{
    const Sha256 hash = secrets::sha256(file);
    SK_TRY(store.recordExport(
        ownEvent(model::AuditOperation::ConnectionExported, request.connection),
        records::ExportedFile{request.output, "connection", 1, {hash.begin(), hash.end()}, {}, {request.connection}}));
    return writeFileAtomically(request.output, file);
}

} // namespace

QFuture<Result<ConsentStarted>> LocalSession::beginConsent(ConsentRequest request)
{
    const SharedPromise<Result<ConsentStarted>> promise;
    const SharedCandidate candidate = newCandidate(request.replaces);
    const auto begin = [this, promise, candidate](const Result<ConsentRequest> &complete) {
        const auto started =
            complete ? startConsent(*complete, candidate) : Result<ConsentStarted>(fail(complete.error()));
        model::AuditEvent event =
            ownEvent(model::AuditOperation::ConsentStarted, candidate->replaces.value_or(model::ConnectionId()));
        if (!started)
            event.error = started.error().kind;
        whenDone(onStore([event](Store &store) { return store.audit(event); }), this,
                 [this, promise, started](const Result<void> &recorded) {
                     Q_EMIT auditGrew();
                     if (started && !recorded)
                         cancelConsent(started->id); // nothing goes out that the log does not know of
                     promise.finish(recorded ? started : Result<ConsentStarted>(fail(recorded.error())));
                 });
    };
    if (!request.replaces) {
        begin(request);
        return promise.future();
    }
    const auto known = onStore([worker = m_worker, request, candidate](Store &store) -> Result<ConsentRequest> {
        SK_TRY(completeRenewal(store, *candidate));
        return completed(request, candidate->connection, *worker->secrets);
    });
    whenDone(known, this, begin);
    return promise.future();
}

Result<ConsentStarted> LocalSession::startConsent(const ConsentRequest &request, const SharedCandidate &candidate)
{
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
    if (m_consent)
        giveUp(*m_consent); // one consent at a time; one that cannot begin ends none
    model::Connection &connection = candidate->connection;
    connection.kind = request.kind;
    connection.label = request.label;
    connection.applicationId = request.applicationId;
    connection.redirectUrl = request.redirectUrl;
    connection.endpoint = request.endpoint;
    connection.features = request.features;
    candidate->origin = Origin::Consent;
    consent->candidate = candidate;
    consent->ending = candidate->ending;
    consent->replaces = candidate->replaces;
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
    const model::ConnectionId id = consent->replaces.value_or(model::ConnectionId());
    const auto recorded =
        onStore([id, events = eventsOf(outcome.events)](Store &store) { return store.recordAttempts(id, events); });
    whenDone(recorded, this, [this, consent, granted = outcome.granted](const Result<void> &written) {
        Q_EMIT auditGrew();
        if (!granted || !written)
            return consent->promise.finish(fail(granted ? written.error() : granted.error()));
        const SharedCandidate candidate = std::exchange(consent->candidate, {}); // its tokens go when it is done
        candidate->connection.region = granted->region;
        candidate->connection.sellingPartnerId = granted->sellingPartnerId;
        candidate->credentials = granted->credentials;
        probe(candidate, consent->promise);
    });
}

/// Whatever it is doing. What is being stored already stays: that is what its promise then tells.
void LocalSession::giveUp(Consent &consent)
{
    if (!consent.ending->giveUp())
        return;
    if (consent.attempt)
        consent.attempt->cancel(); // consentEnded() follows
    else
        consent.promise.finish(fail(ErrorKind::Cancelled));
}

/// A connection that the user takes apart must not come back by an answer that was still on its way (DEL-1).
void LocalSession::giveUpRenewal(const model::ConnectionId &connection)
{
    if (m_consent && m_consent->replaces == connection)
        giveUp(*m_consent);
    for (const auto &one : m_candidates) {
        if (const SharedCandidate candidate = one.lock(); candidate && candidate->replaces == connection)
            (void)candidate->ending->giveUp(); // its call's answer then stores nothing
    }
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
    if (m_consent && m_consent->id == consent)
        giveUp(*m_consent);
}

QFuture<Result<void>> LocalSession::exportConnection(ConnectionExport request)
{
    if (const auto checked = checkOutput(request.output, m_info.folder); !checked)
        return readyFuture(Result<void>(fail(checked.error())));
    const auto done = onStore([worker = m_worker, request, profileName = m_info.name,
                               random = m_world.access.random](Store &store) -> Result<void> {
        auto exported =
            sealedFile(store, *worker->secrets, request, profileName, random).and_then([&](const Bytes &file) {
                return writeRecorded(store, request, file);
            });
        if (exported)
            return {};
        model::AuditEvent event = ownEvent(model::AuditOperation::ConnectionExported, request.connection);
        event.error = exported.error().kind;
        SK_TRY(store.audit(event));
        return exported;
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
        const SharedCandidate candidate = newCandidate(std::nullopt);
        const model::ConnectionId id = candidate->connection.id;
        candidate->connection = carried->connection;
        candidate->connection.id = id;
        candidate->connection.features = request.features;
        candidate->credentials = carried->credentials;
        candidate->marketplaces = carried->marketplaces;
        candidate->mayHaveLostMarketplaces = true;
        candidate->origin = Origin::File;
        if (!request.label.empty())
            candidate->connection.label = request.label;
        probe(candidate, promise);
    });
    return promise.future();
}

} // namespace sk::profile
