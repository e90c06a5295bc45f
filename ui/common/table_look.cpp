// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_look.h"

#include "ui/common/spacing.h"

#include <QHeaderView>
#include <QProxyStyle>
#include <QTableView>
#include <QTreeView>

namespace sk::ui {

namespace {

/// The application's style with wider margins in cells and headers.
class RoomyStyle final : public QProxyStyle
{
public:
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        if (metric == PM_FocusFrameHMargin)
            return Spacing::normal - Spacing::hair;
        if (metric == PM_HeaderMargin)
            return Spacing::normal;
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
    /// For trees; a table's rows have the height that applyTableLook() gives them.
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override
    {
        QSize room = QProxyStyle::sizeFromContents(type, option, size, widget);
        if (type == CT_ItemViewItem)
            room.rheight() += Spacing::normal;
        return room;
    }
};

void makeRoomy(QWidget &view, QHeaderView &header)
{
    auto *style = new RoomyStyle;
    style->setParent(&view);
    view.setStyle(style);
    header.setStyle(style);
}

} // namespace

void applyTableLook(QTreeView &tree)
{
    makeRoomy(tree, *tree.header());
    tree.setSelectionMode(QAbstractItemView::SingleSelection);
    tree.setUniformRowHeights(true);
    tree.setAlternatingRowColors(true);
    tree.setAllColumnsShowFocus(true);
    tree.header()->setHighlightSections(false);
}

void applyTableLook(QTableView &table)
{
    makeRoomy(table, *table.horizontalHeader());
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setCornerButtonEnabled(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + Spacing::normal + Spacing::tight);
    table.horizontalHeader()->setHighlightSections(false);
}

void setColumnWidths(QTableView &table, std::span<const int> letters)
{
    const int letter = table.fontMetrics().averageCharWidth();
    for (std::size_t column = 0; column < letters.size(); ++column)
        table.setColumnWidth(static_cast<int>(column), letters[column] * letter + Spacing::normal);
    table.horizontalHeader()->setMinimumSectionSize(7 * letter);
}

} // namespace sk::ui
