// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

#include <QUrl>

namespace sk::consent {

/// What Amazon appended to the redirect address (sp-api.md 2.4; Ads: RFC 6749 4.1.2).
struct Answer
{
    std::string state;
    secrets::Secret code; ///< empty when `error` says why there is none
    std::string sellingPartnerId;
    std::string error; ///< OAuth's word, `access_denied` and kin
};

/// Longer ones are not read: state, code and seller id need some hundred bytes.
inline constexpr std::size_t kLongestAnswer = 8 * 1024;

/// Reads the query of the redirect, still percent-encoded, without `?`. ConsentInvalid for everything that is not
/// exactly one state with one code or one error; the message never holds a value.
[[nodiscard]] Result<Answer> readAnswer(std::string_view query);

/// Reads what a person copied from the browser: the redirected address as a whole, or what the redirect page shows for
/// copying. Only `redirect` itself and our own listener's address may stand before the `?`.
[[nodiscard]] Result<Answer> readPasted(std::string_view text, const QUrl &redirect);

} // namespace sk::consent
