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
    std::string refreshToken; ///< holds '|', '+', '/' and '=', so that percent-encoding matters
};

enum class TokenState {
    Valid,
    Missing,
    Unknown,
    Expired,
};

/// Login with Amazon for one private application (sp-api.md 2.1, 2.2): refresh_token grants only.
/// Safe to use from several threads.
class TokenService
{
public:
    TokenService(std::uint64_t seed, std::chrono::seconds lifetime);

    /// Answers POST /auth/o2/token. `logged` receives the parameters without secrets.
    Reply answer(const Request &request, const std::vector<Fault> &faults, Millis now, Pairs &logged);

    TokenState stateOf(const std::string &accessToken, Millis now) const;
    void revoke(const std::string &accessToken);

    /// The newest credentials; a "new refresh token" fault changes them.
    Credentials credentials() const;

private:
    Reply grant(const Fault *renewal, Millis now);
    int generationOf(const std::string &refreshToken) const;

    const Millis m_lifetime;
    mutable std::mutex m_mutex;
    Credentials m_credentials;
    std::vector<std::string> m_refreshTokens;     ///< all ever issued; an empty text is a dead one
    std::map<std::string, Millis> m_accessTokens; ///< with their ends
};

} // namespace sk::simulator
