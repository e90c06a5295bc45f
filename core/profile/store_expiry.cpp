// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/audit/audit_reader.h"
#include "core/audit/pruning.h"
#include "core/base/logging.h"
#include "core/privacy/expiry.h"
#include "core/profile/retention.h"
#include "core/records/inventory.h"
#include "core/records/settings.h"
#include "core/vault/transaction.h"

#include <algorithm>
#include <utility>

namespace sk::profile {

namespace {

/// Rows other than PII are deleted only when the clock is believable: they cannot all be fetched again. A machine that
/// slept longer shows the true time with its first answer from Amazon. The last believable day is remembered beside the
/// rows; the anchor's highest time would not do, because a wrong clock raises it.
constexpr std::chrono::days kBelievableJump{60};
constexpr std::string_view kBelievedDay = "clock.believed_day";

model::AuditEvent event(model::AuditActor actor, model::AuditOperation operation, const model::ConnectionId &connection,
                        model::DataClass dataClass, std::int64_t rows)
{
    return {actor, operation, connection, dataClass, rows};
}

/// What is held of a class whose period is counted in months.
void showMonths(model::RetentionRow &row, std::int64_t held, std::optional<Time> oldest)
{
    row.held = held;
    row.oldest = oldest;
    if (oldest)
        row.nextExpiry = dayOf(monthsAfter(*oldest, row.value));
}

} // namespace

Result<model::ExpiryReport> Store::expireIfNewDay()
{
    const bool doubtIsOver = m_rowsInDoubt && m_time.isConfirmed();
    if (m_expiredOn && *m_expiredOn == dayOf(m_time.now()) && !doubtIsOver)
        return model::ExpiryReport();
    return expire(model::AuditActor::System);
}

Result<model::ExpiryReport> Store::expire(model::AuditActor actor)
{
    const Day today = dayOf(m_time.now());
    SK_ASSIGN(const std::vector<model::Connection> all, records::ConnectionRepository(m_vault).all());
    model::ExpiryReport report;
    for (const model::Connection &connection : all) {
        if (connection.state == model::ConnectionState::Disconnected) {
            SK_TRY(destroySecretsAgain(connection));
            if (connection.purgeOn && *connection.purgeOn <= today) {
                SK_ASSIGN(const std::int64_t purged, purgeConnection(connection.id, kPurgeBatch));
                report.deletedRows += purged;
            }
            continue;
        }
        SK_ASSIGN(const std::int64_t expired, expireConnection(connection, actor));
        report.expiredValues += expired;
    }
    SK_ASSIGN(const std::int64_t deleted, expireRows(actor));
    report.deletedRows += deleted;
    m_expiredOn = today; // a log that cannot be cut waits for tomorrow or the next start
    SK_TRY(pruneAudit(actor));
    anchorSoon();
    return report;
}

Result<std::int64_t> Store::expireConnection(const model::Connection &connection, model::AuditActor actor)
{
    const Day today = dayOf(m_time.now());
    const auto restarted = m_pii.restartIfAhead(connection.id, today);
    if (!restarted && restarted.error().kind == ErrorKind::RatchetLost) {
        SK_TRY(noteRatchetLost(connection));
        return 0;
    }
    if (!restarted)
        return fail(restarted.error());
    if (connection.stateReason == ErrorKind::RatchetLost) // the keychain was restored
        SK_TRY(reactivate(connection.id));
    if (*restarted)
        SK_TRY(audit(event(actor, model::AuditOperation::RatchetRestarted, connection.id, model::DataClass::Pii, 0)));
    SK_ASSIGN(const std::int64_t died, m_pii.expire(connection.id, today));
    if (died == 0)
        return died;
    SK_TRY(m_orders.forgetAddressesAsked(connection.id));
    SK_TRY(audit(event(actor, model::AuditOperation::PiiExpired, connection.id, model::DataClass::Pii, died)));
    return died;
}

/// One lost entry costs one connection, not the profile: it is not synced until its owner decides, and its values go on
/// their day. No key is made in its place; the keychain may yet be restored.
Result<void> Store::noteRatchetLost(const model::Connection &connection)
{
    const auto swept = m_pii.expire(connection.id, dayOf(m_time.now()));
    if (!swept && swept.error().kind != ErrorKind::RatchetLost)
        return fail(swept.error());
    if (connection.stateReason == ErrorKind::RatchetLost)
        return {};
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::ConnectionRepository(m_vault).setState(connection.id, model::ConnectionState::ReauthorisationNeeded,
                                                           ErrorKind::RatchetLost, std::nullopt));
    model::AuditEvent lost = event(model::AuditActor::System, model::AuditOperation::ConnectionStateChanged,
                                   connection.id, model::DataClass::Pii, 0);
    lost.error = ErrorKind::RatchetLost;
    SK_TRY(m_audit.append(lost, m_time.now()));
    return transaction.commit();
}

