// SPDX-License-Identifier: GPL-3.0-or-later
// Store's half that keeps single orders' personal data for a tax or legal reason (RET-3).
//
// Placing: key, values, then the register's row with its audit entry. Until that row is there, the hold is nobody's:
// its key and values are removed by whoever finds them. Releasing: the row says that the hold ends, then the key goes,
// then the values, then the row and the audit log say that it is done. A process killed in between leaves an end that
// the next start finishes.
#include "core/profile/store.h"

#include "core/base/logging.h"
#include "core/profile/orphans.h"
#include "core/profile/reason.h"
#include "core/profile/requests.h"
#include "core/records/hold_repository.h"
#include "core/vault/transaction.h"

#include <algorithm>

namespace sk::profile {

namespace {

/// Longer ones are placed anew: somebody has to think of them once in ten years.
constexpr std::chrono::days kLongestHold{3653};

Result<void> checkUntil(Day until, Day today)
{
    if (until <= today)
        return fail(ErrorKind::Usage, "a hold lasts at least until tomorrow, " + toIso(today + std::chrono::days(1)));
    if (until > today + kLongestHold)
        return fail(ErrorKind::Usage,
                    "a hold lasts at most ten years, until " + toIso(today + kLongestHold)
                        + "; place another one then");
    return {};
}

bool sameOrder(const model::Hold &hold, const HoldRequest &request)
{
    return hold.connection == request.connection && hold.order == request.order;
}

/// Of the connection, or, when its row is gone, of the hold that outlived it.
Result<std::string> labelOf(const vault::Database &vault, const std::vector<model::Hold> &holds,
                            const model::ConnectionId &id)
{
    const auto connection = records::ConnectionRepository(vault).find(id);
    if (connection)
        return connection->label;
    const auto hold = std::ranges::find(holds, id, &model::Hold::connection);
    return hold == holds.end() ? Result<std::string>(fail(connection.error())) : hold->label;
}

} // namespace

Result<std::vector<model::Hold>> Store::holds()
{
    return records::HoldRepository(m_vault).all();
}

Result<model::Hold> Store::placeHold(const HoldRequest &request)
{
    SK_TRY(expireIfNewDay()); // what died at midnight is not put on hold
    SK_TRY(checkUntil(request.until, dayOf(m_time.now())));
    SK_ASSIGN(std::string reason, checkedReason(request.reason));
    SK_ASSIGN(const std::vector<model::Hold> all, holds());
    SK_ASSIGN(std::string label, labelOf(m_vault, all, request.connection));
    const auto same = std::ranges::find_if(all, [&](const model::Hold &hold) {
        return hold.isInForce() && sameOrder(hold, request) && hold.kind == request.kind && hold.until >= request.until;
    });
    if (same != all.end())
        return fail(ErrorKind::AlreadyExists,
                    "order " + request.order.value + " is on a " + std::string(toWord(same->kind)) + " hold until "
                        + toIso(same->until) + " already: hold " + same->id);
    SK_ASSIGN(const std::vector<records::PendingErasure> begun, records::pendingErasures(m_vault));
    const bool isGoing = std::ranges::any_of(begun, [&](const records::PendingErasure &pending) {
        return pending.subject == request.order.value
            || (pending.takesAll && pending.subject == request.connection.value);
    });
    if (isGoing)
        return fail(ErrorKind::Usage, "the erasure of order " + request.order.value + " is under way");
    SK_ASSIGN(const std::vector<privacy::KeptValue> values, m_pii.reveal(request.connection, request.order));
    if (values.empty())
        return fail(
            ErrorKind::NotFound,
            "no personal data of order " + request.order.value
                + " is held: it has expired, or none was ever kept. Only what is still there can be put on hold");
    SK_TRY(checkNamesNobody(reason, values));
    model::Hold hold{newUuid(m_world.random),
                     request.connection,
                     std::move(label),
                     request.order,
                     request.kind,
                     std::move(reason),
                     "owner",
                     m_time.now(),
                     request.until,
                     0,
                     std::nullopt,
                     std::nullopt};
    const auto placed =
        m_pii.hold({hold.id, hold.connection, hold.order, hold.until}, values).and_then([&](std::int64_t count) {
            hold.values = count;
            return recordHold(hold);
        });
    if (!placed) {
        if (const auto undone = m_pii.unhold(hold.id); !undone) // the next expiry tries again
            qCWarning(lcPrivacy, "a hold that failed: %s", undone.error().detail.c_str());
        return fail(placed.error());
    }
    anchorSoon();
    return hold;
}

Result<void> Store::recordHold(const model::Hold &hold)
{
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::HoldRepository(m_vault).add(hold));
    SK_TRY(m_audit.append({model::AuditActor::Owner, model::AuditOperation::HoldPlaced, hold.connection,
                           model::DataClass::Pii, hold.values},
                          m_time.now()));
    return transaction.commit();
}

