// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/invocation.h"
#include "core/profile/profile_library.h"

namespace sk::cli {

/// What some commands read besides their arguments: credentials or a passphrase, and the CA file. Waits for standard
/// input, so it comes before signals are caught.
[[nodiscard]] Result<void> readInput(Invocation &invocation);

/// One command from start to printed answer. A process that owns the profile ends once it has answered the others, too.
class Cli : public QObject
{
    Q_OBJECT

public:
    Cli(Invocation invocation, profile::LocalSession::World world);
    ~Cli() override;

    void start();
    /// Ends a sync, and everything else within a second; but for the deletion of a profile, which goes on until its
    /// certificate is handed out: nobody else has it.
    void interrupt();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void createProfile();
    void listProfiles();
    void deleteProfile();
    [[nodiscard]] Result<void> checkCertificateFile(const std::filesystem::path &output) const;
    void deleted(const profile::RemovedProfile &removed, const std::filesystem::path &output);
    void verifyCertificate();
    void runOnProfile();
    void run(const std::shared_ptr<profile::SharedSession> &session);
    void progress(const QString &line) const;
    static void askForConsent(const profile::ConsentStarted &started);
    void finish(const QJsonObject &answer);
    void leave();

    Invocation m_invocation;
    profile::LocalSession::World m_world;
    profile::ProfileLibrary m_library;
    std::shared_ptr<profile::SharedSession> m_session;
    std::unique_ptr<profile::CommandRunner> m_runner;
    bool m_deleting = false;
    std::optional<int> m_exitCode;
};

} // namespace sk::cli
