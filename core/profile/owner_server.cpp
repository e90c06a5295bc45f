// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/owner_server.h"

#include <QPointer>

namespace sk::profile {

struct OwnerServer::Client
{
    QPointer<QLocalSocket> socket;
    std::string clientNonce;
    std::string serverNonce;
    bool ran = false;

    void send(const QJsonObject &message) const
    {
        if (socket)
            socket->write(toLine(message));
    }
    void close() const
    {
        if (socket)
            socket->disconnectFromServer();
    }
};

std::string newNonce(const RandomSource &random)
{
    std::array<std::uint8_t, 16> bytes{};
    random(bytes);
    return toHex(bytes);
}

OwnerServer::OwnerServer(ProfileInfo profile, secrets::Secret key, CommandRunner &runner, RandomSource random)
    : m_profile(std::move(profile))
    , m_key(std::move(key))
    , m_runner(runner)
    , m_random(std::move(random))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] { accept(); });
}

OwnerServer::~OwnerServer() = default;

Result<void> OwnerServer::listen()
{
    const QString name = ownerSocketName(m_profile);
    QLocalServer::removeServer(name); // left by a process that was killed: the lock file says that it is gone
    if (!m_server.listen(name))
        return fail(ErrorKind::File, "cannot open the owner socket: " + m_server.errorString().toStdString());
    return {};
}

void OwnerServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        auto client = std::make_shared<Client>();
        client->socket = socket;
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, client] { read(client); });
    }
}

void OwnerServer::read(const std::shared_ptr<Client> &client)
{
    while (client->socket && client->socket->canReadLine())
        handle(client, fromLine(client->socket->readLine(kLongestLine)));
    if (client->socket && client->socket->bytesAvailable() > kLongestLine)
        client->close();
}

void OwnerServer::handle(const std::shared_ptr<Client> &client, const QJsonObject &message)
{
    if (client->clientNonce.empty()) {
        client->clientNonce = message[QStringLiteral("nonce")].toString().toStdString();
        client->serverNonce = newNonce(m_random);
        if (client->clientNonce.empty())
            return client->close();
        const std::string proof = ownerProof(m_key, Side::Server, client->clientNonce, client->serverNonce);
        return client->send({{QStringLiteral("nonce"), QString::fromStdString(client->serverNonce)},
                             {QStringLiteral("proof"), QString::fromStdString(proof)}});
    }
    const std::string expected = ownerProof(m_key, Side::Client, client->clientNonce, client->serverNonce);
    const secrets::Secret given =
        secrets::Secret::copyOf(asBytes(message[QStringLiteral("proof")].toString().toStdString()));
    if (client->ran || !given.equals(secrets::Secret::copyOf(asBytes(expected))))
        return client->close();
    client->ran = true;
    runCommand(client, message[QStringLiteral("command")].toObject());
}

void OwnerServer::runCommand(const std::shared_ptr<Client> &client, const QJsonObject &command)
{
    ++m_pending;
    client->send({{QStringLiteral("accepted"), true}});
    const QMetaObject::Connection progress =
        connect(&m_runner, &CommandRunner::progressed, this, [client](const QString &line) {
            client->send({{QStringLiteral("progress"), line}});
        });
    whenDone(m_runner.run(command), this, [this, client, progress](const QJsonObject &answer) {
        disconnect(progress);
        client->send({{QStringLiteral("answer"), answer}});
        if (client->socket)
            client->socket->flush();
        client->close();
        if (--m_pending == 0)
            Q_EMIT idle();
    });
}

} // namespace sk::profile
