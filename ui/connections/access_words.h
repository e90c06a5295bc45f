// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/access.h"
#include "ui/common/tone.h"

#include <QCoreApplication>
#include <QString>

namespace sk::ui::connections {

/// The access doctor's findings in the user's words.
class AccessWords
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::connections::AccessWords)

public:
    /// What is checked: "Sign-in at Amazon", "Orders", …; none: the clock.
    [[nodiscard]] static QString name(const std::optional<model::AuditOperation> &call);
    /// Two or three words for the badge.
    [[nodiscard]] static QString brief(model::AccessVerdict verdict);
    [[nodiscard]] static Tone tone(model::AccessVerdict verdict);
    [[nodiscard]] static QString meaning(const model::AccessFinding &finding, const model::AccessReport &report);
    /// The step to take; empty when there is none.
    [[nodiscard]] static QString step(const model::AccessFinding &finding);
    /// HTTP status, time and request id; empty when nothing came back.
    [[nodiscard]] static QString technical(const model::AccessFinding &finding);
    /// The whole report as text to pass on. Made of our own words, numbers and Amazon's names of roles alone.
    [[nodiscard]] static QString report(const model::AccessReport &report);
};

} // namespace sk::ui::connections
