// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace sk::profile {

// The acceptable-use rules for personal data (ACC-7). English, for the command line; the window translates them as they
// stand here (context kUseTexts), and a test holds them against the translations. Whoever changes what they demand
// raises the version: everybody is asked again.

inline constexpr const char *kUseTexts = "sk::profile::AcceptableUse";
inline constexpr int kUseRules = 1;

inline constexpr std::array kUseTextsList{
    "I look at a buyer’s personal data only to ship the order, or because a tax or another law demands it, and I name that purpose truly.",
    "I pass on no more of it than this needs, and only to who needs it, such as the carrier.",
    "I do not use it for advertising, for reviews or for profiles of people, and write to buyers only as Amazon allows.",
    "I keep no copy: packing slips, labels and notes are destroyed as soon as they are no longer needed, 30 days after shipment at the latest unless a law demands more.",
    "I know that each look is recorded with its purpose. If such data comes into wrong hands, I report it at once to whoever answers for this account.",
};

} // namespace sk::profile
