// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/records/settings.h"
#include "core/vault/transaction.h"

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
    m_pii.beginDay(today);
    m_logIsSeen = false;
    m_stuck.clear();
    SK_TRY(weighClock(today));
    SK_ASSIGN(const std::vector<model::Connection> all, records::ConnectionRepository(m_vault).all());
    model::ExpiryReport report;
    for (const model::Connection &connection : all) {
        if (const auto until = model::revokedUntil(connection); until && *until <= today && !m_rowsInDoubt) {
            // Whoever did not look for weeks still sees the countdown for the usual days.
            SK_TRY(endConnection(connection.id, std::max(*connection.purgeOn, today + model::kPurgeAfter),
                                 model::AuditActor::System));
            continue;
        }
        if (connection.state == model::ConnectionState::Disconnected) {
            SK_TRY(destroySecretsAgain(connection));
            continue;
        }
        SK_ASSIGN(const std::int64_t expired, expireConnection(connection, actor));
        report.expiredValues += expired;
        SK_TRY(destroyOldSecret(connection));
        SK_TRY(settleLeak(connection.id));
    }
    finishInterruptedOrders();
    SK_ASSIGN(const std::int64_t released, endDueHolds(actor));
    report.expiredValues += released;
    m_expiredOn = today;
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

Result<void> Store::weighClock(Day today)
{
    SK_ASSIGN(const std::optional<int> stored, records::readSetting(m_vault, kBelievedDay));
    const Day believed = stored ? fromDayNumber(*stored) : dayOf(m_openedWith);
    m_rowsInDoubt = !m_time.isConfirmed() && today - believed > kBelievableJump;
    if (m_rowsInDoubt || (stored && believed == today))
        return {};
    return records::writeSetting(m_vault, kBelievedDay, toDayNumber(today));
}

} // namespace sk::profile
