// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"
#include "core/vault/database.h"

namespace sk::profile {

/// Writes a data set to a file that appears only when it is complete (cli.md, "Export columns"). `since` and `until`
/// are days of creation, both included. Usage for an unknown data set or format. Returns the number of rows.
[[nodiscard]] Result<std::int64_t> exportRows(const vault::Database &database, const ExportRequest &request);

} // namespace sk::profile
