// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/sample_data.h"
#include "ui/shell/main_window.h"

namespace sk::desktop {

/// The desktop application without its command line: profiles, sample data and window, put together. Outside main(), so
/// that a test runs the same.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(const std::filesystem::path &dataDir, profile::LocalSession::World world,
            ui::connections::ConnectWorld connectWorld = ui::connections::systemConnectWorld());

    /// Shows the window and opens a profile; without a name the first there is.
    void start(const QString &profile);
    [[nodiscard]] ui::shell::MainWindow &window() { return m_window; }

private:
    profile::ProfileLibrary m_library;
    SampleData m_sample;
    ui::shell::MainWindow m_window;
};

} // namespace sk::desktop
