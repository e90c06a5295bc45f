// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/confirm_dialog.h"

class QFormLayout;

namespace sk::ui {

/// What has to be typed before something is done that nothing brings back.
struct ToType
{
    QString text;       ///< the name or id
    QString caption;    ///< with a mnemonic: "&Type the order’s id:"
    QString objectName; ///< of the field
    QString spoken;     ///< its accessible name
};

/// A confirmation whose button wakes up once a name was typed.
class TypedConfirmDialog : public ConfirmDialog
{
    Q_OBJECT

public:
    TypedConfirmDialog(const Question &question, const ToType &toType, QWidget *parent);

protected:
    /// Puts a further control above the field.
    void insertRow(const QString &caption, QWidget *control);

private:
    QFormLayout *m_form = nullptr;
};

} // namespace sk::ui
