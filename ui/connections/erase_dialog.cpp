// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/erase_dialog.h"

#include "ui/common/certificate_document.h"
#include "ui/common/named.h"

#include <QComboBox>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

EraseDialog::EraseDialog(const QString &label, QWidget *parent)
    : TypedConfirmDialog(
        {tr("Erase “%1” now?").arg(label),
         tr("Credentials, keys and every row of this connection are erased at once, with the exports that "
            "still lie where Sellerkeep wrote them. Then every page and file is searched for remnants, and "
            "you receive a signed certificate. Tax and legal holds on its orders end with it. Nothing of this can be "
            "taken back."),
         tr("Erase")},
        {label, tr("&Type the connection’s name:"), u"eraseName"_s, tr("Name of the connection, to confirm")}, parent)
{
    setObjectName(u"eraseDialog"_s);
    m_reason = named(new QComboBox(this), u"eraseReason"_s, tr("Reason of the erasure"));
    for (const model::ErasureReason reason :
         {model::ErasureReason::OwnerRequest, model::ErasureReason::AmazonRequest, model::ErasureReason::BuyerRequest})
        m_reason->addItem(CertificateDocument::reason(reason), static_cast<int>(reason));
    insertRow(tr("&Reason:"), m_reason);
}

model::ErasureReason EraseDialog::reason() const
{
    return static_cast<model::ErasureReason>(m_reason->currentData().toInt());
}

} // namespace sk::ui::connections
