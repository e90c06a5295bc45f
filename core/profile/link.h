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

/// To the service, region and endpoint of the connection; one for Ads reaches Login with Amazon alone. HostNotAllowed
/// or Usage for a region or custom endpoint that cannot be used.
[[nodiscard]] Result<Link> makeLink(const model::Connection &connection,
                                    amazon::SpApiClient::CredentialSource credentials, Clock &clock);

/// The address and a transport that reaches nothing but it, for a consent that is not a connection yet.
struct TokenLink
{
    QUrl tokenUrl;
    std::unique_ptr<net::QtTransport> transport;
};
[[nodiscard]] Result<TokenLink> makeTokenLink(const std::optional<model::CustomEndpoint> &endpoint, Clock &clock);

} // namespace sk::profile
