// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/retention_words.h"

#include "ui/common/format.h"

namespace sk::ui::retention {

using namespace Qt::StringLiterals;

QString RetentionWords::name(const QString &key)
{
    if (key == "pii.days"_L1)
        return tr("Personal data of buyers");
    if (key == "orders.months"_L1)
        return tr("Orders without personal data");
    if (key == "audit.months"_L1)
        return tr("Audit history");
    return key;
}

QString RetentionWords::reason(const QString &key)
{
    if (key == "pii.days"_L1)
        return tr("Names and addresses, sealed. Amazon allows 30 days after delivery at most; the key of each day is "
                  "destroyed when it ends, so old backups cannot bring them back.");
    if (key == "orders.months"_L1)
        return tr(
            "Amounts, products and dates. Amazon’s data protection policy allows 18 months at most, longer only where "
            "a law demands it; then the reason is recorded.");
    if (key == "audit.months"_L1)
        return tr("Who did what and when. It must stay for at least 12 months, so the period cannot be shorter.");
    return {};
}

QString RetentionWords::unit(const QString &key, int value)
{
    return key.endsWith("days"_L1) ? tr(" day(s)", "behind a number", value)
                                   : tr(" month(s)", "behind a number", value);
}

QString RetentionWords::range(const QString &key, int least, int cap, int most)
{
    const QString usual = key.endsWith("days"_L1) ? tr("%1 to %n day(s)", nullptr, cap).arg(least)
                                                  : tr("%1 to %n month(s)", nullptr, cap).arg(least);
    if (most <= cap)
        return usual;
    //: Below "1 to 18 months"
    return usual + u";\n"_s + tr("up to %1 with a legal reason").arg(most);
}

QString RetentionWords::consequence(const QString &key, std::int64_t deleted)
{
    if (deleted == 0)
        return tr("Nothing held is older than that, so nothing is deleted now.");
    if (key == "pii.days"_L1)
        return tr("This destroys %Ln personal value(s) now, for good.", nullptr, Format::plural(deleted));
    if (key == "audit.months"_L1)
        return tr(
            "This removes the oldest %Ln audit entry(s) now, for good. The log records that, and the rest can still "
            "be verified.",
            nullptr, Format::plural(deleted));
    return tr("This deletes %Ln row(s) now, for good.", nullptr, Format::plural(deleted));
}

} // namespace sk::ui::retention
