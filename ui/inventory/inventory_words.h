// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/profile/held_classes.h"

#include <QCoreApplication>
#include <QStringList>

namespace sk::ui::inventory {

/// What core's table of data classes and the places of a folder are called on the screen and on paper.
class InventoryWords
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::inventory::InventoryWords)

public:
    [[nodiscard]] static QString title(const profile::HeldClass &heldClass);
    [[nodiscard]] static QString purpose(const profile::HeldClass &heldClass);
    [[nodiscard]] static QString fields(const profile::HeldClass &heldClass);
    [[nodiscard]] static QString key(const profile::HeldClass &heldClass, bool secretsInFile);
    /// A file of the profile's folder, or the keychain.
    [[nodiscard]] static QString place(const profile::HeldClass &heldClass, bool secretsInFile);
    /// When the class goes, with its period.
    [[nodiscard]] static QString ending(const profile::HeldClass &heldClass, int period);
    [[nodiscard]] static QString connection(const model::HeldOfConnection &held);
    /// What is wrong with the folder's place and what to do; empty where nothing is.
    [[nodiscard]] static QStringList warnings(const model::DataLocation &location);

private:
    [[nodiscard]] static QString warning(model::LocationTrouble trouble, const QString &provider);
};

} // namespace sk::ui::inventory
