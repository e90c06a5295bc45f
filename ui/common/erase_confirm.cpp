// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/erase_confirm.h"

#include "ui/common/certificate_document.h"
#include "ui/common/named.h"

#include <QComboBox>

namespace sk::ui {

EraseConfirmDialog::EraseConfirmDialog(const Question &question, const ToType &toType,
                                       std::initializer_list<model::ErasureReason> reasons, const QString &reasonName,
                                       QWidget *parent)
    : TypedConfirmDialog(question, toType, parent)
{
    m_reason = named(new QComboBox(this), reasonName, tr("Reason of the erasure"));
    for (const model::ErasureReason reason : reasons)
        m_reason->addItem(CertificateDocument::reason(reason), static_cast<int>(reason));
    insertRow(tr("&Reason:"), m_reason);
}

model::ErasureReason EraseConfirmDialog::reason() const
{
    return static_cast<model::ErasureReason>(m_reason->currentData().toInt());
}

} // namespace sk::ui
