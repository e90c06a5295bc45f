// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"
#include "core/profile/command_runner.h"
#include "core/profile/owner_client.h"
#include "core/profile/owner_server.h"
#include "core/profile/profile_library.h"

namespace sk::cli {

/// What `connect` reads besides its arguments: the credentials and the CA file. Waits for the end of standard input, so
/// it comes before signals are caught.
[[nodiscard]] Result<void> readInput(Invocation &invocation);

/// One command from start to printed answer: opens the profile and runs it, or hands it to the process that has the
/// profile open. While it owns the profile it serves others.
class Cli : public QObject
{
    Q_OBJECT

public:
    Cli(Invocation invocation, profile::LocalSession::World world);
    ~Cli() override;

    void start();
    /// Ends a sync, and everything else within a second.
    void interrupt();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void createProfile();
    void listProfiles();
    void deleteProfile();
    void runOnProfile();
    void runHere(const std::shared_ptr<profile::LocalSession> &session);
    void serveAndRun(const std::shared_ptr<profile::LocalSession> &session, const secrets::Secret &ownerKey);
    void runThere(const Error &busy);
    void progress(const QString &line) const;
    void finish(const QJsonObject &answer);
    void leave();

    Invocation m_invocation;
    profile::LocalSession::World m_world;
    profile::ProfileLibrary m_library;
    std::shared_ptr<profile::LocalSession> m_session;
    std::unique_ptr<profile::CommandRunner> m_runner;
    std::unique_ptr<profile::OwnerServer> m_server;
    std::unique_ptr<profile::OwnerClient> m_client;
    std::optional<int> m_exitCode;
    int m_attempts = 0;
};

} // namespace sk::cli
