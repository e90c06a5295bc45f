// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/centered_column.h"

#include <QHBoxLayout>

namespace sk::ui {

CenteredColumn::CenteredColumn(int letters, QWidget *parent) : QWidget(parent)
{
    m_column = new QWidget(this);
    m_column->setMaximumWidth(fontMetrics().averageCharWidth() * letters);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(m_column, 100);
    across->addStretch(1);
    auto *down = new QVBoxLayout(this);
    down->addStretch(2);
    down->addLayout(across);
    down->addStretch(3);
}

} // namespace sk::ui
