// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/net/http.h"
#include "core/secrets/secret.h"

#include <optional>

namespace sk::amazon {

/// A client secret that was replaced. Amazon still takes it for seven days (sp-api.md 2.8), and may take the new one
/// only some time after it was made.
struct OldSecret
{
    secrets::Secret value;
    Day until; ///< on that day it is destroyed
};

/// What Login with Amazon needs to hand out access tokens; one keychain entry per connection.
struct LwaCredentials
{
    std::string clientId;
    secrets::Secret clientSecret;
    secrets::Secret refreshToken;
    std::optional<OldSecret> old{};

    [[nodiscard]] secrets::Secret encode() const;
    [[nodiscard]] static Result<LwaCredentials> decode(const secrets::Secret &bytes);
};

/// New credentials in place of `before`, with its client secret, or the one it kept, as long as Amazon takes it.
/// Nothing is kept of another application, of a secret that may have leaked, and where the keychain entry would grow
/// too long.
[[nodiscard]] LwaCredentials withOldSecret(LwaCredentials fresh, const LwaCredentials &before, Day today,
                                           bool mayHaveLeaked);
/// The same with the old client secret in front, when Amazon refused the present one and the old may still do.
[[nodiscard]] std::optional<LwaCredentials> fallback(const LwaCredentials &refused, ErrorKind why, Day today);

/// The keychain entry of a connection's credentials.
[[nodiscard]] std::string tokenEntry(const std::string &connection);

/// What a seller pastes: {"client_id":…,"client_secret":…,"refresh_token":…}; white space around values is dropped.
/// Usage names the member that is missing or does not look like one; never its value.
[[nodiscard]] Result<LwaCredentials> credentialsFromJson(const secrets::Secret &json);

/// The same without the refresh token, which a consent is yet to bring: {"client_id":…,"client_secret":…}.
[[nodiscard]] Result<LwaCredentials> clientFromJson(const secrets::Secret &json);

/// Adds `name=value` to a form body, every byte of the value but RFC 3986's unreserved ones percent-encoded: Amazon's
/// tokens hold `|`, `+`, `/`.
void appendFormField(QByteArray &body, QByteArrayView name, ByteView value);

/// The refresh grant (RFC 6749 section 6) with credentials in the body.
[[nodiscard]] net::HttpRequest refreshRequest(const QUrl &tokenUrl, const LwaCredentials &credentials);

/// An access token; in memory only (CRED-3).
struct AccessToken
{
    secrets::Secret token;
    std::chrono::seconds lifetime{0};
    secrets::Secret newRefreshToken; ///< empty, or one that differs from what was sent
};

/// Reads the token endpoint's answer of any status. Errors: AuthorisationRevoked (invalid_grant), ClientRefused
/// (invalid_client, unauthorized_client), RequestRefused, ServerError, Throttled, MalformedResponse.
[[nodiscard]] Result<AccessToken> readTokenResponse(const net::HttpResponse &response, const LwaCredentials &sent);

} // namespace sk::amazon
