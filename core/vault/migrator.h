// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/database.h"

namespace sk::vault {

/// Which of the two files of a profile.
enum class Schema { Vault, PiiStore };

/// SQLite's application_id of each: "SKvt" and "SKpi".
[[nodiscard]] std::uint32_t applicationId(Schema schema);

/// Brings the file to the newest schema by the numbered .sql resources, each in one transaction together with its
/// user_version. VaultNewer when the file knows more than this program. Released resources never change.
[[nodiscard]] Result<void> migrate(const Database &database, Schema schema);

} // namespace sk::vault
