// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"
#include "core/model/connection.h"

namespace sk::model {

// The access doctor's answer. No text that came over the network exists in it, so nothing can leak through it: whoever
// reads it out has to know the words.

/// What stands behind one check, told apart as far as the user's next step differs.
enum class AccessVerdict {
    Pending,                   ///< not done yet
    Fine,                      ///< Amazon answered as it should
    NothingToAsk,              ///< there is nothing to try it on: no order, or no server has told the time
    Skipped,                   ///< an earlier check made it pointless
    Stopped,                   ///< by the user
    AddressMissing,            ///< answered, but without the recipient that was asked for
    RoleMissing,               ///< other calls are allowed, this one is not
    WrongRegion,               ///< not even what any role may do is allowed; or the path is not known there
    AuthorisationRevoked,      ///< what was accepted before is so no longer: revoked or lapsed
    TokenOfAnotherApplication, ///< this client id and refresh token were never accepted together
    ClientSecretExpired,
    ClientSecretWrong,
    AccessTokenRefused, ///< one that Login with Amazon had only just handed out
    ClockWrong,
    Intercepted, ///< somebody else answered: proxy, captive portal, virus scanner
    Offline,
    Timeout,
    Throttled,
    ServerError,
    RequestRefused,
    AnswerUnreadable,
    CredentialsUnreadable, ///< the keychain did not hand them out; nothing was sent
    Unclear,               ///< see the error kind
};

/// One check and what it showed.
struct AccessFinding
{
    std::optional<AuditOperation> call; ///< as the audit log names it; none: the clock
    AccessVerdict verdict = AccessVerdict::Pending;
    std::optional<ErrorKind> error; ///< none: nothing is wrong
    std::vector<std::string> roles; ///< Amazon's names; any one of them would do
    int httpStatus = 0;             ///< 0: no HTTP answer
    std::string requestId;          ///< for Amazon's support: a UUID or empty
    std::chrono::milliseconds duration{0};
    std::optional<std::chrono::seconds> clockAhead; ///< of the server, by this machine's clock; negative: behind
};

struct AccessReport
{
    ConnectionId connection;
    ConnectionKind kind = ConnectionKind::SellingPartner;
    std::string region;
    Time time;
    std::vector<AccessFinding> findings; ///< in the order of the checks
    std::int64_t calls = 0;              ///< sent to Amazon, sign-in and repetitions included

    /// The first finding that is wrong; null when all is well.
    [[nodiscard]] const AccessFinding *trouble() const;
    /// Amazon took the credentials: an earlier refusal of them can be forgotten.
    [[nodiscard]] bool credentialsWork() const;
};

/// A check of the access in flight.
struct AccessProgress
{
    AccessReport report;                   ///< what is not done yet is Pending
    std::optional<AuditOperation> running; ///< the call that is on its way or waits
    std::optional<Time> waitingUntil;      ///< for a token of Amazon's rate limit
};

/// What is not done yet will not be done: the user stopped it.
[[nodiscard]] AccessReport stopped(AccessReport report);

/// The stable words: `fine`, `role_missing`, …
[[nodiscard]] std::string_view toWord(AccessVerdict verdict);
/// Every verdict there is.
[[nodiscard]] const std::vector<AccessVerdict> &allAccessVerdicts();

} // namespace sk::model
