// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fulfilment/packing_slips.h"

#include "ui/common/format.h"
#include "ui/common/text.h"
#include "ui/fulfilment/address_text.h"

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

PrintedDocument PackingSlips::document(const profile::Revealed &revealed)
{
    QString html;
    for (const profile::RevealedAddress &address : revealed.addresses) {
        const model::Shipment &shipment = address.shipment;
        QString rows;
        for (const model::ShipmentItem &item : shipment.items)
            rows += u"<tr><td align=\"right\">%1</td><td>%2</td><td>%3</td></tr>"_s.arg(
                Format::count(item.quantity), escaped(item.sku), escaped(item.title));
        // No text with user values is taken by a further arg(): "%1" may stand in an address.
        html += (html.isEmpty() ? u"<div>"_s : u"<div style=\"page-break-before:always\">"_s) + u"<h2>"_s
            + tr("Packing slip").toHtmlEscaped() + u"</h2><p style=\"font-size:14pt\">"_s
            + escaped(AddressText::lines(address)) + u"</p><p>"_s + escaped(AddressText::notes(address))
            + u"</p><p><b>"_s + tr("Order:").toHtmlEscaped() + u"</b> "_s + escaped(shipment.order.order.value)
            + u"<br/><b>"_s + tr("Sold on:").toHtmlEscaped() + u"</b> "_s + escaped(shipment.marketplace)
            + u"<br/><b>"_s + tr("Service:").toHtmlEscaped() + u"</b> "_s + escaped(shipment.serviceLevel)
            + u"</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\"><tr><th>"_s
            + tr("Quantity").toHtmlEscaped() + u"</th><th align=\"left\">"_s + tr("SKU").toHtmlEscaped()
            + u"</th><th align=\"left\">"_s + tr("Item").toHtmlEscaped() + u"</th></tr>"_s + rows + u"</table></div>"_s;
    }
    return {tr("Packing slips"), html};
}

} // namespace sk::ui::fulfilment
