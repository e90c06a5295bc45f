// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/sync_section.h"

#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/progress_text.h"
#include "ui/common/spacing.h"

#include <QProgressBar>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

SyncSection::SyncSection(QWidget *parent) : QWidget(parent)
{
    m_bar = named(new QProgressBar(this), u"syncBar"_s, tr("Progress of the sync"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(Spacing::normal + Spacing::tight);
    m_text = new MutedLabel(this);
    m_text->setObjectName(u"syncText"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Spacing::tight, 0, Spacing::tight);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(m_bar);
    layout->addWidget(m_text);
    hide();
}

void SyncSection::showStarting()
{
    m_bar->setRange(0, 0);
    m_text->setText(tr("The sync is starting…"));
    QWidget::show();
}

void SyncSection::show(const model::SyncProgress &progress, Time now)
{
    const int done = ProgressText::perMille(progress);
    m_bar->setRange(0, done < 0 ? 0 : 1000);
    if (done >= 0)
        m_bar->setValue(done);
    m_text->setText(ProgressText::of(progress, now));
    QWidget::show();
}

} // namespace sk::ui::connections
