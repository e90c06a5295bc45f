// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/credentials_input.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLeastBody = 8; ///< shorter than any real value behind its prefix

constexpr auto kClientIdPrefix = "amzn1.application-oa2-client."_L1;
constexpr auto kSecretPrefix = "amzn1.oa2-cs.v1."_L1;
constexpr auto kTokenPrefix = "Atzr|"_L1;

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

} // namespace

InputCheck CredentialsInput::checkClientId(const QString &text)
{
    QString other;
    if (text.startsWith(kSecretPrefix))
        other = tr("This is a client secret. It belongs into the next field.");
    else if (text.startsWith(u"amzn1.sp.solution"_s))
        other =
            tr("This is the application id. The client identifier is behind “View” in the column “LWA credentials”.");
    return check(text, kClientIdPrefix, other);
}

InputCheck CredentialsInput::checkClientSecret(const QString &text)
{
    QString other;
    if (text.startsWith(kClientIdPrefix))
        other = tr("This is the client identifier. It belongs into the field above.");
    else if (text.startsWith(kTokenPrefix))
        other = tr("This is a refresh token, not the client secret.");
    return check(text, kSecretPrefix, other);
}

InputCheck CredentialsInput::checkRefreshToken(const QString &text)
{
    QString other;
    if (text.startsWith(u"Atza|"_s))
        other = tr("This is an access token, which lives for an hour only. The refresh token begins with “Atzr|”.");
    else if (text.startsWith(kSecretPrefix))
        other = tr("This is the client secret. It belongs into the field above.");
    return check(text, kTokenPrefix, other);
}

InputCheck CredentialsInput::checkApplicationId(const QString &text)
{
    if (text.startsWith(u"amzn1.sellerapps.app."_s)) // the older form
        return check(text, "amzn1.sellerapps.app."_L1, {});
    const QString other = text.startsWith(kClientIdPrefix)
        ? tr("This is the client identifier. The application id stands in the list of your applications.")
        : QString();
    return check(text, "amzn1.sp.solution."_L1, other);
}

InputCheck CredentialsInput::checkRedirect(const QString &text)
{
    if (text.isEmpty())
        return {InputState::Empty, {}};
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() == u"http"_s)
        return {InputState::Wrong, tr("Amazon accepts only addresses that begin with https://")};
    if (!url.isValid() || url.scheme() != u"https"_s || url.host().isEmpty() || !isPlain(text))
        return {InputState::Wrong, tr("It begins with %1").arg("https://"_L1)};
    if (url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return {InputState::Wrong, tr("It must hold no ? and no #. Enter it exactly as registered with Amazon.")};
    return {InputState::Acceptable, {}};
}

InputCheck CredentialsInput::check(const QString &text, QLatin1StringView prefix, const QString &otherHint)
{
    if (text.isEmpty())
        return {InputState::Empty, {}};
    if (!otherHint.isEmpty())
        return {InputState::Wrong, otherHint};
    if (!text.startsWith(prefix))
        return {InputState::Wrong, tr("It begins with %1").arg(prefix)};
    if (!isPlain(text))
        return {InputState::Wrong, tr("It holds letters, digits and signs only. Copy it once more.")};
    if (text.size() < prefix.size() + kLeastBody)
        return {InputState::Wrong, tr("It is not complete. Copy it once more.")};
    return {InputState::Acceptable, {}};
}

QString CredentialsInput::withoutSpaces(const QString &text)
{
    QString clean = text;
    clean.removeIf([](QChar c) { return c.isSpace() || !c.isPrint(); });
    return clean;
}

bool CredentialsInput::looksLikeJson(const QString &text)
{
    return text.trimmed().startsWith(u'{');
}

std::optional<PastedCredentials> CredentialsInput::fromJson(const QString &text)
{
    QString clean = text;
    for (QChar &c : clean) {
        if (c.isSpace() || !c.isPrint())
            c = u' '; // a line edit turns line feeds into separators that JSON does not know
    }
    const QJsonObject object = QJsonDocument::fromJson(clean.toUtf8()).object();
    const PastedCredentials pasted{withoutSpaces(object[u"client_id"_s].toString()),
                                   withoutSpaces(object[u"client_secret"_s].toString()),
                                   withoutSpaces(object[u"refresh_token"_s].toString())};
    if (pasted.clientId.isEmpty() || pasted.clientSecret.isEmpty() || pasted.refreshToken.isEmpty())
        return std::nullopt;
    return pasted;
}

} // namespace sk::ui::connections
