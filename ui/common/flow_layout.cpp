// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/flow_layout.h"

#include <QGuiApplication>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace sk::ui {

FlowLayout::FlowLayout(int gap)
{
    setSpacing(gap);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem *item = at->release();
    m_items.erase(at);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

/// One row.
QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = {size.width() + (size.width() > 0 ? spacing() : 0) + item->sizeHint().width(),
                    std::max(size.height(), item->sizeHint().height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : QGuiApplication::layoutDirection();
    std::vector<QLayoutItem *> row;
    QSize used(0, 0);
    int y = rect.top();
    const auto sizeOf = [&rect](const QLayoutItem &item) {
        return QSize(std::min(item.sizeHint().width(), std::max(rect.width(), item.minimumSize().width())),
                     item.sizeHint().height());
    };
    const auto endRow = [&] {
        int x = rect.left();
        for (QLayoutItem *item : row) {
            const QSize size = sizeOf(*item);
            const QRect at(QPoint(x, y + (used.height() - size.height()) / 2), size);
            if (place)
                item->setGeometry(QStyle::visualRect(direction, rect, at));
            x += size.width() + spacing();
        }
        y += used.height() + spacing();
        row.clear();
        used = {0, 0};
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = sizeOf(*item);
        if (!row.empty() && used.width() + spacing() + size.width() > rect.width())
            endRow();
        used = {used.width() + (row.empty() ? 0 : spacing()) + size.width(), std::max(used.height(), size.height())};
        row.push_back(item.get());
    }
    if (!row.empty())
        endRow();
    return std::max(0, y - spacing() - rect.top());
}

} // namespace sk::ui
