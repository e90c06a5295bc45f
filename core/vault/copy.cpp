// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/copy.h"

#include "core/vault/sqlcipher.h"

namespace sk::vault {

Result<void> copyPages(const Database &from, const Database &to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr)
        return fail(databaseError(to.handle(), sqlite3_errcode(to.handle()), "copy"));
    const int copied = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (copied != SQLITE_DONE)
        return fail(databaseError(to.handle(), finished != SQLITE_OK ? finished : copied, "copy"));
    return {};
}

} // namespace sk::vault
