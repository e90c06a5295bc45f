// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_filter_bar.h"

#include "ui/common/format.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/common/words.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace sk::ui::audit {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

AuditFilterBar::AuditFilterBar(Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Spacing::normal + Spacing::tight);
    grid->setVerticalSpacing(Spacing::tight);
    m_period = addCombo(*grid, 0, u"filterPeriod"_s, tr("Per&iod"));
    m_from = addDate(*grid, 1, u"filterFrom"_s, tr("&From"));
    m_to = addDate(*grid, 2, u"filterTo"_s, tr("&To"));
    m_operation = addCombo(*grid, 3, u"filterOperation"_s, tr("&Operation"));
    m_outcome = addCombo(*grid, 4, u"filterOutcome"_s, tr("O&utcome"));
    m_connection = addCombo(*grid, 5, u"filterConnection"_s, tr("&Connection"));
    fill();
    showDates();
    connect(m_period, &QComboBox::currentIndexChanged, this, &AuditFilterBar::showDates);
    for (QComboBox *combo : {m_period, m_operation, m_outcome, m_connection})
        connect(combo, &QComboBox::currentIndexChanged, this, &AuditFilterBar::changed);
    for (QDateEdit *date : {m_from, m_to})
        connect(date, &QDateEdit::dateChanged, this, &AuditFilterBar::changed);
}

QComboBox *AuditFilterBar::addCombo(QGridLayout &grid, int column, const QString &objectName, const QString &label)
{
    auto *combo = named(new QComboBox(this), objectName, QString(label).remove(u'&'));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(11);
    auto *text = new QLabel(label, this);
    text->setBuddy(combo);
    grid.addWidget(text, 0, column);
    grid.addWidget(combo, 1, column);
    grid.setColumnStretch(column, 1);
    return combo;
}

QDateEdit *AuditFilterBar::addDate(QGridLayout &grid, int column, const QString &objectName, const QString &label)
{
    auto *date =
        named(new QDateEdit(Format::toDate(dayOf(m_clock.now())), this), objectName, QString(label).remove(u'&'));
    date->setDisplayFormat(Format::datePattern());
    date->setCalendarPopup(true);
    date->setKeyboardTracking(false);
    auto *text = new QLabel(label, this);
    text->setBuddy(date);
    grid.addWidget(text, 0, column);
    grid.addWidget(date, 1, column);
    return date;
}

void AuditFilterBar::fill()
{
    m_period->addItems(
        {tr("All time"), tr("Last 24 hours"), tr("Last 7 days"), tr("Last 30 days"), tr("Between two days")});
    m_operation->addItem(tr("All operations"));
    for (const model::AuditOperation operation : model::allAuditOperations())
        m_operation->addItem(Words::operation(operation), static_cast<int>(operation));
    m_operation->view()->setMinimumWidth(m_operation->view()->sizeHintForColumn(0) + 2 * Spacing::page);
    m_outcome->addItem(tr("All outcomes"));
    m_outcome->addItem(tr("Done"), true);
    m_outcome->addItem(tr("Failed"), false);
    m_connection->addItem(tr("All connections"));
    m_from->setDate(m_to->date().addDays(-7));
}

void AuditFilterBar::showDates()
{
    const bool between = m_period->currentIndex() == Between;
    auto *grid = qobject_cast<QGridLayout *>(layout());
    for (int column = 1; column <= 2; ++column) {
        for (int row = 0; row <= 1; ++row)
            grid->itemAtPosition(row, column)->widget()->setVisible(between);
    }
}

model::AuditFilter AuditFilterBar::filter() const
{
    model::AuditFilter filter;
    fillPeriod(filter);
    if (m_operation->currentIndex() > 0)
        filter.operation = static_cast<model::AuditOperation>(m_operation->currentData().toInt());
    if (m_outcome->currentIndex() > 0)
        filter.succeeded = m_outcome->currentData().toBool();
    if (m_connection->currentIndex() > 0)
        filter.connection = model::ConnectionId{fromQString(m_connection->currentData().toString())};
    return filter;
}

void AuditFilterBar::fillPeriod(model::AuditFilter &filter) const
{
    const Time now = m_clock.now();
    switch (m_period->currentIndex()) {
    case LastDay: filter.since = now - 24h; break;
    case LastWeek: filter.since = now - 7 * 24h; break;
    case LastMonth: filter.since = now - 30 * 24h; break;
    case Between: {
        const QDate first = std::min(m_from->date(), m_to->date());
        const QDate last = std::max(m_from->date(), m_to->date());
        filter.since = fromMillis(first.startOfDay().toMSecsSinceEpoch());
        filter.until = fromMillis(last.endOfDay().toMSecsSinceEpoch());
        break;
    }
    default: break;
    }
}

bool AuditFilterBar::restricts() const
{
    return m_period->currentIndex() > 0 || m_operation->currentIndex() > 0 || m_outcome->currentIndex() > 0
        || m_connection->currentIndex() > 0;
}

void AuditFilterBar::setConnections(const QList<std::pair<QString, QString>> &connections)
{
    const QString chosen = m_connection->currentData().toString();
    {
        const QSignalBlocker quiet(m_connection);
        while (m_connection->count() > 1)
            m_connection->removeItem(1);
        for (const auto &[id, label] : connections)
            m_connection->addItem(label, id);
        m_connection->setCurrentIndex(std::max(0, m_connection->findData(chosen)));
    }
    if (m_connection->currentData().toString() != chosen)
        Q_EMIT changed();
}

void AuditFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *combo : {m_period, m_operation, m_outcome, m_connection})
            combo->setCurrentIndex(0);
    }
    Q_EMIT changed();
}

} // namespace sk::ui::audit
