// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"

#include <QFrame>

class QLabel;

namespace sk::ui::audit {

/// Every field of the selected entry, to read and to copy.
class AuditDetails : public QFrame
{
    Q_OBJECT

public:
    explicit AuditDetails(QWidget *parent);

    void show(const model::AuditEntry &entry, const QString &connectionName);
    void showNothing();

private:
    enum Field {
        Sequence,
        When,
        Actor,
        Operation,
        Connection,
        Data,
        Rows,
        Outcome,
        Http,
        Duration,
        Request,
        FieldCount
    };

    [[nodiscard]] static QString title(int field);

    std::array<QLabel *, FieldCount> m_values{};
    QLabel *m_hint = nullptr;
    QWidget *m_fields = nullptr;
};

} // namespace sk::ui::audit
