// SPDX-License-Identifier: GPL-3.0-or-later
// Store's half that deletes what is due, batch by batch.
#include "core/profile/store.h"

#include "core/audit/audit_reader.h"
#include "core/audit/pruning.h"
#include "core/base/logging.h"
#include "core/profile/retention.h"
#include "core/records/hold_repository.h"
#include "core/records/inventory.h"
#include "core/vault/transaction.h"

#include <utility>

namespace sk::profile {

/// Of a class whose period is counted in months: what is older has outlived it.
Result<Time> Store::keptSince(std::string_view retentionKey)
{
    SK_ASSIGN(const int months, retentionValue(std::string(retentionKey)));
    return monthsBefore(m_time.now(), months);
}

Result<PurgeState> Store::purgeState(model::AuditActor actor)
{
    PurgeState state;
    state.today = dayOf(m_time.now());
    SK_ASSIGN(state.connections, records::ConnectionRepository(m_vault).all());
    for (const auto &[id, error] : m_stuck)
        state.stuck.insert(id);
    SK_ASSIGN(const std::vector<records::PendingErasure> begun, records::pendingErasures(m_vault));
    for (const records::PendingErasure &pending : begun) {
        if (pending.scope == model::ErasureScope::Connection)
            state.begun.push_back({pending.subject});
    }
    state.rowsMayGo = !m_rowsInDoubt || actor == model::AuditActor::Owner;
    SK_ASSIGN(const Time ordersSince, keptSince(kOrdersMonths));
    SK_ASSIGN(state.ordersAreDue, records::hasOrdersBefore(m_vault, ordersSince));
    SK_ASSIGN(const Time recordsSince, keptSince(kAuditMonths));
    SK_ASSIGN(const std::int64_t recordsDue, records::HoldRepository(m_vault).countEndedBefore(recordsSince));
    state.recordsAreDue = recordsDue > 0;
    state.logIsSeen = m_logIsSeen;
    return state;
}

Result<PurgeBatch> Store::purgeBatch(model::AuditActor actor)
{
    SK_ASSIGN(const PurgeState state, purgeState(actor));
    const PurgeTask task = nextPurge(state);
    PurgeBatch batch{0, true};
    switch (task.work) {
    case PurgeWork::Nothing: batch.more = false; break;
    case PurgeWork::Connection: {
        const ErasureRequest request{task.connection, model::ErasureReason::DisconnectedTooLong, false};
        const auto erased = beginErasure(request).and_then(
            [this](const records::PendingErasure &pending) { return eraseBatch(pending, kPurgeBatch); });
        if (erased) {
            batch.rows = erased->rows;
        } else { // tried again by the next expiry; nobody else waits for it
            m_stuck.insert_or_assign(task.connection, erased.error());
            qCWarning(lcVault, "a purge waits: %s", erased.error().detail.c_str());
        }
        break;
    }
    case PurgeWork::Orders: {
        SK_ASSIGN(batch.rows, purgeOrders(actor));
        break;
    }
    case PurgeWork::HoldRecords: {
        SK_ASSIGN(batch.rows, purgeHoldRecords(actor));
        break;
    }
    case PurgeWork::AuditLog: {
        m_logIsSeen = true; // a log that cannot be cut waits for tomorrow or the next start
        SK_TRY(pruneAudit(actor));
        break;
    }
    }
    anchorSoon();
    return batch;
}

Result<void> Store::checkPurged(const model::ConnectionId &id) const
{
    const auto stuck = m_stuck.find(id);
    return stuck == m_stuck.end() ? Result<void>() : Result<void>(fail(stuck->second));
}

Result<std::int64_t> Store::purgeOrders(model::AuditActor actor)
{
    SK_ASSIGN(const Time before, keptSince(kOrdersMonths));
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_ASSIGN(const std::int64_t deleted, records::deleteOrdersBefore(m_vault, before, kPurgeBatch));
    SK_TRY(m_audit.append({actor, model::AuditOperation::RowsExpired, {}, model::DataClass::Orders, deleted},
                          m_time.now()));
    SK_TRY(transaction.commit());
    if (deleted < kPurgeBatch)
        SK_TRY(m_vault.checkpoint());
    return deleted;
}

Result<std::int64_t> Store::purgeHoldRecords(model::AuditActor actor)
{
    SK_ASSIGN(const Time before, keptSince(kAuditMonths));
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_ASSIGN(const std::int64_t deleted, records::HoldRepository(m_vault).removeEndedBefore(before));
    SK_TRY(m_audit.append({actor, model::AuditOperation::RowsExpired, {}, model::DataClass::Settings, deleted},
                          m_time.now()));
    SK_TRY(transaction.commit());
    SK_TRY(m_vault.checkpoint());
    return deleted;
}

/// Whole days: no more than one cut a day.
Result<std::int64_t> Store::lastPrunable(int months)
{
    if (m_rowsInDoubt) // evidence goes by a clock that is believed, whoever asks
        return 0;
    const Time now = m_time.now();
    return audit::lastBefore(m_vault, Time(dayOf(monthsBefore(now, months))), now);
}

Result<void> Store::pruneAudit(model::AuditActor actor)
{
    SK_TRY(audit::cutAfter(m_vault, m_cut.seq)); // what a killed process left of its cut
    SK_ASSIGN(const int months, retentionValue(std::string(kAuditMonths)));
    SK_ASSIGN(const std::int64_t last, lastPrunable(months));
    if (last <= m_cut.seq)
        return {};
    SK_ASSIGN(const audit::Anchor anchor, currentAnchor());
    SK_ASSIGN(const model::AuditVerification found, audit::verifyChain(m_vault, m_profileId, anchor));
    if (!found.intact()) {
        qCWarning(lcVault, "the audit log does not verify; it is not cut");
        return {};
    }
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_ASSIGN(const audit::Checkpoint cut, audit::announceCut(m_vault, m_audit, last, actor, m_time.now()));
    SK_TRY(transaction.commit());
    const audit::Checkpoint before = std::exchange(m_cut, cut);
    if (auto anchored = writeAnchor(); !anchored) { // nothing goes before the keychain knows of it
        m_cut = before;
        return anchored;
    }
    SK_TRY(audit::cutAfter(m_vault, last));
    return m_vault.checkpoint();
}

} // namespace sk::profile
