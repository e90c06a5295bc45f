// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_delegate.h"

#include "ui/common/icons.h"
#include "ui/common/spacing.h"
#include "ui/common/tone.h"
#include "ui/connections/connection_list_model.h"

#include <QApplication>
#include <QPainter>

namespace sk::ui::connections {

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const auto group = item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor text = item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const auto tone = static_cast<Tone>(index.data(ConnectionListModel::ToneRole).toInt());
    const QRect area = item.rect.adjusted(Spacing::normal, Spacing::normal, -Spacing::normal, -Spacing::normal);
    const int line = item.fontMetrics.height();
    const int side = line + Spacing::tight;
    const bool mirrored = item.direction == Qt::RightToLeft;
    const QRect icon(mirrored ? area.right() - side : area.left(), area.center().y() - side / 2, side, side);
    Icons::paint(*painter, toneIcon(tone), icon, selected ? text : toneForeground(tone, item.palette));

    const int shift = side + Spacing::normal;
    const QRect words = mirrored ? area.adjusted(0, 0, -shift, 0) : area.adjusted(shift, 0, 0, 0);
    QFont bold = item.font;
    bold.setBold(true);
    painter->setPen(text);
    painter->setFont(bold);
    const QString label = QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, words.width());
    painter->drawText(QRect(words.left(), words.top(), words.width(), line), Qt::AlignLeading | Qt::AlignVCenter,
                      label);
    painter->setFont(item.font);
    painter->setPen(selected ? text : mixed(text, item.palette.color(QPalette::Base), 0.72));
    const QString summary = index.data(ConnectionListModel::SummaryRole).toString();
    painter->drawText(QRect(words.left(), words.bottom() - line, words.width(), line + 1),
                      Qt::AlignLeading | Qt::AlignVCenter,
                      item.fontMetrics.elidedText(summary, Qt::ElideRight, words.width()));
    painter->restore();
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 20,
            2 * option.fontMetrics.height() + 2 * Spacing::normal + Spacing::tight};
}

} // namespace sk::ui::connections
