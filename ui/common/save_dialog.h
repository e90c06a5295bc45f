// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QFileDialog;
class QWidget;

namespace sk::ui {

/// Asks where to write a file; the caller names it, connects fileSelected and opens it. Goes when it is closed.
[[nodiscard]] QFileDialog *makeSaveDialog(const QString &title, const QStringList &filters, const QString &suffix,
                                          QWidget *parent);

} // namespace sk::ui
