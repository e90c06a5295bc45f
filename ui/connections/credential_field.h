// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/credentials_input.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace sk::ui::connections {

class SecretEdit;

/// One credential with its label above and, below, what is wrong with it as it is typed.
class CredentialField : public QWidget
{
    Q_OBJECT

public:
    using Rule = InputCheck (*)(const QString &);

    CredentialField(const QString &objectName, const QString &label, bool secret, Rule rule, QWidget *parent);

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    /// None for the field that is no secret.
    [[nodiscard]] SecretEdit *secretEdit() const { return m_secret; }
    [[nodiscard]] bool isAcceptable() const;
    void setText(const QString &text);

Q_SIGNALS:
    void changed();
    /// All three came in one paste.
    void jsonPasted(const sk::ui::connections::PastedCredentials &credentials);

private:
    void takeInput(const QString &text);
    void showState(const QString &text);

    Rule m_rule;
    QLineEdit *m_edit = nullptr;
    SecretEdit *m_secret = nullptr;
    QAction *m_mark = nullptr;
    QLabel *m_hint = nullptr;
    InputState m_state = InputState::Empty;
};

} // namespace sk::ui::connections
