// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

namespace sk::desktop {

Desktop::Desktop(const std::filesystem::path &dataDir, profile::LocalSession::World world,
                 ui::connections::ConnectWorld connectWorld)
    : m_library(dataDir, world)
    , m_sample(m_library)
    , m_window(m_library, world.clock, std::move(connectWorld))
{
    connect(&m_window, &ui::shell::MainWindow::sampleDataRequested, this, [this] {
        m_window.showBusy(tr("Preparing the sample shop …"));
        m_sample.start();
    });
    connect(&m_sample, &SampleData::ready, &m_window, &ui::shell::MainWindow::setSession);
    connect(&m_sample, &SampleData::failed, this, [this](const Error &error) { m_window.showProblem({}, error); });
}

void Desktop::start(const QString &profile)
{
    if (profile.isEmpty())
        m_window.start();
    else
        m_window.openProfile(profile);
    m_window.show();
}

} // namespace sk::desktop
