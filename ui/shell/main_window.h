// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/profiles.h"
#include "ui/connections/connect_world.h"

#include <QMainWindow>

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;

namespace sk::ui::shell {

class ProblemPage;
class ReminderBar;
class Sidebar;
class SyncStatus;

/// Places the sidebar and the panels of the open profile. Owns no logic but opening profiles.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(profile::Profiles &profiles, Clock &clock,
               connections::ConnectWorld connectWorld = connections::systemConnectWorld());
    ~MainWindow() override;

    /// Opens the first profile, or shows the first-run page when there is none.
    void start();
    void openProfile(const QString &name);
    /// Builds the panels anew; null closes the open profile.
    void setSession(std::shared_ptr<profile::Session> session);
    /// A quiet page while something takes its time: opening, preparing the sample data.
    void showBusy(const QString &text);
    void showProblem(const QString &profile, const Error &error);

Q_SIGNALS:
    /// The app starts the sample Amazon, makes a profile, connects it, and calls setSession() or showProblem().
    void sampleDataRequested();

private:
    enum Page { Welcome, Busy, Problem, Panels };

    void buildPages();
    void buildMenus();
    QAction *addPanelAction(QMenu &menu, const QString &icon, const QString &title, const QKeySequence &shortcut);
    void endSession(const Error &error);
    void buildPanels();
    void clearPanels();
    void showPage(Page page);
    void showPanel(int panel);
    void refreshProfiles();
    void openNewProfileDialog();
    [[nodiscard]] QString chosenProfile() const;
    void askToEraseProfile();
    void askForCertificate(const QString &profile);
    void eraseProfile(const QString &profile, const QString &certificate);
    void setProfilesEnabled(bool enabled);
    void profileErased(const QString &profile, const profile::RemovedProfile &removed, const QString &certificate);

    profile::Profiles &m_profiles;
    Clock &m_clock;
    connections::ConnectWorld m_connectWorld;
    std::shared_ptr<profile::Session> m_session;
    QString m_opening;
    int m_question = 0;
    Sidebar *m_sidebar = nullptr;
    QStackedWidget *m_pages = nullptr;
    QStackedWidget *m_panels = nullptr;
    ProblemPage *m_problem = nullptr;
    QLabel *m_busy = nullptr;
    SyncStatus *m_status = nullptr;
    QWidget *m_profilePage = nullptr; ///< the reminder above the panels
    ReminderBar *m_reminder = nullptr;
    QList<QAction *> m_sessionActions;
    QAction *m_newProfile = nullptr;
    QAction *m_eraseProfile = nullptr;
};

} // namespace sk::ui::shell
