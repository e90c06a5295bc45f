// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/api_error.h"

#include "core/amazon/json.h"

#include <algorithm>

namespace sk::amazon {

namespace {

struct Complaint
{
    std::string code;
    std::string message;
    std::string details;
};

Complaint firstComplaint(const QByteArray &body)
{
    Complaint complaint;
    const auto document = JsonDocument::parse({body.constData(), static_cast<std::size_t>(body.size())});
    simdjson::dom::element first;
    if (!document || document->root()["errors"].at(0).get(first) != simdjson::SUCCESS)
        return complaint;
    const auto text = [&](const char *key) {
        std::string_view value;
        return first[key].get_string().get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
    };
    return {text("code"), text("message"), text("details")};
}

bool mentions(const std::string &text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

/// Amazon's error codes are single words; anything else is not repeated.
std::string safeCode(const std::string &code)
{
    const bool word = !code.empty() && code.size() <= 40 && std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
    return word ? " " + code : std::string();
}

ErrorKind forbiddenKind(const Complaint &complaint)
{
    const std::string all = complaint.message + ' ' + complaint.details;
    if (mentions(all, "LWA secret token") && mentions(all, "expired"))
        return ErrorKind::ClientSecretExpired;
    if (mentions(all, "access token")
        && (mentions(all, "revoked") || mentions(all, "expired") || mentions(all, "malformed")))
        return ErrorKind::AccessTokenRefused;
    if (complaint.details.empty())
        return ErrorKind::RoleMissing;
    return ErrorKind::AccessTokenRefused;
}

bool speaksOfToken(const Complaint &complaint)
{
    return mentions(complaint.message, "aginationToken") || mentions(complaint.details, "aginationToken")
        || mentions(complaint.message, "ext token");
}

ErrorKind kindOf(int status, const Complaint &complaint)
{
    if (status == 429)
        return ErrorKind::Throttled;
    if (status >= 500)
        return ErrorKind::ServerError;
    if (status == 401 || status == 403)
        return forbiddenKind(complaint);
    if (status == 400 && speaksOfToken(complaint))
        return ErrorKind::PaginationTokenRefused;
    if (status == 404)
        return ErrorKind::NotFound;
    return ErrorKind::RequestRefused;
}

} // namespace

Error apiError(const net::HttpResponse &response)
{
    const Complaint complaint = firstComplaint(response.body);
    return {kindOf(response.status, complaint), "HTTP " + std::to_string(response.status) + safeCode(complaint.code)};
}

bool saysUnknownPath(const net::HttpResponse &response)
{
    return response.status == 403 && firstComplaint(response.body).code == "MissingAuthenticationToken";
}

Result<void> checkContent(const net::HttpResponse &response)
{
    const QByteArray body = response.body.trimmed();
    if (body.startsWith('{') || body.startsWith('['))
        return {};
    return fail(ErrorKind::MalformedResponse,
                body.startsWith('<') ? "an HTML page instead of data: a portal or proxy may be in the way"
                                     : "an answer that is no JSON");
}

} // namespace sk::amazon
