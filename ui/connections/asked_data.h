// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sk::ui::connections {

/// What Sellerkeep asks Amazon for, which role that needs, and why: one small table.
class AskedData : public QWidget
{
    Q_OBJECT

public:
    explicit AskedData(QWidget *parent);
};

} // namespace sk::ui::connections
