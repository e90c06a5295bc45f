// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_details.h"

#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/common/words.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace sk::ui::audit {

using namespace Qt::StringLiterals;

AuditDetails::AuditDetails(QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::StyledPanel);
    m_hint = new MutedLabel(tr("Select an entry to see all of it."), this);
    m_fields = new QWidget(this);
    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Spacing::normal + Spacing::tight);
    grid->setVerticalSpacing(Spacing::tight);
    constexpr int perColumn = 4;
    for (int field = 0; field < FieldCount; ++field) {
        const int column = field / perColumn * 2;
        auto *name = new MutedLabel(title(field), m_fields);
        name->setWordWrap(false);
        auto *value = makeText(QString(), m_fields);
        value->setObjectName(u"detail%1"_s.arg(field));
        value->setWordWrap(field == Outcome);
        grid->addWidget(name, field % perColumn, column);
        grid->addWidget(value, field % perColumn, column + 1);
        grid->setColumnStretch(column + 1, 1);
        m_values[static_cast<std::size_t>(field)] = value;
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_hint);
    layout->addWidget(m_fields);
    showNothing();
}

QString AuditDetails::title(int field)
{
    switch (field) {
    case Sequence: return tr("Number");
    case When: return tr("Time");
    case Actor: return tr("Done by");
    case Operation: return tr("Operation");
    case Connection: return tr("Connection");
    case Data: return tr("Data");
    case Rows: return tr("Rows");
    case Outcome: return tr("Outcome");
    case Http: return tr("HTTP status");
    case Duration: return tr("Duration");
    case Request: return tr("Request id");
    default: return {};
    }
}

void AuditDetails::show(const model::AuditEntry &entry, const QString &connectionName)
{
    const model::AuditEvent &event = entry.event;
    const auto set = [this](Field field, const QString &text) {
        m_values[field]->setText(text.isEmpty() ? tr("—") : text);
    };
    set(Sequence, Format::count(entry.seq));
    set(When, Format::exactTime(entry.time));
    set(Actor, Words::actor(event.actor));
    set(Operation, Words::operation(event.operation));
    set(Connection, connectionName);
    set(Data, Words::dataClass(event.dataClass));
    set(Rows, Format::count(event.rows));
    set(Outcome, Words::outcome(event));
    set(Http, event.httpStatus == 0 ? QString() : QString::number(event.httpStatus));
    set(Duration, event.duration.count() == 0 ? QString() : Format::duration(event.duration));
    set(Request, toQString(event.requestId));
    m_hint->hide();
    m_fields->show();
}

void AuditDetails::showNothing()
{
    m_fields->hide();
    m_hint->show();
}

} // namespace sk::ui::audit
