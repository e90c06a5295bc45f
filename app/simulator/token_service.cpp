// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/token_service.h"

#include "app/simulator/api_errors.h"
#include "app/simulator/json_writer.h"
#include "app/simulator/random.h"
#include "app/simulator/secret_text.h"

#include <algorithm>

namespace sk::simulator {

namespace {

constexpr std::string_view kInvalidGrant = "The request has an invalid grant parameter : refresh_token. User may have "
                                           "revoked or didn't grant the permission.";

constexpr std::string_view kInvalidCode = "The request has an invalid grant parameter : code";
constexpr std::string_view kIncomplete = "The request is missing a required parameter or is malformed.";
constexpr Millis kCodeLife = 5 * 60 * kSecond;

/// Ends with characters that a careless client forgets to encode.
constexpr std::string_view kAwkwardEnd = "+/a+B/c==";

std::string valueOf(const Pairs &pairs, std::string_view name)
{
    const auto found = std::ranges::find(pairs, name, &Pairs::value_type::first);
    return found == pairs.end() ? std::string() : found->second;
}

bool isForm(const std::string &contentType)
{
    constexpr std::string_view kForm = "application/x-www-form-urlencoded";
    return contentType.compare(0, kForm.size(), kForm) == 0;
}

std::string newRefreshToken()
{
    return "Atzr|IwEBI" + randomToken(180) + std::string(kAwkwardEnd);
}

Credentials makeCredentials(std::uint64_t seed)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    Random random = streamFor(seed, "credentials");
    const auto hex = [&random](int length) {
        std::string text;
        for (int i = 0; i < length; ++i)
            text += kHex[random.below(16)];
        return text;
    };
    Credentials made{"amzn1.application-oa2-client." + hex(32),
                     "amzn1.oa2-cs.v1." + hex(64),
                     "Atzr|IwEBI" + seededToken(random, 180) + std::string(kAwkwardEnd),
                     {},
                     {}};
    made.applicationId = "amzn1.sp.solution." + hex(8) + '-' + hex(4) + "-4" + hex(3) + "-a" + hex(3) + '-' + hex(12);
    made.sellingPartnerId = 'A';
    for (int i = 0; i < 13; ++i)
        made.sellingPartnerId += static_cast<char>('A' + random.below(26));
    return made;
}

} // namespace

TokenService::TokenService(std::uint64_t seed, std::chrono::seconds lifetime)
    : m_lifetime(lifetime.count() * kSecond)
    , m_credentials(makeCredentials(seed))
    , m_refreshTokens{{m_credentials.refreshToken}}
{
}

Reply TokenService::answer(const Request &request, const std::vector<Fault> &faults, Millis now, Pairs &logged)
{
    const std::lock_guard lock(m_mutex);
    Pairs form;
    if (findFault(faults, FaultKind::TokenUnavailable) != nullptr)
        return lwaError(503, "temporarily_unavailable", "The service is temporarily unavailable.");
    if (!isForm(request.contentType) || !parseFormPairs(request.body, form))
        return lwaError(400, "invalid_request", kIncomplete);
    const std::string grantType = valueOf(form, "grant_type");
    logged = {{"grant_type", grantType}};
    if (grantType == "refresh_token") {
        const int generation = generationOf(valueOf(form, "refresh_token"));
        logged.emplace_back("refresh_token",
                            generation < 0 ? "unknown" : std::string("#").append(std::to_string(generation)));
    }
    if (valueOf(form, "client_id") != m_credentials.clientId
        || valueOf(form, "client_secret") != m_credentials.clientSecret)
        return lwaError(401, "invalid_client", "Client authentication failed");
    if (grantType.empty())
        return lwaError(400, "invalid_request", kIncomplete);
    if (grantType == "refresh_token")
        return refresh(form, faults, now);
    if (grantType == "authorization_code")
        return redeem(form, faults, now);
    return lwaError(400, "unsupported_grant_type", "The authorization grant type is not supported.");
}

