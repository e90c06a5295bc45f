// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fit_to_text.h"

#include <QLayout>
#include <QWidget>

#include <algorithm>

namespace sk::ui {

void fitToText(QWidget &dialog)
{
    const int width = std::max(dialog.width(), dialog.minimumWidth());
    dialog.setMinimumHeight(dialog.layout()->totalHeightForWidth(width));
}

} // namespace sk::ui
