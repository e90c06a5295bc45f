// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reveal/ask_purpose.h"

#include "ui/common/info_bar.h"

namespace sk::ui::reveal {

void askPurpose(profile::Session &session, InfoBar &bar,
                std::function<PurposeDialog *(const model::AcceptableUse &)> make,
                std::function<void(model::RevealPurpose)> accepted)
{
    whenDone(session.acceptableUse(), &bar, [&session, &bar, make, accepted](const Result<model::AcceptableUse> &use) {
        if (!use)
            return bar.showError(use.error());
        PurposeDialog *dialog = make(*use);
        QObject::connect(dialog, &QDialog::accepted, &bar, [&session, &bar, dialog, accepted] {
            const model::RevealPurpose purpose = dialog->purpose();
            const std::optional<int> rules = dialog->acknowledged();
            if (!rules)
                return accepted(purpose);
            whenDone(session.acknowledgeUse(*rules), &bar, [&bar, purpose, accepted](const Result<void> &done) {
                if (done)
                    accepted(purpose);
                else
                    bar.showError(done.error());
            });
        });
        dialog->open();
    });
}

} // namespace sk::ui::reveal
