// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/hurdle.h"

#include "core/net/network_error.h"
#include "core/net/tls_policy.h"

namespace sk::net {

Hurdle hurdleIn(const Result<HttpResponse> &response)
{
    constexpr int proxySignInNeeded = 407;
    constexpr int networkSignInNeeded = 511; // RFC 6585: what a captive portal says
    if (response) {
        if (response->status == proxySignInNeeded || response->status == networkSignInNeeded)
            return Hurdle::Proxy;
        return response->body.trimmed().startsWith('<') ? Hurdle::Html : Hurdle::None;
    }
    const Error &error = response.error();
    if (error.kind == ErrorKind::TlsRefused)
        return blamesOnlyDates(error.detail) ? Hurdle::Dates : Hurdle::Stranger;
    if (error.kind == ErrorKind::Offline || error.kind == ErrorKind::Timeout)
        return blamesProxy(error.detail) ? Hurdle::Proxy : Hurdle::None;
    return Hurdle::None;
}

} // namespace sk::net
