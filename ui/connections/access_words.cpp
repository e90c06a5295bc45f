// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/access_words.h"

#include "ui/common/error_text.h"
#include "ui/common/format.h"
#include "ui/common/text.h"
#include "ui/common/words.h"

#include <array>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;
using model::AccessFinding;
using model::AccessVerdict;

namespace {

/// %1 in a meaning: the roles; %2: the region.
struct Row
{
    AccessVerdict verdict;
    Tone tone;
    const char *brief;
    const char *meaning;
    const char *step;
};

constexpr std::array kRows{
    Row{AccessVerdict::Pending, Tone::Neutral, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Not yet"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Not tried yet."), ""},
    Row{AccessVerdict::Fine, Tone::Good, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Fine"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Amazon answered as it should."), ""},
    Row{AccessVerdict::NothingToAsk, Tone::Neutral,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Nothing to try"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "There is no order yet to try this on."), ""},
    Row{AccessVerdict::Skipped, Tone::Neutral, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Not tried"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "Not tried: what went wrong before leaves nothing to be learnt here."),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Solve that first, then check again.")},
    Row{AccessVerdict::Stopped, Tone::Neutral, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Stopped"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Not tried to its end: the check was stopped."),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Check again.")},
    Row{AccessVerdict::AddressMissing, Tone::Attention,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "No address"),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Amazon answered, but without the recipient that was asked for. It leaves recipients out where the application or its authorisation lacks the role “%1”."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Look whether your application has this role. If not, add it and authorise again; if it has, this order may have no recipient.")},
    Row{AccessVerdict::RoleMissing, Tone::Bad, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Role missing"),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Amazon refuses this call and allows others: the application or its authorisation lacks the role “%1”."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Add the role to your application in Seller Central, then authorise again: an authorisation does not carry roles that were added later.")},
    Row{AccessVerdict::WrongRegion, Tone::Bad, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Wrong region"),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Amazon refuses this call as it refuses every other, even what any role may do. Most likely the account is not in the region %2; else the application has no role for it (“%1”)."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Compare the region with the account’s marketplaces and connect the account again with the right one. If it is right, look at the roles of your application and authorise again.")},
    Row{AccessVerdict::AuthorisationRevoked, Tone::Bad,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Revoked"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "Amazon no longer accepts this authorisation: the seller has revoked it, or it has lapsed."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Authorise your application again and connect with the new refresh token. What is stored stays.")},
    Row{AccessVerdict::TokenOfAnotherApplication, Tone::Bad,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Foreign token"),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Amazon does not accept this refresh token with this client id, and there is no record that it ever did. Most likely the token belongs to another application; Amazon does not tell that apart from a revoked one."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Take client id, client secret and refresh token from one and the same application: authorise it again and enter all three.")},
    Row{AccessVerdict::ClientSecretExpired, Tone::Bad,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Secret expired"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "The client secret has expired: Amazon ends each one after 180 days."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Rotate it in Seller Central and enter the new one; the refresh token stays valid. Amazon may need half an hour to know it.")},
    Row{AccessVerdict::ClientSecretWrong, Tone::Bad,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Id or secret wrong"),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Amazon does not accept client id and client secret together: one of them is wrong, or the secret was rotated or has expired."),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "Copy both again from Seller Central and enter them; the refresh token stays valid.")},
    Row{AccessVerdict::AccessTokenRefused, Tone::Bad,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Access refused"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "Amazon refuses an access token that it had only just handed out."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Check again in a few minutes. If it stays so, authorise your application again for the Selling Partner API.")},
    Row{AccessVerdict::ClockWrong, Tone::Bad, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Clock wrong"),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "By the clock of this computer the server’s certificate is not valid now: most likely date or time is wrong."),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "Set date, time and time zone of this computer, and let it take them from the network.")},
    Row{AccessVerdict::Intercepted, Tone::Bad,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Proxy or sign-in page"),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "It was not Amazon that answered, but something in between: a proxy, the sign-in page of a network, or a scanner that opens encrypted connections."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Sign in to the network in a browser, or ask who runs it to let this computer reach Amazon without opening the connection.")},
    Row{AccessVerdict::Offline, Tone::Attention, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Offline"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Amazon cannot be reached."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Check the network connection of this computer, and whether a firewall holds Sellerkeep back.")},
    Row{AccessVerdict::Timeout, Tone::Attention,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "No answer in time"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Amazon did not answer in time."),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "Check again in a few minutes; nothing has to be changed here if it passes.")},
    Row{AccessVerdict::Throttled, Tone::Attention, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Slowed down"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "Amazon asked to slow down; whether the call is allowed was not looked at."),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "Check again in a few minutes. Other programs with the same application share its quota.")},
    Row{AccessVerdict::ServerError, Tone::Attention,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Amazon’s problem"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Amazon has a problem on its side."),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Check again later; nothing has to be changed here.")},
    Row{AccessVerdict::RequestRefused, Tone::Bad,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Request refused"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Amazon refused the request as wrong."),
        QT_TRANSLATE_NOOP(
            "sk::ui::connections::AccessWords",
            "Set the clock if it is wrong, and check again. If it stays so, report it with the request id.")},
    Row{AccessVerdict::AnswerUnreadable, Tone::Attention,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Answer not readable"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "The answer is not what Amazon’s documentation promises."),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "Check again later; look for an update of Sellerkeep if it stays so.")},
    Row{AccessVerdict::CredentialsUnreadable, Tone::Bad,
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Keychain"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords",
                          "The keychain did not hand out the credentials, so nothing was sent."),
        ""},
    Row{AccessVerdict::Unclear, Tone::Bad, QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Not clear"),
        QT_TRANSLATE_NOOP("sk::ui::connections::AccessWords", "Something else went wrong."), ""},
};

constexpr bool isEveryVerdictInItsPlace()
{
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (kRows[i].verdict != static_cast<AccessVerdict>(i))
            return false;
    }
    return kRows.back().verdict == AccessVerdict::Unclear; // the last one
}
static_assert(isEveryVerdictInItsPlace());

