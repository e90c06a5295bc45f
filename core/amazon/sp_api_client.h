// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/lwa.h"
#include "core/amazon/operations.h"
#include "core/base/clock.h"
#include "core/net/hurdle.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace sk::amazon {

/// Where one connection's requests go.
struct ApiAddress
{
    QUrl apiUrl; ///< scheme, host, port
    QUrl tokenUrl;
};

/// Amazon's own addresses for a region of regions.h.
[[nodiscard]] ApiAddress amazonAddress(std::string_view region);

using Query = std::vector<std::pair<std::string, std::string>>;

/// One call as it is asked for.
struct ApiCall
{
    OperationId operation = OperationId::SearchOrders;
    std::string orderId; ///< for paths that have one
    Query query;
};

/// One exchange with Amazon, for the audit log: a call may take several (a token first, a retry after a stale one).
struct ApiAttempt
{
    model::AuditOperation operation = model::AuditOperation::SearchOrders;
    model::DataClass dataClass = model::DataClass::None;
    std::optional<ErrorKind> error;
    int httpStatus = 0;
    std::string requestId;
    std::chrono::milliseconds duration{0};
    net::Hurdle hurdle = net::Hurdle::None;
    bool unknownPath = false; ///< MissingAuthenticationToken: this host does not know the path (sp-api.md 2.2)
};

/// An exchange that got `response`; its error is the transport's, if that failed.
[[nodiscard]] ApiAttempt attemptOf(model::AuditOperation operation, model::DataClass dataClass,
                                   const Result<net::HttpResponse> &response, std::chrono::milliseconds duration);

/// What became of a call.
struct ApiOutcome
{
    Result<net::HttpResponse> response = fail(ErrorKind::Internal); ///< status 200 only; everything else is an Error
    std::vector<ApiAttempt> attempts;
    std::optional<double> rateLimit; ///< the last header seen
    std::optional<std::chrono::seconds> retryAfter;
    std::optional<Time> serverDate;
    secrets::Secret newRefreshToken;  ///< to be kept in place of the old one, if not empty
    secrets::Secret sentRefreshToken; ///< the old one
};

/// Speaks for one connection: fetches and keeps the access token (memory only, renewed 60 s early, one fetch at a
/// time), builds requests, reads errors, retries once with a new token when Amazon calls the token stale. Rates and
/// retries of other errors are the caller's. Main thread.
class SpApiClient : public QObject
{
    Q_OBJECT

public:
    using CredentialSource = std::function<QFuture<Result<LwaCredentials>>()>;

    SpApiClient(ApiAddress address, CredentialSource credentials, net::HttpTransport &transport, Clock &clock);

    [[nodiscard]] QFuture<ApiOutcome> call(ApiCall call);
    /// Fetches a fresh access token and nothing else: whether Amazon still accepts the credentials. The response of the
    /// outcome is an empty 200.
    [[nodiscard]] QFuture<ApiOutcome> checkCredentials();
    /// Wipes the access token; the next call fetches a new one.
    void forgetToken();

private:
    struct Exchange;
    using ExchangePtr = std::shared_ptr<Exchange>;

    void withToken(const ExchangePtr &exchange);
    void fetchToken();
    void askForToken(const LwaCredentials &credentials);
    void tokenArrived(const Result<net::HttpResponse> &response, const LwaCredentials &sent,
                      std::chrono::milliseconds started);
    void tokenFailed(const Error &error);
    void send(const ExchangePtr &exchange);
    void answered(const ExchangePtr &exchange, const Result<net::HttpResponse> &response,
                  std::chrono::milliseconds started);
    [[nodiscard]] net::HttpRequest request(const ApiCall &call) const;

    ApiAddress m_address;
    CredentialSource m_credentials;
    net::HttpTransport &m_transport;
    Clock &m_clock;
    secrets::Secret m_token;
    std::chrono::milliseconds m_tokenEnds{0}; ///< monotonic
    std::vector<ExchangePtr> m_waiting;       ///< for the token being fetched
};

} // namespace sk::amazon