/// A crash between "disconnected" and the destruction of the secrets is made good here.
Result<void> Store::destroySecretsAgain(const model::Connection &connection)
{
    if (m_destroyed.contains(connection.id))
        return {};
    SK_ASSIGN(const std::int64_t entries, secretsLeft(connection.id));
    SK_ASSIGN(const model::PiiStatus pii, m_pii.status(connection.id));
    if (entries > 0 || pii.sealedRows > 0)
        SK_TRY(destroySecrets(connection.id));
    m_destroyed.insert(connection.id);
    return {};
}

/// In batches, each with its own audit entry: a crash repeats nothing, and the WAL stays small. The connection's own
/// row goes with the last one. Returns the number of orders, items and marketplaces.
Result<std::int64_t> Store::purgeConnection(const model::ConnectionId &id, std::int64_t ordersAtOnce)
{
    std::int64_t all = 0;
    for (bool last = false; !last;) {
        SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
        SK_ASSIGN(const records::DeletedOrders deleted, records::deleteOrdersOf(m_vault, id, ordersAtOnce));
        std::int64_t rows = deleted.orders + deleted.items;
        last = deleted.orders < ordersAtOnce;
        if (last) {
            SK_ASSIGN(const std::vector<model::Marketplace> marketplaces,
                      records::ConnectionRepository(m_vault).marketplaces(id));
            rows += static_cast<std::int64_t>(marketplaces.size());
            SK_TRY(records::ConnectionRepository(m_vault).remove(id));
        }
        SK_TRY(m_audit.append(event(model::AuditActor::System, model::AuditOperation::ConnectionPurged, id,
                                    model::DataClass::Orders, rows),
                              m_time.now()));
        SK_TRY(transaction.commit());
        all += rows;
    }
    SK_TRY(m_vault.checkpoint());
    return all;
}

Result<void> Store::weighClock(Day today)
{
    SK_ASSIGN(const std::optional<int> stored, records::readSetting(m_vault, kBelievedDay));
    const Day believed = stored ? fromDayNumber(*stored) : dayOf(m_openedWith);
    m_rowsInDoubt = !m_time.isConfirmed() && today - believed > kBelievableJump;
    if (m_rowsInDoubt || (stored && believed == today))
        return {};
    return records::writeSetting(m_vault, kBelievedDay, toDayNumber(today));
}

Result<std::int64_t> Store::expireRows(model::AuditActor actor)
{
    const Time now = m_time.now();
    SK_TRY(weighClock(dayOf(now)));
    if (m_rowsInDoubt && actor == model::AuditActor::System)
        return 0;
    SK_ASSIGN(const int months, retentionValue(std::string(kOrdersMonths)));
    const Time before = monthsBefore(now, months);
    std::int64_t deleted = 0;
    for (;;) {
        SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
        SK_ASSIGN(const std::int64_t batch, records::deleteOrdersBefore(m_vault, before, kPurgeBatch));
        deleted += batch;
        if (batch > 0)
            SK_TRY(m_audit.append(event(actor, model::AuditOperation::RowsExpired, {}, model::DataClass::Orders, batch),
                                  now));
        SK_TRY(transaction.commit());
        if (batch < kPurgeBatch)
            break;
    }
    if (deleted > 0)
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
    if (const auto anchored = writeAnchor(); !anchored) { // nothing goes before the keychain knows of it
        m_cut = before;
        return anchored;
    }
    SK_TRY(audit::cutAfter(m_vault, last));
    return m_vault.checkpoint();
}

