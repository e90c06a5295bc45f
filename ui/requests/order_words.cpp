// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/order_words.h"

#include "core/profile/held_classes.h"
#include "ui/common/format.h"
#include "ui/common/text.h"

#include <QLocale>

#include <algorithm>

namespace sk::ui::requests {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate(profile::kHeldTexts, text);
}

bool isOf(const profile::HeldFields &fields, const std::string &table)
{
    return fields.table == table;
}

QString valueOf(const model::HeldRow &row, const QString &column)
{
    const auto found = std::ranges::find(row.values, fromQString(column), &model::HeldValue::name);
    return found == row.values.end() || !found->value ? QString() : toQString(*found->value);
}

bool isTime(const QString &column)
{
    return column.endsWith("_at"_L1) || column.endsWith("_earliest"_L1) || column.endsWith("_latest"_L1);
}

bool isAmount(const QString &column)
{
    return column == "amount"_L1 || column == "item_tax"_L1 || column == "points_value"_L1
        || column.endsWith("_total"_L1) || column.endsWith("_price"_L1);
}

/// Core gives times and amounts as files hold them; a person reads them as the locale writes them.
QString shown(const QString &column, const QString &value)
{
    if (isTime(column)) {
        const Result<Time> time = timeFromIso(fromQString(value));
        return time ? Format::dateTime(*time) : value;
    }
    if (isAmount(column)) {
        bool isNumber = false;
        const double amount = value.toDouble(&isNumber);
        const qsizetype point = value.indexOf(u'.');
        const auto decimals = point < 0 ? 0 : static_cast<int>(value.size() - point - 1);
        return isNumber ? QLocale().toString(amount, 'f', decimals) : value;
    }
    return value;
}

} // namespace

QString OrderWords::table(const model::HeldTable &table)
{
    for (const profile::HeldClass &heldClass : profile::heldClasses()) {
        if (std::ranges::any_of(heldClass.fields, [&](const auto &fields) { return isOf(fields, table.table); }))
            return translated(heldClass.title);
    }
    return toQString(table.name);
}

std::vector<OrderWords::Line> OrderWords::lines(const model::HeldTable &table, const model::HeldRow &row)
{
    std::vector<Line> lines;
    for (const profile::HeldClass &heldClass : profile::heldClasses()) {
        for (const profile::HeldFields &fields : heldClass.fields) {
            if (!isOf(fields, table.table))
                continue;
            QStringList values;
            for (const QString &column : toQString(fields.columns).split(u' ', Qt::SkipEmptyParts)) {
                if (const QString value = valueOf(row, column); !value.isEmpty())
                    values.append(shown(column, value));
            }
            if (!values.isEmpty())
                lines.push_back({translated(fields.text), values.join(u" · "_s)});
        }
    }
    return lines;
}

QString OrderWords::field(const model::HeldPersonal &personal)
{
    const std::string name = profile::plainFieldName(personal.field);
    return translated(name.c_str());
}

QString OrderWords::personalTitle()
{
    const profile::HeldClass *sealed = profile::findHeldClass("pii-values");
    return sealed == nullptr ? QString() : translated(sealed->title);
}

QString OrderWords::connection(const model::OrderHolding &holding)
{
    return holding.label.empty() ? toQString(holding.connection.value) : toQString(holding.label);
}

QString OrderWords::askedBy(model::RequestedBy askedBy)
{
    switch (askedBy) {
    case model::RequestedBy::Amazon: return tr("Amazon");
    case model::RequestedBy::Buyer: return tr("Buyer");
    }
    Q_UNREACHABLE();
}

QString OrderWords::orders(const model::DeletionRequest &request)
{
    QStringList ids;
    for (const model::RequestedOrder &requested : request.orders)
        ids.append(toQString(requested.order.value));
    return ids.join(u", "_s);
}

} // namespace sk::ui::requests
