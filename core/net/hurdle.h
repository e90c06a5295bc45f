// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

namespace sk::net {

/// Who may stand between us and a server, as far as an exchange with it shows.
enum class Hurdle {
    None,
    Html,     ///< the answer is a web page, where none that we ask for is one
    Proxy,    ///< a proxy or the network failed, refused, or wants a sign-in
    Stranger, ///< TLS ended at somebody who is not trusted, or is not the server
    Dates,    ///< nothing is wrong with the certificate but its dates, by this machine's clock
};

[[nodiscard]] Hurdle hurdleIn(const Result<HttpResponse> &response);

} // namespace sk::net
