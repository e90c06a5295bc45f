// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"

#include <QDateTime>
#include <QLocale>

#include <limits>

namespace sk::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime toLocal(Time time)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(time));
}

QString dateText(const QDate &date)
{
    return QLocale().toString(date, Format::datePattern());
}

} // namespace

QString Format::dateTime(Time time)
{
    const QDateTime local = toLocal(time);
    //: %1: date, %2: time of day
    return tr("%1, %2").arg(dateText(local.date()), QLocale().toString(local.time(), QLocale::ShortFormat));
}

QString Format::exactTime(Time time)
{
    const QDateTime local = toLocal(time);
    return tr("%1, %2").arg(dateText(local.date()), QLocale().toString(local.time(), u"HH:mm:ss"_s));
}

QString Format::clockTime(Time time)
{
    return QLocale().toString(toLocal(time).time(), QLocale::ShortFormat);
}

QString Format::day(Day day)
{
    return dateText(toDate(day));
}

QString Format::age(Time time, Time now)
{
    const auto passed = now - time;
    if (passed < 1min)
        return tr("just now");
    if (passed < 1h)
        return tr("%n minute(s) ago", nullptr, plural(passed / 1min));
    if (passed < 48h)
        return tr("%n hour(s) ago", nullptr, plural(passed / 1h));
    if (passed < 60 * 24h)
        return tr("%n day(s) ago", nullptr, plural(passed / 24h));
    return dateText(toLocal(time).date());
}

QString Format::untilDay(Day day, Day today)
{
    const auto days = (day - today).count();
    if (days < 0)
        return tr("overdue since %1").arg(Format::day(day));
    if (days == 0)
        return tr("today");
    if (days == 1)
        return tr("tomorrow");
    return tr("in %n day(s)", nullptr, plural(days));
}

QString Format::count(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString Format::duration(std::chrono::milliseconds duration)
{
    const QLocale locale;
    if (duration < 1s)
        return tr("%1 ms").arg(locale.toString(static_cast<qlonglong>(duration.count())));
    if (duration < 10s)
        return tr("%1 s").arg(locale.toString(static_cast<double>(duration.count()) / 1000.0, 'f', 1));
    if (duration < 1min)
        return tr("%1 s").arg(locale.toString(static_cast<qlonglong>(duration / 1s)));
    if (duration < 1h)
        return tr("%1 min").arg(locale.toString(static_cast<qlonglong>((duration + 30s) / 1min)));
    const auto minutes = (duration % 1h) / 1min;
    if (duration < 48h)
        return tr("%1 h %2 min").arg(locale.toString(static_cast<qlonglong>(duration / 1h))).arg(minutes);
    return tr("%n day(s)", nullptr, plural(duration / 24h));
}

int Format::plural(std::int64_t value)
{
    return static_cast<int>(std::min<std::int64_t>(value, std::numeric_limits<int>::max()));
}

QString Format::datePattern()
{
    QString pattern = QLocale().dateFormat(QLocale::ShortFormat);
    if (!pattern.contains(u"yyyy"_s))
        pattern.replace(u"yy"_s, u"yyyy"_s);
    return pattern;
}

QDate Format::toDate(Day day)
{
    const std::chrono::year_month_day ymd(day);
    return QDate(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
                 static_cast<int>(static_cast<unsigned>(ymd.day())));
}

Day Format::fromDate(const QDate &date)
{
    return Day(std::chrono::days(QDate(1970, 1, 1).daysTo(date)));
}

} // namespace sk::ui
