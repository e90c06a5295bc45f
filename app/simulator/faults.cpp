// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace sk::simulator {

namespace {

constexpr FaultFact kFaults[] = {
    {FaultKind::Throttle, "throttle", FaultTarget::AnyApi, 1, 0, "429 QuotaExceeded"},
    {FaultKind::ServerError, "server-error", FaultTarget::AnyApi, 1, 0, "500 InternalFailure"},
    {FaultKind::Unavailable, "unavailable", FaultTarget::AnyApi, 1, 0, "503"},
    {FaultKind::HtmlOk, "html-200", FaultTarget::AnyApi, 1, 0, "an HTML page with status 200"},
    {FaultKind::HtmlBadRequest, "html-400", FaultTarget::AnyApi, 1, 0, "an HTML page with status 400"},
    {FaultKind::Truncated, "truncated", FaultTarget::AnyApi, 1, 0, "half of the promised Content-Length"},
    {FaultKind::CutJson, "cut-json", FaultTarget::AnyApi, 1, 0, "half of the JSON, right Content-Length"},
    {FaultKind::Dropped, "dropped", FaultTarget::AnyApi, 1, 0, "connection closed without an answer"},
    {FaultKind::Slow, "slow-body", FaultTarget::AnyApi, 1, 600, "body drips for VALUE seconds"},
    {FaultKind::Gzip, "gzip", FaultTarget::AnyApi, 0, 0, "body in Content-Encoding gzip"},
    {FaultKind::WrongDate, "wrong-date", FaultTarget::AnyApi, 0, 5, "Date header VALUE hours off"},
    {FaultKind::Redirect, "redirect", FaultTarget::AnyApi, 1, 0, "302 to another host name"},
    {FaultKind::RevokedAccessToken, "revoked-access-token", FaultTarget::AnyApi, 1, 0, "403; the token stays dead"},
    {FaultKind::ExpiredSecret, "expired-secret", FaultTarget::AnyApi, 0, 0, "403, client secret has expired"},
    {FaultKind::MissingRole, "missing-role", FaultTarget::AnyApi, 0, 0, "403 with empty details"},
    {FaultKind::RepeatedPage, "repeated-page", FaultTarget::SearchOrders, 0, 0, "same orders, same nextToken"},
    {FaultKind::RefusedPageToken, "refused-page-token", FaultTarget::SearchOrders, 1, 0, "400 for a pagination token"},
    {FaultKind::UnaskedPii, "unasked-pii", FaultTarget::AnyApi, 0, 0, "BUYER, RECIPIENT, TAX, PAYMENT unasked"},
    {FaultKind::UnknownValues, "unknown-values", FaultTarget::AnyApi, 0, 0, "enum values and fields no model names"},
    {FaultKind::RevokedRefreshToken, "revoked-refresh-token", FaultTarget::Token, 0, 0, "400 invalid_grant"},
    {FaultKind::NewRefreshToken, "new-refresh-token", FaultTarget::Token, 1, 0, "VALUE 1: the old one dies"},
    {FaultKind::TokenUnavailable, "token-unavailable", FaultTarget::Token, 1, 0, "503 from the token endpoint"},
    {FaultKind::CodeRefused, "code-refused", FaultTarget::Token, 1, 0, "400 invalid_grant for an authorisation code"},
    {FaultKind::ConsentDeclined, "consent-declined", FaultTarget::Consent, 1, 0, "the seller declines: access_denied"},
    {FaultKind::ConsentState, "consent-wrong-state", FaultTarget::Consent, 1, 0, "redirected with another state"},
};

bool concerns(const FaultFact &fact, FaultTarget target)
{
    return fact.target == target || (fact.target == FaultTarget::AnyApi && target == FaultTarget::SearchOrders);
}

std::optional<int> readNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0)
        return std::nullopt;
    return number;
}

} // namespace

std::span<const FaultFact> faultCatalogue()
{
    return kFaults;
}

const FaultFact &factOf(FaultKind kind)
{
    return *std::ranges::find(kFaults, kind, &FaultFact::kind);
}

std::optional<Fault> parseFault(std::string_view text)
{
    const std::size_t at = text.find('@');
    std::string_view name = text.substr(0, at);
    const std::size_t equals = name.find('=');
    Fault fault;
    if (equals != std::string_view::npos) {
        const std::string value(name.substr(equals + 1));
        char *end = nullptr;
        fault.value = std::strtod(value.c_str(), &end);
        if (value.empty() || *end != '\0')
            return std::nullopt;
        name = name.substr(0, equals);
    }
    const auto row = std::ranges::find(kFaults, name, &FaultFact::name);
    if (row == std::end(kFaults))
        return std::nullopt;
    fault.kind = row->kind;
    if (at == std::string_view::npos)
        return fault;
    const std::string_view when = text.substr(at + 1);
    const std::size_t cross = when.find('x');
    const auto from = readNumber(when.substr(0, cross));
    if (!from || *from < 1)
        return std::nullopt;
    fault.from = *from;
    if (cross == std::string_view::npos)
        return fault;
    const auto times = when.substr(cross + 1) == "*" ? std::optional<int>(0) : readNumber(when.substr(cross + 1));
    if (!times)
        return std::nullopt;
    fault.times = *times;
    return fault;
}

void FaultPlan::inject(const Fault &fault)
{
    const FaultFact &fact = factOf(fault.kind);
    Armed armed{fault};
    if (fault.times < 0)
        armed.fault.times = fact.usualTimes;
    if (fault.value == 0)
        armed.fault.value = fact.usualValue;
    const std::lock_guard lock(m_mutex);
    m_armed.push_back(armed);
}

void FaultPlan::clear()
{
    const std::lock_guard lock(m_mutex);
    m_armed.clear();
}

std::vector<Fault> FaultPlan::hit(FaultTarget target, bool hasPageToken)
{
    const std::lock_guard lock(m_mutex);
    std::vector<Fault> hits;
    for (Armed &armed : m_armed) {
        if (!concerns(factOf(armed.fault.kind), target))
            continue;
        ++armed.seen;
        const bool spent = armed.fault.times > 0 && armed.fired >= armed.fault.times;
        const bool unfit = armed.fault.kind == FaultKind::RefusedPageToken && !hasPageToken;
        if (armed.seen < armed.fault.from || spent || unfit)
            continue;
        ++armed.fired;
        hits.push_back(armed.fault);
    }
    return hits;
}

const Fault *findFault(const std::vector<Fault> &faults, FaultKind kind)
{
    const auto found = std::ranges::find(faults, kind, &Fault::kind);
    return found == faults.end() ? nullptr : &*found;
}

} // namespace sk::simulator
