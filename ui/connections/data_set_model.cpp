// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/data_set_model.h"

#include "ui/common/error_text.h"
#include "ui/common/format.h"
#include "ui/common/words.h"

namespace sk::ui::connections {

void DataSetModel::setDataSets(std::vector<model::DataSetStatus> dataSets, Time now)
{
    beginResetModel();
    m_dataSets = std::move(dataSets);
    m_now = now;
    endResetModel();
}

QString DataSetModel::header(int column) const
{
    switch (column) {
    case Name: return tr("Data");
    case Rows: return tr("Rows");
    case FreshAsOf: return tr("Complete up to");
    case History: return tr("History");
    case LastError: return tr("Last problem");
    default: return {};
    }
}

QVariant DataSetModel::cell(int row, int column, int role) const
{
    const model::DataSetStatus &set = m_dataSets[static_cast<std::size_t>(row)];
    if (role == Qt::DisplayRole)
        return textOf(set, column);
    if (role == Qt::ToolTipRole)
        return toolTipOf(set, column);
    return {};
}

QString DataSetModel::textOf(const model::DataSetStatus &set, int column) const
{
    switch (column) {
    case Name: return Words::dataSet(set.name);
    case Rows: return Format::count(set.rows);
    case FreshAsOf: return set.freshAsOf ? Format::age(*set.freshAsOf, m_now) : tr("Not yet synced");
    case History: return set.historyComplete ? tr("Complete") : tr("Still being fetched");
    case LastError: return set.lastError ? ErrorText::brief(*set.lastError) : tr("None");
    default: return {};
    }
}

QString DataSetModel::toolTipOf(const model::DataSetStatus &set, int column) const
{
    if (column == FreshAsOf && set.freshAsOf)
        return Format::dateTime(*set.freshAsOf);
    if (column == LastError && set.lastError)
        return ErrorText::of(*set.lastError);
    return textOf(set, column);
}

} // namespace sk::ui::connections
