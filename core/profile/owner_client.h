// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/owner_protocol.h"

#include <QLocalSocket>

namespace sk::profile {

/// Hands one command to the process that owns the profile and brings back its answer.
class OwnerClient : public QObject
{
    Q_OBJECT

public:
    OwnerClient(ProfileInfo profile, secrets::Secret key, Clock &clock, RandomSource random);

    /// ProfileBusy when the owner does not answer or cannot prove that it is one; `Offline` when nobody listens or the
    /// command was not accepted (the owner has just ended: take the lock and try oneself).
    [[nodiscard]] QFuture<Result<QJsonObject>> run(const QJsonObject &command);

Q_SIGNALS:
    void progressed(const QString &line);

private:
    void received(const QJsonObject &message);
    void finish(Result<QJsonObject> answer);

    ProfileInfo m_profile;
    secrets::Secret m_key;
    Clock &m_clock;
    std::string m_nonce;
    QJsonObject m_command;
    QLocalSocket m_socket;
    bool m_trusted = false;
    bool m_accepted = false;
    bool m_finished = false;
    SharedPromise<Result<QJsonObject>> m_promise;
};

} // namespace sk::profile
