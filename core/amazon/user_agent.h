// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sk::amazon {

/// The user-agent Amazon asks for (sp-api.md 3.1): `Sellerkeep/0.1.0 (Language=C++/20; Platform=Linux/…)`, escaped, at
/// most 500 characters.
[[nodiscard]] std::string userAgent(std::string_view version, std::string_view platform,
                                    std::string_view platformVersion);
/// The one of this program on this machine.
[[nodiscard]] std::string ownUserAgent();

} // namespace sk::amazon
