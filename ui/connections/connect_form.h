// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace sk::ui::connections {

class CredentialField;
struct PastedCredentials;

/// What the user enters to connect an account by self-authorisation.
class ConnectForm : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectForm(QWidget *parent);

    [[nodiscard]] bool isComplete() const;
    /// Moves the secrets into locked memory and empties their fields.
    [[nodiscard]] profile::ConnectRequest take();
    /// What was used or refused is not kept for another try; the empty fields say `hint`.
    void forgetSecrets(const QString &hint);
    void preset(const std::string &region, const QString &label);

Q_SIGNALS:
    void changed();

private:
    void spread(const PastedCredentials &pasted);
    [[nodiscard]] QString labelOrDefault() const;

    QComboBox *m_region = nullptr;
    QLineEdit *m_label = nullptr;
    QLineEdit *m_seller = nullptr;
    CredentialField *m_clientId = nullptr;
    CredentialField *m_clientSecret = nullptr;
    CredentialField *m_refreshToken = nullptr;
};

} // namespace sk::ui::connections
