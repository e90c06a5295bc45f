// SPDX-License-Identifier: GPL-3.0-or-later
// Built in place of code_flow.cpp where Qt Network Auth is missing (SK_BROWSER_CONSENT=OFF).
#include "core/consent/code_flow.h"

namespace sk::consent {

bool isBuiltIn()
{
    return false;
}

Result<std::unique_ptr<CodeFlow>> makeCodeFlow(Grant, net::HttpTransport &)
{
    return fail(ErrorKind::Usage,
                "this build of Sellerkeep has no consent in the browser; connect by self-authorisation");
}

} // namespace sk::consent
