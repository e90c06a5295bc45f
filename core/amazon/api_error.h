// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

namespace sk::amazon {

/// What an SP-API answer that is not 200 means (sp-api.md 2.2, 3.3, 3.5). The body may be HTML or nothing; Amazon's
/// free text decides between kinds but is never passed on.
[[nodiscard]] Error apiError(const net::HttpResponse &response);

/// True for the answer of a host that does not know the path: not Amazon's of this region, or not Amazon's at all.
[[nodiscard]] bool saysUnknownPath(const net::HttpResponse &response);

/// An answer of 200 that is no JSON at all (a captive portal, an HTML error page): MalformedResponse.
[[nodiscard]] Result<void> checkContent(const net::HttpResponse &response);

} // namespace sk::amazon
