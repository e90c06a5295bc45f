// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/link.h"

#include "core/amazon/regions.h"

namespace sk::profile {

namespace {

amazon::ApiAddress addressOf(std::string_view region, const std::optional<model::CustomEndpoint> &endpoint)
{
    if (!endpoint)
        return amazon::amazonAddress(region);
    return {QUrl(QString::fromStdString(endpoint->apiUrl)), QUrl(QString::fromStdString(endpoint->tokenUrl))};
}

Result<net::Endpoints> endpointsFor(const amazon::ApiAddress &address, bool tokenAlone,
                                    const std::optional<model::CustomEndpoint> &endpoint)
{
    const QUrl &api = tokenAlone ? address.tokenUrl : address.apiUrl;
    if (endpoint) {
        const QByteArray authorities = QByteArray::fromStdString(endpoint->caPem);
        // Both, even where only one is reached by us: a consent sends the browser to the API's origin.
        SK_TRY(net::Endpoints::forLoopback(address.apiUrl, address.tokenUrl, authorities));
        return net::Endpoints::forLoopback(api, address.tokenUrl, authorities);
    }
    return net::Endpoints::forRegionHosts({api.host(), address.tokenUrl.host()});
}

} // namespace

Result<Link> makeLink(const model::Connection &connection, amazon::SpApiClient::CredentialSource credentials,
                      Clock &clock)
{
    if (amazon::findRegion(connection.region) == nullptr)
        return fail(ErrorKind::Usage, "a region is na, eu or fe");
    amazon::ApiAddress address = addressOf(connection.region, connection.endpoint);
    const bool tokenAlone = connection.kind == model::ConnectionKind::Ads;
    SK_ASSIGN(net::Endpoints endpoints, endpointsFor(address, tokenAlone, connection.endpoint));
    Link link;
    link.transport = std::make_unique<net::QtTransport>(std::move(endpoints), clock);
    link.client =
        std::make_unique<amazon::SpApiClient>(std::move(address), std::move(credentials), *link.transport, clock);
    return link;
}

Result<TokenLink> makeTokenLink(const std::optional<model::CustomEndpoint> &endpoint, Clock &clock)
{
    const amazon::ApiAddress address = addressOf({}, endpoint);
    SK_ASSIGN(net::Endpoints endpoints, endpointsFor(address, true, endpoint));
    return TokenLink{address.tokenUrl, std::make_unique<net::QtTransport>(std::move(endpoints), clock)};
}

} // namespace sk::profile