Result<model::Hold> Store::releaseHold(const std::string &id)
{
    SK_ASSIGN(const model::Hold hold, records::HoldRepository(m_vault).find(id));
    if (hold.ended)
        return fail(ErrorKind::NotFound, "hold " + id + " ended on " + toIso(dayOf(*hold.ended)) + " already");
    SK_TRY(endHold(hold, model::HoldEnd::Hand, model::AuditActor::Owner));
    anchorSoon();
    return records::HoldRepository(m_vault).find(id);
}

Result<void> Store::endHold(const model::Hold &hold, model::HoldEnd by, model::AuditActor actor)
{
    const records::HoldRepository repository(m_vault);
    if (!hold.endedBy)
        SK_TRY(repository.beginEnd(hold.id, by));
    SK_TRY(m_pii.unhold(hold.id));
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(repository.finishEnd(hold.id, m_time.now()));
    SK_TRY(m_audit.append(
        {actor, model::AuditOperation::HoldReleased, hold.connection, model::DataClass::Pii, hold.values},
        m_time.now()));
    return transaction.commit();
}

/// Ends what is over, finishes what was interrupted, and removes what was never placed. What it keeps cannot be fetched
/// again, so that a clock nobody believes ends nothing, whoever asks; it is not shown either then. Returns the number
/// of values that died.
Result<std::int64_t> Store::endDueHolds(model::AuditActor actor)
{
    const Day today = dayOf(m_time.now());
    SK_ASSIGN(const std::vector<model::Hold> all, holds());
    std::set<std::string> inForce;
    std::int64_t died = 0;
    for (const model::Hold &hold : all) {
        if (hold.ended)
            continue;
        if (hold.isInForce() && (hold.until >= today || m_rowsInDoubt)) {
            inForce.insert(hold.id);
            continue;
        }
        SK_TRY(endHold(hold, hold.endedBy.value_or(model::HoldEnd::Date), actor));
        died += hold.values;
    }
    SK_TRY(removeStrayHolds(inForce));
    return died;
}

Result<void> Store::removeStrayHolds(const std::set<std::string> &inForce)
{
    SK_ASSIGN(const std::set<std::string> names, m_world.secrets.names());
    SK_ASSIGN(const std::vector<std::string> withValues, m_pii.holds());
    const std::vector<std::string> strays = strayHolds(names, withValues, inForce);
    if (strays.empty())
        return {};
    for (const std::string &id : strays)
        SK_TRY(m_pii.unhold(id));
    return audit({model::AuditActor::System,
                  model::AuditOperation::OrphansRemoved,
                  {},
                  model::DataClass::Pii,
                  static_cast<std::int64_t>(strays.size())});
}

Result<std::vector<model::Hold>> Store::unendedHolds(const model::ConnectionId &id)
{
    SK_ASSIGN(std::vector<model::Hold> found, holds());
    std::erase_if(found, [&](const model::Hold &hold) { return hold.connection != id || hold.ended; });
    return found;
}

/// With their records: an erasure leaves no id of an order behind.
Result<void> Store::eraseHolds(const model::ConnectionId &id)
{
    SK_ASSIGN(const std::vector<model::Hold> left, unendedHolds(id));
    for (const model::Hold &hold : left)
        SK_TRY(endHold(hold, model::HoldEnd::Hand, model::AuditActor::Owner));
    return records::HoldRepository(m_vault).removeOf(id).transform([](std::int64_t) {});
}

} // namespace sk::profile
