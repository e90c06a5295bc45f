// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace sk::ui::connections {

class CredentialField;

/// What the user enters for a consent in the browser: the application, where its redirect page lies, and whose account.
class ConsentForm : public QWidget
{
    Q_OBJECT

public:
    ConsentForm(model::ConnectionKind kind, QWidget *parent);

    [[nodiscard]] bool isComplete() const;
    /// Moves the secret into locked memory and empties its field.
    [[nodiscard]] profile::ConsentRequest take();
    void forgetSecret(const QString &hint);
    /// Renewal: the application is known, and so are client identifier and secret.
    void preset(const model::Connection &connection);

Q_SIGNALS:
    void changed();

private:
    void addPlaces();
    void addApplication();
    [[nodiscard]] QString labelOrDefault(const QString &region) const;

    model::ConnectionKind m_kind;
    QComboBox *m_place = nullptr; ///< data: country (SP-API) or region (Ads); next role: region
    CredentialField *m_application = nullptr;
    QCheckBox *m_draft = nullptr;
    QLabel *m_draftNote = nullptr; ///< of a renewal
    CredentialField *m_redirect = nullptr;
    CredentialField *m_clientId = nullptr;
    CredentialField *m_clientSecret = nullptr;
    QLineEdit *m_label = nullptr;
    std::optional<model::ConnectionId> m_replaces;
    bool m_mayUseStored = false; ///< client id and secret, where they are left empty
};

} // namespace sk::ui::connections
