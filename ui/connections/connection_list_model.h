// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/views.h"

#include <QAbstractListModel>

namespace sk::ui::connections {

/// The profile's connections, one row each.
class ConnectionListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SummaryRole = Qt::UserRole, ToneRole };

    using QAbstractListModel::QAbstractListModel;

    void setConnections(std::vector<model::ConnectionView> connections);
    /// None: nothing is being synced.
    void setSyncing(std::optional<model::ConnectionId> connection);

    [[nodiscard]] const model::ConnectionView &at(int row) const;
    /// -1 when there is none.
    [[nodiscard]] int rowOf(const model::ConnectionId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString summary(const model::ConnectionView &view) const;
    [[nodiscard]] bool isSyncing(const model::ConnectionView &view) const;

    std::vector<model::ConnectionView> m_connections;
    std::optional<model::ConnectionId> m_syncing;
};

} // namespace sk::ui::connections
