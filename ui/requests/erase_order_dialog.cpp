// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/erase_order_dialog.h"

namespace sk::ui::requests {

using namespace Qt::StringLiterals;

EraseOrderDialog::EraseOrderDialog(const QString &order, QWidget *parent)
    : EraseConfirmDialog(
        {tr("Erase order %1 now?").arg(order),
         tr("Every row and every sealed value of this order is erased at once, in all connections, with the copies "
            "for its buyer that still lie where Sellerkeep wrote them. No sync stores it again. Then every page and "
            "file is searched for remnants, and you receive a signed certificate. Nothing of this can be taken back. "
            "Check first whether tax law asks you to keep the order."),
         tr("Erase")},
        {order, tr("&Type the order’s id:"), u"eraseOrderId"_s, tr("Id of the order, to confirm")},
        {model::ErasureReason::BuyerRequest, model::ErasureReason::AmazonRequest, model::ErasureReason::OwnerRequest},
        u"eraseOrderReason"_s, parent)
{
    setObjectName(u"eraseOrderDialog"_s);
}

} // namespace sk::ui::requests
