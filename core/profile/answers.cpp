// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/command_runner.h"

#include "core/base/files.h"
#include "core/profile/json_views.h"

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
    case ErrorKind::AccessTokenRefused:
    case ErrorKind::ConsentInvalid:
    case ErrorKind::ConsentDeclined: return kAuthorisation;
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
    case ErrorKind::AuditBroken:
    case ErrorKind::CertificateBroken:
    case ErrorKind::ErasureIncomplete: return kIntegrity;
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

QJsonObject erasedAnswer(const model::Erased &erased, const std::filesystem::path &output, std::string_view elsewhere)
{
    const auto written = output.empty() ? Result<void>() : writeFileAtomically(output, asBytes(erased.file));
    QJsonObject json = okAnswer();
    if (!written) // what is erased stays so
        json = errorAnswer(
            {written.error().kind, "erased, but the certificate could not be written; " + std::string(elsewhere)});
    else if (!erased.certificate.isClean())
        json = errorAnswer({ErrorKind::ErasureIncomplete, "see the certificate's checks"});
    json[QStringLiteral("certificate")] = toJson(erased);
    return json;
}

QJsonObject verdictAnswer(const model::CertificateVerdict &verdict)
{
    QJsonObject json = okAnswer();
    if (!verdict.signatureValid || !verdict.matchesProfile.value_or(true))
        json = errorAnswer({ErrorKind::CertificateBroken,
                            verdict.signatureValid ? "the profile's key or audit log does not know it"
                                                   : "its signature does not fit"});
    else if (verdict.rowsRestored > 0)
        json =
            errorAnswer({ErrorKind::ErasureIncomplete, std::to_string(verdict.rowsRestored) + " rows are there again"});
    json[QStringLiteral("signature_valid")] = verdict.signatureValid;
    json[QStringLiteral("matches_profile")] =
        verdict.matchesProfile ? QJsonValue(*verdict.matchesProfile) : QJsonValue(QJsonValue::Null);
    json[QStringLiteral("rows_restored")] = static_cast<qint64>(verdict.rowsRestored);
    json[QStringLiteral("id")] = QString::fromStdString(verdict.certificate.id);
    json[QStringLiteral("scope")] = QString::fromStdString(std::string(model::toWord(verdict.certificate.scope)));
    json[QStringLiteral("subject")] = QString::fromStdString(verdict.certificate.subject);
    json[QStringLiteral("finished")] = QString::fromStdString(toIso(verdict.certificate.finished));
    json[QStringLiteral("clean")] = verdict.certificate.isClean();
    return json;
}

} // namespace sk::profile
