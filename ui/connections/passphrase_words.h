// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/passphrase_rules.h"

#include <QCoreApplication>
#include <QString>

namespace sk::ui::connections {

/// What a new passphrase still needs, in words.
class PassphraseWords
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::connections::PassphraseWords)

public:
    /// One sentence; empty when nothing is missing.
    [[nodiscard]] static QString whatItNeeds(const std::vector<profile::PassphraseFlaw> &flaws);

private:
    [[nodiscard]] static QString of(profile::PassphraseFlaw flaw);
};

} // namespace sk::ui::connections
