// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/erase_dialog.h"

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

EraseDialog::EraseDialog(const QString &label, QWidget *parent)
    : EraseConfirmDialog(
        {tr("Erase “%1” now?").arg(label),
         tr("Credentials, keys and every row of this connection are erased at once, with the exports that "
            "still lie where Sellerkeep wrote them. Then every page and file is searched for remnants, and "
            "you receive a signed certificate. Tax and legal holds on its orders end with it. Nothing of this can be "
            "taken back."),
         tr("Erase")},
        {label, tr("&Type the connection’s name:"), u"eraseName"_s, tr("Name of the connection, to confirm")},
        {model::ErasureReason::OwnerRequest, model::ErasureReason::AmazonRequest, model::ErasureReason::BuyerRequest},
        u"eraseReason"_s, parent)
{
    setObjectName(u"eraseDialog"_s);
}

} // namespace sk::ui::connections
