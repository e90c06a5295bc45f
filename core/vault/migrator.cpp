// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/migrator.h"

#include "core/vault/transaction.h"

#include <QDir>
#include <QFile>

/// Resources of a static library have to be named by somebody, or the linker leaves them out. Not in a namespace: Qt's
/// rule.
static void initialiseMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace sk::vault {

namespace {

QString folderOf(Schema schema)
{
    return schema == Schema::Vault ? QStringLiteral(":/sellerkeep/migrations/vault")
                                   : QStringLiteral(":/sellerkeep/migrations/pii");
}

} // namespace

std::uint32_t applicationId(Schema schema)
{
    return schema == Schema::Vault ? 0x534B7674U : 0x534B7069U;
}

Result<void> migrate(const Database &database, Schema schema)
{
    initialiseMigrations();
    const QDir folder(folderOf(schema));
    const QStringList files = folder.entryList(QDir::Files, QDir::Name); // 0001_…, 0002_…: gapless, checked by a lint
    SK_ASSIGN(const std::int64_t version, database.integer("PRAGMA user_version"));
    if (version > files.size())
        return fail(ErrorKind::VaultNewer,
                    "schema " + std::to_string(version) + ", this program knows " + std::to_string(files.size()));
    for (auto i = static_cast<qsizetype>(version); i < files.size(); ++i) {
        QFile file(folder.filePath(files[i]));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Internal, "a migration is missing");
        const std::string sql = file.readAll().toStdString();
        const std::string bump = "PRAGMA user_version = " + std::to_string(i + 1);
        SK_ASSIGN(Transaction transaction, Transaction::begin(database));
        SK_TRY(database.exec(sql.c_str()));
        SK_TRY(database.exec(bump.c_str()));
        SK_TRY(transaction.commit());
    }
    return {};
}

} // namespace sk::vault
