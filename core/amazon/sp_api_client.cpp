// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/sp_api_client.h"

#include "core/amazon/api_error.h"
#include "core/amazon/regions.h"
#include "core/amazon/user_agent.h"

namespace sk::amazon {

namespace {

using namespace std::chrono;

constexpr seconds kRenewEarly{60}; // as Amazon's own Java SDK (sp-api.md 2.1)

/// x-amz-date: basic ISO 8601 without separators (sp-api.md 3.1).
QByteArray amzDate(Time now)
{
    QByteArray text;
    for (const char c : toIso(now).substr(0, 19)) {
        if (c != '-' && c != ':')
            text += c;
    }
    return text + 'Z';
}

QString encodedQuery(const Query &query)
{
    QString text;
    for (const auto &[key, value] : query) {
        if (!text.isEmpty())
            text += QLatin1Char('&');
        text += QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(key))) + QLatin1Char('=')
            + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(value)));
    }
    return text;
}

} // namespace

ApiAttempt attemptOf(model::AuditOperation operation, model::DataClass dataClass,
                     const Result<net::HttpResponse> &response, milliseconds duration)
{
    ApiAttempt attempt{operation, dataClass, {}, 0, {}, duration, net::hurdleIn(response)};
    if (!response) {
        attempt.error = response.error().kind;
        return attempt;
    }
    attempt.httpStatus = response->status;
    attempt.requestId = response->requestId.toStdString();
    attempt.unknownPath = saysUnknownPath(*response);
    return attempt;
}

ApiAddress amazonAddress(std::string_view region)
{
    const Region *found = findRegion(region);
    const auto https = [](std::string_view host, std::string_view path) {
        return QUrl(QStringLiteral("https://") + QString::fromUtf8(host.data(), static_cast<qsizetype>(host.size()))
                    + QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())));
    };
    return {found == nullptr ? QUrl() : https(found->apiHost, {}), https(kTokenHost, kTokenPath)};
}

struct SpApiClient::Exchange
{
    ApiCall call;
    ApiOutcome outcome;
    SharedPromise<ApiOutcome> promise;
    bool tokenRetried = false;
    bool tokenIsAll = false; ///< no call follows
    secrets::Secret token;   ///< sent last

    void finish(Result<net::HttpResponse> response)
    {
        outcome.response = std::move(response);
        promise.finish(outcome);
    }
};

SpApiClient::SpApiClient(ApiAddress address, CredentialSource credentials, net::HttpTransport &transport, Clock &clock)
    : m_address(std::move(address))
    , m_credentials(std::move(credentials))
    , m_transport(transport)
    , m_clock(clock)
{
}

QFuture<ApiOutcome> SpApiClient::call(ApiCall call)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->call = std::move(call);
    withToken(exchange);
    return exchange->promise.future();
}

QFuture<ApiOutcome> SpApiClient::checkCredentials()
{
    auto exchange = std::make_shared<Exchange>();
    exchange->tokenIsAll = true;
    forgetToken();
    withToken(exchange);
    return exchange->promise.future();
}

void SpApiClient::forgetToken()
{
    m_token = {};
}

void SpApiClient::withToken(const ExchangePtr &exchange)
{
    if (!m_token.isEmpty() && m_clock.monotonic() < m_tokenEnds)
        return send(exchange);
    m_waiting.push_back(exchange);
    if (m_waiting.size() == 1)
        fetchToken();
}

void SpApiClient::fetchToken()
{
    whenDone(m_credentials(), this, [this](const Result<LwaCredentials> &credentials) {
        if (!credentials)
            return tokenFailed(credentials.error());
        askForToken(*credentials);
    });
}

void SpApiClient::askForToken(const LwaCredentials &credentials)
{
    const milliseconds started = m_clock.monotonic();
    net::HttpRequest request = refreshRequest(m_address.tokenUrl, credentials);
    request.headers.append({"User-Agent", QByteArray::fromStdString(ownUserAgent())});
    whenDone(m_transport.send(std::move(request)), this,
             [this, sent = credentials, started](const Result<net::HttpResponse> &response) {
                 tokenArrived(response, sent, started);
             });
}

