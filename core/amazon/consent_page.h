// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/connection.h"

#include <QUrl>

#include <utility>

namespace sk::amazon {

/// The application a person is asked to consent to, as its developer registered it.
struct ConsentApplication
{
    model::ConnectionKind kind = model::ConnectionKind::SellingPartner;
    std::string marketplace;   ///< SP-API: country (GB or UK) or id of the account's home; chooses the Seller Central
    std::string region;        ///< na, eu, fe. SP-API: may be empty; else the marketplace must lie in it
    std::string applicationId; ///< SP-API only: amzn1.sp.solution.… or amzn1.sellerapps.app.…
    bool draft = false;        ///< SP-API only: not published yet
    std::string clientId;
};

/// Where the browser goes to, and what its address carries beside redirect_uri and the one-time state.
struct ConsentPage
{
    QUrl page;
    std::string region;
    std::vector<std::pair<std::string, std::string>> parameters;
};

/// The consent page of sp-api.md 2.4 (Seller Central of the marketplace, `version=beta` for drafts) or section 12 (Ads,
/// OAuth 2.0 with a scope). With a custom endpoint it lies on that endpoint's origin. Usage names what is missing.
[[nodiscard]] Result<ConsentPage> consentPage(const ConsentApplication &application,
                                              const std::optional<model::CustomEndpoint> &endpoint);

/// Checks an address as Amazon accepts it for redirects: https, a host, neither user information nor query nor
/// fragment.
[[nodiscard]] Result<QUrl> redirectAddress(std::string_view text);

/// The one permission Amazon Ads has (sp-api.md section 12).
inline constexpr std::string_view kAdsScope = "advertising::campaign_management";

} // namespace sk::amazon
