// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace sk::amazon {

/// One of Amazon's three selling regions (sp-api.md 1.1).
struct Region
{
    std::string_view id;             ///< na, eu, fe
    std::string_view apiHost;        ///< production
    std::string_view adsConsentHost; ///< where an advertiser consents (sp-api.md section 12)
};

inline constexpr std::array kRegions{
    Region{"na", "sellingpartnerapi-na.amazon.com", "www.amazon.com"},
    Region{"eu", "sellingpartnerapi-eu.amazon.com", "eu.account.amazon.com"},
    Region{"fe", "sellingpartnerapi-fe.amazon.com", "apac.account.amazon.com"},
};

/// Login with Amazon's host, the same for all regions.
inline constexpr std::string_view kTokenHost = "api.amazon.com";
inline constexpr std::string_view kTokenPath = "/auth/o2/token";

/// A marketplace of SP-API (sp-api.md 1.2).
struct MarketplaceFact
{
    std::string_view id;
    std::string_view country;
    std::string_view region;
    std::string_view sellerCentral; ///< where a seller consents (Amazon's samples; Ireland's: third party)
    bool historySince2016 = false;  ///< Orders reach back to 2016 there, two years elsewhere
};

inline constexpr std::array kMarketplaces{
    MarketplaceFact{"A2EUQ1WTGCTBG2", "CA", "na", "sellercentral.amazon.ca"},
    MarketplaceFact{"ATVPDKIKX0DER", "US", "na", "sellercentral.amazon.com"},
    MarketplaceFact{"A1AM78C64UM0Y8", "MX", "na", "sellercentral.amazon.com.mx"},
    MarketplaceFact{"A2Q3Y263D00KWC", "BR", "na", "sellercentral.amazon.com.br"},
    MarketplaceFact{"A28R8C7NBKEWEA", "IE", "eu", "sellercentral.amazon.ie"},
    MarketplaceFact{"A1RKKUPIHCS9HS", "ES", "eu", "sellercentral-europe.amazon.com"},
    MarketplaceFact{"A1F83G8C2ARO7P", "GB", "eu", "sellercentral-europe.amazon.com"},
    MarketplaceFact{"A13V1IB3VIYZZH", "FR", "eu", "sellercentral-europe.amazon.com"},
    MarketplaceFact{"AMEN7PMS3EDWL", "BE", "eu", "sellercentral.amazon.com.be"},
    MarketplaceFact{"A1805IZSGTT6HS", "NL", "eu", "sellercentral.amazon.nl"},
    MarketplaceFact{"A1PA6795UKMFR9", "DE", "eu", "sellercentral-europe.amazon.com"},
    MarketplaceFact{"APJ6JRA9NG5V4", "IT", "eu", "sellercentral-europe.amazon.com"},
    MarketplaceFact{"A2NODRKZP88ZB9", "SE", "eu", "sellercentral.amazon.se"},
    MarketplaceFact{"A1C3SOZRARQ6R3", "PL", "eu", "sellercentral.amazon.pl"},
    MarketplaceFact{"AE08WJ6YKNBMC", "ZA", "eu", "sellercentral.amazon.co.za"},
    MarketplaceFact{"ARBP9OOSHTCHU", "EG", "eu", "sellercentral.amazon.eg"},
    MarketplaceFact{"A33AVAJ2PDY3EV", "TR", "eu", "sellercentral.amazon.com.tr"},
    MarketplaceFact{"A17E79C6D8DWNP", "SA", "eu", "sellercentral.amazon.sa"},
    MarketplaceFact{"A2VIGQ35RCS4UG", "AE", "eu", "sellercentral.amazon.ae"},
    MarketplaceFact{"A21TJRUUN4KGV", "IN", "eu", "sellercentral.amazon.in"},
    MarketplaceFact{"A19VAU5U5O7RUS", "SG", "fe", "sellercentral.amazon.sg", true},
    MarketplaceFact{"A39IBJ37TRP1C6", "AU", "fe", "sellercentral.amazon.com.au", true},
    MarketplaceFact{"A1VC38T7YXB528", "JP", "fe", "sellercentral.amazon.co.jp", true},
};

[[nodiscard]] constexpr const Region *findRegion(std::string_view id)
{
    for (const Region &region : kRegions) {
        if (region.id == id)
            return &region;
    }
    return nullptr;
}

[[nodiscard]] constexpr const MarketplaceFact *findMarketplace(std::string_view id)
{
    for (const MarketplaceFact &marketplace : kMarketplaces) {
        if (marketplace.id == id)
            return &marketplace;
    }
    return nullptr;
}

} // namespace sk::amazon
