// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/order_document.h"

#include "ui/common/format.h"
#include "ui/common/text.h"
#include "ui/requests/order_words.h"

#include <algorithm>
#include <span>

namespace sk::ui::requests {

using namespace Qt::StringLiterals;

namespace {

QString line(const QString &name, const QString &value)
{
    return u"<tr><td width='45%'>%1</td><td>%2</td></tr>"_s.arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString tableOf(const QString &lines)
{
    return u"<table width='100%' cellpadding='2'>%1</table>"_s.arg(lines);
}

QString heading(const QString &text)
{
    return u"<h3>%1</h3>"_s.arg(text.toHtmlEscaped());
}

/// `values` are those of the holding; what cannot be read stays empty.
QString personal(const model::OrderHolding &holding, std::span<const secrets::Secret> values)
{
    QString lines;
    for (std::size_t i = 0; i < holding.personal.size(); ++i)
        lines +=
            line(OrderWords::field(holding.personal[i]), i < values.size() ? toQString(values[i].text()) : QString());
    return lines.isEmpty() ? QString() : heading(OrderWords::personalTitle()) + tableOf(lines);
}

QString tables(const model::OrderHolding &holding)
{
    QString html;
    for (const model::HeldTable &table : holding.tables) {
        html += heading(OrderWords::table(table));
        for (const model::HeldRow &row : table.rows) {
            QString lines;
            for (const OrderWords::Line &one : OrderWords::lines(table, row))
                lines += line(one.name, one.value);
            html += tableOf(lines);
        }
    }
    return html;
}

} // namespace

QString OrderDocument::title()
{
    return tr("Data held about an order’s buyer");
}

QString OrderDocument::html(const profile::BuyerCopy &copy, const QString &profile, Time now)
{
    QString html = u"<h2>%1</h2>"_s.arg(title().toHtmlEscaped());
    html += tableOf(line(tr("Order"), toQString(copy.found.order.value)) + line(tr("Held by"), profile)
                    + line(tr("Written"), Format::exactTime(now)));
    html += u"<p>%1</p>"_s.arg(
        tr("A copy of everything that is held about the buyer of this order, for the buyer.").toHtmlEscaped());
    std::span<const secrets::Secret> values = copy.values;
    for (const model::OrderHolding &holding : copy.found.holdings) {
        const auto its = values.first(std::min(holding.personal.size(), values.size()));
        values = values.subspan(its.size());
        html += u"<h2>%1</h2>"_s.arg(OrderWords::connection(holding).toHtmlEscaped());
        html += personal(holding, its) + tables(holding);
    }
    return html;
}

} // namespace sk::ui::requests
