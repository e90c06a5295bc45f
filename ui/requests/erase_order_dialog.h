// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/erasure.h"
#include "ui/common/typed_confirm.h"

class QComboBox;

namespace sk::ui::requests {

/// Asks whether to erase an order now (GOV-2), and why. Its id has to be typed: nothing brings it back.
class EraseOrderDialog : public TypedConfirmDialog
{
    Q_OBJECT

public:
    EraseOrderDialog(const QString &order, QWidget *parent);

    [[nodiscard]] model::ErasureReason reason() const;

private:
    QComboBox *m_reason = nullptr;
};

} // namespace sk::ui::requests
