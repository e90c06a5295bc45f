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

/// UTF-8 of the text, without an intermediate copy. Calls `put` for each byte.
template <typename Put>
void forEachByte(const QString &text, Put put)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (c < 0x80) {
            put(c);
            continue;
        }
        const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        put((0xF00U >> static_cast<unsigned>(more + 1)) | (c >> static_cast<unsigned>(6 * more)));
        for (int left = more - 1; left >= 0; --left)
            put(0x80U | ((c >> static_cast<unsigned>(6 * left)) & 0x3FU));
    }
}

secrets::Secret utf8Of(const QString &text)
{
    std::size_t size = 0;
    forEachByte(text, [&size](char32_t) { ++size; });
    return secrets::Secret::make(size, [&text](std::span<std::uint8_t> bytes) {
        auto at = bytes.begin();
        forEachByte(text, [&at](char32_t byte) { *at++ = static_cast<std::uint8_t>(byte & 0xFFU); });
    });
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
    m_kept = utf8Of(typed);
    secrets::wipe(bytesOf(typed));
    setPlaceholderText(tr("Kept in protected memory for another try"));
    return m_kept;
}

secrets::Secret SecretEdit::current() const
{
    return text().isEmpty() ? m_kept : utf8Of(text());
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
