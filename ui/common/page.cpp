// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/page.h"

#include "ui/common/labels.h"
#include "ui/common/spacing.h"

#include <QHBoxLayout>

namespace sk::ui {

Page::Page(const QString &title, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(Spacing::page, Spacing::page - Spacing::tight, Spacing::page, Spacing::wide);
    m_body->setSpacing(Spacing::normal + Spacing::tight);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(Spacing::normal);
    m_actions->addWidget(makeTitle(title, content));
    m_actions->addStretch(1);
    m_body->addLayout(m_actions);
    setWidget(content);
}

} // namespace sk::ui
