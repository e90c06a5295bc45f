// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/holds/hold_words.h"

#include "ui/common/format.h"
#include "ui/common/text.h"
#include "ui/common/words.h"

namespace sk::ui::holds {

QString HoldWords::kind(model::HoldKind kind)
{
    switch (kind) {
    case model::HoldKind::Tax: return tr("Tax");
    case model::HoldKind::Legal: return tr("Legal");
    }
    return {};
}

QString HoldWords::person(const std::string &slot)
{
    using model::AuditActor;
    return slot == model::toWord(AuditActor::Owner) ? Words::actor(AuditActor::Owner) : toQString(slot);
}

QString HoldWords::state(const model::Hold &hold)
{
    if (hold.isInForce())
        return tr("In force");
    if (!hold.ended)
        return tr("Being ended");
    const QString day = Format::day(dayOf(*hold.ended));
    return hold.endedBy == model::HoldEnd::Date ? tr("Ended on %1").arg(day) : tr("Released on %1").arg(day);
}

} // namespace sk::ui::holds
