// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/access_text.h"

#include "core/base/text.h"
#include "core/profile/command_runner.h"

#include <QJsonArray>

#include <array>

namespace sk::profile {

namespace {

/// In the largest unit of which there are two or more, as nobody counts a year in seconds.
std::string inWords(std::chrono::seconds span)
{
    using namespace std::chrono;
    if (span >= days(2))
        return std::to_string(duration_cast<days>(span).count()) + " days";
    if (span >= hours(2))
        return std::to_string(duration_cast<hours>(span).count()) + " hours";
    if (span >= minutes(2))
        return std::to_string(duration_cast<minutes>(span).count()) + " minutes";
    return std::to_string(span.count()) + " seconds";
}

using model::AccessFinding;
using model::AccessReport;
using model::AccessVerdict;

struct Row
{
    AccessVerdict verdict;
    std::string_view meaning; ///< %roles and %region stand for what they say
    std::string_view step;
};

constexpr std::array kRows{
    Row{AccessVerdict::Pending, "Not tried yet.", ""},
    Row{AccessVerdict::Fine, "Amazon answered as it should.", ""},
    Row{AccessVerdict::NothingToAsk, "There is no order yet to try this on.", ""},
    Row{AccessVerdict::Skipped, "Not tried: what went wrong before leaves nothing to be learnt here.",
        "Solve that first, then check again."},
    Row{AccessVerdict::Stopped, "Not tried to its end: the check was stopped.", "Check again."},
    Row{AccessVerdict::AddressMissing,
        "Amazon answered, but without the recipient that was asked for. It leaves recipients out where the application or its authorisation lacks the role %roles.",
        "Look whether the application has this role. If not, add it and authorise again; if it has, this order may have no recipient."},
    Row{AccessVerdict::RoleMissing,
        "Amazon refuses this call and allows others: the application or its authorisation lacks the role %roles.",
        "Add the role to the application in the developer portal, then authorise again: an authorisation does not carry roles that were added later."},
    Row{AccessVerdict::WrongRegion,
        "Amazon refuses this call as it refuses every other, even what any role may do. Most likely the account is not in the region %region; else the application has no role for it (%roles).",
        "Compare the region with the account's marketplaces and connect the account again with the right one. If it is right, look at the roles of the application and authorise again."},
    Row{AccessVerdict::AuthorisationRevoked,
        "Amazon no longer accepts this authorisation: the seller has revoked it, or it has lapsed.",
        "Authorise the application again and connect with the new refresh token. What is stored stays."},
    Row{AccessVerdict::TokenOfAnotherApplication,
        "Amazon does not accept this refresh token with this client id, and there is no record that it ever did. Most likely the token belongs to another application; Amazon does not tell that apart from a revoked one.",
        "Take client id, client secret and refresh token from one and the same application: authorise it again and enter all three."},
    Row{AccessVerdict::ClientSecretExpired, "The client secret has expired: Amazon ends each one after 180 days.",
        "Rotate it in the developer portal and enter the new one; the refresh token stays valid. Amazon may need half an hour to know it."},
    Row{AccessVerdict::ClientSecretWrong,
        "Amazon does not accept client id and client secret together: one of them is wrong, or the secret was rotated or has expired.",
        "Copy both again from the developer portal and enter them; the refresh token stays valid."},
    Row{AccessVerdict::AccessTokenRefused, "Amazon refuses an access token that it had only just handed out.",
        "Check again in a few minutes. If it stays so, authorise the application again for the Selling Partner API."},
    Row{AccessVerdict::ClockWrong,
        "By the clock of this machine the server's certificate is not valid now: most likely date or time is wrong.",
        "Set date, time and time zone of this machine, and let it take them from the network."},
    Row{AccessVerdict::Intercepted,
        "It was not Amazon that answered, but something in between: a proxy, the sign-in page of a network, or a scanner that opens encrypted connections.",
        "Sign in to the network in a browser, or ask who runs it to let this machine reach Amazon without opening the connection."},
    Row{AccessVerdict::Offline, "Amazon cannot be reached.",
        "Check the network connection of this machine, and whether a firewall holds Sellerkeep back."},
    Row{AccessVerdict::Timeout, "Amazon did not answer in time.",
        "Check again in a few minutes; nothing has to be changed here if it passes."},
    Row{AccessVerdict::Throttled, "Amazon asked to slow down; whether the call is allowed was not looked at.",
        "Check again in a few minutes. Other programs with the same application share its quota."},
    Row{AccessVerdict::ServerError, "Amazon has a problem on its side.",
        "Check again later; nothing has to be changed here."},
    Row{AccessVerdict::RequestRefused, "Amazon refused the request as wrong.",
        "Set the clock if it is wrong, and check again. If it stays so, report it with the request id."},
    Row{AccessVerdict::AnswerUnreadable, "The answer is not what Amazon's documentation promises.",
        "Check again later; look for an update of Sellerkeep if it stays so."},
    Row{AccessVerdict::CredentialsUnreadable, "The keychain did not hand out the credentials, so nothing was sent.",
        ""},
    Row{AccessVerdict::Unclear, "Something else went wrong.", ""},
};

const Row &rowOf(AccessVerdict verdict)
{
    for (const Row &row : kRows) {
        if (row.verdict == verdict)
            return row;
    }
    return kRows.back();
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string rolesText(const std::vector<std::string> &roles)
{
    std::string all;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (i > 0)
            all += i + 1 == roles.size() ? " or " : ", ";
        all += roles[i];
    }
    return all;
}

std::string filled(std::string_view pattern, const AccessFinding &finding, const AccessReport &report)
{
    std::string filled(pattern);
    const std::array<std::pair<std::string_view, std::string>, 2> values{
        {{"%roles", rolesText(finding.roles)}, {"%region", report.region}}};
    for (const auto &[name, value] : values) {
        if (const std::size_t at = filled.find(name); at != std::string::npos)
            filled.replace(at, name.size(), value);
    }
    return filled;
}

std::string_view nameOf(const std::optional<model::AuditOperation> &call)
{
    if (!call)
        return "clock";
    return call == model::AuditOperation::TokenRefreshed ? "sign-in" : toWord(*call);
}

QJsonObject checkJson(const AccessFinding &finding, const AccessReport &report)
{
    QJsonArray roles;
    for (const std::string &role : finding.roles)
        roles.append(text(role));
    QJsonObject json{{QStringLiteral("name"), text(nameOf(finding.call))},
                     {QStringLiteral("verdict"), text(toWord(finding.verdict))},
                     {QStringLiteral("message"), text(meaningOf(finding, report))},
                     {QStringLiteral("step"), text(stepFor(finding))},
                     {QStringLiteral("roles"), roles}};
    if (finding.call) {
        json[QStringLiteral("http_status")] = finding.httpStatus;
        json[QStringLiteral("request_id")] = text(finding.requestId);
        json[QStringLiteral("duration_ms")] = static_cast<qint64>(finding.duration.count());
    } else {
        json[QStringLiteral("ahead_seconds")] = finding.clockAhead
            ? QJsonValue(static_cast<qint64>(finding.clockAhead->count()))
            : QJsonValue(QJsonValue::Null);
    }
    return json;
}

} // namespace

std::string meaningOf(const AccessFinding &finding, const AccessReport &report)
{
    if (!finding.call && finding.clockAhead) {
        if (finding.verdict == AccessVerdict::Fine)
            return "The clock of this machine agrees with Amazon's.";
        const std::int64_t seconds = finding.clockAhead->count();
        return "The clock of this machine is " + inWords(std::chrono::seconds(std::abs(seconds))) + ' '
            + (seconds > 0 ? "ahead of" : "behind") + " Amazon's.";
    }
    if (!finding.call && finding.verdict == AccessVerdict::NothingToAsk)
        return "No server of Amazon's has told the time.";
    if (finding.verdict == AccessVerdict::NothingToAsk && finding.httpStatus != 0)
        return "Amazon lets the call through, but no longer knows the order it was tried on.";
    return filled(rowOf(finding.verdict).meaning, finding, report);
}

std::string stepFor(const AccessFinding &finding)
{
    const std::string_view step = rowOf(finding.verdict).step;
    return std::string(step.empty() && finding.error ? advice(*finding.error) : step);
}

QJsonObject toJson(const AccessReport &report)
{
    QJsonObject json = okAnswer();
    if (const AccessFinding *trouble = report.trouble()) {
        json = errorAnswer({*trouble->error, {}});
        QJsonObject error = json[QStringLiteral("error")].toObject();
        error[QStringLiteral("message")] = text(meaningOf(*trouble, report) + ' ' + stepFor(*trouble));
        json[QStringLiteral("error")] = error;
    }
    QJsonArray checks;
    for (const AccessFinding &finding : report.findings)
        checks.append(checkJson(finding, report));
    json[QStringLiteral("connection")] = text(report.connection.value);
    json[QStringLiteral("kind")] = text(toWord(report.kind));
    json[QStringLiteral("region")] = text(report.region);
    json[QStringLiteral("time")] = text(toIso(report.time));
    json[QStringLiteral("checks")] = checks;
    return json;
}

QString lineOf(const model::AccessProgress &progress)
{
    const QString name = text(nameOf(progress.running));
    return progress.waitingUntil
        ? name + QStringLiteral(": waiting for Amazon's rate limit until ") + text(toIso(*progress.waitingUntil))
        : name + QStringLiteral(": asking");
}

} // namespace sk::profile
