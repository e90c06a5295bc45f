// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace sk::ui {

/// A flat table whose columns are an enum: seals the overrides that every table has alike, leaves the small questions.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const final;

protected:
    [[nodiscard]] virtual int rows() const = 0;
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual QString header(int column) const = 0;
    [[nodiscard]] virtual QVariant cell(int row, int column, int role) const = 0;
    /// Numbers stand right.
    [[nodiscard]] virtual bool isNumber(int column) const = 0;
};

} // namespace sk::ui
