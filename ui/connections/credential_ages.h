// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/credentials.h"

#include <QWidget>

namespace sk::ui {
class MutedLabel;
class StatusBadge;
} // namespace sk::ui
class QLabel;
class QPushButton;

namespace sk::ui::connections {

/// How old authorisation and client secret are, with a reminder in good time (CRED-4).
class CredentialAges : public QWidget
{
    Q_OBJECT

public:
    explicit CredentialAges(QWidget *parent);

    void show(const model::Connection &connection, Time now);

Q_SIGNALS:
    void renewalWanted();
    void leakSuspected();

private:
    struct Row
    {
        QLabel *text = nullptr;
        StatusBadge *badge = nullptr;
    };

    Row addRow(const QString &objectName);
    void remind(const Row &row, const model::CredentialAge &age, Time now);

    Row m_authorised;
    Row m_secret;
    QLabel *m_advice = nullptr;
    QLabel *m_oldSecret = nullptr;
    QPushButton *m_renew = nullptr;
    QPushButton *m_leak = nullptr;
};

} // namespace sk::ui::connections
