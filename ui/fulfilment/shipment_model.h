// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fulfilment.h"
#include "ui/common/table_model.h"

namespace sk::ui::fulfilment {

/// Orders whose recipient is held; what is held is masked.
class ShipmentModel : public TableModel
{
    Q_OBJECT

public:
    enum Column { Order, ShipBy, Units, Service, Recipient, HeldUntil, ColumnCount };

    using TableModel::TableModel;

    void setShipments(std::vector<model::Shipment> shipments, Time now);
    [[nodiscard]] const model::Shipment &shipment(int row) const { return m_shipments[static_cast<std::size_t>(row)]; }
    /// The row of an order, -1 for one that is not (any more) there.
    [[nodiscard]] int rowOf(const model::OrderRef &order) const;

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_shipments.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString header(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Units; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    [[nodiscard]] QString textOf(const model::Shipment &shipment, int column) const;
    [[nodiscard]] QString toolTipOf(const model::Shipment &shipment, int column) const;
    [[nodiscard]] QString shipByText(const model::Shipment &shipment) const;

    std::vector<model::Shipment> m_shipments;
    Time m_now{};
};

} // namespace sk::ui::fulfilment
