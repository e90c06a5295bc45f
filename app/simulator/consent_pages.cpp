// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/consent_pages.h"

#include <algorithm>

namespace sk::simulator {

namespace {

constexpr std::string_view kSellerPath = "/apps/authorize/consent";
constexpr std::string_view kAdsPath = "/ap/oa";
constexpr std::string_view kConfirm = "/confirm";
constexpr std::string_view kDecline = "/decline";
constexpr std::string_view kAdsScope = "advertising::campaign_management";

Reply htmlPage(int status, const std::string &body)
{
    Reply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = "<!doctype html><meta charset=utf-8><title>Sample Amazon</title>" + body;
    return reply;
}

std::string encoded(std::string_view text)
{
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    static constexpr std::string_view kPlain = "-._~";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (letter || kPlain.find(c) != std::string_view::npos)
            out += c;
        else
            out += {'%', kHex[byte / 16U], kHex[byte % 16U]};
    }
    return out;
}

/// A query that parseFormPairs took, fit for an attribute in single quotes.
std::string inAttribute(std::string_view query)
{
    std::string out;
    for (const char c : query)
        out += c == '\'' ? "%27" : c == '&' ? "&amp;" : std::string(1, c);
    return out;
}

} // namespace

/// A request to one of the pages, taken apart.
struct ConsentPages::Asked
{
    Authorisation kind = Authorisation::SellingPartner;
    std::string path; ///< of the page itself
    std::string rawQuery;
    Pairs query;

    std::string value(std::string_view name) const
    {
        const auto found = std::ranges::find(query, name, &Pairs::value_type::first);
        return found == query.end() ? std::string() : found->second;
    }
};

ConsentPages::ConsentPages(const Options &options, TokenService &tokens, FaultPlan &faults)
    : m_options(options)
    , m_tokens(tokens)
    , m_faults(faults)
{
}

std::optional<Reply> ConsentPages::answer(const Request &request, Millis now, RequestRecord &record)
{
    const bool confirmed = request.path.ends_with(kConfirm);
    const bool declined = request.path.ends_with(kDecline);
    Asked asked;
    asked.path = request.path.substr(0, request.path.size() - (confirmed || declined ? kConfirm.size() : 0));
    asked.rawQuery = request.query;
    asked.kind = asked.path == kAdsPath ? Authorisation::Ads : Authorisation::SellingPartner;
    if (request.method != "GET" || (asked.path != kSellerPath && asked.path != kAdsPath))
        return std::nullopt;
    record.operation = "consent";
    if (!parseFormPairs(request.query, asked.query))
        return htmlPage(400, "<h1>Bad request</h1>");
    std::ranges::copy_if(asked.query, std::back_inserter(record.parameters),
                         [](const auto &pair) { return pair.first != "state"; });
    if (auto refused = refusal(asked))
        return refused;
    if (confirmed || declined) {
        const std::vector<Fault> faults = m_faults.hit(FaultTarget::Consent, false);
        for (const Fault &fault : faults)
            record.faults.emplace_back(factOf(fault.kind).name);
        return decided(asked, confirmed, now, faults);
    }
    return htmlPage(200,
                    "<h1>Sample Amazon: authorise this application?</h1><p>No real account is involved.</p>"
                    "<p><a href='"
                        + asked.path + "/confirm?" + inAttribute(asked.rawQuery) + "'>Confirm</a> &nbsp; <a href='"
                        + asked.path + "/decline?" + inAttribute(asked.rawQuery) + "'>Cancel</a></p>");
}

/// Amazon's own error pages (sp-api.md 2.4), or nothing when the question is in order.
std::optional<Reply> ConsentPages::refusal(const Asked &asked) const
{
    const Credentials known = m_tokens.credentials();
    const bool ads = asked.kind == Authorisation::Ads;
    const bool knownApplication =
        ads ? asked.value("client_id") == known.clientId : asked.value("application_id") == known.applicationId;
    if (!knownApplication)
        return htmlPage(400, "<h1>Unknown application</h1>");
    if (!ads && m_options.draftApplication && asked.value("version") != "beta")
        return htmlPage(400, "<h1>MD1000</h1><p>The application is a draft: version=beta is missing.</p>");
    if (asked.value("redirect_uri") != m_options.redirectUri)
        return htmlPage(400, "<h1>MD5101</h1><p>The redirect_uri is not registered for the application.</p>");
    if (ads && (asked.value("response_type") != "code" || asked.value("scope") != kAdsScope))
        return htmlPage(400, "<h1>Unknown scope or response type</h1>");
    return std::nullopt;
}

Reply ConsentPages::decided(const Asked &asked, bool confirmed, Millis now, const std::vector<Fault> &faults)
{
    const bool ads = asked.kind == Authorisation::Ads;
    const std::string state = findFault(faults, FaultKind::ConsentState) != nullptr ? std::string("of-another-consent")
                                                                                    : asked.value("state");
    std::string answer = "state=" + encoded(state);
    if (!confirmed || findFault(faults, FaultKind::ConsentDeclined) != nullptr) {
        answer += "&error=access_denied";
    } else {
        const std::string code = m_tokens.issueCode(asked.kind, m_options.redirectUri, now);
        answer += ads
            ? "&scope=" + encoded(kAdsScope) + "&code=" + encoded(code)
            : "&selling_partner_id=" + m_tokens.credentials().sellingPartnerId + "&spapi_oauth_code=" + encoded(code);
    }
    Reply reply = htmlPage(302, {});
    reply.headers.emplace_back("Location", m_options.redirectUri + '?' + answer);
    return reply;
}

} // namespace sk::simulator
