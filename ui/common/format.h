// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

namespace sk::ui {

/// Values as the user's locale writes them; times become local here and nowhere else.
class Format
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::Format)

public:
    [[nodiscard]] static QString dateTime(Time time);
    /// With seconds, for the audit history.
    [[nodiscard]] static QString exactTime(Time time);
    /// Hours and minutes: "14:03".
    [[nodiscard]] static QString clockTime(Time time);
    [[nodiscard]] static QString day(Day day);
    /// "5 minutes ago", "3 days ago", a date beyond two months.
    [[nodiscard]] static QString age(Time time, Time now);
    /// "today", "tomorrow", "in 12 days", "overdue since …".
    [[nodiscard]] static QString untilDay(Day day, Day today);
    [[nodiscard]] static QString count(std::int64_t value);
    [[nodiscard]] static QString duration(std::chrono::milliseconds duration);
    /// For %n: counts beyond int do not occur on a screen, but must not overflow either.
    [[nodiscard]] static int plural(std::int64_t value);

    /// The locale's short date, but always with the century; for date edits.
    [[nodiscard]] static QString datePattern();
    [[nodiscard]] static QDate toDate(Day day);
    [[nodiscard]] static Day fromDate(const QDate &date);
};

} // namespace sk::ui
