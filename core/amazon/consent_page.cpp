// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/consent_page.h"

#include "core/amazon/regions.h"
#include "core/base/text.h"

#include <algorithm>

namespace sk::amazon {

namespace {

constexpr std::string_view kSellerPath = "/apps/authorize/consent";
constexpr std::string_view kAdsPath = "/ap/oa";
constexpr std::size_t kLongestId = 200;
constexpr std::size_t kLongestRedirect = 2000;

QUrl pageAt(const std::optional<model::CustomEndpoint> &endpoint, std::string_view host, std::string_view path)
{
    QUrl page;
    if (endpoint) {
        page = QUrl(QString::fromStdString(endpoint->apiUrl));
    } else {
        page.setScheme(QStringLiteral("https"));
        page.setHost(QString::fromUtf8(host.data(), static_cast<qsizetype>(host.size())));
    }
    page.setPath(QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())));
    return page;
}

/// As people write it: in any case, and UK for what ISO 3166 calls GB.
const MarketplaceFact *marketplaceNamed(std::string_view name)
{
    const std::string capitals = upper(name);
    const std::string_view wanted = capitals == "UK" ? std::string_view("GB") : std::string_view(capitals);
    for (const MarketplaceFact &fact : kMarketplaces) {
        if (fact.id == wanted || fact.country == wanted)
            return &fact;
    }
    return nullptr;
}

Result<void> checkId(std::string_view id, std::string_view what)
{
    const bool plain = std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < '\x7F'; });
    if (id.empty() || id.size() > kLongestId || !plain)
        return fail(ErrorKind::Usage, std::string(what) + " is missing or not what Amazon shows: copy it once more");
    return {};
}

Result<ConsentPage> sellerPage(const ConsentApplication &application,
                               const std::optional<model::CustomEndpoint> &endpoint)
{
    const MarketplaceFact *home = marketplaceNamed(application.marketplace);
    if (home == nullptr)
        return fail(ErrorKind::Usage, "no marketplace of the Selling Partner API: " + application.marketplace);
    if (!application.region.empty() && application.region != home->region)
        return fail(ErrorKind::Usage,
                    "the marketplace " + application.marketplace + " is not in the region " + application.region);
    SK_TRY(checkId(application.applicationId, "the application id"));
    ConsentPage page{pageAt(endpoint, home->sellerCentral, kSellerPath), std::string(home->region), {}};
    page.parameters.emplace_back("application_id", application.applicationId);
    if (application.draft)
        page.parameters.emplace_back("version", "beta");
    return page;
}

Result<ConsentPage> adsPage(const ConsentApplication &application, const std::optional<model::CustomEndpoint> &endpoint)
{
    const Region *region = findRegion(application.region);
    if (region == nullptr)
        return fail(ErrorKind::Usage, "a region is na, eu or fe");
    return ConsentPage{
        pageAt(endpoint, region->adsConsentHost, kAdsPath),
        std::string(region->id),
        {{"client_id", application.clientId}, {"response_type", "code"}, {"scope", std::string(kAdsScope)}}};
}

} // namespace

Result<ConsentPage> consentPage(const ConsentApplication &application,
                                const std::optional<model::CustomEndpoint> &endpoint)
{
    SK_TRY(checkId(application.clientId, "the client identifier"));
    switch (application.kind) {
    case model::ConnectionKind::SellingPartner: return sellerPage(application, endpoint);
    case model::ConnectionKind::Ads: return adsPage(application, endpoint);
    }
    return fail(ErrorKind::Internal, "no such kind of connection");
}

Result<QUrl> redirectAddress(std::string_view text)
{
    const QUrl url(QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), kLongestRedirect + 1))),
                   QUrl::StrictMode);
    if (text.size() > kLongestRedirect || !url.isValid() || url.scheme() != QStringLiteral("https")
        || url.host().isEmpty())
        return fail(ErrorKind::Usage,
                    "the redirect address must begin with https:// and name a host, as registered with Amazon");
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return fail(ErrorKind::Usage, "the redirect address must hold no user name, no ? and no #");
    return url;
}

} // namespace sk::amazon
