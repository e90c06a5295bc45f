// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QJsonObject>

namespace sk::profile {

/// Runs the commands of cli.md on an open profile: a JSON object in ({"command":"sync", …}), the JSON object that
/// `--json` prints out. The owner of a profile runs them for itself and for others (owner_server.h).
class CommandRunner : public QObject
{
    Q_OBJECT

public:
    /// `session` outlives the runner.
    explicit CommandRunner(Session &session);

    /// Never fails by itself: errors are in the answer.
    [[nodiscard]] QFuture<QJsonObject> run(const QJsonObject &command);
    /// Stops a sync that runs; its answer follows.
    void stop();

Q_SIGNALS:
    /// One line of progress for standard error.
    void progressed(const QString &line);

private:
    using Answer = SharedPromise<QJsonObject>;
    template <typename T, typename Done>
    void answer(const QFuture<Result<T>> &future, const Answer &promise, Done done);

    void connections(const Answer &promise);
    void connectAccount(const QJsonObject &command, const Answer &promise);
    void feature(const QJsonObject &command, const Answer &promise);
    void sync(const QJsonObject &command, const Answer &promise);
    void status(const Answer &promise);
    void disconnectAccount(const QJsonObject &command, const Answer &promise);
    void exportData(const QJsonObject &command, const Answer &promise);
    void retention(const QJsonObject &command, const Answer &promise);
    void auditList(const QJsonObject &command, const Answer &promise);
    void auditVerify(const Answer &promise);
    void auditExport(const QJsonObject &command, const Answer &promise);

    Session &m_session;
};

/// {"ok":true}, for members to be added.
[[nodiscard]] QJsonObject okAnswer();
/// {"ok":false,"error":{"kind":…,"message":…}}; the message is the kind's advice with the detail.
[[nodiscard]] QJsonObject errorAnswer(const Error &error);
/// The exit code of cli.md for an answer.
[[nodiscard]] int exitCodeOf(const QJsonObject &answer);

} // namespace sk::profile
