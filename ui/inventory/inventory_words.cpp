// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inventory/inventory_words.h"

#include "ui/common/text.h"

namespace sk::ui::inventory {

using namespace Qt::StringLiterals;

namespace {

/// The text of core's table in the user's language; `n` for its %n. A text without one has no plural, and is not found
/// when it is asked for.
QString translated(const char *text, int n = -1)
{
    const bool hasPlural = std::string_view(text).find("%n") != std::string_view::npos;
    return QCoreApplication::translate(profile::kHeldTexts, text, nullptr, hasPlural ? n : -1);
}

} // namespace

QString InventoryWords::title(const profile::HeldClass &heldClass)
{
    return translated(heldClass.title);
}

QString InventoryWords::purpose(const profile::HeldClass &heldClass)
{
    return translated(heldClass.purpose);
}

QString InventoryWords::fields(const profile::HeldClass &heldClass)
{
    QStringList texts;
    for (const std::string &field : profile::heldFields(heldClass))
        texts.append(translated(field.c_str()));
    return texts.join(u"; "_s);
}

QString InventoryWords::key(const profile::HeldClass &heldClass, bool secretsInFile)
{
    return translated(profile::textOf(heldClass.key, secretsInFile));
}

QString InventoryWords::place(const profile::HeldClass &heldClass, bool secretsInFile)
{
    const bool inKeychain = heldClass.place == profile::LiesIn::Keychain && !secretsInFile;
    return inKeychain ? tr("Keychain") : toQString(profile::placeOf(heldClass.place, secretsInFile));
}

QString InventoryWords::ending(const profile::HeldClass &heldClass, int period)
{
    return translated(profile::textOf(heldClass.ending), period);
}

QString InventoryWords::connection(const model::HeldOfConnection &held)
{
    if (!held.label)
        return tr("A connection that is gone");
    return toQString(held.label->empty() ? held.connection.value : *held.label);
}

QString InventoryWords::warning(model::LocationTrouble trouble, const QString &provider)
{
    switch (trouble) {
    case model::LocationTrouble::CloudFolder:
        return tr("This folder is synchronised by %1: copies of the files leave this computer, and an older one may be put "
                  "back. Close Sellerkeep, move the data folder out of it, and start Sellerkeep with --data-dir and the "
                  "new place.")
            .arg(provider);
    case model::LocationTrouble::NetworkDrive:
        return tr("This folder is on a network drive, where a database can be damaged. Close Sellerkeep, move the data "
                  "folder to a local disk, and start Sellerkeep with --data-dir and the new place.");
    case model::LocationTrouble::RemovableDrive:
        return tr(
            "This folder is on a removable drive. Do not pull it out while Sellerkeep runs, and keep it under lock.");
    }
    Q_UNREACHABLE();
}

QStringList InventoryWords::warnings(const model::DataLocation &location)
{
    QStringList warnings;
    for (const model::LocationTrouble trouble : location.troubles)
        warnings.append(warning(trouble, toQString(location.provider)));
    return warnings;
}

} // namespace sk::ui::inventory