Reply TokenService::refresh(const Pairs &form, const std::vector<Fault> &faults, Millis now)
{
    const std::string refreshToken = valueOf(form, "refresh_token");
    if (refreshToken.empty())
        return lwaError(400, "invalid_request", kIncomplete);
    const int generation = generationOf(refreshToken);
    if (generation < 0 || findFault(faults, FaultKind::RevokedRefreshToken) != nullptr)
        return lwaError(400, "invalid_grant", kInvalidGrant);
    const Authorisation kind = m_refreshTokens[static_cast<std::size_t>(generation)].kind;
    const Fault *renewal = findFault(faults, FaultKind::NewRefreshToken);
    if (renewal == nullptr)
        return grant(kind, refreshToken, now);
    if (renewal->value == 1)
        std::ranges::fill(m_refreshTokens, RefreshToken());
    m_credentials.refreshToken = newRefreshToken();
    m_refreshTokens.push_back({m_credentials.refreshToken, kind});
    return grant(kind, m_credentials.refreshToken, now);
}

/// Whatever is wrong with a code, Amazon says the same; a code that was tried is used up.
Reply TokenService::redeem(const Pairs &form, const std::vector<Fault> &faults, Millis now)
{
    if (valueOf(form, "code").empty() || valueOf(form, "redirect_uri").empty())
        return lwaError(400, "invalid_request", kIncomplete);
    const auto node = m_codes.extract(valueOf(form, "code"));
    if (node.empty() || now >= node.mapped().end || node.mapped().redirectUri != valueOf(form, "redirect_uri")
        || findFault(faults, FaultKind::CodeRefused) != nullptr)
        return lwaError(400, "invalid_grant", kInvalidCode);
    m_refreshTokens.push_back({newRefreshToken(), node.mapped().kind});
    return grant(node.mapped().kind, m_refreshTokens.back().text, now);
}

std::string TokenService::issueCode(Authorisation kind, const std::string &redirectUri, Millis now)
{
    const std::lock_guard lock(m_mutex);
    const std::string code = "AN" + randomToken(18) + std::string(kAwkwardEnd);
    m_codes[code] = {kind, redirectUri, now + kCodeLife};
    return code;
}

Reply TokenService::grant(Authorisation kind, const std::string &refreshToken, Millis now)
{
    const std::string token = "Atza|IwEBI" + randomToken(300);
    constexpr Millis kForgetAfter = 24 * kHour;
    std::erase_if(m_accessTokens, [now](const auto &entry) { return entry.second.end < now - kForgetAfter; });
    m_accessTokens[token] = {kind, now + m_lifetime};
    JsonWriter json;
    {
        JsonObject object(json);
        json.member("access_token", token);
        json.member("refresh_token", refreshToken);
        json.member("token_type", "bearer");
        json.member("expires_in", m_lifetime / kSecond);
    }
    Reply reply;
    reply.body = json.take();
    return reply;
}

TokenState TokenService::stateOf(const std::string &accessToken, Millis now) const
{
    if (accessToken.empty())
        return TokenState::Missing;
    const std::lock_guard lock(m_mutex);
    const auto found = m_accessTokens.find(accessToken);
    if (found == m_accessTokens.end() || found->second.kind != Authorisation::SellingPartner)
        return TokenState::Unknown;
    return now < found->second.end ? TokenState::Valid : TokenState::Expired;
}

void TokenService::revoke(const std::string &accessToken)
{
    const std::lock_guard lock(m_mutex);
    m_accessTokens.erase(accessToken);
}

Credentials TokenService::credentials() const
{
    const std::lock_guard lock(m_mutex);
    return m_credentials;
}

int TokenService::generationOf(const std::string &refreshToken) const
{
    const auto found = std::ranges::find(m_refreshTokens, refreshToken, &RefreshToken::text);
    if (refreshToken.empty() || found == m_refreshTokens.end())
        return -1;
    return static_cast<int>(found - m_refreshTokens.begin());
}

} // namespace sk::simulator
