// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consent/attempt.h"

#include "core/base/logging.h"

namespace sk::consent {

namespace {

/// Amazon's no, as OAuth's word (RFC 6749 4.1.2.1).
Result<void> checkConsented(const Answer &answer)
{
    if (answer.error == "access_denied")
        return fail(ErrorKind::ConsentDeclined);
    if (!answer.error.empty())
        return fail(ErrorKind::ConsentInvalid, "Amazon's page answered " + answer.error);
    return {};
}

/// Whose authorisation it is must be said, so that a renewal cannot take over another seller's (sp-api.md 2.4).
Result<void> checkSeller(const Answer &answer, model::ConnectionKind kind)
{
    if (kind == model::ConnectionKind::SellingPartner && answer.error.empty() && answer.sellingPartnerId.empty())
        return fail(ErrorKind::ConsentInvalid, "the address names no seller: copy the whole address of the last page");
    return {};
}

Result<amazon::LwaCredentials> readTokens(const Result<net::HttpResponse> &response, amazon::LwaCredentials client)
{
    if (!response)
        return fail(response.error());
    const auto token = amazon::readTokenResponse(*response, client);
    if (!token && token.error().kind == ErrorKind::AuthorisationRevoked) // sp-api.md 2.2: the code, not a token
        return fail(ErrorKind::ConsentInvalid,
                    "Amazon did not accept the code: it lives for 5 minutes and works once, with the application's own"
                    " client and redirect address");
    if (!token)
        return fail(token.error());
    if (token->newRefreshToken.isEmpty())
        return fail(ErrorKind::MalformedResponse, "refresh_token: missing");
    client.refreshToken = token->newRefreshToken;
    return client;
}

} // namespace

Attempt::Attempt(AttemptRequest request, QUrl redirect, Clock &clock)
    : m_request(std::move(request))
    , m_redirect(std::move(redirect))
    , m_clock(clock)
{
}

Result<std::unique_ptr<Attempt>> Attempt::start(AttemptRequest request, net::HttpTransport &transport, Clock &clock,
                                                const RandomSource &random)
{
    SK_ASSIGN(const amazon::ConsentPage page, amazon::consentPage(request.application, request.endpoint));
    SK_ASSIGN(const QUrl redirect, amazon::redirectAddress(request.redirect));
    if (request.clientSecret.isEmpty())
        return fail(ErrorKind::Usage, "the client secret is missing");
    std::unique_ptr<Attempt> attempt(new Attempt(std::move(request), redirect, clock));
    std::optional<HandOver> handOver;
    if (attempt->m_request.listen) {
        attempt->m_listener = std::make_unique<LoopbackListener>(clock, random, attempt->m_request.closingPage);
        if (const auto opened = attempt->m_listener->open())
            handOver = *opened;
        else
            qCWarning(lcNet, "consent: %s", opened.error().detail.c_str()); // pasting is left
    }
    attempt->m_state.emplace(random, handOver, momentOf(clock));
    const AttemptRequest &kept = attempt->m_request;
    SK_ASSIGN(attempt->m_flow,
              makeCodeFlow({page, kept.tokenUrl, redirect, kept.application.clientId, kept.clientSecret,
                            attempt->m_state->text()},
                           transport));
    attempt->m_region = page.region;
    attempt->m_address = attempt->m_flow->browserAddress();
    Attempt *self = attempt.get();
    if (self->m_listener) {
        connect(self->m_listener.get(), &LoopbackListener::answered, self, [self](const std::string &query) {
            if (const auto taken = self->take(readAnswer(query)); !taken)
                self->finish(fail(taken.error()));
        });
    }
    clock.callAfter(kConsentTime, self, [self] {
        if (self->m_phase != Phase::Waiting)
            return; // an answer in time is not lost because its exchange ends later
        const Error late{ErrorKind::ConsentInvalid, "no answer came within 15 minutes"};
        self->noteAnswer(fail(late));
        self->finish(fail(late));
    });
    return attempt;
}

Result<void> Attempt::paste(std::string_view text)
{
    return take(readPasted(text, m_redirect));
}

void Attempt::cancel()
{
    const Error cancelled{ErrorKind::Cancelled, {}};
    if (m_phase == Phase::Waiting)
        noteAnswer(fail(cancelled));
    else if (m_phase == Phase::Exchanging)
        noteExchange(fail(cancelled)); // the code is out, whatever comes back: the log has to know (LOG-1)
    finish(fail(cancelled));
}

/// Fails for an answer that is not this attempt's. Amazon's own no ends the attempt.
Result<void> Attempt::take(const Result<Answer> &answer)
{
    Result<void> fits;
    if (m_phase != Phase::Waiting)
        fits = fail(ErrorKind::ConsentInvalid, "this consent was answered already");
    else if (!answer)
        fits = fail(answer.error());
    else
        fits = checkSeller(*answer, m_request.application.kind).and_then([&] {
            return m_state->redeem(answer->state, momentOf(m_clock));
        });
    const Result<void> consented = fits ? checkConsented(*answer) : fits;
    noteAnswer(consented);
    if (!fits)
        return fits;
    if (consented)
        exchange(*answer);
    else
        finish(fail(consented.error()));
    return {};
}

void Attempt::exchange(const Answer &answer)
{
    m_phase = Phase::Exchanging;
    if (m_listener)
        m_listener->close();
    m_sellingPartnerId = answer.sellingPartnerId;
    m_exchangeStarted = m_clock.monotonic();
    whenDone(m_flow->exchange(answer), this,
             [this](const Result<net::HttpResponse> &response) { exchanged(response); });
}

void Attempt::exchanged(const Result<net::HttpResponse> &response)
{
    if (m_phase == Phase::Over)
        return; // cancelled
    const auto credentials = readTokens(response, {m_request.application.clientId, m_request.clientSecret, {}});
    noteExchange(response);
    if (!credentials)
        m_outcome.events.back().error = credentials.error().kind;
    finish(credentials.transform([this](const amazon::LwaCredentials &granted) {
        return Granted{granted, m_region, m_sellingPartnerId};
    }));
}

void Attempt::noteExchange(const Result<net::HttpResponse> &response)
{
    m_outcome.events.push_back(amazon::attemptOf(model::AuditOperation::CodeExchanged, model::DataClass::Credentials,
                                                 response, m_clock.monotonic() - m_exchangeStarted));
}

void Attempt::noteAnswer(const Result<void> &result)
{
    amazon::ApiAttempt event;
    event.operation = model::AuditOperation::ConsentAnswered;
    event.dataClass = model::DataClass::Credentials;
    if (!result)
        event.error = result.error().kind;
    m_outcome.events.push_back(std::move(event));
}

void Attempt::finish(Result<Granted> granted)
{
    if (m_phase == Phase::Over)
        return;
    m_phase = Phase::Over;
    if (m_listener)
        m_listener->close();
    m_outcome.granted = std::move(granted);
    m_promise.finish(m_outcome);
}

} // namespace sk::consent
