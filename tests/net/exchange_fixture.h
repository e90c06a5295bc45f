// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/qt_transport.h"
#include "tests/support/tls_server.h"

#include <QTest>

namespace sk::test {

inline const QByteArray kSecret = "Atza|planted-secret";

/// A transport that trusts the server's authority and may talk to nothing else.
inline std::unique_ptr<net::QtTransport> transportTo(const TlsServer &server, Clock &clock)
{
    auto endpoints = net::Endpoints::forLoopback(server.url(), server.url(), server.caPem());
    return std::make_unique<net::QtTransport>(endpoints.value(), clock);
}

/// A request with the secret in its header and in its query.
inline net::HttpRequest secretRequest(const TlsServer &server)
{
    net::HttpRequest request;
    request.url = server.url(QStringLiteral("/orders?signature=planted-query"));
    request.headers = {{"x-amz-access-token", kSecret}};
    return request;
}

/// Waits for the answer in the event loop.
inline Result<net::HttpResponse> await(const QFuture<Result<net::HttpResponse>> &future, int milliseconds = 20'000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, milliseconds))
        return fail(ErrorKind::Internal, "the future never finished");
    return future.result();
}

/// `kind: detail`, for comparisons that explain themselves.
inline QString inWords(const Result<net::HttpResponse> &result)
{
    if (result)
        return QStringLiteral("status %1").arg(result->status);
    return QString::fromStdString(std::string(toWord(result.error().kind)) + ": " + result.error().detail);
}

} // namespace sk::test
