// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connect_help.h"

#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/spacing.h"
#include "ui/connections/asked_data.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

ConnectHelp::ConnectHelp(const QString &heading, const QStringList &steps, const QString &note, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Help on connecting"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Spacing::wide, 0, Spacing::normal, 0);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(makeHeading(heading, content));
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < steps.size(); ++i) {
        grid->addWidget(new QLabel(u"%1."_s.arg(i + 1), content), i, 0, Qt::AlignTop);
        grid->addWidget(makeText(steps[i], content), i, 1);
    }
    layout->addLayout(grid);
    if (!note.isEmpty())
        layout->addWidget(new MutedLabel(note, content));
    layout->addSpacing(Spacing::normal);
    layout->addWidget(makeHeading(tr("What will be asked for"), content));
    m_asked = new AskedData(content);
    layout->addWidget(m_asked);
    layout->addStretch(1);
    setWidget(content);
}

void ConnectHelp::showAsked(model::ConnectionKind kind, const std::vector<model::Feature> &features)
{
    m_asked->show(kind, features);
}

} // namespace sk::ui::connections
