// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/edge_style.h"

#include "ui/common/tone.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>

namespace sk::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double kCorner = 2.0; ///< as round as Fusion's

} // namespace

void EdgeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    const bool field = element == PE_FrameLineEdit;
    if ((!round && !field && element != PE_IndicatorCheckBox) || !isDark(option->palette))
        return;
    const bool focused = field && option->state.testFlag(State_HasFocus);
    const double width = focused ? 2.0 : 1.0;
    const QRectF edge = QRectF(option->rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    const QColor highlight = option->palette.color(QPalette::Highlight);
    const QColor text = option->palette.color(QPalette::WindowText);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(focused ? mixed(highlight, text, 0.6) : mutedText(option->palette), width));
    if (round)
        painter->drawEllipse(edge);
    else
        painter->drawRoundedRect(edge, kCorner, kCorner);
    painter->restore();
}

void EdgeStyle::install()
{
    if (QApplication::style()->name() == "fusion"_L1)
        QApplication::setStyle(new EdgeStyle(u"fusion"_s));
}

} // namespace sk::ui
