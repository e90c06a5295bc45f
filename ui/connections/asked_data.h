// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/roles.h"

#include <QWidget>

class QGridLayout;

namespace sk::ui::connections {

/// What Sellerkeep asks Amazon for, which role that needs, and why: one small table, made from the feature-role matrix
/// (MIN-1). Shown before consent, and later beside the connection.
class AskedData : public QWidget
{
    Q_OBJECT

public:
    explicit AskedData(QWidget *parent);

    void show(model::ConnectionKind kind, const std::vector<model::Feature> &features);

private:
    void addRow(int row, const QStringList &texts, bool muted);

    QGridLayout *m_grid = nullptr;
};

} // namespace sk::ui::connections
