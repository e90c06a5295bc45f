// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace sk::ui::connections {

/// Where to find the three values, and what will be asked for.
class ConnectHelp : public QScrollArea
{
    Q_OBJECT

public:
    explicit ConnectHelp(QWidget *parent);
};

} // namespace sk::ui::connections
