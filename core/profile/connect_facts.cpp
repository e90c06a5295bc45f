// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/connect_facts.h"

#include "core/amazon/regions.h"
#include "core/amazon/roles.h"
#include "core/consent/code_flow.h"

namespace sk::profile {

std::vector<model::RoleNeed> askedRoles(model::ConnectionKind kind, const std::vector<model::Feature> &features)
{
    return amazon::rolesNeeded(kind, features);
}

bool canConsentInBrowser()
{
    return consent::isBuiltIn();
}

std::vector<ConsentPlace> consentPlaces()
{
    std::vector<ConsentPlace> places;
    places.reserve(std::size(amazon::kMarketplaces));
    for (const amazon::MarketplaceFact &fact : amazon::kMarketplaces)
        places.push_back({std::string(fact.country), std::string(fact.region)});
    return places;
}

} // namespace sk::profile
