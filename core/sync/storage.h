// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_log.h"
#include "core/privacy/erased_orders.h"
#include "core/privacy/pii_store.h"
#include "core/privacy/time_keeper.h"
#include "core/records/order_repository.h"
#include "core/vault/database.h"

namespace sk::sync {

/// What a sync writes to; lent by the open profile, used on the database thread only.
struct Storage
{
    vault::Database &vault;
    audit::AuditLog &audit;
    records::OrderRepository &orders;
    privacy::PiiStore &pii;
    privacy::TimeKeeper &time;
    secrets::SecretStore &secrets;
    Clock &clock;
    privacy::ErasedOrders &erased;
};

} // namespace sk::sync
