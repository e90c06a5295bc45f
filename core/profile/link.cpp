// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/link.h"

#include "core/amazon/regions.h"

namespace sk::profile {

namespace {

Result<net::Endpoints> endpointsFor(const amazon::ApiAddress &address,
                                    const std::optional<model::CustomEndpoint> &endpoint)
{
    if (endpoint)
        return net::Endpoints::forLoopback(address.apiUrl, address.tokenUrl,
                                           QByteArray::fromStdString(endpoint->caPem));
    return net::Endpoints::forRegionHosts({address.apiUrl.host(), address.tokenUrl.host()});
}

} // namespace

Result<Link> makeLink(std::string_view region, const std::optional<model::CustomEndpoint> &endpoint,
                      amazon::SpApiClient::CredentialSource credentials, Clock &clock)
{
    if (amazon::findRegion(region) == nullptr)
        return fail(ErrorKind::Usage, "a region is na, eu or fe");
    amazon::ApiAddress address = amazon::amazonAddress(region);
    if (endpoint)
        address = {QUrl(QString::fromStdString(endpoint->apiUrl)), QUrl(QString::fromStdString(endpoint->tokenUrl))};
    SK_ASSIGN(net::Endpoints endpoints, endpointsFor(address, endpoint));
    Link link;
    link.transport = std::make_unique<net::QtTransport>(std::move(endpoints), clock);
    link.client =
        std::make_unique<amazon::SpApiClient>(std::move(address), std::move(credentials), *link.transport, clock);
    return link;
}

} // namespace sk::profile
