// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

class QPainter;

namespace sk::ui {

/// Our own line icons (resources/icons), by file name without ending.
class Icons
{
public:
    /// Follows the application's palette by itself.
    [[nodiscard]] static QIcon icon(const QString &name);
    static void paint(QPainter &painter, const QString &name, const QRectF &rect, const QColor &color);
    /// For labels; sharp on the given device pixel ratio.
    [[nodiscard]] static QPixmap pixmap(const QString &name, int size, const QColor &color, qreal ratio);
};

} // namespace sk::ui
