// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/views.h"
#include "ui/common/table_model.h"

namespace sk::ui::connections {

/// Freshness of a connection's data sets (ANA-7).
class DataSetModel : public TableModel
{
    Q_OBJECT

public:
    enum Column { Name, Rows, FreshAsOf, History, LastError, ColumnCount };

    using TableModel::TableModel;

    void setDataSets(std::vector<model::DataSetStatus> dataSets, Time now);

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_dataSets.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString header(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Rows; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    [[nodiscard]] QString textOf(const model::DataSetStatus &set, int column) const;
    [[nodiscard]] QString toolTipOf(const model::DataSetStatus &set, int column) const;

    std::vector<model::DataSetStatus> m_dataSets;
    Time m_now;
};

} // namespace sk::ui::connections
