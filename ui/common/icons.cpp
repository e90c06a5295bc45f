// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include "ui/common/icon_engine.h"
#include "ui/common/resources.h"

#include <QPainter>

#ifdef SK_ICON_MASKS
#include <QImage>
#include <QtMath>

#include <algorithm>
#else
#include <QFile>
#include <QSvgRenderer>
#endif

namespace sk::ui {

using namespace Qt::StringLiterals;

QIcon Icons::icon(const QString &name)
{
    return QIcon(new IconEngine(name));
}

#ifdef SK_ICON_MASKS
void Icons::paint(QPainter &painter, const QString &name, const QRectF &rect, const QColor &color)
{
    initResources();
    const QImage mask(u":/icon-masks/%1.png"_s.arg(name));
    if (mask.isNull())
        return;
    const qreal side = std::min(rect.width(), rect.height());
    const int pixels = qCeil(side * painter.device()->devicePixelRatioF());
    QImage tinted = mask.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter tint(&tinted);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(tinted.rect(), color);
    tint.end();
    QRectF target(0, 0, side, side);
    target.moveCenter(rect.center());
    painter.drawImage(target, tinted);
}
#else
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
#endif

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
