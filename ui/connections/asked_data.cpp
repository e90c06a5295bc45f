// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/asked_data.h"

#include "core/profile/connect_facts.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"

#include <QGridLayout>

#include <algorithm>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

AskedData::AskedData(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"askedData"_s);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Spacing::wide);
    m_grid->setVerticalSpacing(Spacing::normal);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 4);
}

void AskedData::show(model::ConnectionKind kind, const std::vector<model::Feature> &features)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addRow(0, {tr("Data"), tr("Role of your application"), tr("Why")}, true);
    int row = 0;
    for (const model::RoleNeed &need : profile::askedRoles(kind, features)) {
        //: %1: Amazon's name of a role
        const QString role = need.restricted ? tr("%1 (restricted)").arg(toQString(need.role)) : toQString(need.role);
        if (kind == model::ConnectionKind::Ads)
            addRow(++row,
                   {tr("Advertising"), role,
                    tr("Amazon Ads knows only this one permission. Nothing is fetched yet; reports come with a later "
                       "version.")},
                   false);
        else if (!need.feature)
            addRow(++row,
                   {tr("Orders"), role, tr("Your sales: dates, products and amounts. No buyer’s name, no address.")},
                   false);
        else
            addRow(++row,
                   {tr("Fulfilment addresses"), role,
                    tr("To ship orders yourself. Sealed at once, gone after 30 days at most.")},
                   false);
    }
}

void AskedData::addRow(int row, const QStringList &texts, bool muted)
{
    for (int column = 0; column < texts.size(); ++column) {
        QLabel *label = muted ? new MutedLabel(texts[column], this) : makeText(texts[column], this);
        int longest = fontMetrics().averageCharWidth() * 14;
        for (const QString &word : texts[column].split(u' ')) // a label wraps at blanks only
            longest = std::max(longest, fontMetrics().horizontalAdvance(word));
        label->setMinimumWidth(longest);
        m_grid->addWidget(label, row, column, Qt::AlignTop);
        label->show();
    }
}

} // namespace sk::ui::connections
