// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/database.h"

namespace sk::vault {

/// Makes `to`, a database under another key, hold every page of `from` (SQLite's backup interface; what a PRAGMA rekey
/// does in place and without a way back, security.md 3.5). Whatever `to` held is gone. DiskFull, Database.
[[nodiscard]] Result<void> copyPages(const Database &from, const Database &to);

} // namespace sk::vault
