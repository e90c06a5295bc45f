// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/command_runner.h"

namespace sk::profile {

namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;
constexpr int kNoSuch = 3;
constexpr int kKeychain = 4;
constexpr int kAuthorisation = 5;
constexpr int kNetwork = 6;
constexpr int kPartly = 7;
constexpr int kIntegrity = 8;

int exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage: return kUsage;
    case ErrorKind::NotFound: return kNoSuch;
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainEmptied:
    case ErrorKind::WrongPassphrase: return kKeychain;
    case ErrorKind::AuthorisationRevoked:
    case ErrorKind::ClientRefused:
    case ErrorKind::ClientSecretExpired:
    case ErrorKind::RoleMissing:
    case ErrorKind::AccessTokenRefused: return kAuthorisation;
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::TlsRefused:
    case ErrorKind::RedirectRefused:
    case ErrorKind::HostNotAllowed:
    case ErrorKind::ResponseTooLarge:
    case ErrorKind::MalformedResponse:
    case ErrorKind::Throttled:
    case ErrorKind::ServerError: return kNetwork;
    case ErrorKind::KeyFileDamaged:
    case ErrorKind::VaultMissing:
    case ErrorKind::VaultWrongKey:
    case ErrorKind::VaultDamaged:
    case ErrorKind::VaultTruncated:
    case ErrorKind::VaultForeign:
    case ErrorKind::VaultRolledBack:
    case ErrorKind::AuditBroken: return kIntegrity;
    default: return kFailed;
    }
}

} // namespace

QJsonObject okAnswer()
{
    return {{QStringLiteral("ok"), true}};
}

QJsonObject errorAnswer(const Error &error)
{
    const std::string_view kind = toWord(error.kind);
    std::string message(advice(error.kind));
    if (!error.detail.empty())
        message = error.kind == ErrorKind::Usage || error.kind == ErrorKind::NotFound
            ? error.detail
            : message + " (" + error.detail + ")";
    const QJsonObject described{
        {QStringLiteral("kind"), QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()))},
        {QStringLiteral("message"), QString::fromStdString(message)}};
    return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), described}};
}

int exitCodeOf(const QJsonObject &answer)
{
    if (answer[QStringLiteral("ok")].toBool())
        return 0;
    const QString kind = answer[QStringLiteral("error")].toObject()[QStringLiteral("kind")].toString();
    if (kind == QStringLiteral("partial"))
        return kPartly;
    return exitCodeOf(errorKindFromWord(kind.toStdString()));
}

} // namespace sk::profile
