// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

#include <string>
#include <vector>

namespace sk::profile {

/// What a new passphrase lacks (CRED-6).
enum class PassphraseFlaw {
    TooShort, ///< fewer than 12 characters
    NoUpper,
    NoLower,
    NoDigit,
    NoSpecial,
    HoldsName, ///< one of the names it must not hold
};

/// Every rule that a new passphrase breaks; empty when it is good. `names` are the user's own: name, e-mail address,
/// profile. Parts of fewer than three characters are not looked for.
[[nodiscard]] std::vector<PassphraseFlaw> passphraseFlaws(const secrets::Secret &passphrase,
                                                          const std::vector<std::string> &names);

/// English, for the command line: what a passphrase needs.
[[nodiscard]] std::string_view toText(PassphraseFlaw flaw);

} // namespace sk::profile
