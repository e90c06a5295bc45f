// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sk::model {

/// A value that an answer carried outside the fields of Order, with the path it stood at inside its order, array
/// indexes left out: `recipient.deliveryAddress.name`. What becomes of it is core/privacy's decision; it is PII until
/// then.
struct PersonalValue
{
    std::string path;
    std::string value;
};

} // namespace sk::model
