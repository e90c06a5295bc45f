// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/reason.h"

#include "core/base/text.h"
#include "core/privacy/registry.h"

#include <algorithm>

namespace sk::profile {

namespace {

/// Shorter values ("1", "NY") stand in many words that are nobody's.
constexpr std::size_t kTelling = 4;

/// Of UTF-8: every byte that does not go on with a character begins one.
int characters(std::string_view text)
{
    return static_cast<int>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool isNamedPii(std::int32_t field)
{
    return std::ranges::any_of(privacy::kPiiFields, [field](const privacy::PiiField &known) {
        return known.number == field && known.piiClass == privacy::PiiClass::A;
    });
}

} // namespace

Result<std::string> checkedReason(std::string_view text)
{
    std::string reason(trimmed(text));
    const bool oneLine = std::ranges::none_of(reason, [](char c) { return static_cast<unsigned char>(c) < 0x20U; });
    const int length = characters(reason);
    if (!oneLine || length < kShortestReason || length > kLongestReason)
        return fail(ErrorKind::Usage,
                    "the reason is one line of " + std::to_string(kShortestReason) + " to "
                        + std::to_string(kLongestReason) + " characters");
    if (reason.find('@') != std::string::npos)
        return fail(ErrorKind::Usage, "the reason must name no person; leave the e-mail address out");
    return reason;
}

Result<void> checkNamesNobody(const std::string &reason, const std::vector<privacy::KeptValue> &values)
{
    const std::string said = lower(reason);
    const bool names = std::ranges::any_of(values, [&](const privacy::KeptValue &value) {
        return value.value.size() >= kTelling && isNamedPii(value.field)
            && said.find(lower(value.value)) != std::string::npos;
    });
    if (names)
        return fail(ErrorKind::Usage,
                    "the reason repeats the buyer's personal data, which it would outlive; say it without");
    return {};
}

} // namespace sk::profile
