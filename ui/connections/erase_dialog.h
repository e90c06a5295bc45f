// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/erase_confirm.h"

namespace sk::ui::connections {

/// Asks whether to erase a connection now (DEL-4), and why. Its name has to be typed: nothing brings it back.
class EraseDialog : public EraseConfirmDialog
{
    Q_OBJECT

public:
    EraseDialog(const QString &label, QWidget *parent);
};

} // namespace sk::ui::connections
