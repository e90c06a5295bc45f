// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace sk::ui::connections {

/// Where to find the three values, what will be asked for, and what Amazon says on desktop applications.
class ConnectHelp : public QScrollArea
{
    Q_OBJECT

public:
    explicit ConnectHelp(QWidget *parent);
};

} // namespace sk::ui::connections
