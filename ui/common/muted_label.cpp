// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/muted_label.h"

#include "ui/common/tone.h"

#include <QEvent>
#include <QGuiApplication>

namespace sk::ui {

MutedLabel::MutedLabel(QWidget *parent) : MutedLabel(QString(), parent) {}

MutedLabel::MutedLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    applyColor();
}

void MutedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        applyColor();
}

void MutedLabel::applyColor()
{
    const QColor color = mutedText(QGuiApplication::palette());
    if (palette().color(QPalette::Active, QPalette::WindowText) == color)
        return;
    QPalette own = palette();
    own.setColor(QPalette::Active, QPalette::WindowText, color);
    own.setColor(QPalette::Inactive, QPalette::WindowText, color);
    setPalette(own);
}

} // namespace sk::ui
