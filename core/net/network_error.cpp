// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/network_error.h"

#include <algorithm>
#include <array>

namespace sk::net {

namespace {

using Reply = QNetworkReply;

struct Row
{
    QNetworkReply::NetworkError error;
    ErrorKind kind;
    const char *words;
};

/// Errors that mean the same at any time. Everything from 201 to 499 that is not here follows the HTTP status.
constexpr std::array kRows{
    Row{Reply::ConnectionRefusedError, ErrorKind::Offline, "the connection was refused"},
    Row{Reply::HostNotFoundError, ErrorKind::Offline, "the host name cannot be resolved"},
    Row{Reply::TimeoutError, ErrorKind::Timeout, "the connection timed out"},
    Row{Reply::OperationCanceledError, ErrorKind::Cancelled, "stopped"},
    Row{Reply::SslHandshakeFailedError, ErrorKind::TlsRefused, "the TLS handshake failed"},
    Row{Reply::TemporaryNetworkFailureError, ErrorKind::Offline, "the network went away"},
    Row{Reply::NetworkSessionFailedError, ErrorKind::Offline, "there is no network"},
    Row{Reply::BackgroundRequestNotAllowedError, ErrorKind::Offline, "the system allows no network use now"},
    Row{Reply::TooManyRedirectsError, ErrorKind::RedirectRefused, "the answer is a redirect"},
    Row{Reply::InsecureRedirectError, ErrorKind::RedirectRefused, "the answer is a redirect to an unsafe address"},
    Row{Reply::UnknownNetworkError, ErrorKind::Offline, "the connection failed"},
    Row{Reply::ProxyConnectionRefusedError, ErrorKind::Offline, "the proxy refused the connection"},
    Row{Reply::ProxyConnectionClosedError, ErrorKind::Offline, "the proxy closed the connection"},
    Row{Reply::ProxyNotFoundError, ErrorKind::Offline, "the proxy's name cannot be resolved"},
    Row{Reply::ProxyTimeoutError, ErrorKind::Timeout, "the proxy did not answer in time"},
    Row{Reply::ProxyAuthenticationRequiredError, ErrorKind::Offline,
        "the proxy wants a sign-in, which Sellerkeep never gives"},
    Row{Reply::UnknownProxyError, ErrorKind::Offline, "the proxy failed"},
    Row{Reply::ProtocolUnknownError, ErrorKind::HostNotAllowed, "only https is allowed"},
    Row{Reply::ProtocolFailure, ErrorKind::MalformedResponse, "the answer breaks the rules of HTTP"},
};

} // namespace

std::optional<Error> failureOf(QNetworkReply::NetworkError error, bool answering)
{
    if (error == Reply::NoError)
        return std::nullopt;
    if (error == Reply::RemoteHostClosedError) {
        return answering ? Error{ErrorKind::MalformedResponse, "the connection was closed in the middle of the answer"}
                         : Error{ErrorKind::Offline, "the server closed the connection without an answer"};
    }
    const auto row = std::find_if(kRows.begin(), kRows.end(), [error](const Row &r) { return r.error == error; });
    if (row != kRows.end())
        return Error{row->kind, row->words};
    if (answering)
        return std::nullopt;
    return Error{ErrorKind::MalformedResponse, "the server's answer has no status"};
}

bool blamesProxy(std::string_view detail)
{
    return std::any_of(kRows.begin(), kRows.end(), [detail](const Row &row) {
        const bool ofProxy = row.error >= Reply::ProxyConnectionRefusedError && row.error <= Reply::UnknownProxyError;
        return ofProxy && detail.ends_with(row.words);
    });
}

} // namespace sk::net