Result<int> Store::retentionValue(const std::string &key)
{
    const RetentionRule *rule = findRetentionRule(key);
    if (rule == nullptr)
        return fail(ErrorKind::NotFound, "no retention setting " + key);
    SK_ASSIGN(const std::optional<int> value, records::readSetting(m_vault, key));
    return std::clamp(value.value_or(rule->standard), rule->least, rule->most); // whoever wrote it there
}

Result<std::vector<model::RetentionRow>> Store::retention()
{
    std::vector<model::RetentionRow> rows;
    for (const RetentionRule &rule : kRetentionRules) {
        model::RetentionRow row{std::string(rule.key), 0, rule.least, rule.most, 0, std::nullopt, std::nullopt};
        SK_ASSIGN(row.value, retentionValue(row.key));
        if (rule.key == kPiiDays) {
            SK_ASSIGN(const model::PiiStatus pii, m_pii.status(std::nullopt));
            row.held = pii.sealedRows;
            row.nextExpiry = pii.nextExpiry;
            SK_ASSIGN(row.oldest, m_pii.oldest());
        } else if (rule.key == kAuditMonths) {
            SK_ASSIGN(const audit::Extent log, audit::extent(m_vault));
            showMonths(row, log.entries, log.oldest);
        } else {
            SK_ASSIGN(const records::Holding held, records::heldOrders(m_vault));
            showMonths(row, held.rows, held.oldest);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<model::RetentionPreview> Store::previewRetention(const std::string &key, int value)
{
    SK_TRY(checkRetention(key, value));
    model::RetentionPreview preview{key, value, 0};
    if (key == kPiiDays) {
        SK_ASSIGN(preview.deleted, countPiiExpiring(value));
    } else if (key == kAuditMonths) {
        SK_ASSIGN(const std::int64_t last, lastPrunable(value));
        SK_ASSIGN(preview.deleted, audit::countUpTo(m_vault, last));
    } else {
        SK_ASSIGN(preview.deleted, records::countOrdersBefore(m_vault, monthsBefore(m_time.now(), value)));
    }
    return preview;
}

Result<void> Store::setRetention(const std::string &key, int value)
{
    SK_TRY(checkRetention(key, value));
    if (key == kPiiDays) // first: a setting never claims what is not yet so
        SK_TRY(applyPiiDays(value));
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::writeSetting(m_vault, key, value));
    SK_TRY(m_audit.append(event(model::AuditActor::Owner, model::AuditOperation::RetentionChanged, {},
                                findRetentionRule(key)->dataClass, value),
                          m_time.now()));
    SK_TRY(transaction.commit());
    SK_TRY(expire(model::AuditActor::Owner));
    return {};
}

Result<std::int64_t> Store::countPiiExpiring(int days)
{
    SK_ASSIGN(const std::vector<model::Connection> all, records::ConnectionRepository(m_vault).all());
    std::int64_t values = 0;
    for (const model::Connection &connection : all) {
        SK_ASSIGN(const std::int64_t expiring, m_pii.countExpiring(connection.id, days, dayOf(m_time.now())));
        values += expiring;
    }
    return values;
}

/// A shorter period reaches back to what is held; a longer one never does: expiry days only move earlier.
Result<void> Store::applyPiiDays(int days)
{
    SK_ASSIGN(const std::vector<model::Connection> all, records::ConnectionRepository(m_vault).all());
    for (const model::Connection &connection : all) {
        if (connection.state == model::ConnectionState::Disconnected
            || connection.stateReason == ErrorKind::RatchetLost)
            continue; // nobody can read those any more
        SK_ASSIGN(const privacy::Shortened shortened, m_pii.shorten(connection.id, days, dayOf(m_time.now())));
        if (shortened.expired > 0)
            SK_TRY(audit(event(model::AuditActor::Owner, model::AuditOperation::PiiExpired, connection.id,
                               model::DataClass::Pii, shortened.expired)));
        if (shortened.damaged > 0)
            SK_TRY(audit(event(model::AuditActor::Owner, model::AuditOperation::PiiDamaged, connection.id,
                               model::DataClass::Pii, shortened.damaged)));
    }
    return {};
}

} // namespace sk::profile
