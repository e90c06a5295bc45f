// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/sp_api_client.h"
#include "core/model/connection.h"
#include "core/net/qt_transport.h"

namespace sk::profile {

/// A connection's way to Amazon: hosts it may reach, transport, client with its access token. Main thread; stays alive
/// between syncs so that one access token serves its whole hour.
struct Link
{
    std::unique_ptr<net::QtTransport> transport;
    std::unique_ptr<amazon::SpApiClient> client;
};

/// HostNotAllowed or Usage for a region or custom endpoint that cannot be used.
[[nodiscard]] Result<Link> makeLink(std::string_view region, const std::optional<model::CustomEndpoint> &endpoint,
                                    amazon::SpApiClient::CredentialSource credentials, Clock &clock);

} // namespace sk::profile
