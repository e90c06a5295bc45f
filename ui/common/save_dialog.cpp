// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/save_dialog.h"

#include <QFileDialog>

namespace sk::ui {

QFileDialog *makeSaveDialog(const QString &title, const QStringList &filters, const QString &suffix, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffix);
    return dialog;
}

} // namespace sk::ui
