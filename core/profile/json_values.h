// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QJsonValue>
#include <QString>

#include <optional>

// Core's values as JSON has them.
namespace sk::profile {

[[nodiscard]] inline QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

[[nodiscard]] inline QJsonValue timeOrNull(const std::optional<Time> &time)
{
    return time ? QJsonValue(text(toIso(*time))) : QJsonValue();
}

[[nodiscard]] inline QJsonValue dayOrNull(const std::optional<Day> &day)
{
    return day ? QJsonValue(text(toIso(*day))) : QJsonValue();
}

[[nodiscard]] inline qint64 number(std::int64_t value)
{
    return static_cast<qint64>(value);
}

} // namespace sk::profile