void SpApiClient::tokenArrived(const Result<net::HttpResponse> &response, const LwaCredentials &sent,
                               milliseconds started)
{
    const auto token = response ? readTokenResponse(*response, sent) : Result<AccessToken>(fail(response.error()));
    ApiAttempt attempt = attemptOf(model::AuditOperation::TokenRefreshed, model::DataClass::Credentials, response,
                                   m_clock.monotonic() - started);
    if (!token)
        attempt.error = token.error().kind;
    m_waiting.front()->outcome.attempts.push_back(attempt); // one fetch, one entry, whoever waited for it
    if (response)
        m_waiting.front()->outcome.serverDate = response->date;
    if (!token) {
        if (const auto other = fallback(sent, token.error().kind, dayOf(m_clock.now())))
            return askForToken(*other);
        return tokenFailed(token.error());
    }
    m_token = token->token;
    m_tokenEnds = started + token->lifetime - kRenewEarly;
    m_waiting.front()->outcome.newRefreshToken = token->newRefreshToken;
    m_waiting.front()->outcome.sentRefreshToken = sent.refreshToken;
    for (const ExchangePtr &exchange : std::exchange(m_waiting, {}))
        send(exchange);
}

void SpApiClient::tokenFailed(const Error &error)
{
    for (const ExchangePtr &exchange : std::exchange(m_waiting, {}))
        exchange->finish(fail(error));
}

net::HttpRequest SpApiClient::request(const ApiCall &call) const
{
    net::HttpRequest request;
    QString path = QString::fromUtf8(operation(call.operation).path.data(),
                                     static_cast<qsizetype>(operation(call.operation).path.size()));
    path.replace(QStringLiteral("{orderId}"),
                 QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(call.orderId))));
    QString url = m_address.apiUrl.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash) + path;
    if (!call.query.empty())
        url += QLatin1Char('?') + encodedQuery(call.query);
    request.url = QUrl(url, QUrl::StrictMode);
    const ByteView token = m_token.view();
    request.headers = {
        {"x-amz-access-token",
         QByteArray(reinterpret_cast<const char *>(token.data()), static_cast<qsizetype>(token.size()))},
        {"x-amz-date", amzDate(m_clock.now())},
        {"Accept", "application/json"},
        {"User-Agent", QByteArray::fromStdString(ownUserAgent())},
    };
    return request;
}

void SpApiClient::send(const ExchangePtr &exchange)
{
    if (exchange->tokenIsAll) {
        net::HttpResponse accepted;
        accepted.status = 200;
        return exchange->finish(std::move(accepted));
    }
    const milliseconds started = m_clock.monotonic();
    exchange->token = m_token;
    whenDone(m_transport.send(request(exchange->call)), this,
             [this, exchange, started](const Result<net::HttpResponse> &response) {
                 answered(exchange, response, started);
             });
}

void SpApiClient::answered(const ExchangePtr &exchange, const Result<net::HttpResponse> &response, milliseconds started)
{
    const Operation &row = operation(exchange->call.operation);
    ApiOutcome &outcome = exchange->outcome;
    Result<net::HttpResponse> checked = response;
    if (response && response->status != 200)
        checked = fail(apiError(*response));
    else if (response)
        checked = checkContent(*response).transform([&] { return *response; });
    ApiAttempt attempt = attemptOf(row.audit, row.dataClass, response, m_clock.monotonic() - started);
    if (!checked)
        attempt.error = checked.error().kind;
    outcome.attempts.push_back(attempt);
    if (response) {
        outcome.serverDate = response->date;
        outcome.retryAfter = response->retryAfter;
        if (response->rateLimit)
            outcome.rateLimit = response->rateLimit;
    }
    if (!checked && checked.error().kind == ErrorKind::AccessTokenRefused && !exchange->tokenRetried) {
        exchange->tokenRetried = true;
        if (m_token.equals(exchange->token)) // else another call has fetched a new one already
            forgetToken();
        return withToken(exchange);
    }
    exchange->finish(std::move(checked));
}

} // namespace sk::amazon
