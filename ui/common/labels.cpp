// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labels.h"

#include <QFrame>

namespace sk::ui {

namespace {

QLabel *makeBold(const QString &text, QWidget *parent, double scale)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * scale);
    label->setFont(font);
    return label;
}

} // namespace

QLabel *makeTitle(const QString &text, QWidget *parent)
{
    return makeBold(text, parent, 1.5);
}

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    return makeBold(text, parent, 1.0);
}

QLabel *makeDialogHeading(const QString &text, QWidget *parent)
{
    QLabel *heading = makeHeading(text, parent);
    heading->setWordWrap(true);
    return heading;
}

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QWidget *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace sk::ui
