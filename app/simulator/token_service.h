// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/messages.h"
#include "app/simulator/time_text.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace sk::simulator {

/// What the seller would copy from Amazon's developer pages.
struct Credentials
{
    std::string clientId;
    std::string clientSecret;
    std::string refreshToken;     ///< holds '|', '+', '/' and '=', so that percent-encoding matters
    std::string applicationId;    ///< of the same application, for the consent page
    std::string sellingPartnerId; ///< of the seller who consents
};

/// Which of Amazon's services an authorisation is for; the tokens of one do not open the other.
enum class Authorisation { SellingPartner, Ads };

enum class TokenState {
    Valid,
    Missing,
    Unknown,
    Expired,
};

/// Login with Amazon for one application (sp-api.md 2.1, 2.2): refresh_token and authorization_code grants.
/// Safe to use from several threads.
class TokenService
{
public:
    TokenService(std::uint64_t seed, std::chrono::seconds lifetime);

    /// Answers POST /auth/o2/token. `logged` receives the parameters without secrets.
    Reply answer(const Request &request, const std::vector<Fault> &faults, Millis now, Pairs &logged);

    /// A code that lives for five minutes and works once, with this redirect address (sp-api.md 2.4).
    std::string issueCode(Authorisation kind, const std::string &redirectUri, Millis now);

    /// Of a token for the Selling Partner API; those for Ads are unknown there.
    TokenState stateOf(const std::string &accessToken, Millis now) const;
    void revoke(const std::string &accessToken);

    /// The newest credentials; a "new refresh token" fault changes them.
    Credentials credentials() const;

private:
    struct Code
    {
        Authorisation kind;
        std::string redirectUri;
        Millis end;
    };
    struct RefreshToken
    {
        std::string text; ///< empty: dead
        Authorisation kind = Authorisation::SellingPartner;
    };
    struct AccessToken
    {
        Authorisation kind;
        Millis end;
    };
    Reply refresh(const Pairs &form, const std::vector<Fault> &faults, Millis now);
    Reply redeem(const Pairs &form, const std::vector<Fault> &faults, Millis now);
    Reply grant(Authorisation kind, const std::string &refreshToken, Millis now);
    int generationOf(const std::string &refreshToken) const;

    const Millis m_lifetime;
    mutable std::mutex m_mutex;
    Credentials m_credentials;
    std::vector<RefreshToken> m_refreshTokens; ///< all ever issued
    std::map<std::string, AccessToken> m_accessTokens;
    std::map<std::string, Code> m_codes; ///< not used yet
};

} // namespace sk::simulator
