// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inventory/inventory_document.h"

#include "ui/common/format.h"
#include "ui/common/text.h"
#include "ui/inventory/inventory_words.h"

namespace sk::ui::inventory {

using namespace Qt::StringLiterals;

namespace {

QString fact(const QString &name, const QString &value)
{
    return u"<tr><td>%1</td><td style='padding-left:12px'>%2</td></tr>"_s.arg(name.toHtmlEscaped(),
                                                                              value.toHtmlEscaped());
}

QString dayOrDash(const std::optional<Day> &day)
{
    return day ? Format::day(*day) : u"–"_s;
}

QString dayOrDash(const std::optional<Time> &time)
{
    return dayOrDash(time ? std::optional(dayOf(*time)) : std::nullopt);
}

QString titleOf(const model::InventoryClass &stock)
{
    const profile::HeldClass *heldClass = profile::findHeldClass(stock.name);
    return heldClass == nullptr ? toQString(stock.name) : InventoryWords::title(*heldClass);
}

} // namespace

QString InventoryDocument::figures(const QString &name, const model::Held &held)
{
    return u"<tr><td>%1</td><td align='right'>%2</td><td>%3</td><td>%4</td><td>%5</td></tr>"_s.arg(
        name.toHtmlEscaped(), Format::count(held.rows), dayOrDash(held.oldest), dayOrDash(held.newest),
        dayOrDash(held.goesFrom));
}

QString InventoryDocument::table(const QString &first, const QString &rows)
{
    const QString head = u"<tr><th align='left'>%1</th><th align='right'>%2</th><th align='left'>%3</th>"
                         "<th align='left'>%4</th><th align='left'>%5</th></tr>"_s.arg(
                             first.toHtmlEscaped(), tr("Rows").toHtmlEscaped(), tr("Oldest").toHtmlEscaped(),
                             tr("Newest").toHtmlEscaped(), tr("Next deletion from").toHtmlEscaped());
    return u"<table border='1' cellspacing='0' cellpadding='3' width='100%' style='border-collapse:collapse'>%1%2</table>"_s
        .arg(head, rows);
}

QString InventoryDocument::head(const model::Inventory &inventory, const QString &profile)
{
    const QString facts = fact(tr("Profile"), profile) + fact(tr("Taken"), Format::exactTime(inventory.taken))
        + fact(tr("Folder"), toQString(inventory.location.folder));
    QString warnings;
    for (const QString &warning : InventoryWords::warnings(inventory.location))
        warnings += u"<p><b>%1</b></p>"_s.arg(warning.toHtmlEscaped());
    return u"<h2>%1</h2><table>%2</table>%3"_s.arg(title().toHtmlEscaped(), facts, warnings);
}

QString InventoryDocument::overview(const model::Inventory &inventory)
{
    QString rows;
    for (const model::InventoryClass &stock : inventory.classes)
        rows += figures(titleOf(stock), stock.held);
    return table(tr("Data"), rows);
}

QString InventoryDocument::section(const model::InventoryClass &stock, bool secretsInFile)
{
    QString text = u"<h3>%1</h3>"_s.arg(titleOf(stock).toHtmlEscaped());
    if (const profile::HeldClass *heldClass = profile::findHeldClass(stock.name)) {
        text += u"<table>%1</table>"_s.arg(fact(tr("Consists of"), InventoryWords::fields(*heldClass))
                                           + fact(tr("Purpose"), InventoryWords::purpose(*heldClass))
                                           + fact(tr("Protected by"), InventoryWords::key(*heldClass, secretsInFile))
                                           + fact(tr("Lies in"), InventoryWords::place(*heldClass, secretsInFile))
                                           + fact(tr("Deleted"), InventoryWords::ending(*heldClass, stock.period)));
    }
    QString rows;
    for (const model::HeldOfConnection &one : stock.connections)
        rows += figures(InventoryWords::connection(one), one.held);
    return rows.isEmpty() ? text : text + table(tr("Connection"), rows);
}

QString InventoryDocument::html(const model::Inventory &inventory, const QString &profile)
{
    QString text = head(inventory, profile) + overview(inventory);
    for (const model::InventoryClass &stock : inventory.classes)
        text += section(stock, inventory.secretsInFile);
    return u"<div style='font-size:small'>%1</div>"_s.arg(text);
}

} // namespace sk::ui::inventory
