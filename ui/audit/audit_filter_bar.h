// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/audit.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QGridLayout;

namespace sk::ui::audit {

/// The row of filters above the audit history. Dates are the user's local days.
class AuditFilterBar : public QWidget
{
    Q_OBJECT

public:
    AuditFilterBar(Clock &clock, QWidget *parent);

    [[nodiscard]] model::AuditFilter filter() const;
    [[nodiscard]] bool restricts() const;
    /// Id and label of each; keeps the choice when it is still there.
    void setConnections(const QList<std::pair<QString, QString>> &connections);
    void clear();

Q_SIGNALS:
    void changed();

private:
    enum Period { AllTime, LastDay, LastWeek, LastMonth, Between };

    QComboBox *addCombo(QGridLayout &grid, int column, const QString &objectName, const QString &label);
    QDateEdit *addDate(QGridLayout &grid, int column, const QString &objectName, const QString &label);
    void fill();
    void showDates();
    void fillPeriod(model::AuditFilter &filter) const;

    Clock &m_clock;
    QComboBox *m_period = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QComboBox *m_operation = nullptr;
    QComboBox *m_outcome = nullptr;
    QComboBox *m_connection = nullptr;
};

} // namespace sk::ui::audit
