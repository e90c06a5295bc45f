// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profiles.h"

#include <QFrame>

class QComboBox;
class QListWidget;

namespace sk::ui::shell {

/// Which profile, which page.
class Sidebar : public QFrame
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent);

    /// Does not choose any; setProfile() does.
    void setProfiles(const std::vector<profile::ProfileInfo> &profiles);
    void setProfile(const QString &name);
    /// In the order of the window's panels.
    void addPage(const QString &icon, const QString &title, const QKeySequence &shortcut);
    void setPage(int page);
    void setPagesEnabled(bool enabled);
    /// Whether another profile may be chosen or made.
    void setProfilesEnabled(bool enabled);

Q_SIGNALS:
    void profileChosen(const QString &name);
    void newProfileWanted();
    void pageChosen(int page);

private:
    void takeProfile(int index);

    QComboBox *m_profiles = nullptr;
    QListWidget *m_pages = nullptr;
    QString m_profile;
};

} // namespace sk::ui::shell
