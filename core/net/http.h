// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/bytes.h"
#include "core/base/time.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>

namespace sk::net {

enum class Verb { Get, Post };

/// What a single exchange may cost; every one of these ends it with an error of its own kind.
struct Limits
{
    std::size_t maxBytes = 32 * 1024 * 1024;    ///< of the body as received and again after gunzip: ResponseTooLarge
    std::chrono::milliseconds deadline{60'000}; ///< from send() to the last byte: Timeout
};

/// One request. The URL's host must pass the transport's Endpoints; headers and body may hold secrets and are never
/// logged.
struct HttpRequest
{
    Verb verb = Verb::Get;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Limits limits;
};

/// A complete answer of any status. A 2xx body is whole: its declared length, gzip trailer or JSON end was checked; an
/// error's body only as far as it declares a length or is gzip.
struct HttpResponse
{
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    std::optional<Time> date;        ///< the server's Date header, if it had a readable one
    QByteArray requestId;            ///< x-amzn-RequestId
    QByteArray errorType;            ///< x-amzn-ErrorType
    std::optional<double> rateLimit; ///< x-amzn-RateLimit-Limit, requests per second, if positive and finite
    std::optional<std::chrono::seconds> retryAfter;
    QByteArray tlsProtocol; ///< for the Endpoints page (ENC-1)
    QByteArray tlsCipher;
};

/// Sends requests. Handed in, so that tests replay answers and no other class knows QNetworkAccessManager.
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;

    /// Never throws, never blocks, always finishes (deadline). Error kinds: Offline, Timeout, TlsRefused,
    /// RedirectRefused (any 3xx), HostNotAllowed, ResponseTooLarge, MalformedResponse (cut or ill-compressed body),
    /// Cancelled.
    [[nodiscard]] virtual QFuture<Result<HttpResponse>> send(HttpRequest request) = 0;
    /// Ends every exchange in flight with Cancelled.
    virtual void cancelAll() = 0;
};

} // namespace sk::net