const Row &rowOf(AccessVerdict verdict)
{
    return kRows[static_cast<std::size_t>(verdict)];
}

} // namespace

QString AccessWords::name(const std::optional<model::AuditOperation> &call)
{
    if (!call)
        return tr("Clock of this computer");
    switch (*call) {
    case model::AuditOperation::TokenRefreshed: return tr("Sign-in at Amazon");
    case model::AuditOperation::GetMarketplaceParticipations: return tr("Marketplaces");
    case model::AuditOperation::SearchOrders: return tr("Orders");
    case model::AuditOperation::GetOrder: return tr("Fulfilment addresses");
    default: return Words::operation(*call);
    }
}

QString AccessWords::brief(AccessVerdict verdict)
{
    return tr(rowOf(verdict).brief);
}

Tone AccessWords::tone(AccessVerdict verdict)
{
    return rowOf(verdict).tone;
}

QString AccessWords::meaning(const AccessFinding &finding, const model::AccessReport &report)
{
    if (!finding.call && finding.clockAhead) {
        if (finding.verdict == AccessVerdict::Fine)
            return tr("It agrees with Amazon’s.");
        const QString difference = Format::duration(std::chrono::abs(*finding.clockAhead));
        return finding.clockAhead->count() > 0 ? tr("It is %1 ahead of Amazon’s.").arg(difference)
                                               : tr("It is %1 behind Amazon’s.").arg(difference);
    }
    if (!finding.call && finding.verdict == AccessVerdict::NothingToAsk)
        return tr("No server of Amazon’s has told the time.");
    if (finding.verdict == AccessVerdict::NothingToAsk && finding.httpStatus != 0)
        return tr("Amazon lets the call through, but no longer knows the order it was tried on.");
    QStringList roles;
    for (const std::string &role : finding.roles)
        roles.append(toQString(role));
    QString text = tr(rowOf(finding.verdict).meaning);
    //: between roles, any one of which would do
    text.replace(u"%1"_s, roles.join(tr("” or “")));
    return text.replace(u"%2"_s, Words::region(report.region));
}

QString AccessWords::step(const AccessFinding &finding)
{
    const char *step = rowOf(finding.verdict).step;
    if (*step != '\0')
        return tr(step);
    return finding.error ? ErrorText::of(*finding.error) : QString();
}

QString AccessWords::technical(const AccessFinding &finding)
{
    if (finding.httpStatus == 0)
        return {};
    const QString duration = Format::duration(finding.duration);
    //: %1: number, %2: "240 ms", %3: an id for Amazon's support
    return finding.requestId.empty()
        ? tr("HTTP %1, %2").arg(QString::number(finding.httpStatus), duration)
        : tr("HTTP %1, %2, request id %3")
              .arg(QString::number(finding.httpStatus), duration, toQString(finding.requestId));
}

QString AccessWords::report(const model::AccessReport &report)
{
    //: %1: id of the connection, %2: where it leads, %3: date and time
    QString text = tr("Sellerkeep: access of the connection %1 (%2), %3")
                       .arg(toQString(report.connection.value), Words::place(report.kind, report.region),
                            toQString(toIso(report.time)))
        + u'\n';
    for (const AccessFinding &finding : report.findings) {
        text += u"\n%1: %2\n  %3\n"_s.arg(name(finding.call), brief(finding.verdict), meaning(finding, report));
        if (const QString todo = step(finding); !todo.isEmpty())
            text += u"  "_s + tr("What to do: %1").arg(todo) + u'\n';
        if (const QString details = technical(finding); !details.isEmpty())
            text += u"  "_s + details + u'\n';
    }
    return text;
}

} // namespace sk::ui::connections
