// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/command_runner.h"
#include "core/profile/owner_protocol.h"

#include <QLocalServer>
#include <QLocalSocket>

namespace sk::profile {

/// Lets other processes of this user have their commands run by the process that owns the profile.
class OwnerServer : public QObject
{
    Q_OBJECT

public:
    OwnerServer(ProfileInfo profile, secrets::Secret key, CommandRunner &runner, RandomSource random);
    ~OwnerServer() override;

    /// File when the socket cannot be made.
    [[nodiscard]] Result<void> listen();
    /// Commands of others that are still being worked on.
    [[nodiscard]] int pending() const { return m_pending; }

Q_SIGNALS:
    /// pending() has become 0.
    void idle();

private:
    struct Client;
    void accept();
    void read(const std::shared_ptr<Client> &client);
    void handle(const std::shared_ptr<Client> &client, const QJsonObject &message);
    void runCommand(const std::shared_ptr<Client> &client, const QJsonObject &command);

    ProfileInfo m_profile;
    secrets::Secret m_key;
    CommandRunner &m_runner;
    RandomSource m_random;
    QLocalServer m_server;
    int m_pending = 0;
};

/// 16 random bytes, hexadecimal.
[[nodiscard]] std::string newNonce(const RandomSource &random);

} // namespace sk::profile
