// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/selling_partner_api.h"

#include "app/simulator/api_errors.h"
#include "app/simulator/fault_effects.h"
#include "app/simulator/order_renderer.h"

#include <algorithm>

namespace sk::simulator {

namespace {

constexpr std::string_view kOrdersPath = "/orders/2026-01-01/orders";
constexpr std::string_view kParticipationsPath = "/sellers/v1/marketplaceParticipations";
constexpr std::size_t kLongestUserAgent = 500;

/// The checks every call has to pass before anything else is looked at.
const ApiError *tokenError(TokenState state)
{
    switch (state) {
    case TokenState::Missing: return &kMissingToken;
    case TokenState::Unknown: return &kInvalidToken;
    case TokenState::Expired: return &kExpiredToken;
    case TokenState::Valid: break;
    }
    return nullptr;
}

DataSets withFaults(DataSets asked, const std::vector<Fault> &faults)
{
    return findFault(faults, FaultKind::UnaskedPii) != nullptr ? asked | kPersonalDataSets : asked;
}

} // namespace

SellingPartnerApi::SellingPartnerApi(const Options &options, OrderBook &book, TokenService &tokens, FaultPlan &faults)
    : m_options(options)
    , m_book(book)
    , m_tokens(tokens)
    , m_faults(faults)
    , m_limiter(options.rateScale, options.enforceRates)
{
}

Reply SellingPartnerApi::answer(const Request &request, const std::string &redirectTo, Millis now,
                                RequestRecord &record)
{
    Call call(request);
    call.now = now;
    if (!route(call))
        return errorReply(kUnknownPath);
    record.operation = call.plan->name;
    record.parameters = call.query;
    if (!call.orderId.empty())
        record.parameters.emplace_back("orderId", call.orderId);
    Reply reply = answerRouted(call, redirectTo, record);
    const bool rated = reply.status == 200 || reply.status == 400 || reply.status == 404;
    if (m_options.sendRateHeader && rated && reply.contentType == "application/json")
        reply.headers.emplace_back("x-amzn-RateLimit-Limit", m_limiter.headerValue(*call.plan));
    return reply;
}

bool SellingPartnerApi::route(Call &call) const
{
    if (call.request.method != "GET")
        return false;
    const std::string &path = call.request.path;
    call.queryIsSound = parseFormPairs(call.request.query, call.query);
    if (path == kParticipationsPath) {
        call.plan = &kParticipations;
    } else if (path == kOrdersPath) {
        call.plan = &kSearchOrders;
    } else if (path.size() > kOrdersPath.size() + 1 && path.compare(0, kOrdersPath.size(), kOrdersPath) == 0
               && path[kOrdersPath.size()] == '/' && path.find('/', kOrdersPath.size() + 1) == std::string::npos) {
        call.plan = &kGetOrder;
        if (!percentDecode(path.substr(kOrdersPath.size() + 1), false, call.orderId))
            call.queryIsSound = false;
    }
    return call.plan != nullptr;
}

Reply SellingPartnerApi::answerRouted(Call &call, const std::string &redirectTo, RequestRecord &record)
{
    if (call.request.userAgent.empty() || call.request.userAgent.size() > kLongestUserAgent)
        return invalidInput("The user-agent header is missing or longer than 500 characters");
    if (const ApiError *error = tokenError(m_tokens.stateOf(call.request.accessToken, call.now)))
        return errorReply(*error);
    const bool hasPageToken =
        std::ranges::find(call.query, "paginationToken", &Pairs::value_type::first) != call.query.end();
    const bool isSearch = call.plan->name == kSearchOrders.name;
    call.faults = m_faults.hit(isSearch ? FaultTarget::SearchOrders : FaultTarget::AnyApi, hasPageToken);
    for (const Fault &fault : call.faults)
        record.faults.emplace_back(factOf(fault.kind).name);
    if (findFault(call.faults, FaultKind::RevokedAccessToken) != nullptr)
        m_tokens.revoke(call.request.accessToken);
    std::optional<Reply> instead = replyInstead(call.faults, redirectTo);
    if (!instead && !m_limiter.admit(*call.plan, "connection", call.now))
        instead = errorReply(kThrottled);
    Reply reply = instead ? std::move(*instead) : run(call);
    spoil(reply, call.faults, call.now);
    return reply;
}

Reply SellingPartnerApi::run(const Call &call)
{
    if (!call.queryIsSound)
        return invalidInput("The query is not properly percent-encoded");
    if (call.plan->name == kSearchOrders.name)
        return searchOrders(call);
    if (call.plan->name == kGetOrder.name)
        return getOrder(call);
    if (!call.query.empty())
        return invalidInput("Unknown parameter: " + call.query.front().first);
    return participations();
}

Reply SellingPartnerApi::searchOrders(const Call &call)
{
    auto checked = checkSearch(call.query, m_book.marketplaces(), call.now);
    if (Reply *refused = std::get_if<Reply>(&checked))
        return std::move(*refused);
    const SearchRequest &search = std::get<SearchRequest>(checked);
    PagePosition position;
    if (search.pageToken.empty()) {
        auto result = std::make_shared<SearchResult>();
        result->fingerprint = search.fingerprint;
        result->beforeText = search.beforeText;
        result->visible = search.filter.visible;
        result->orders = m_book.find(search.filter);
        position.result = std::move(result);
    } else {
        const auto found = m_pages.find(search.pageToken, call.now);
        if (!found || found->result->fingerprint != search.fingerprint)
            return errorReply(kBadPageToken);
        position = *found;
    }
    Reply reply;
    reply.body = page(position, search, call);
    return reply;
}

std::string SellingPartnerApi::page(const PagePosition &position, const SearchRequest &search, const Call &call)
{
    const std::vector<std::uint32_t> &all = position.result->orders;
    const std::size_t begin = std::min(position.offset, all.size());
    const std::size_t count = std::min(static_cast<std::size_t>(search.pageSize), all.size() - begin);
    const RenderOptions options{withFaults(search.dataSets, call.faults), position.result->visible,
                                findFault(call.faults, FaultKind::UnknownValues) != nullptr};
    JsonWriter json;
    {
        JsonObject object(json);
        {
            JsonArray orders(json, "orders");
            for (const OrderFacts &order : m_book.at(all.data() + begin, all.data() + begin + count))
                OrderRenderer(json, order, m_book.marketplaceOf(order), options).write();
        }
        const std::string next = nextToken(position, count, search.pageToken, call);
        if (!next.empty()) {
            JsonObject pagination(json, "pagination");
            json.member("nextToken", next);
        }
        json.member(search.filter.byUpdate ? "lastUpdatedBefore" : "createdBefore", position.result->beforeText);
    }
    return json.take();
}

/// Empty on the last page; the token of the same page while the "repeated page" fault hits.
std::string SellingPartnerApi::nextToken(const PagePosition &position, std::size_t pageSize, const std::string &current,
                                         const Call &call)
{
    if (findFault(call.faults, FaultKind::RepeatedPage) != nullptr)
        return current.empty() ? m_pages.issue(position, call.now) : current;
    const std::size_t next = position.offset + pageSize;
    return next < position.result->orders.size() ? m_pages.issue({position.result, next}, call.now) : std::string();
}

Reply SellingPartnerApi::getOrder(const Call &call)
{
    auto checked = checkGetOrder(call.query);
    if (Reply *refused = std::get_if<Reply>(&checked))
        return std::move(*refused);
    const Millis visible = call.now - kVisibilityLag;
    const std::optional<OrderFacts> order = m_book.byId(call.orderId);
    if (!order || order->created > visible || order->created < call.now - kOldestAge)
        return errorReply(kNotFound);
    const RenderOptions options{withFaults(std::get<DataSets>(checked), call.faults), visible,
                                findFault(call.faults, FaultKind::UnknownValues) != nullptr};
    JsonWriter json;
    {
        JsonObject object(json);
        json.key("order");
        OrderRenderer(json, *order, m_book.marketplaceOf(*order), options).write();
    }
    Reply reply;
    reply.body = json.take();
    return reply;
}

Reply SellingPartnerApi::participations() const
{
    JsonWriter json;
    {
        JsonObject object(json);
        JsonArray payload(json, "payload");
        for (const Marketplace *marketplace : m_book.marketplaces()) {
            JsonObject entry(json);
            {
                JsonObject details(json, "marketplace");
                json.member("id", marketplace->id);
                json.member("name", marketplace->name);
                json.member("countryCode", marketplace->country);
                json.member("defaultCurrencyCode", marketplace->currency);
                json.member("defaultLanguageCode", marketplace->language);
                json.member("domainName", marketplace->domain);
            }
            {
                JsonObject participation(json, "participation");
                json.member("isParticipating", true);
                json.member("hasSuspendedListings", false);
            }
            json.member("storeName", "Harbour Goods");
        }
    }
    Reply reply;
    reply.body = json.take();
    return reply;
}

} // namespace sk::simulator
