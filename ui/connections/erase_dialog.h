// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/erasure.h"
#include "ui/common/typed_confirm.h"

class QComboBox;

namespace sk::ui::connections {

/// Asks whether to erase a connection now (DEL-4), and why. Its name has to be typed: nothing brings it back.
class EraseDialog : public TypedConfirmDialog
{
    Q_OBJECT

public:
    EraseDialog(const QString &label, QWidget *parent);

    [[nodiscard]] model::ErasureReason reason() const;

private:
    QComboBox *m_reason = nullptr;
};

} // namespace sk::ui::connections
