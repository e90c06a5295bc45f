// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/connection.h"

#include <string_view>
#include <vector>

namespace sk::amazon {

/// Reads a getMarketplaceParticipations answer (sellers.json). Entries that are no SP-API marketplace are left out.
[[nodiscard]] Result<std::vector<model::Marketplace>> parseMarketplaces(std::string_view json);

} // namespace sk::amazon
