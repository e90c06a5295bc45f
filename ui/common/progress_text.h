// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/views.h"

#include <QCoreApplication>
#include <QString>

namespace sk::ui {

/// A sync in flight and what it came to, in words.
class ProgressText
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::ProgressText)

public:
    /// "Orders: 1,200 of about 9,000 received, about 12 min left."
    [[nodiscard]] static QString of(const model::SyncProgress &progress, Time now);
    /// Per mille for a progress bar; -1 while nothing can be said.
    [[nodiscard]] static int perMille(const model::SyncProgress &progress);
    /// One sentence on a finished sync; failures are named.
    [[nodiscard]] static QString of(const model::SyncReport &report);
    [[nodiscard]] static bool failed(const model::SyncReport &report);
};

} // namespace sk::ui
