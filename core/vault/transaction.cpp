// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/transaction.h"

#include "core/base/logging.h"

namespace sk::vault {

Result<Transaction> Transaction::begin(const Database &database)
{
    SK_TRY(database.exec("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database == nullptr)
        return;
    if (const auto rolledBack = m_database->exec("ROLLBACK"); !rolledBack)
        qCWarning(lcVault, "rollback: %s",
                  rolledBack.error().detail.c_str()); // SQLite has already rolled back by itself
}

Result<void> Transaction::commit()
{
    SK_TRY(m_database->exec("COMMIT"));
    m_database = nullptr;
    return {};
}

} // namespace sk::vault
