// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/status_badge.h"

#include "ui/common/icons.h"
#include "ui/common/spacing.h"

#include <QPainter>

namespace sk::ui {

StatusBadge::StatusBadge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusBadge::setState(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StatusBadge::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {metrics.horizontalAdvance(m_text) + iconSize() + Spacing::tight + 2 * Spacing::normal,
            metrics.height() + 2 * Spacing::tight};
}

int StatusBadge::iconSize() const
{
    return fontMetrics().height();
}

void StatusBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneBackground(m_tone, palette()));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const QColor color = toneForeground(m_tone, palette());
    const int side = iconSize();
    const bool mirrored = isRightToLeft();
    const int iconX = mirrored ? width() - Spacing::normal - side : Spacing::normal;
    Icons::paint(painter, toneIcon(m_tone), QRectF(iconX, (height() - side) / 2.0, side, side), color);
    painter.setPen(color);
    const int shift = Spacing::normal + side + Spacing::tight;
    const QRect textRect = mirrored ? rect().adjusted(Spacing::normal, 0, -shift, 0) : rect().adjusted(shift, 0, 0, 0);
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeading, m_text);
}

} // namespace sk::ui
