// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/layout.h"

#include "core/base/files.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QUuid>

namespace sk::profile {

namespace {

constexpr std::size_t kLargestFile = 64 * 1024;
constexpr int kFormat = 1;

} // namespace

Result<ProfileFile> readProfileFile(const std::filesystem::path &folder, ProfileStage stage)
{
    const std::filesystem::path path = profileFile(folder, stage);
    SK_ASSIGN(const Bytes bytes, readFile(path, kLargestFile));
    const QByteArray text(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    ProfileFile file;
    file.id = json[QStringLiteral("id")].toString().toStdString();
    file.name = json[QStringLiteral("name")].toString().toStdString();
    file.secretStore = json[QStringLiteral("secret_store")].toString() == QStringLiteral("file") ? SecretStoreKind::File
                                                                                                 : SecretStoreKind::Os;
    if (json[QStringLiteral("format")].toInt() != kFormat || file.id.empty() || file.name.empty())
        return fail(ErrorKind::KeyFileDamaged, toUtf8(path) + " is not a profile of this Sellerkeep");
    return file;
}

Result<void> writeProfileFile(const std::filesystem::path &folder, const ProfileFile &file, ProfileStage stage)
{
    const QJsonObject json{{QStringLiteral("format"), kFormat},
                           {QStringLiteral("id"), QString::fromStdString(file.id)},
                           {QStringLiteral("name"), QString::fromStdString(file.name)},
                           {QStringLiteral("secret_store"),
                            file.secretStore == SecretStoreKind::File ? QStringLiteral("file") : QStringLiteral("os")}};
    const QByteArray text = QJsonDocument(json).toJson();
    return writeFileAtomically(profileFile(folder, stage),
                               asBytes({text.constData(), static_cast<std::size_t>(text.size())}));
}

Result<void> checkProfileName(std::string_view name)
{
    constexpr qsizetype longest = 80;
    const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    const auto isControl = [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter;
    };
    const bool ok = !text.isEmpty() && text.size() <= longest && text.trimmed() == text
        && std::none_of(text.begin(), text.end(), isControl);
    if (!ok)
        return fail(ErrorKind::Usage,
                    "a profile name has 1 to 80 characters, no control characters, no blanks at its ends");
    return {};
}

std::string newUuid(const RandomSource &random)
{
    std::array<std::uint8_t, 16> bytes{};
    random(bytes);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    const QByteArray raw(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces).toStdString();
}

} // namespace sk::profile
