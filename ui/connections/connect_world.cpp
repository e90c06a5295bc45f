// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connect_world.h"

#include <QDesktopServices>

namespace sk::ui::connections {

ConnectWorld systemConnectWorld()
{
    ConnectWorld world;
    world.openBrowser = [](const QUrl &address) { return QDesktopServices::openUrl(address); };
    return world;
}

} // namespace sk::ui::connections
