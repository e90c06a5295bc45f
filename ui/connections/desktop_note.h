// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connect_world.h"

#include <QWidget>

namespace sk::ui::connections {

/// What Amazon's pages say on desktop applications, in two honest sentences with a link.
class DesktopNote : public QWidget
{
    Q_OBJECT

public:
    DesktopNote(model::ConnectionKind kind, const ConnectWorld &world, QWidget *parent);
};

} // namespace sk::ui::connections
