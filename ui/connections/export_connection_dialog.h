// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::connections {

class SecretEdit;

/// Writes a connection into a file for another computer, sealed with a passphrase of its own.
class ExportConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    ExportConnectionDialog(profile::Session &session, const model::Connection &connection, QWidget *parent);

    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildFile(QVBoxLayout &layout);
    void chooseFile();
    void showRules();
    void exportNow();
    void exportTo(const std::filesystem::path &output);

    profile::Session &m_session;
    model::Connection m_connection;
    QLineEdit *m_file = nullptr;
    SecretEdit *m_passphrase = nullptr;
    SecretEdit *m_again = nullptr;
    QLabel *m_rules = nullptr;
    InfoBar *m_bar = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_cancel = nullptr;
    std::filesystem::path m_mayReplace; ///< the user has agreed to that
    bool m_waiting = false;
};

} // namespace sk::ui::connections
