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

ConnectHelp::ConnectHelp(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Help on connecting"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Spacing::wide, 0, Spacing::normal, 0);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(makeHeading(tr("Where to find the values"), content));
    const QStringList steps{
        tr("Sign in to Seller Central or the Solution Provider Portal with the account that owns your private application."),
        tr("Open “Apps and Services”, then “Develop Apps”. Your application may stay a draft."),
        tr("Client identifier and client secret: in the row of the application, column “LWA credentials”, choose “View”."),
        tr("Refresh token: open the menu beside “Edit App”, choose “Authorize”, then “Authorize app” for this account."),
        tr("Copy the token at once: Amazon shows it only this time. A further click makes another; earlier ones stay valid."),
    };
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < steps.size(); ++i) {
        grid->addWidget(new QLabel(u"%1."_s.arg(i + 1), content), i, 0, Qt::AlignTop);
        grid->addWidget(makeText(steps[i], content), i, 1);
    }
    layout->addLayout(grid);
    layout->addWidget(new MutedLabel(tr("If you have all three as JSON, paste it into any of the fields."), content));
    layout->addSpacing(Spacing::normal);
    layout->addWidget(makeHeading(tr("What will be asked for"), content));
    layout->addWidget(new AskedData(content));
    layout->addStretch(1);
    setWidget(content);
}

} // namespace sk::ui::connections
