// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/roles.h"

#include <array>
#include <string_view>

namespace sk::amazon {

/// A role of the Selling Partner API (sp-api.md section 9).
struct Role
{
    std::string_view id; ///< as in the column `roles` of operations.h
    std::string_view name;
    bool restricted;
};

inline constexpr std::array kRoles{
    Role{"IOT", "Inventory and Order Tracking", false},
    Role{"AF", "Amazon Fulfillment", false},
    Role{"FA", "Finance and Accounting", false},
    Role{"PL", "Product Listing", false},
    Role{"PR", "Pricing", false},
    Role{"SPI", "Selling Partner Insights", false},
    Role{"BA", "Brand Analytics", false},
    Role{"BC", "Buyer Communication", false},
    Role{"BS", "Buyer Solicitation", false},
    Role{"D2C", "Direct-to-Consumer Shipping", true},
    Role{"TI", "Tax Invoicing", true},
    Role{"TR", "Tax Remittance", true},
};

/// One cell of the feature-role matrix: the feature (none: every connection) needs this role.
struct FeatureRole
{
    std::optional<model::Feature> feature;
    std::string_view role;
};

inline constexpr std::array kFeatureRoles{
    FeatureRole{std::nullopt, "IOT"}, // orders, and the marketplaces come with it
    FeatureRole{model::Feature::FulfilmentAddresses, "D2C"},
};

/// What a connection of this kind with these features needs, and nothing beyond: every role once, in matrix order.
/// Amazon Ads has no roles but a single scope.
[[nodiscard]] std::vector<model::RoleNeed> rolesNeeded(model::ConnectionKind kind,
                                                       const std::vector<model::Feature> &features);

} // namespace sk::amazon
