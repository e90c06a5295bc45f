// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_list_model.h"

#include "ui/common/text.h"
#include "ui/common/words.h"

#include <algorithm>

namespace sk::ui::connections {

void ConnectionListModel::setConnections(std::vector<model::ConnectionView> connections)
{
    const bool same = std::equal(connections.begin(), connections.end(), m_connections.begin(), m_connections.end(),
                                 [](const auto &a, const auto &b) { return a.connection.id == b.connection.id; });
    if (same) {
        m_connections = std::move(connections);
        if (!m_connections.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_connections = std::move(connections);
    endResetModel();
}

void ConnectionListModel::setSyncing(std::optional<model::ConnectionId> connection)
{
    if (m_syncing == connection)
        return;
    m_syncing = std::move(connection);
    if (!m_connections.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const model::ConnectionView &ConnectionListModel::at(int row) const
{
    return m_connections[static_cast<std::size_t>(row)];
}

int ConnectionListModel::rowOf(const model::ConnectionId &id) const
{
    const auto found = std::find_if(m_connections.begin(), m_connections.end(),
                                    [&id](const auto &view) { return view.connection.id == id; });
    return found == m_connections.end() ? -1 : static_cast<int>(found - m_connections.begin());
}

int ConnectionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_connections.size());
}

QVariant ConnectionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const model::ConnectionView &view = at(index.row());
    const QString label = toQString(view.connection.label);
    switch (role) {
    case Qt::DisplayRole: return label;
    case Qt::ToolTipRole: return label;
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(label, summary(view));
    case SummaryRole: return summary(view);
    case ToneRole: return static_cast<int>(isSyncing(view) ? Tone::Busy : Words::tone(view.connection.state));
    default: return {};
    }
}

QString ConnectionListModel::summary(const model::ConnectionView &view) const
{
    const QString region = Words::place(view.connection);
    const QString state = isSyncing(view) ? tr("Syncing") : Words::state(view.connection.state);
    return tr("%1 · %2").arg(region, state);
}

bool ConnectionListModel::isSyncing(const model::ConnectionView &view) const
{
    return m_syncing == view.connection.id;
}

} // namespace sk::ui::connections
