// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/marketplaces.h"

#include <algorithm>

namespace sk::simulator {

namespace {

constexpr Marketplace kMarketplaces[] = {
    {"US", "ATVPDKIKX0DER", "na", "USD", 2, 1.0, "Amazon.com", "www.amazon.com", "en_US", "marketplace.amazon.com"},
    {"CA", "A2EUQ1WTGCTBG2", "na", "CAD", 2, 1.35, "Amazon.ca", "www.amazon.ca", "en_CA", "marketplace.amazon.ca"},
    {"MX", "A1AM78C64UM0Y8", "na", "MXN", 2, 18.0, "Amazon.com.mx", "www.amazon.com.mx", "es_MX",
     "marketplace.amazon.com.mx"},
    {"BR", "A2Q3Y263D00KWC", "na", "BRL", 2, 5.4, "Amazon.com.br", "www.amazon.com.br", "pt_BR",
     "marketplace.amazon.com.br"},
    {"GB", "A1F83G8C2ARO7P", "eu", "GBP", 2, 0.8, "Amazon.co.uk", "www.amazon.co.uk", "en_GB",
     "marketplace.amazon.co.uk"},
    {"DE", "A1PA6795UKMFR9", "eu", "EUR", 2, 0.95, "Amazon.de", "www.amazon.de", "de_DE", "marketplace.amazon.de"},
    {"FR", "A13V1IB3VIYZZH", "eu", "EUR", 2, 0.95, "Amazon.fr", "www.amazon.fr", "fr_FR", "marketplace.amazon.fr"},
    {"IT", "APJ6JRA9NG5V4", "eu", "EUR", 2, 0.95, "Amazon.it", "www.amazon.it", "it_IT", "marketplace.amazon.it"},
    {"ES", "A1RKKUPIHCS9HS", "eu", "EUR", 2, 0.95, "Amazon.es", "www.amazon.es", "es_ES", "marketplace.amazon.es"},
    {"NL", "A1805IZSGTT6HS", "eu", "EUR", 2, 0.95, "Amazon.nl", "www.amazon.nl", "nl_NL", "marketplace.amazon.nl"},
    {"BE", "AMEN7PMS3EDWL", "eu", "EUR", 2, 0.95, "Amazon.com.be", "www.amazon.com.be", "fr_BE",
     "marketplace.amazon.com.be"},
    {"SE", "A2NODRKZP88ZB9", "eu", "SEK", 2, 10.5, "Amazon.se", "www.amazon.se", "sv_SE", "marketplace.amazon.se"},
    {"PL", "A1C3SOZRARQ6R3", "eu", "PLN", 2, 4.0, "Amazon.pl", "www.amazon.pl", "pl_PL", "marketplace.amazon.pl"},
    {"TR", "A33AVAJ2PDY3EV", "eu", "TRY", 2, 32.0, "Amazon.com.tr", "www.amazon.com.tr", "tr_TR",
     "marketplace.amazon.com.tr"},
    {"AE", "A2VIGQ35RCS4UG", "eu", "AED", 2, 3.7, "Amazon.ae", "www.amazon.ae", "en_AE", "marketplace.amazon.ae"},
    {"IN", "A21TJRUUN4KGV", "eu", "INR", 2, 83.0, "Amazon.in", "www.amazon.in", "en_IN", "marketplace.amazon.in"},
    {"JP", "A1VC38T7YXB528", "fe", "JPY", 0, 1.5, "Amazon.co.jp", "www.amazon.co.jp", "ja_JP",
     "marketplace.amazon.co.jp"},
    {"AU", "A39IBJ37TRP1C6", "fe", "AUD", 2, 1.5, "Amazon.com.au", "www.amazon.com.au", "en_AU",
     "marketplace.amazon.com.au"},
    {"SG", "A19VAU5U5O7RUS", "fe", "SGD", 2, 1.35, "Amazon.sg", "www.amazon.sg", "en_SG", "marketplace.amazon.sg"},
};

struct UsualSet
{
    std::string_view region;
    std::string_view countries[5];
};

constexpr UsualSet kUsual[] = {
    {"na", {"US", "CA", "MX", "", ""}},
    {"eu", {"GB", "DE", "FR", "IT", "ES"}},
    {"fe", {"JP", "AU", "SG", "", ""}},
};

const Marketplace *find(std::string_view region, std::string_view name)
{
    const auto row = std::ranges::find_if(
        kMarketplaces, [&](const Marketplace &m) { return m.region == region && (m.country == name || m.id == name); });
    return row == std::end(kMarketplaces) ? nullptr : &*row;
}

} // namespace

std::span<const Marketplace> allMarketplaces()
{
    return kMarketplaces;
}

std::vector<const Marketplace *> chooseMarketplaces(std::string_view region, const std::vector<std::string> &wanted)
{
    std::vector<const Marketplace *> chosen;
    if (wanted.empty()) {
        for (const UsualSet &set : kUsual) {
            for (const std::string_view country : set.countries) {
                if (set.region == region && !country.empty())
                    chosen.push_back(find(region, country));
            }
        }
    }
    for (const std::string &name : wanted)
        chosen.push_back(find(region, name));
    if (std::ranges::find(chosen, nullptr) != chosen.end())
        chosen.clear();
    return chosen;
}

std::string decimalText(std::int64_t minorUnits, int decimals)
{
    const bool negative = minorUnits < 0;
    std::string digits = std::to_string(negative ? -minorUnits : minorUnits);
    const auto places = static_cast<std::size_t>(decimals);
    if (places > 0) {
        if (digits.size() <= places)
            digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
    }
    if (negative)
        digits.insert(0, 1, '-');
    return digits;
}

} // namespace sk::simulator
