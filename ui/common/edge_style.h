// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace sk::ui {

/// A style that gives fields, check boxes and radio buttons an edge that shows on a dark window (3:1, WCAG 1.4.11).
/// Fusion's is darker than the window, so on a dark one there is none to see. A light palette is left as it is.
class EdgeStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;

    /// Puts it around the application's style if that is Fusion; others draw edges of their own.
    static void install();
};

} // namespace sk::ui
