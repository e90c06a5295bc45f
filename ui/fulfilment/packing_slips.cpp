// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fulfilment/packing_slips.h"

#include "ui/common/format.h"
#include "ui/common/text.h"
#include "ui/common/words.h"
#include "ui/reveal/address_text.h"

namespace sk::ui::fulfilment {

using namespace Qt::StringLiterals;

namespace {

QString escaped(const QStringList &lines)
{
    QStringList safe;
    for (const QString &line : lines)
        safe.append(line.toHtmlEscaped());
    return safe.join(u"<br/>"_s);
}

QString escaped(const std::string &text)
{
    return toQString(text).toHtmlEscaped();
}

} // namespace

QString PackingSlips::page(const profile::RevealedAddress &address, bool first)
{
    const model::Shipment &shipment = address.shipment;
    const auto fact = [](const QString &name, const QString &value) {
        return u"<b>"_s + name.toHtmlEscaped() + u"</b> "_s + value.toHtmlEscaped();
    };
    QString rows;
    for (const model::ShipmentItem &item : shipment.items)
        rows += u"<tr><td align=\"right\">%1</td><td>%2</td><td>%3</td></tr>"_s.arg(
            Format::count(item.quantity), escaped(item.sku), escaped(item.title));
    // Nothing with a buyer's text is taken by a further arg(): "%1" may stand in an address.
    return (first ? u"<h2>"_s : u"<h2 style=\"page-break-before:always\">"_s) + tr("Packing slip").toHtmlEscaped()
        + u"</h2><p style=\"font-size:14pt\">"_s + escaped(reveal::AddressText::lines(address)) + u"</p><p>"_s
        + escaped(reveal::AddressText::notes(address)) + u"</p><p>"_s
        + fact(tr("Order:"), toQString(shipment.order.order.value)) + u"<br/>"_s
        + fact(tr("Sold on:"), toQString(shipment.marketplace)) + u"<br/>"_s
        + fact(tr("Service:"), Words::serviceLevel(shipment.serviceLevel))
        + u"</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\"><tr><th>"_s
        + tr("Quantity").toHtmlEscaped() + u"</th><th align=\"left\">"_s + tr("SKU").toHtmlEscaped()
        + u"</th><th align=\"left\">"_s + tr("Item").toHtmlEscaped() + u"</th></tr>"_s + rows + u"</table>"_s;
}

PrintedDocument PackingSlips::document(const profile::Revealed &revealed)
{
    QString html;
    for (const profile::RevealedAddress &address : revealed.addresses)
        html += page(address, html.isEmpty());
    return {tr("Packing slips"), html};
}

} // namespace sk::ui::fulfilment
