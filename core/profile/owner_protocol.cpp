// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/owner_protocol.h"

#include "core/secrets/crypto.h"

#include <QJsonDocument>

namespace sk::profile {

QString ownerSocketName(const ProfileInfo &profile)
{
    const QString id = QString::fromStdString(profile.id);
#ifdef Q_OS_UNIX
    constexpr qsizetype longestAddress = 100; // sun_path holds 104 or 108 bytes
    const QString path = QString::fromStdU16String((profile.folder / "owner.sock").u16string());
    if (path.toUtf8().size() <= longestAddress)
        return path;
#endif
    return QStringLiteral("sellerkeep-") + id;
}

std::string ownerProof(const secrets::Secret &key, Side side, std::string_view clientNonce,
                       std::string_view serverNonce)
{
    ByteWriter context;
    context.text(side == Side::Server ? "server" : "client").text(clientNonce).text(serverNonce);
    return toHex(secrets::keyCheckValue(key, context.bytes()));
}

QByteArray toLine(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject fromLine(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

} // namespace sk::profile
