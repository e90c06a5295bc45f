// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/erasure.h"
#include "ui/common/typed_confirm.h"

class QComboBox;

namespace sk::ui {

/// Confirms an erasure by a typed name, and asks what it is for.
class EraseConfirmDialog : public TypedConfirmDialog
{
    Q_OBJECT

public:
    /// The first of the reasons is chosen already; `reasonName` is the object name of their box.
    EraseConfirmDialog(const Question &question, const ToType &toType,
                       std::initializer_list<model::ErasureReason> reasons, const QString &reasonName, QWidget *parent);

    [[nodiscard]] model::ErasureReason reason() const;

private:
    QComboBox *m_reason = nullptr;
};

} // namespace sk::ui
