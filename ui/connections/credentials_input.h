// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace sk::ui::connections {

/// How an input stands.
enum class InputState { Empty, Wrong, Acceptable };

struct InputCheck
{
    InputState state = InputState::Empty;
    QString hint; ///< what is wrong with it; empty when nothing is
};

/// The three values as they may be pasted together.
struct PastedCredentials
{
    QString clientId;
    QString clientSecret;
    QString refreshToken;
};

/// Pure rules on what a user may paste from Seller Central. Amazon's own check follows by one call.
class CredentialsInput
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::connections::CredentialsInput)

public:
    [[nodiscard]] static InputCheck checkClientId(const QString &text);
    [[nodiscard]] static InputCheck checkClientSecret(const QString &text);
    [[nodiscard]] static InputCheck checkRefreshToken(const QString &text);
    /// The id of a public application, which is not its client identifier (sp-api.md 2.3).
    [[nodiscard]] static InputCheck checkApplicationId(const QString &text);
    /// Where the redirect page lies: https, and nothing behind the path.
    [[nodiscard]] static InputCheck checkRedirect(const QString &text);
    /// None of the three holds white space; copying from a browser or an e-mail adds some.
    [[nodiscard]] static QString withoutSpaces(const QString &text);
    [[nodiscard]] static bool looksLikeJson(const QString &text);
    /// The JSON that the command line reads too: client_id, client_secret, refresh_token.
    [[nodiscard]] static std::optional<PastedCredentials> fromJson(const QString &text);

private:
    [[nodiscard]] static InputCheck check(const QString &text, QLatin1StringView prefix, const QString &otherHint);
};

} // namespace sk::ui::connections
