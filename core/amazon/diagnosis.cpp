// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/diagnosis.h"

#include "core/amazon/roles.h"
#include "core/model/credentials.h"

#include <algorithm>

namespace sk::amazon {

namespace {

using namespace std::chrono;
using model::AccessFinding;
using model::AccessVerdict;

constexpr minutes kClockTolerance{2};    // sp-api.md 3.7: a bound must be that far back
constexpr std::string_view kAny = "any"; // operations.h: every role grants it

/// Amazon's request ids are UUIDs; anything else under that name may be an echo of what was sent.
std::string uuidOnly(const std::string &id)
{
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    const auto fits = [](char c, char wanted) {
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        return wanted == 'x' ? hex : c == wanted;
    };
    return std::equal(id.begin(), id.end(), form.begin(), form.end(), fits) ? id : std::string();
}

/// A web page where data should be. Amazon itself sends one with 400 for requests that break HTTP (sp-api.md 3.1), and
/// any front end may with a 5xx.
bool isIntercepted(const Observation &seen)
{
    const bool maybeAmazon = seen.httpStatus == 400 || seen.httpStatus >= 500;
    return (seen.hurdle == net::Hurdle::Html && !maybeAmazon) || seen.hurdle == net::Hurdle::Proxy
        || seen.hurdle == net::Hurdle::Stranger || seen.error == ErrorKind::RedirectRefused;
}

bool isSecretOverdue(const AccessFacts &facts)
{
    return model::credentialState(model::CredentialKind::ClientSecret, facts.secretEnteredAt, facts.now).stage
        == model::CredentialStage::Overdue;
}

AccessVerdict verdictOn(ErrorKind error, const AccessCheck &check, const Observation &seen, const AccessFacts &facts)
{
    switch (error) {
    case ErrorKind::Cancelled: return AccessVerdict::Stopped;
    case ErrorKind::AuthorisationRevoked:
        return facts.hasWorked ? AccessVerdict::AuthorisationRevoked : AccessVerdict::TokenOfAnotherApplication;
    case ErrorKind::ClientRefused: // a secret is never younger than its entry here
        return isSecretOverdue(facts) ? AccessVerdict::ClientSecretExpired : AccessVerdict::ClientSecretWrong;
    case ErrorKind::ClientSecretExpired: return AccessVerdict::ClientSecretExpired;
    case ErrorKind::AccessTokenRefused: return AccessVerdict::AccessTokenRefused;
    case ErrorKind::RoleMissing: return seen.unknownPath ? AccessVerdict::WrongRegion : AccessVerdict::RoleMissing;
    case ErrorKind::NotFound: // it was let through to look for the order
        return check.operation == OperationId::GetOrder ? AccessVerdict::NothingToAsk : AccessVerdict::RequestRefused;
    case ErrorKind::RequestRefused:
    case ErrorKind::PaginationTokenRefused: return AccessVerdict::RequestRefused;
    case ErrorKind::TlsRefused: return AccessVerdict::ClockWrong; // by its dates alone: the rest is intercepted
    case ErrorKind::Offline: return AccessVerdict::Offline;
    case ErrorKind::Timeout: return AccessVerdict::Timeout;
    case ErrorKind::Throttled: return AccessVerdict::Throttled;
    case ErrorKind::ServerError: return AccessVerdict::ServerError;
    case ErrorKind::ResponseTooLarge:
    case ErrorKind::MalformedResponse: return AccessVerdict::AnswerUnreadable;
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainEmptied:
    case ErrorKind::WrongPassphrase:
    case ErrorKind::KeyFileDamaged: // after an answer: what could not be stored is a new refresh token
        return seen.httpStatus == 0 ? AccessVerdict::CredentialsUnreadable : AccessVerdict::Unclear;
    default: return AccessVerdict::Unclear;
    }
}

/// The kind that fits the verdict, where the status alone misleads: a portal's 403 is no missing role.
std::optional<ErrorKind> errorOf(AccessVerdict verdict, ErrorKind seen)
{
    const bool ofNetwork = seen == ErrorKind::Offline || seen == ErrorKind::Timeout || seen == ErrorKind::TlsRefused
        || seen == ErrorKind::RedirectRefused;
    switch (verdict) {
    case AccessVerdict::NothingToAsk: return std::nullopt;
    case AccessVerdict::Intercepted: return ofNetwork ? seen : ErrorKind::MalformedResponse;
    case AccessVerdict::ClientSecretExpired: return ErrorKind::ClientSecretExpired;
    default: return seen;
    }
}

std::vector<std::string> rolesOf(const AccessCheck &check, const AccessFacts &facts)
{
    std::vector<std::string> names;
    const std::string_view listed = operation(*check.operation).roles;
    if (check.feature || listed == kAny) { // what the feature-role matrix asks for, not all twelve
        for (const model::RoleNeed &need : rolesNeeded(facts.kind, facts.features)) {
            if (need.feature == check.feature)
                names.push_back(need.role);
        }
        return names;
    }
    for (const Role &role : kRoles) {
        const std::string padded = ' ' + std::string(listed) + ' ';
        if (padded.find(' ' + std::string(role.id) + ' ') != std::string::npos)
            names.emplace_back(role.name);
    }
    return names;
}

AccessFinding findingOf(const AccessCheck &check, const Observation &seen, const AccessFacts &facts)
{
    AccessFinding finding{check.call(),    AccessVerdict::Fine,      std::nullopt,  {},
                          seen.httpStatus, uuidOnly(seen.requestId), seen.duration, std::nullopt};
    if (!seen.asked) {
        finding.verdict = AccessVerdict::NothingToAsk;
    } else if (seen.error) {
        finding.verdict = isIntercepted(seen) ? AccessVerdict::Intercepted : verdictOn(*seen.error, check, seen, facts);
        finding.error = errorOf(finding.verdict, *seen.error);
    } else if (seen.addressMissing) {
        finding.verdict = AccessVerdict::AddressMissing;
    }
    return finding;
}

bool mayUseAnyRole(const AccessFinding &finding)
{
    return std::any_of(kOperations.begin(), kOperations.end(),
                       [&](const Operation &row) { return row.audit == finding.call && row.roles == kAny; });
}

/// The same 403 stands for a missing role and for an account that is not in the region (sp-api.md 2.2). What the other
/// calls came to tells them apart: any role opens searchOrders, and one call that is let through proves the region.
void tellRegionFromRole(std::vector<AccessFinding> &findings)
{
    const auto letThrough = [](const AccessFinding &finding) {
        const bool answered = finding.verdict == AccessVerdict::Fine || finding.verdict == AccessVerdict::AddressMissing
            || (finding.verdict == AccessVerdict::NothingToAsk && finding.httpStatus == 404);
        return answered && finding.call != model::AuditOperation::TokenRefreshed;
    };
    const auto deniedToAll = [](const AccessFinding &finding) {
        return finding.verdict == AccessVerdict::RoleMissing && mayUseAnyRole(finding);
    };
    if (std::any_of(findings.begin(), findings.end(), letThrough)
        || std::none_of(findings.begin(), findings.end(), deniedToAll))
        return;
    for (AccessFinding &finding : findings) {
        if (finding.verdict == AccessVerdict::RoleMissing)
            finding.verdict = AccessVerdict::WrongRegion;
    }
}

/// How far this machine's clock is ahead of the server's: the answer was made between `sent` and `answered`.
milliseconds aheadOf(const Observation &seen)
{
    if (*seen.serverDate > seen.answered)
        return seen.answered - *seen.serverDate;
    if (*seen.serverDate < seen.sent)
        return seen.sent - *seen.serverDate;
    return milliseconds(0);
}

AccessFinding clockFinding(const std::vector<Observation> &done, bool over)
{
    AccessFinding finding;
    for (const Observation &seen : done) {
        if (seen.serverDate && !isIntercepted(seen))
            finding.clockAhead = round<seconds>(aheadOf(seen));
    }
    if (finding.clockAhead && abs(*finding.clockAhead) > kClockTolerance) {
        finding.verdict = AccessVerdict::ClockWrong;
        finding.error = ErrorKind::ClockWrong;
    } else if (over) {
        finding.verdict = finding.clockAhead ? AccessVerdict::Fine : AccessVerdict::NothingToAsk;
    }
    return finding;
}

/// Whether nothing can be learnt from what would come next. A server that stumbles, a quota or a role is about one
/// operation alone.
bool endsChecks(const AccessCheck &check, const Observation &seen)
{
    if (!seen.error)
        return false;
    if (!check.operation)
        return true; // no access token
    switch (*seen.error) {
    case ErrorKind::Throttled:
    case ErrorKind::ServerError:
    case ErrorKind::RequestRefused:
    case ErrorKind::PaginationTokenRefused:
    case ErrorKind::NotFound:
    case ErrorKind::RoleMissing:
    case ErrorKind::ResponseTooLarge:
    case ErrorKind::MalformedResponse: return false;
    default: return true;
    }
}

} // namespace

model::AuditOperation AccessCheck::call() const
{
    return operation ? amazon::operation(*operation).audit : model::AuditOperation::TokenRefreshed;
}

std::vector<AccessCheck> checksFor(const AccessFacts &facts)
{
    std::vector<AccessCheck> checks;
    for (const AccessCheck &check : kAccessChecks) {
        const bool ofKind = !check.operation || facts.kind == model::ConnectionKind::SellingPartner;
        const bool wanted = !check.feature
            || std::find(facts.features.begin(), facts.features.end(), *check.feature) != facts.features.end();
        if (ofKind && wanted)
            checks.push_back(check);
    }
    return checks;
}

std::optional<AccessCheck> nextCheck(const AccessFacts &facts, const std::vector<Observation> &done)
{
    const std::vector<AccessCheck> checks = checksFor(facts);
    if (done.size() >= checks.size() || (!done.empty() && endsChecks(checks[done.size() - 1], done.back())))
        return std::nullopt;
    return checks[done.size()];
}

std::vector<AccessFinding> diagnose(const AccessFacts &facts, const std::vector<Observation> &done, bool over)
{
    const std::vector<AccessCheck> checks = checksFor(facts);
    const bool wasStopped = !done.empty() && done.back().error == ErrorKind::Cancelled;
    std::vector<AccessFinding> findings;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (i < done.size()) {
            findings.push_back(findingOf(checks[i], done[i], facts));
            continue;
        }
        AccessFinding left;
        left.call = checks[i].call();
        if (over)
            left.verdict = wasStopped ? AccessVerdict::Stopped : AccessVerdict::Skipped;
        if (over && wasStopped)
            left.error = ErrorKind::Cancelled;
        findings.push_back(left);
    }
    tellRegionFromRole(findings);
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const AccessVerdict verdict = findings[i].verdict;
        if (checks[i].operation
            && (verdict == AccessVerdict::RoleMissing || verdict == AccessVerdict::WrongRegion
                || verdict == AccessVerdict::AddressMissing))
            findings[i].roles = rolesOf(checks[i], facts);
    }
    findings.push_back(clockFinding(done, over));
    return findings;
}

} // namespace sk::amazon
