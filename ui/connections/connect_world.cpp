// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connect_world.h"

#include <QDesktopServices>

namespace sk::ui::connections {

ConnectWorld systemConnectWorld()
{
    return {[](const QUrl &address) { return QDesktopServices::openUrl(address); }, std::nullopt};
}

} // namespace sk::ui::connections
