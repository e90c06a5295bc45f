// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/secret_edit.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace sk::ui::connections {

namespace {

std::span<std::uint8_t> bytesOf(QString &text)
{
    return {reinterpret_cast<std::uint8_t *>(text.data()), static_cast<std::size_t>(text.size()) * sizeof(QChar)};
}

/// Credentials are plain ASCII (the form checks that), so each character is a byte.
void fillFrom(const QString &text, std::span<std::uint8_t> bytes)
{
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(text[static_cast<qsizetype>(i)].toLatin1());
}

} // namespace

SecretEdit::SecretEdit(QWidget *parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setDragEnabled(false);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

secrets::Secret SecretEdit::take()
{
    QString typed = text();
    if (typed.isEmpty())
        return m_kept;
    setText(QString()); // not clear(): that would stay in the undo history. Now `typed` is the only holder.
    m_kept = secrets::Secret::make(static_cast<std::size_t>(typed.size()),
                                   [&typed](std::span<std::uint8_t> bytes) { fillFrom(typed, bytes); });
    secrets::wipe(bytesOf(typed));
    setPlaceholderText(tr("Kept in protected memory for another try"));
    return m_kept;
}

void SecretEdit::forget()
{
    m_kept = {};
    setPlaceholderText(QString());
}

void SecretEdit::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Paste"), this, &QLineEdit::paste);
    menu->addAction(tr("Empty this field"), this, [this] { setText(QString()); });
    menu->popup(event->globalPos());
}

} // namespace sk::ui::connections
