// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/requests.h"
#include "ui/common/printed_document.h"

#include <QCoreApplication>

namespace sk::ui::fulfilment {

/// One page for each order: recipient, order, what is in the parcel. Values come from buyers: nothing of them is taken
/// for mark-up.
class PackingSlips
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::fulfilment::PackingSlips)

public:
    [[nodiscard]] static PrintedDocument document(const profile::Revealed &revealed);

private:
    [[nodiscard]] static QString page(const profile::RevealedAddress &address, bool first);
};

} // namespace sk::ui::fulfilment
