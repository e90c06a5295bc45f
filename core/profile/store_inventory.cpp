// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/keys/slot_file.h"
#include "core/profile/retention.h"

namespace sk::profile {

Result<OutsideVault> Store::outsideVault()
{
    OutsideVault outside;
    outside.now = m_time.now();
    SK_ASSIGN(outside.piiDays, retentionValue(std::string(kPiiDays)));
    SK_ASSIGN(outside.ordersMonths, retentionValue(std::string(kOrdersMonths)));
    SK_ASSIGN(outside.auditMonths, retentionValue(std::string(kAuditMonths)));
    SK_ASSIGN(outside.sealed, m_pii.holdings());
    SK_ASSIGN(outside.held, m_pii.heldHoldings());
    SK_ASSIGN(outside.secrets, m_world.secrets.names());
    SK_ASSIGN(const keys::SlotFile slots, keys::SlotFile::load(slotsFile(m_folder)));
    outside.slots = static_cast<std::int64_t>(slots.slots.size());
    return outside;
}

} // namespace sk::profile
