// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"
#include "ui/reveal/purpose_dialog.h"

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::reveal {

/// Opens the dialog that `make` returns, and calls `accepted` when it was: only once what was acknowledged in it is
/// recorded. What went wrong is shown in `bar`; nothing comes after that is gone.
void askPurpose(profile::Session &session, InfoBar &bar,
                std::function<PurposeDialog *(const model::AcceptableUse &)> make,
                std::function<void(model::RevealPurpose)> accepted);

} // namespace sk::ui::reveal
