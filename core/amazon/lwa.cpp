// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/lwa.h"

#include "core/amazon/json.h"
#include "core/base/text.h"

#include <QUrl>

#include <algorithm>

namespace sk::amazon {

namespace {

constexpr std::size_t kLongestToken = 2048;    // sp-api.md 2.1
constexpr std::chrono::days kOldSecretLife{7}; // sp-api.md 2.8
constexpr std::size_t kLongestEntry = 1200;    // bytes; what every keychain takes (design.md, "Keys")

/// Versions of the keychain entry.
constexpr std::uint8_t kPlain = 1;
constexpr std::uint8_t kWithOldSecret = 2;

Result<secrets::Secret> credential(const simdjson::dom::object &object, std::string_view key)
{
    std::string_view value;
    if (object.at_key(key).get_string().get(value) != simdjson::SUCCESS || trimmed(value).empty())
        return fail(ErrorKind::Usage, "the member " + std::string(key) + " is missing");
    value = trimmed(value);
    const bool printable = std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < 0x7F; });
    if (!printable || value.size() > kLongestToken)
        return fail(ErrorKind::Usage,
                    "the member " + std::string(key) + " is not what Amazon hands out: check that it was copied whole");
    return secrets::Secret::copyOf(asBytes(value));
}

Result<LwaCredentials> readCredentials(const secrets::Secret &json, bool withToken)
{
    const auto document = JsonDocument::parse(json.text());
    simdjson::dom::object object;
    if (!document || document->root().get_object().get(object) != simdjson::SUCCESS)
        return fail(ErrorKind::Usage,
                    withToken ? R"(standard input must be {"client_id":…,"client_secret":…,"refresh_token":…})"
                              : R"(the first line of standard input must be {"client_id":…,"client_secret":…})");
    SK_ASSIGN(const secrets::Secret clientId, credential(object, "client_id"));
    LwaCredentials credentials{std::string(clientId.text()), {}, {}};
    SK_ASSIGN(credentials.clientSecret, credential(object, "client_secret"));
    if (withToken) {
        SK_ASSIGN(credentials.refreshToken, credential(object, "refresh_token"));
    }
    return credentials;
}

/// sp-api.md 2.2, the rows of LWA.
Error tokenError(int status, std::string_view code)
{
    if (code == "invalid_grant")
        return {ErrorKind::AuthorisationRevoked, "Login with Amazon: invalid_grant"};
    if (code == "invalid_client" || code == "unauthorized_client")
        return {ErrorKind::ClientRefused, "Login with Amazon: " + std::string(code)};
    if (status == 429)
        return {ErrorKind::Throttled, "Login with Amazon: HTTP 429"};
    if (status >= 500 || code == "server_error" || code == "temporarily_unavailable")
        return {ErrorKind::ServerError, "Login with Amazon: HTTP " + std::to_string(status)};
    return {ErrorKind::RequestRefused, "Login with Amazon: HTTP " + std::to_string(status)};
}

std::string errorCode(std::string_view body)
{
    const auto document = JsonDocument::parse(body);
    std::string_view code;
    if (!document || document->root()["error"].get_string().get(code) != simdjson::SUCCESS)
        return {};
    return std::string(code);
}

} // namespace

secrets::Secret LwaCredentials::encode() const
{
    ByteWriter writer;
    writer.u8(old ? kWithOldSecret : kPlain).text(clientId).blob(clientSecret.view()).blob(refreshToken.view());
    if (old)
        writer.blob(old->value.view()).u32(static_cast<std::uint32_t>(toDayNumber(old->until)));
    Bytes bytes = writer.bytes();
    return secrets::Secret::take(bytes);
}

Result<LwaCredentials> LwaCredentials::decode(const secrets::Secret &bytes)
{
    ByteReader reader(bytes.view());
    LwaCredentials credentials;
    const std::uint8_t version = reader.u8();
    credentials.clientId = reader.text();
    credentials.clientSecret = secrets::Secret::copyOf(reader.blob());
    credentials.refreshToken = secrets::Secret::copyOf(reader.blob());
    if (version == kWithOldSecret) {
        credentials.old.emplace();
        credentials.old->value = secrets::Secret::copyOf(reader.blob());
        credentials.old->until = fromDayNumber(static_cast<std::int32_t>(reader.u32()));
    }
    if (!reader.atEnd() || (version != kPlain && version != kWithOldSecret))
        return fail(ErrorKind::KeyFileDamaged, "the connection's credentials in the keychain are malformed");
    return credentials;
}

