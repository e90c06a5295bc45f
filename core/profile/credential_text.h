// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/credentials.h"

#include <string>

// What the command line says about the age of credentials; the window has its own, translatable words.
namespace sk::profile {

/// What is old, and what to do; for an age that is not fresh.
[[nodiscard]] std::string credentialWarning(const model::CredentialAge &age);
/// One step after a suspected leak, as an instruction.
[[nodiscard]] std::string_view leakStepText(model::LeakStep step);

} // namespace sk::profile
