// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace sk::ui::shell {

using namespace Qt::StringLiterals;

WelcomePage::WelcomePage(QWidget *parent) : CenteredColumn(90, parent)
{
    setObjectName(u"welcomePage"_s);
    auto *text =
        makeText(tr("Sellerkeep fetches your Amazon data and keeps it encrypted on this computer, and nowhere else. "
                    "Buyers’ personal data is fetched only if you ask for it, and becomes unreadable by itself when "
                    "its time has passed. Every access is recorded in a history that you can verify at any time."),
                 column());
    auto *create = named(new QPushButton(tr("&Create profile"), column()), u"createProfile"_s, tr("Create a profile"));
    create->setDefault(true);
    create->setAutoDefault(true);
    auto *sample = named(new QPushButton(tr("Explore with sample &data"), column()), u"exploreSample"_s,
                         tr("Explore with sample data"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::normal);
    buttons->addWidget(create);
    buttons->addWidget(sample);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(column());
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::page);
    layout->setSpacing(Spacing::wide);
    layout->addWidget(makeTitle(tr("Welcome to Sellerkeep"), column()));
    layout->addWidget(text);
    layout->addLayout(buttons);
    layout->addWidget(
        new MutedLabel(tr("A profile holds the data of one seller: an agency makes one for each client. The sample "
                          "data comes from a make-believe Amazon on this computer; no account is needed."),
                       column()));
    connect(create, &QPushButton::clicked, this, &WelcomePage::createWanted);
    connect(sample, &QPushButton::clicked, this, &WelcomePage::sampleDataWanted);
}

} // namespace sk::ui::shell
