// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"

namespace sk::model {

/// One permission an authorisation needs, and what for (MIN-1).
struct RoleNeed
{
    std::optional<Feature> feature; ///< none: what every connection of the kind does
    std::string role;               ///< Amazon's own name of it
    bool restricted = false;        ///< Amazon asks more of an application before it gives it
};

} // namespace sk::model
