// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>

namespace sk::ui {

/// Paints one of our SVGs in the colour that text has right now, so that an icon follows every change of palette.
class IconEngine final : public QIconEngine
{
public:
    explicit IconEngine(QString name);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;

private:
    QString m_name;
};

} // namespace sk::ui
