// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hold.h"
#include "ui/common/table_model.h"

#include <QIcon>

#include <vector>

namespace sk::ui::holds {

/// The register of holds as a table: those in force first, the newest of each kind of end on top.
class HoldModel : public TableModel
{
    Q_OBJECT

public:
    enum Column { Order, Account, Kind, Reason, Person, Until, Values, State, ColumnCount };

    explicit HoldModel(QObject *parent);

    /// `withEnded`: also those that are not in force any more.
    void setHolds(std::vector<model::Hold> holds, bool withEnded);
    /// Null outside the table.
    [[nodiscard]] const model::Hold *at(int row) const;
    [[nodiscard]] int rowOf(const std::string &id) const; ///< -1 when it is not shown

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_holds.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString header(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Values; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    std::vector<model::Hold> m_holds;
    QIcon m_lock;
};

} // namespace sk::ui::holds
