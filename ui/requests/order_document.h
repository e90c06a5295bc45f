// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/requests.h"

#include <QCoreApplication>
#include <QString>

namespace sk::ui::requests {

/// The copy for a buyer as a document to hand over: everything that is held about the order, in words.
class OrderDocument
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::requests::OrderDocument)

public:
    [[nodiscard]] static QString title();
    [[nodiscard]] static QString html(const profile::BuyerCopy &copy, const QString &profile, Time now);
};

} // namespace sk::ui::requests
