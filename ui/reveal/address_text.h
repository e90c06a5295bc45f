// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/address_values.h"

#include <QCoreApplication>
#include <QStringList>

namespace sk::ui::reveal {

/// A revealed address as it stands on a parcel. The texts are copies outside locked memory: as few as can be, and as
/// briefly.
class AddressText
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::reveal::AddressText)

public:
    /// Name to country, one line each.
    [[nodiscard]] static QStringList lines(const profile::RevealedAddress &address);
    /// What a carrier is told besides: telephone, where to leave the parcel; each with what it is.
    [[nodiscard]] static QStringList notes(const profile::RevealedAddress &address);
    /// "2 × SKU – title".
    [[nodiscard]] static QString item(const model::ShipmentItem &item);
};

} // namespace sk::ui::reveal
