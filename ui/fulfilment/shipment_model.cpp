// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fulfilment/shipment_model.h"

#include "ui/common/format.h"
#include "ui/common/text.h"
#include "ui/common/words.h"
#include "ui/reveal/address_text.h"

namespace sk::ui::fulfilment {

using namespace Qt::StringLiterals;

void ShipmentModel::setShipments(std::vector<model::Shipment> shipments, Time now)
{
    beginResetModel();
    m_shipments = std::move(shipments);
    m_now = now;
    endResetModel();
}

int ShipmentModel::rowOf(const model::OrderRef &order) const
{
    const auto found = std::ranges::find(m_shipments, order, &model::Shipment::order);
    return found == m_shipments.end() ? -1 : static_cast<int>(found - m_shipments.begin());
}

QString ShipmentModel::header(int column) const
{
    switch (column) {
    case Order: return tr("Order");
    case ShipBy: return tr("Ship by");
    case Units: return tr("Units");
    case Service: return tr("Service");
    case Recipient: return tr("Recipient");
    case HeldUntil: return tr("Held until");
    default: return {};
    }
}

QVariant ShipmentModel::cell(int row, int column, int role) const
{
    const model::Shipment &shipment = m_shipments[static_cast<std::size_t>(row)];
    if (role == Qt::DisplayRole)
        return textOf(shipment, column);
    if (role == Qt::ToolTipRole)
        return toolTipOf(shipment, column);
    return {};
}

QString ShipmentModel::shipByText(const model::Shipment &shipment) const
{
    if (!shipment.open)
        return tr("shipped");
    if (!shipment.shipBy)
        return tr("—");
    return Format::untilDay(dayOf(*shipment.shipBy), dayOf(m_now));
}

QString ShipmentModel::textOf(const model::Shipment &shipment, int column) const
{
    switch (column) {
    case Order: return toQString(shipment.order.order.value);
    case ShipBy: return shipByText(shipment);
    case Units: return Format::count(shipment.units());
    case Service: return Words::serviceLevel(shipment.serviceLevel);
    case Recipient:
        return u"•••• "_s
            + tr("%n value(s)", nullptr, Format::plural(static_cast<std::int64_t>(shipment.fields.size())));
    case HeldUntil: return shipment.heldUntil ? Format::day(*shipment.heldUntil) : tr("—");
    default: return {};
    }
}

QString ShipmentModel::toolTipOf(const model::Shipment &shipment, int column) const
{
    if (column == ShipBy && shipment.shipBy)
        return Format::dateTime(*shipment.shipBy);
    if (column == Units) {
        QStringList items;
        for (const model::ShipmentItem &item : shipment.items)
            items.append(reveal::AddressText::item(item));
        return items.join(u'\n');
    }
    if (column == HeldUntil)
        return tr("Unreadable from this day on (UTC)");
    return textOf(shipment, column);
}

} // namespace sk::ui::fulfilment
