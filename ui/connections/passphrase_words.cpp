// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/passphrase_words.h"

#include <QLocale>

namespace sk::ui::connections {

using profile::PassphraseFlaw;

QString PassphraseWords::of(PassphraseFlaw flaw)
{
    switch (flaw) {
    case PassphraseFlaw::TooShort: return tr("at least 12 characters");
    case PassphraseFlaw::NoUpper: return tr("an upper-case letter");
    case PassphraseFlaw::NoLower: return tr("a lower-case letter");
    case PassphraseFlaw::NoDigit: return tr("a digit");
    case PassphraseFlaw::NoSpecial: return tr("a special character");
    case PassphraseFlaw::HoldsName: return tr("no name of the profile or the connection in it");
    }
    Q_UNREACHABLE();
}

QString PassphraseWords::whatItNeeds(const std::vector<PassphraseFlaw> &flaws)
{
    QStringList missing;
    for (const PassphraseFlaw flaw : flaws)
        missing.append(of(flaw));
    //: %1: a list such as "at least 12 characters and a digit"
    return missing.isEmpty() ? QString() : tr("The passphrase needs %1.").arg(QLocale().createSeparatedList(missing));
}

} // namespace sk::ui::connections
