// SPDX-License-Identifier: GPL-3.0-or-later
// Store's half that knows how long each class of data is kept.
#include "core/audit/pruning.h"
#include "core/profile/retention.h"
#include "core/profile/store.h"
#include "core/records/inventory.h"
#include "core/records/settings.h"
#include "core/vault/transaction.h"

#include <algorithm>

namespace sk::profile {

namespace {

/// What is held of a class whose period is counted in months.
void showMonths(model::RetentionRow &row, std::int64_t held, std::optional<Time> oldest)
{
    row.held = held;
    row.oldest = oldest;
    if (oldest)
        row.nextExpiry = dayOf(monthsAfter(*oldest, row.value));
}

std::string reasonSetting(std::string_view key)
{
    return std::string(key) + ".reason";
}

/// Empty when none is recorded.
Result<std::string> recordedReason(const vault::Database &vault, std::string_view key)
{
    SK_ASSIGN(const std::optional<std::string> reason, records::readText(vault, reasonSetting(key)));
    return reason.value_or(std::string());
}

} // namespace

Result<int> Store::retentionValue(const std::string &key)
{
    const RetentionRule *rule = findRetentionRule(key);
    if (rule == nullptr)
        return fail(ErrorKind::NotFound, "no retention setting " + key);
    SK_ASSIGN(const std::optional<int> value, records::readSetting(m_vault, key));
    SK_ASSIGN(const std::string reason, recordedReason(m_vault, key));
    const int most = reason.empty() ? rule->cap : rule->most; // whoever wrote it there
    return std::clamp(value.value_or(rule->standard), rule->least, most);
}

Result<std::vector<model::RetentionRow>> Store::retention()
{
    std::vector<model::RetentionRow> rows;
    for (const RetentionRule &rule : kRetentionRules) {
        model::RetentionRow row{std::string(rule.key), 0,        rule.least, rule.most, 0, std::nullopt,
                                std::nullopt,          rule.cap, {}};
        SK_ASSIGN(row.value, retentionValue(row.key));
        SK_ASSIGN(row.reason, recordedReason(m_vault, row.key));
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

Result<void> Store::setRetention(const std::string &key, int value, const std::string &reason)
{
    SK_TRY(checkRetention(key, value));
    SK_ASSIGN(const std::string recorded, legalReason(key, value, reason));
    if (key == kPiiDays) // first: a setting never claims what is not yet so
        SK_TRY(applyPiiDays(value));
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::writeSetting(m_vault, key, value));
    SK_TRY(recorded.empty() ? records::removeSetting(m_vault, reasonSetting(key))
                            : records::writeText(m_vault, reasonSetting(key), recorded));
    SK_TRY(m_audit.append({model::AuditActor::Owner,
                           model::AuditOperation::RetentionChanged,
                           {},
                           findRetentionRule(key)->dataClass,
                           value},
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
            SK_TRY(audit({model::AuditActor::Owner, model::AuditOperation::PiiExpired, connection.id,
                          model::DataClass::Pii, shortened.expired}));
        if (shortened.damaged > 0)
            SK_TRY(audit({model::AuditActor::Owner, model::AuditOperation::PiiDamaged, connection.id,
                          model::DataClass::Pii, shortened.damaged}));
    }
    return {};
}

} // namespace sk::profile
