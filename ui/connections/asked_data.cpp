// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/asked_data.h"

#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/spacing.h"

#include <QGridLayout>

namespace sk::ui::connections {

AskedData::AskedData(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Spacing::wide);
    grid->setVerticalSpacing(Spacing::normal);
    const QStringList titles{tr("Data"), tr("Role of your application"), tr("Why")};
    const QStringList orders{tr("Orders"), tr("Inventory and Order Tracking"),
                             tr("Your sales: dates, products and amounts. No buyer’s name, no address.")};
    const QStringList addresses{tr("Addresses, only if you switch them on"),
                                tr("Direct-to-Consumer Shipping (restricted)"),
                                tr("To ship orders yourself. Sealed at once, gone after 30 days at most.")};
    int row = 0;
    for (const QStringList &texts : {titles, orders, addresses}) {
        for (int column = 0; column < texts.size(); ++column) {
            QLabel *label = row == 0 ? new MutedLabel(texts[column], this) : makeText(texts[column], this);
            label->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
            grid->addWidget(label, row, column, Qt::AlignTop);
        }
        ++row;
    }
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 4);
}

} // namespace sk::ui::connections
