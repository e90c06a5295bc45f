// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/owner_client.h"

#include "core/profile/owner_server.h"

namespace sk::profile {

namespace {

/// An owner that works answers its greeting at once; only a hanging one takes longer.
constexpr std::chrono::seconds kPatience{5};

} // namespace

OwnerClient::OwnerClient(ProfileInfo profile, secrets::Secret key, Clock &clock, RandomSource random)
    : m_profile(std::move(profile))
    , m_key(std::move(key))
    , m_clock(clock)
    , m_nonce(newNonce(random))
{
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        m_socket.write(toLine({{QStringLiteral("nonce"), QString::fromStdString(m_nonce)}}));
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        while (m_socket.canReadLine())
            received(fromLine(m_socket.readLine()));
    });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError error) {
        const bool gone = error == QLocalSocket::ServerNotFoundError || error == QLocalSocket::ConnectionRefusedError
            || error == QLocalSocket::PeerClosedError;
        const bool nobody = gone && !m_accepted;
        finish(fail(nobody ? ErrorKind::Offline : ErrorKind::ProfileBusy, "the owner of the profile closed the line"));
    });
}

QFuture<Result<QJsonObject>> OwnerClient::run(const QJsonObject &command)
{
    m_command = command;
    m_socket.connectToServer(ownerSocketName(m_profile));
    m_clock.callAfter(kPatience, this, [this] {
        if (!m_trusted)
            finish(fail(ErrorKind::ProfileBusy, "the owner of the profile does not answer"));
    });
    return m_promise.future();
}

void OwnerClient::received(const QJsonObject &message)
{
    if (!m_trusted) {
        const std::string nonce = message[QStringLiteral("nonce")].toString().toStdString();
        if (message[QStringLiteral("proof")].toString().toStdString()
            != ownerProof(m_key, Side::Server, m_nonce, nonce))
            return finish(fail(ErrorKind::ProfileBusy, "who listens on the owner socket is not the owner"));
        m_trusted = true;
        m_socket.write(
            toLine({{QStringLiteral("proof"), QString::fromStdString(ownerProof(m_key, Side::Client, m_nonce, nonce))},
                    {QStringLiteral("command"), m_command}}));
        return;
    }
    m_accepted = true; // whatever it says now
    if (message.contains(QStringLiteral("progress")))
        Q_EMIT progressed(message[QStringLiteral("progress")].toString());
    else if (message.contains(QStringLiteral("answer")))
        finish(message[QStringLiteral("answer")].toObject());
}

void OwnerClient::finish(Result<QJsonObject> answer)
{
    if (std::exchange(m_finished, true))
        return;
    m_promise.finish(std::move(answer));
}

} // namespace sk::profile
