// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/requests.h"

namespace sk::profile {

/// A field's name and its value, which lies in the address's locked memory.
struct AddressValue
{
    std::string_view field;
    std::string_view value;
};
/// Lives no longer than `address`.
[[nodiscard]] std::vector<AddressValue> addressValues(const RevealedAddress &address);
/// The inverse: values into locked memory, in the order of the fields.
[[nodiscard]] secrets::Secret packedValues(const std::vector<std::string_view> &values);

} // namespace sk::profile
