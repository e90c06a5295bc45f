// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <QCoreApplication>
#include <QString>

namespace sk::ui::inventory {

/// The inventory on paper: all classes in one table, then each with what it consists of, what for, and its ending.
class InventoryDocument
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::inventory::InventoryDocument)

public:
    [[nodiscard]] static QString title() { return tr("Data inventory"); }
    [[nodiscard]] static QString html(const model::Inventory &inventory, const QString &profile);

private:
    [[nodiscard]] static QString head(const model::Inventory &inventory, const QString &profile);
    [[nodiscard]] static QString overview(const model::Inventory &inventory);
    [[nodiscard]] static QString section(const model::InventoryClass &stock, bool secretsInFile);
    [[nodiscard]] static QString figures(const QString &name, const model::Held &held);
    [[nodiscard]] static QString table(const QString &first, const QString &rows);
};

} // namespace sk::ui::inventory
