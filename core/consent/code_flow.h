// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/consent_page.h"
#include "core/amazon/lwa.h"
#include "core/consent/answer.h"

#include <memory>

namespace sk::consent {

/// What one run of the authorisation-code flow (RFC 6749 4.1) is about.
struct Grant
{
    amazon::ConsentPage page;
    QUrl tokenUrl;
    QUrl redirect;
    std::string clientId;
    secrets::Secret clientSecret;
    std::string state;
};

/// The two steps of the flow that are the protocol's own: the address for the browser, and the code for tokens.
///
/// Done by Qt Network Auth, which gets our state before it builds the address, our reply handler instead of its server
/// and our transport instead of a network of its own. It sees neither the client secret nor a token. State, time and
/// single use were checked before exchange() is called; that the module compares the state once more does no harm.
class CodeFlow
{
public:
    virtual ~CodeFlow() = default;

    [[nodiscard]] virtual QUrl browserAddress() = 0;
    /// Sends the code, once. The transport's errors; the answer may have any status.
    [[nodiscard]] virtual QFuture<Result<net::HttpResponse>> exchange(const Answer &answer) = 0;
};

/// False in a build without Qt Network Auth (CMake option SK_BROWSER_CONSENT).
[[nodiscard]] bool isBuiltIn();

/// `transport` outlives the flow. Usage in a build without Qt Network Auth.
[[nodiscard]] Result<std::unique_ptr<CodeFlow>> makeCodeFlow(Grant grant, net::HttpTransport &transport);

} // namespace sk::consent
