// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profiles.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::shell {

/// Names and makes a profile.
class NewProfileDialog : public QDialog
{
    Q_OBJECT

public:
    NewProfileDialog(profile::Profiles &profiles, QWidget *parent);

Q_SIGNALS:
    void created(const QString &name);

private:
    void create();
    void updateButtons();

    profile::Profiles &m_profiles;
    QLineEdit *m_name = nullptr;
    InfoBar *m_bar = nullptr;
    QPushButton *m_create = nullptr;
    bool m_waiting = false;
};

} // namespace sk::ui::shell
