// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/certificate.h"

#include "core/secrets/crypto.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sk::privacy {

namespace {

constexpr int kVersion = 1;
constexpr std::string_view kFormat = "sellerkeep-erasure-certificate";

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string text(const QJsonObject &json, QLatin1String key)
{
    return json[key].toString().toStdString();
}

std::int64_t number(const QJsonObject &json, QLatin1String key)
{
    return json[key].toInteger(-1);
}

/// Qt writes compact objects with sorted members, minimal escapes and integers as integers: RFC 8785 for what is in
/// here (texts, integers, booleans).
Bytes canonical(const QJsonObject &json)
{
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return {bytes.begin(), bytes.end()};
}

QJsonArray toJson(const std::vector<model::ErasedCount> &counts)
{
    QJsonArray array;
    for (const model::ErasedCount &count : counts)
        array.append(QJsonObject{{QStringLiteral("what"), toQt(count.what)},
                                 {QStringLiteral("erased"), static_cast<qint64>(count.erased)}});
    return array;
}

QJsonArray toJson(const std::vector<model::ErasureCheck> &checks)
{
    QJsonArray array;
    for (const model::ErasureCheck &check : checks)
        array.append(QJsonObject{{QStringLiteral("what"), toQt(check.what)},
                                 {QStringLiteral("examined"), static_cast<qint64>(check.examined)},
                                 {QStringLiteral("found"), static_cast<qint64>(check.found)},
                                 {QStringLiteral("done"), check.done}});
    return array;
}

QJsonObject toJson(const model::ErasureCertificate &certificate)
{
    QJsonArray outOfReach;
    for (const std::string &word : certificate.outOfReach)
        outOfReach.append(toQt(word));
    return {{QStringLiteral("version"), kVersion},
            {QStringLiteral("id"), toQt(certificate.id)},
            {QStringLiteral("profile"), toQt(certificate.profileId)},
            {QStringLiteral("profile_name"), toQt(certificate.profileName)},
            {QStringLiteral("scope"), toQt(model::toWord(certificate.scope))},
            {QStringLiteral("subject"), toQt(certificate.subject)},
            {QStringLiteral("label"), toQt(certificate.label)},
            {QStringLiteral("reason"), toQt(model::toWord(certificate.reason))},
            {QStringLiteral("by"), toQt(certificate.by)},
            {QStringLiteral("begun"), toQt(toIso(certificate.begun))},
            {QStringLiteral("finished"), toQt(toIso(certificate.finished))},
            {QStringLiteral("counts"), toJson(certificate.counts)},
            {QStringLiteral("checks"), toJson(certificate.checks)},
            {QStringLiteral("out_of_reach"), outOfReach},
            {QStringLiteral("audit_seq"), static_cast<qint64>(certificate.auditSeq)},
            {QStringLiteral("audit_head"), toQt(certificate.auditHead)}};
}

Result<model::ErasureCertificate> fromJson(const QJsonObject &json)
{
    const auto scope = model::erasureScopeFromWord(text(json, QLatin1String("scope")));
    const auto reason = model::erasureReasonFromWord(text(json, QLatin1String("reason")));
    const auto begun = timeFromIso(text(json, QLatin1String("begun")));
    const auto finished = timeFromIso(text(json, QLatin1String("finished")));
    if (!scope || !reason || !begun || !finished)
        return fail(ErrorKind::CertificateBroken, "the certificate's scope, reason or times are none");
    model::ErasureCertificate certificate;
    certificate.id = text(json, QLatin1String("id"));
    certificate.profileId = text(json, QLatin1String("profile"));
    certificate.profileName = text(json, QLatin1String("profile_name"));
    certificate.scope = *scope;
    certificate.subject = text(json, QLatin1String("subject"));
    certificate.label = text(json, QLatin1String("label"));
    certificate.reason = *reason;
    certificate.by = text(json, QLatin1String("by"));
    certificate.begun = *begun;
    certificate.finished = *finished;
    for (const QJsonValue row : json[QLatin1String("counts")].toArray())
        certificate.counts.push_back(
            {text(row.toObject(), QLatin1String("what")), number(row.toObject(), QLatin1String("erased"))});
    for (const QJsonValue row : json[QLatin1String("checks")].toArray())
        certificate.checks.push_back(
            {text(row.toObject(), QLatin1String("what")), number(row.toObject(), QLatin1String("examined")),
             number(row.toObject(), QLatin1String("found")), row.toObject()[QLatin1String("done")].toBool()});
    for (const QJsonValue word : json[QLatin1String("out_of_reach")].toArray())
        certificate.outOfReach.push_back(word.toString().toStdString());
    certificate.auditSeq = number(json, QLatin1String("audit_seq"));
    certificate.auditHead = text(json, QLatin1String("audit_head"));
    return certificate;
}

Bytes fileOf(const QJsonObject &certificate, ByteView publicKey, ByteView signature)
{
    const QJsonObject file{{QStringLiteral("format"), toQt(kFormat)},
                           {QStringLiteral("certificate"), certificate},
                           {QStringLiteral("public_key"), toQt(toHex(publicKey))},
                           {QStringLiteral("signature"), toQt(toHex(signature))}};
    const QByteArray bytes = QJsonDocument(file).toJson(QJsonDocument::Indented);
    return {bytes.begin(), bytes.end()};
}

template <std::size_t size>
Result<std::array<std::uint8_t, size>> fixed(const std::string &hex)
{
    const auto bytes = fromHex(hex);
    std::array<std::uint8_t, size> array{};
    if (!bytes || bytes->size() != size)
        return fail(ErrorKind::CertificateBroken, "the certificate's key or signature has another length");
    std::copy(bytes->begin(), bytes->end(), array.begin());
    return array;
}

} // namespace

Bytes signedCertificate(const model::ErasureCertificate &certificate, const secrets::Secret &seed)
{
    const QJsonObject json = toJson(certificate);
    return fileOf(json, secrets::publicKeyOf(seed), secrets::sign(seed, canonical(json)));
}

Result<ReadCertificate> readCertificate(ByteView file)
{
    const QByteArray raw(reinterpret_cast<const char *>(file.data()), static_cast<qsizetype>(file.size()));
    const QJsonObject json = QJsonDocument::fromJson(raw).object();
    if (text(json, QLatin1String("format")) != kFormat)
        return fail(ErrorKind::CertificateBroken, "the file is no erasure certificate of Sellerkeep");
    const QJsonObject content = json[QLatin1String("certificate")].toObject();
    if (content[QLatin1String("version")].toInt() != kVersion)
        return fail(ErrorKind::CertificateBroken, "the certificate was written by another version of Sellerkeep");
    ReadCertificate read;
    SK_ASSIGN(read.publicKey, fixed<32>(text(json, QLatin1String("public_key"))));
    SK_ASSIGN(const secrets::Signature signature, fixed<64>(text(json, QLatin1String("signature"))));
    SK_ASSIGN(read.certificate, fromJson(content));
    const Bytes rewritten = fileOf(toJson(read.certificate), read.publicKey, signature);
    if (!std::equal(rewritten.begin(), rewritten.end(), file.begin(), file.end()))
        return fail(ErrorKind::CertificateBroken, "the certificate is not as it was written: it was changed");
    read.signatureValid = secrets::isSignedBy(read.publicKey, canonical(content), signature);
    read.hash = secrets::sha256(file);
    return read;
}

} // namespace sk::privacy
