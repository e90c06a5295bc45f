// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/owner_protocol.h"

#include <QLocalServer>

namespace sk::profile {

/// Lets other processes of this user work with the session of the process that owns the profile: any number of clients,
/// each with any number of calls, and every signal to all of them. A sync, a consent or a check of the access ends with
/// the client that asked for it.
class OwnerServer : public QObject
{
    Q_OBJECT

public:
    /// `session` outlives the server.
    OwnerServer(Session &session, secrets::Secret key, Clock &clock, RandomSource random);
    ~OwnerServer() override;

    /// File when the socket cannot be made.
    [[nodiscard]] Result<void> listen();
    /// For lines that open from now on; those that are open have a key of their own.
    void setKey(secrets::Secret key) { m_key = std::move(key); }
    /// Calls that a client still waits for.
    [[nodiscard]] std::size_t pending() const;

Q_SIGNALS:
    /// pending() is 0 after an answer or a farewell.
    void idle();

private:
    class Client;

    void accept();
    void drop(Client *client);
    void answered();
    void toAll(const Bytes &message);

    Session &m_session;
    secrets::Secret m_key;
    Clock &m_clock;
    RandomSource m_random;
    QLocalServer m_server;
    std::vector<std::unique_ptr<Client>> m_clients;
};

} // namespace sk::profile
