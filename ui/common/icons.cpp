// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include "ui/common/icon_engine.h"
#include "ui/common/resources.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace sk::ui {

using namespace Qt::StringLiterals;

QIcon Icons::icon(const QString &name)
{
    return QIcon(new IconEngine(name));
}

void Icons::paint(QPainter &painter, const QString &name, const QRectF &rect, const QColor &color)
{
    initResources();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter, rect);
}

QPixmap Icons::pixmap(const QString &name, int size, const QColor &color, qreal ratio)
{
    const int pixels = qRound(size * ratio);
    QPixmap pixmap(pixels, pixels);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(painter, name, QRectF(0, 0, size, size), color);
    return pixmap;
}

} // namespace sk::ui
