// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile_library.h"

#include <QProcess>
#include <QTemporaryDir>

namespace sk::desktop {

/// "Explore with sample data": starts the sample Amazon that lies beside this program, makes the profile "Sample data"
/// anew, connects it and begins its first sync. The sample Amazon ends with this object.
class SampleData : public QObject
{
    Q_OBJECT

public:
    explicit SampleData(profile::ProfileLibrary &library);
    ~SampleData() override;

    void start();

Q_SIGNALS:
    /// The profile, open and connected; its sync begins now.
    void ready(const std::shared_ptr<sk::profile::Session> &session);
    void failed(const sk::Error &error);

private:
    void simulatorSpoke();
    void recreateProfile();
    void openProfile();
    void connectAccount(const std::shared_ptr<profile::Session> &session);
    [[nodiscard]] Result<profile::ConnectRequest> request() const;

    profile::ProfileLibrary &m_library;
    QTemporaryDir m_folder;
    QProcess m_simulator;
    QByteArray m_greeting;
    bool m_started = false;
};

} // namespace sk::desktop
