// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/roles.h"

// What a window has to know before there is a connection.
namespace sk::profile {

/// The permissions that a connection of this kind needs for these opt-ins, and no others (MIN-1).
[[nodiscard]] std::vector<model::RoleNeed> askedRoles(model::ConnectionKind kind,
                                                      const std::vector<model::Feature> &features);

/// False in a build without Qt Network Auth.
[[nodiscard]] bool canConsentInBrowser();

/// A marketplace whose Seller Central can be the home of a consent.
struct ConsentPlace
{
    std::string country; ///< ISO 3166, GB for the United Kingdom
    std::string region;  ///< na, eu, fe
};
[[nodiscard]] std::vector<ConsentPlace> consentPlaces();

} // namespace sk::profile
