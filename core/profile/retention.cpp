// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/retention.h"

#include "core/profile/reason.h"

namespace sk::profile {

const RetentionRule *findRetentionRule(std::string_view key)
{
    for (const RetentionRule &rule : kRetentionRules) {
        if (rule.key == key)
            return &rule;
    }
    return nullptr;
}

Result<void> checkRetention(std::string_view key, int value)
{
    const RetentionRule *rule = findRetentionRule(key);
    if (rule == nullptr)
        return fail(ErrorKind::NotFound, "no retention setting " + std::string(key));
    if (value < rule->least || value > rule->most) {
        return fail(ErrorKind::Usage,
                    std::string(key) + " lies between " + std::to_string(rule->least) + " and "
                        + std::to_string(rule->most));
    }
    return {};
}

Result<std::string> legalReason(std::string_view key, int value, std::string_view reason)
{
    const RetentionRule *rule = findRetentionRule(key);
    if (rule == nullptr)
        return fail(ErrorKind::NotFound, "no retention setting " + std::string(key));
    const bool isNeeded = value > rule->cap;
    if (isNeeded && reason.empty())
        return fail(ErrorKind::Usage,
                    std::string(key) + " beyond " + std::to_string(rule->cap)
                        + " needs the legal reason for it, which is recorded (--reason)");
    if (!isNeeded && !reason.empty())
        return fail(ErrorKind::Usage,
                    std::string(key) + "=" + std::to_string(value) + " needs no reason, and none would be kept");
    return isNeeded ? checkedReason(reason) : Result<std::string>(std::string());
}

Time monthsAfter(Time time, int months)
{
    const Day day = dayOf(time);
    std::chrono::year_month_day date(day);
    date += std::chrono::months(months);
    if (!date.ok())
        date = date.year() / date.month() / std::chrono::last;
    return Time(Day(date)) + (time - day);
}

Time monthsBefore(Time time, int months)
{
    return monthsAfter(time, -months);
}

} // namespace sk::profile
