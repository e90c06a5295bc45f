// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace sk::amazon {

/// One of Amazon's three selling regions (sp-api.md 1.1).
struct Region
{
    std::string_view id;      ///< na, eu, fe
    std::string_view apiHost; ///< production
};

inline constexpr std::array kRegions{
    Region{"na", "sellingpartnerapi-na.amazon.com"},
    Region{"eu", "sellingpartnerapi-eu.amazon.com"},
    Region{"fe", "sellingpartnerapi-fe.amazon.com"},
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
    bool historySince2016 = false; ///< Orders reach back to 2016 there, two years elsewhere
};

inline constexpr std::array kMarketplaces{
    MarketplaceFact{"A2EUQ1WTGCTBG2", "CA", "na"},       MarketplaceFact{"ATVPDKIKX0DER", "US", "na"},
    MarketplaceFact{"A1AM78C64UM0Y8", "MX", "na"},       MarketplaceFact{"A2Q3Y263D00KWC", "BR", "na"},
    MarketplaceFact{"A28R8C7NBKEWEA", "IE", "eu"},       MarketplaceFact{"A1RKKUPIHCS9HS", "ES", "eu"},
    MarketplaceFact{"A1F83G8C2ARO7P", "GB", "eu"},       MarketplaceFact{"A13V1IB3VIYZZH", "FR", "eu"},
    MarketplaceFact{"AMEN7PMS3EDWL", "BE", "eu"},        MarketplaceFact{"A1805IZSGTT6HS", "NL", "eu"},
    MarketplaceFact{"A1PA6795UKMFR9", "DE", "eu"},       MarketplaceFact{"APJ6JRA9NG5V4", "IT", "eu"},
    MarketplaceFact{"A2NODRKZP88ZB9", "SE", "eu"},       MarketplaceFact{"A1C3SOZRARQ6R3", "PL", "eu"},
    MarketplaceFact{"AE08WJ6YKNBMC", "ZA", "eu"},        MarketplaceFact{"ARBP9OOSHTCHU", "EG", "eu"},
    MarketplaceFact{"A33AVAJ2PDY3EV", "TR", "eu"},       MarketplaceFact{"A17E79C6D8DWNP", "SA", "eu"},
    MarketplaceFact{"A2VIGQ35RCS4UG", "AE", "eu"},       MarketplaceFact{"A21TJRUUN4KGV", "IN", "eu"},
    MarketplaceFact{"A19VAU5U5O7RUS", "SG", "fe", true}, MarketplaceFact{"A39IBJ37TRP1C6", "AU", "fe", true},
    MarketplaceFact{"A1VC38T7YXB528", "JP", "fe", true},
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
