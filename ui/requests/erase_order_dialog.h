// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/erase_confirm.h"

namespace sk::ui::requests {

/// Asks whether to erase an order now (GOV-2), and why. Its id has to be typed: nothing brings it back.
class EraseOrderDialog : public EraseConfirmDialog
{
    Q_OBJECT

public:
    EraseOrderDialog(const QString &order, QWidget *parent);
};

} // namespace sk::ui::requests
