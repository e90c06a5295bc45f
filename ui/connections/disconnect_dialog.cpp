// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/disconnect_dialog.h"

#include "ui/common/format.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QRadioButton>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;
using std::chrono::days;

DisconnectDialog::DisconnectDialog(const QString &label, Day today, QWidget *parent)
    : ConfirmDialog(
        {tr("Disconnect “%1”?").arg(label),
         tr("The credentials and the keys of sealed personal data are destroyed at once; that cannot be taken "
            "back. Orders and all other rows of this connection are deleted on the day you choose. Orders on a tax or "
            "legal hold stay on hold. In Seller Central, remove the authorisation as well."),
         tr("Disconnect")},
        parent)
    , m_today(today)
{
    setObjectName(u"disconnectDialog"_s);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    const QString week = Format::day(today + days(7));
    m_inAWeek = named(new QRadioButton(tr("Delete the rows in 7 days, on %1").arg(week), content), u"purgeWeek"_s,
                      tr("Delete the rows in 7 days, on %1").arg(week));
    m_onDay = named(new QRadioButton(tr("Delete the rows on:"), content), u"purgeOnDay"_s,
                    tr("Delete the rows on a chosen day"));
    m_now = named(new QRadioButton(tr("Delete the rows now"), content), u"purgeNow"_s, tr("Delete the rows now"));
    m_day = named(new QDateEdit(Format::toDate(today + days(30)), content), u"purgeDay"_s,
                  tr("Day on which the rows are deleted"));
    m_day->setDateRange(Format::toDate(today + days(1)), Format::toDate(today + days(30)));
    m_day->setDisplayFormat(Format::datePattern());
    m_day->setCalendarPopup(true);
    m_day->setEnabled(false);
    m_day->setToolTip(tr("30 days from today at most"));
    auto *chosen = new QHBoxLayout;
    chosen->addWidget(m_onDay);
    chosen->addWidget(m_day);
    chosen->addStretch(1);
    layout->addWidget(m_inAWeek);
    layout->addLayout(chosen);
    layout->addWidget(m_now);
    m_inAWeek->setChecked(true);
    addContent(content);
    connect(m_onDay, &QRadioButton::toggled, m_day, &QWidget::setEnabled);
}

std::optional<Day> DisconnectDialog::purgeOn() const
{
    if (m_now->isChecked())
        return m_today;
    if (m_onDay->isChecked())
        return Format::fromDate(m_day->date());
    return std::nullopt;
}

} // namespace sk::ui::connections
