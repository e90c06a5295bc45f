// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reveal/address_text.h"

#include "ui/common/format.h"
#include "ui/common/text.h"

#include <QMap>

#include <array>

namespace sk::ui::reveal {

using namespace Qt::StringLiterals;

namespace {

using Fields = QMap<QString, QString>;

Fields fieldsOf(const profile::RevealedAddress &address)
{
    Fields fields;
    for (const profile::AddressValue &value : profile::addressValues(address))
        fields[toQString(value.field)] = toQString(value.value).simplified();
    return fields;
}

} // namespace

QStringList AddressText::lines(const profile::RevealedAddress &address)
{
    const Fields fields = fieldsOf(address);
    const std::array<QStringList, 13> order{{{u"name"_s},
                                             {u"companyName"_s},
                                             {u"addressLine1"_s},
                                             {u"addressLine2"_s},
                                             {u"addressLine3"_s},
                                             {u"streetName"_s, u"streetNumber"_s},
                                             {u"complement"_s},
                                             {u"neighborhood"_s},
                                             {u"districtOrCounty"_s},
                                             {u"municipality"_s},
                                             {u"postalCode"_s, u"city"_s},
                                             {u"stateOrRegion"_s},
                                             {u"countryCode"_s}}};
    QStringList lines;
    for (const QStringList &names : order) {
        QStringList parts;
        for (const QString &name : names)
            parts.append(fields.value(name));
        parts.removeAll(QString());
        const QString line = parts.join(u' ');
        if (!line.isEmpty() && !lines.contains(line))
            lines.append(line);
    }
    return lines;
}

QStringList AddressText::notes(const profile::RevealedAddress &address)
{
    const Fields fields = fieldsOf(address);
    QStringList notes;
    const auto add = [&](const QString &field, const QString &text) {
        if (const QString value = fields.value(field); !value.isEmpty())
            notes.append(text.arg(value));
    };
    add(u"phone"_s, tr("Telephone: %1"));
    add(u"addressType"_s, tr("Kind of address: %1"));
    add(u"dropOffLocation"_s, tr("Leave it at: %1"));
    add(u"addressInstruction"_s, tr("Instruction: %1"));
    return notes;
}

QString AddressText::item(const model::ShipmentItem &item)
{
    const QString sku = toQString(item.sku);
    const QString what = item.title.empty() ? sku : sku + u" – "_s + toQString(item.title);
    //: %1: quantity; %2: SKU and title of the item
    return tr("%1 × %2").arg(Format::count(item.quantity), what);
}

} // namespace sk::ui::reveal