LwaCredentials withOldSecret(LwaCredentials fresh, const LwaCredentials &before, Day today, bool mayHaveLeaked)
{
    fresh.old.reset();
    if (mayHaveLeaked || fresh.clientId != before.clientId)
        return fresh;
    if (!fresh.clientSecret.equals(before.clientSecret))
        fresh.old = OldSecret{before.clientSecret, today + kOldSecretLife};
    else if (before.old && today < before.old->until)
        fresh.old = before.old;
    if (fresh.old && (fresh.old->value.equals(fresh.clientSecret) || fresh.encode().size() >= kLongestEntry))
        fresh.old.reset();
    return fresh;
}

std::optional<LwaCredentials> fallback(const LwaCredentials &refused, ErrorKind why, Day today)
{
    if (why != ErrorKind::ClientRefused || !refused.old || today >= refused.old->until)
        return std::nullopt;
    return LwaCredentials{refused.clientId, refused.old->value, refused.refreshToken};
}

std::string tokenEntry(const std::string &connection)
{
    return "token/" + connection;
}

Result<LwaCredentials> credentialsFromJson(const secrets::Secret &json)
{
    return readCredentials(json, true);
}

Result<LwaCredentials> clientFromJson(const secrets::Secret &json)
{
    return readCredentials(json, false);
}

void appendFormField(QByteArray &body, QByteArrayView name, ByteView value)
{
    if (!body.isEmpty())
        body += '&';
    body += name;
    body += '=';
    constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const std::uint8_t byte : value) {
        if (unreserved.find(static_cast<char>(byte)) != std::string_view::npos) {
            body += static_cast<char>(byte);
            continue;
        }
        body += '%';
        body += digits[byte >> 4U];
        body += digits[byte & 0xFU];
    }
}

net::HttpRequest refreshRequest(const QUrl &tokenUrl, const LwaCredentials &credentials)
{
    net::HttpRequest request;
    request.verb = net::Verb::Post;
    request.url = tokenUrl;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"},
                       {"Accept", "application/json"}};
    request.body.reserve(8192); // one buffer: growing would leave copies behind
    appendFormField(request.body, "grant_type", asBytes("refresh_token"));
    appendFormField(request.body, "refresh_token", credentials.refreshToken.view());
    appendFormField(request.body, "client_id", asBytes(credentials.clientId));
    appendFormField(request.body, "client_secret", credentials.clientSecret.view());
    request.limits = {64 * 1024, std::chrono::seconds(30)};
    return request;
}

Result<AccessToken> readTokenResponse(const net::HttpResponse &response, const LwaCredentials &sent)
{
    const std::string_view body(response.body.constData(), static_cast<std::size_t>(response.body.size()));
    if (response.status != 200)
        return fail(tokenError(response.status, errorCode(body)));
    SK_ASSIGN(const JsonDocument document, JsonDocument::parse(body));
    std::string_view token;
    std::int64_t seconds = 0;
    if (document.root()["access_token"].get_string().get(token) != simdjson::SUCCESS || token.empty())
        return fail(ErrorKind::MalformedResponse, "access_token: missing");
    if (token.size() > kLongestToken
        || !std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; }))
        return fail(ErrorKind::MalformedResponse, "access_token: not fit for a header");
    if (document.root()["expires_in"].get_int64().get(seconds) != simdjson::SUCCESS || seconds <= 0)
        return fail(ErrorKind::MalformedResponse, "expires_in: missing");
    AccessToken access;
    access.token = secrets::Secret::copyOf(asBytes(token));
    access.lifetime = std::chrono::seconds(std::min<std::int64_t>(seconds, 24 * 3600));
    std::string_view refresh;
    if (document.root()["refresh_token"].get_string().get(refresh) == simdjson::SUCCESS
        && refresh != sent.refreshToken.text())
        access.newRefreshToken = secrets::Secret::copyOf(asBytes(refresh));
    return access;
}

} // namespace sk::amazon
