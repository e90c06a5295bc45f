// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/sp_api_client.h"
#include "core/consent/code_flow.h"
#include "core/consent/loopback_listener.h"

namespace sk::consent {

/// What a consent needs to begin.
struct AttemptRequest
{
    amazon::ConsentApplication application;
    std::string redirect; ///< as registered with Amazon
    secrets::Secret clientSecret;
    std::optional<model::CustomEndpoint> endpoint;
    QUrl tokenUrl;
    ClosingPage closingPage;
    bool listen = true; ///< false: the answer can only be pasted
};

/// What Amazon granted.
struct Granted
{
    amazon::LwaCredentials credentials;
    std::string region;
    std::string sellingPartnerId; ///< empty for Ads only
};

/// How an attempt ended, and what there is to tell the audit log.
struct AttemptOutcome
{
    Result<Granted> granted = fail(ErrorKind::Internal);
    std::vector<amazon::ApiAttempt> events; ///< the answers, or why none came; then the exchange
};

/// One consent in the browser, from the address to the tokens: state, listener, code flow. It waits for kConsentTime at
/// most. An answer that comes through the listener decides; a pasted one that does not fit may be pasted once more.
class Attempt : public QObject
{
    Q_OBJECT

public:
    /// `transport` and `clock` outlive the attempt. Usage names what is missing in the request.
    [[nodiscard]] static Result<std::unique_ptr<Attempt>> start(AttemptRequest request, net::HttpTransport &transport,
                                                                Clock &clock, const RandomSource &random);

    /// For the browser: Amazon's page.
    [[nodiscard]] const QUrl &address() const { return m_address; }
    [[nodiscard]] bool isListening() const { return m_listener && m_listener->isOpen(); }
    [[nodiscard]] QFuture<AttemptOutcome> outcome() const { return m_promise.future(); }

    /// The redirected address, or what the redirect page shows for copying.
    [[nodiscard]] Result<void> paste(std::string_view text);
    void cancel();

private:
    enum class Phase { Waiting, Exchanging, Over };

    Attempt(AttemptRequest request, QUrl redirect, Clock &clock);
    [[nodiscard]] Result<void> take(const Result<Answer> &answer);
    void exchange(const Answer &answer);
    void exchanged(const Result<net::HttpResponse> &response);
    void noteExchange(const Result<net::HttpResponse> &response);
    void noteAnswer(const Result<void> &result);
    void finish(Result<Granted> granted);

    AttemptRequest m_request;
    QUrl m_redirect;
    std::string m_region;
    Clock &m_clock;
    std::unique_ptr<LoopbackListener> m_listener;
    std::optional<State> m_state;
    std::unique_ptr<CodeFlow> m_flow;
    QUrl m_address;
    std::string m_sellingPartnerId;
    std::chrono::milliseconds m_exchangeStarted{0};
    Phase m_phase = Phase::Waiting;
    AttemptOutcome m_outcome;
    SharedPromise<AttemptOutcome> m_promise;
};

} // namespace sk::consent
