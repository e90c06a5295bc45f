// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/owner_protocol.h"

#include "core/profile/session_methods.h"
#include "core/profile/wire_shape.h"
#include "core/secrets/crypto.h"

#include <QLocalSocket>

namespace sk::profile {

namespace {

constexpr qint64 kLengthSize = 4;

Bytes contextOf(std::string_view what, const Greetings &greetings)
{
    ByteWriter context;
    context.text(what)
        .blob(greetings.clientShape)
        .blob(greetings.clientNonce)
        .blob(greetings.ownerShape)
        .blob(greetings.ownerNonce);
    return context.bytes();
}

std::string shapeText()
{
    std::string shape = SK_VERSION;
    const auto describeAll = [&shape]<typename Element>(std::size_t) {
        const auto values = typename Element::Values();
        shape += '\n';
        std::apply([&shape](const auto &...value) { (wire::describe<std::decay_t<decltype(value)>>(shape), ...); },
                   values);
        shape += ':';
        wire::describe<typename Element::Outcome>(shape);
    };
    forEach<SessionCalls>(describeAll);
    forEach<SessionSignals>(describeAll);
    return shape;
}

} // namespace

QString ownerSocketName(const ProfileInfo &profile)
{
    const QString id = QString::fromStdString(profile.id);
#ifdef Q_OS_UNIX
    constexpr qsizetype longestAddress = 100; // sun_path holds 104 or 108 bytes
    QString path = QString::fromStdU16String((profile.folder / "owner.sock").u16string());
    if (path.toUtf8().size() <= longestAddress)
        return path;
#endif
    return QStringLiteral("sellerkeep-") + id;
}

const Sha256 &wireShape()
{
    static const Sha256 shape = secrets::sha256(asBytes(shapeText()));
    return shape;
}

Bytes newNonce(const RandomSource &random)
{
    Bytes nonce(kNonceSize);
    random(nonce);
    return nonce;
}

Bytes ownerProof(const secrets::Secret &key, Side side, const Greetings &greetings)
{
    return secrets::keyCheckValue(key, contextOf(side == Side::Owner ? "owner" : "client", greetings));
}

secrets::Secret lineKey(const secrets::Secret &key, const Greetings &greetings)
{
    return secrets::hkdf(key, {}, contextOf("secrets", greetings));
}

bool sameProof(ByteView given, ByteView expected)
{
    return secrets::Secret::copyOf(given).equals(secrets::Secret::copyOf(expected));
}

void sendFrame(QLocalSocket &socket, ByteView payload)
{
    ByteWriter length;
    length.u32(static_cast<std::uint32_t>(payload.size()));
    socket.write(reinterpret_cast<const char *>(length.bytes().data()), kLengthSize);
    socket.write(reinterpret_cast<const char *>(payload.data()), static_cast<qint64>(payload.size()));
}

Result<std::optional<Bytes>> nextFrame(QLocalSocket &socket, std::size_t longest)
{
    std::array<char, kLengthSize> head{};
    if (socket.bytesAvailable() < kLengthSize)
        return std::optional<Bytes>();
    socket.peek(head.data(), kLengthSize);
    const std::size_t length = ByteReader(asBytes({head.data(), head.size()})).u32();
    if (length > longest)
        return fail(ErrorKind::Usage, "a message is too long");
    if (socket.bytesAvailable() < kLengthSize + static_cast<qint64>(length))
        return std::optional<Bytes>();
    socket.skip(kLengthSize);
    Bytes payload(length);
    socket.read(reinterpret_cast<char *>(payload.data()), static_cast<qint64>(length));
    return std::optional(std::move(payload));
}

} // namespace sk::profile
