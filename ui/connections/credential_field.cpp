// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/credential_field.h"

#include "ui/common/icons.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/tone.h"
#include "ui/connections/secret_edit.h"

#include <QAction>
#include <QLabel>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

CredentialField::CredentialField(const QString &objectName, const QString &label, bool secret, Rule rule,
                                 QWidget *parent)
    : QWidget(parent)
    , m_rule(rule)
{
    if (secret)
        m_edit = m_secret = new SecretEdit(this);
    else
        m_edit = new QLineEdit(this);
    named(m_edit, objectName, QString(label).remove(u'&'));
    m_mark = m_edit->addAction(QIcon(), QLineEdit::TrailingPosition);
    m_mark->setVisible(false);
    m_mark->setEnabled(false);
    m_hint = new QLabel(this);
    m_hint->setObjectName(objectName + u"Hint"_s);
    m_hint->setWordWrap(true);
    m_hint->hide();
    auto *caption = new QLabel(label, this);
    caption->setBuddy(m_edit);
    setFocusProxy(m_edit);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(caption);
    layout->addWidget(m_edit);
    layout->addWidget(m_hint);
    connect(m_edit, &QLineEdit::textChanged, this, &CredentialField::takeInput);
}

bool CredentialField::isAcceptable() const
{
    return m_state == InputState::Acceptable
        || (m_state == InputState::Empty && m_secret != nullptr && m_secret->holdsSecret());
}

void CredentialField::setText(const QString &text)
{
    m_edit->setText(text);
}

void CredentialField::takeInput(const QString &text)
{
    if (CredentialsInput::looksLikeJson(text)) {
        if (const auto pasted = CredentialsInput::fromJson(text)) {
            m_edit->setText(QString());
            Q_EMIT jsonPasted(*pasted);
            return;
        }
    } else if (const QString clean = CredentialsInput::withoutSpaces(text); clean != text) {
        m_edit->setText(clean);
        return;
    }
    showState(text);
    Q_EMIT changed();
}

void CredentialField::showState(const QString &text)
{
    const InputCheck check = m_rule(text);
    m_state = check.state;
    m_hint->setText(check.hint);
    m_hint->setVisible(!check.hint.isEmpty());
    m_edit->setAccessibleDescription(check.hint);
    QPalette colors = m_hint->palette();
    colors.setColor(QPalette::WindowText, toneForeground(Tone::Bad, palette()));
    m_hint->setPalette(colors);
    m_mark->setVisible(check.state != InputState::Empty);
    const bool good = check.state == InputState::Acceptable;
    const QColor color = toneForeground(good ? Tone::Good : Tone::Bad, palette());
    QIcon icon;
    const QPixmap pixmap = Icons::pixmap(good ? u"check"_s : u"error"_s, 16, color, devicePixelRatioF());
    icon.addPixmap(pixmap, QIcon::Normal);
    icon.addPixmap(pixmap, QIcon::Disabled);
    m_mark->setIcon(icon);
    m_mark->setText(good ? tr("Looks right") : tr("Not right yet"));
}

} // namespace sk::ui::connections
