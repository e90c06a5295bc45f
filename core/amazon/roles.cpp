// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/roles.h"

#include "core/amazon/consent_page.h"

#include <algorithm>

namespace sk::amazon {

std::vector<model::RoleNeed> rolesNeeded(model::ConnectionKind kind, const std::vector<model::Feature> &features)
{
    if (kind == model::ConnectionKind::Ads)
        return {{std::nullopt, std::string(kAdsScope), false}};
    std::vector<model::RoleNeed> needs;
    for (const FeatureRole &cell : kFeatureRoles) {
        if (cell.feature && std::find(features.begin(), features.end(), *cell.feature) == features.end())
            continue;
        const auto role = std::find_if(kRoles.begin(), kRoles.end(), [&](const Role &r) { return r.id == cell.role; });
        if (role != kRoles.end())
            needs.push_back({cell.feature, std::string(role->name), role->restricted});
    }
    return needs;
}

} // namespace sk::amazon
