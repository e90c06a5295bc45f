// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/holds/hold_model.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/holds/hold_words.h"

#include <algorithm>

namespace sk::ui::holds {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const model::Hold &hold, int column)
{
    switch (column) {
    case HoldModel::Order: return toQString(hold.order.value);
    case HoldModel::Account: return toQString(hold.label);
    case HoldModel::Kind: return HoldWords::kind(hold.kind);
    case HoldModel::Reason: return toQString(hold.reason);
    case HoldModel::Person: return HoldWords::person(hold.by);
    case HoldModel::Until: return Format::day(hold.until);
    case HoldModel::Values: return Format::count(hold.values);
    case HoldModel::State: return HoldWords::state(hold);
    default: return {};
    }
}

} // namespace

HoldModel::HoldModel(QObject *parent) : TableModel(parent), m_lock(Icons::icon(u"hold"_s)) {}

void HoldModel::setHolds(std::vector<model::Hold> holds, bool withEnded)
{
    beginResetModel();
    m_holds = std::move(holds);
    if (!withEnded)
        std::erase_if(m_holds, [](const model::Hold &hold) { return !hold.isInForce(); });
    std::ranges::stable_partition(m_holds, [](const model::Hold &hold) { return hold.isInForce(); });
    endResetModel();
}

const model::Hold *HoldModel::at(int row) const
{
    return row >= 0 && row < rows() ? &m_holds[static_cast<std::size_t>(row)] : nullptr;
}

int HoldModel::rowOf(const std::string &id) const
{
    const auto found = std::ranges::find(m_holds, id, &model::Hold::id);
    return found == m_holds.end() ? -1 : static_cast<int>(found - m_holds.begin());
}

QString HoldModel::header(int column) const
{
    switch (column) {
    case Order: return tr("Order");
    case Account: return tr("Account");
    case Kind: return tr("Kind");
    case Reason: return tr("Reason");
    case Person: return tr("Placed by");
    case Until: return tr("Until");
    case Values: return tr("Values");
    case State: return tr("State");
    default: return {};
    }
}

QVariant HoldModel::cell(int row, int column, int role) const
{
    const model::Hold &hold = m_holds[static_cast<std::size_t>(row)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(hold, column);
    if (role == Qt::DecorationRole && column == State && hold.isInForce())
        return m_lock;
    return {};
}

} // namespace sk::ui::holds
