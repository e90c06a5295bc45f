// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/access.h"

#include "core/model/words.h"

#include <algorithm>
#include <array>

namespace sk::model {

namespace {

using V = AccessVerdict;

constexpr std::array kVerdicts{
    std::pair{V::Pending, std::string_view("pending")},
    std::pair{V::Fine, std::string_view("fine")},
    std::pair{V::NothingToAsk, std::string_view("nothing_to_ask")},
    std::pair{V::Skipped, std::string_view("skipped")},
    std::pair{V::Stopped, std::string_view("stopped")},
    std::pair{V::AddressMissing, std::string_view("address_missing")},
    std::pair{V::RoleMissing, std::string_view("role_missing")},
    std::pair{V::WrongRegion, std::string_view("wrong_region")},
    std::pair{V::AuthorisationRevoked, std::string_view("authorisation_revoked")},
    std::pair{V::TokenOfAnotherApplication, std::string_view("token_of_another_application")},
    std::pair{V::ClientSecretExpired, std::string_view("client_secret_expired")},
    std::pair{V::ClientSecretWrong, std::string_view("client_secret_wrong")},
    std::pair{V::AccessTokenRefused, std::string_view("access_token_refused")},
    std::pair{V::ClockWrong, std::string_view("clock_wrong")},
    std::pair{V::Intercepted, std::string_view("intercepted")},
    std::pair{V::Offline, std::string_view("offline")},
    std::pair{V::Timeout, std::string_view("timeout")},
    std::pair{V::Throttled, std::string_view("throttled")},
    std::pair{V::ServerError, std::string_view("server_error")},
    std::pair{V::RequestRefused, std::string_view("request_refused")},
    std::pair{V::AnswerUnreadable, std::string_view("answer_unreadable")},
    std::pair{V::CredentialsUnreadable, std::string_view("credentials_unreadable")},
    std::pair{V::Unclear, std::string_view("unclear")},
};

bool refusesCredentials(const AccessFinding &finding)
{
    switch (finding.verdict) {
    case V::AuthorisationRevoked:
    case V::TokenOfAnotherApplication:
    case V::ClientSecretExpired:
    case V::ClientSecretWrong:
    case V::AccessTokenRefused: return true;
    default: return false;
    }
}

} // namespace

const AccessFinding *AccessReport::trouble() const
{
    const auto found =
        std::find_if(findings.begin(), findings.end(), [](const AccessFinding &f) { return f.error.has_value(); });
    return found == findings.end() ? nullptr : &*found;
}

bool AccessReport::credentialsWork() const
{
    if (std::any_of(findings.begin(), findings.end(), refusesCredentials))
        return false;
    const auto isFine = [this](const AccessFinding &finding) {
        const bool counts = kind == ConnectionKind::Ads
            ? finding.call == AuditOperation::TokenRefreshed
            : finding.call && finding.call != AuditOperation::TokenRefreshed;
        return counts && (finding.verdict == V::Fine || finding.verdict == V::AddressMissing);
    };
    return std::any_of(findings.begin(), findings.end(), isFine);
}

AccessReport stopped(AccessReport report)
{
    for (AccessFinding &finding : report.findings) {
        if (finding.verdict != V::Pending)
            continue;
        finding.verdict = finding.call ? V::Stopped : finding.clockAhead ? V::Fine : V::NothingToAsk;
        finding.error = finding.call ? std::optional(ErrorKind::Cancelled) : std::nullopt;
    }
    return report;
}

std::string_view toWord(AccessVerdict verdict)
{
    return wordIn(kVerdicts, verdict);
}

const std::vector<AccessVerdict> &allAccessVerdicts()
{
    static const std::vector<AccessVerdict> all = valuesOf(kVerdicts);
    return all;
}

} // namespace sk::model
