// SPDX-License-Identifier: GPL-3.0-or-later
// PiiStore's half that keeps values for a tax or legal hold (RET-3).
#include "core/privacy/pii_store.h"

#include "core/keys/hold_key.h"
#include "core/privacy/padding.h"
#include "core/secrets/crypto.h"
#include "core/vault/transaction.h"

namespace sk::privacy {

namespace {

/// When and by which request an order's values came: of the sealed ones, or of those another hold has.
constexpr std::string_view kReceipt =
    "SELECT received_at, origin FROM sealed_value WHERE connection = ?1 AND order_id = ?2"
    " UNION ALL SELECT received_at, origin FROM held_value WHERE connection = ?1 AND order_id = ?2 LIMIT 1";
constexpr std::string_view kInsert =
    "INSERT INTO held_value (hold, field, connection, order_id, until_day, received_at, origin, box)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr std::string_view kHoldsOf =
    "SELECT DISTINCT hold, until_day FROM held_value WHERE connection = ?1 AND order_id = ?2 AND until_day >= ?3"
    " ORDER BY until_day DESC, hold";
constexpr std::string_view kSelect = "SELECT field, box FROM held_value WHERE hold = ?1 ORDER BY field";
constexpr std::string_view kEverything =
    "SELECT hold, field, connection, order_id, until_day, box FROM held_value ORDER BY hold, field";
constexpr std::string_view kReplaceBox = "UPDATE held_value SET box = ?3 WHERE hold = ?1 AND field = ?2";
constexpr std::string_view kHoldings =
    "SELECT connection, count(*), min(received_at), max(received_at), min(until_day) FROM held_value"
    " GROUP BY connection ORDER BY connection";

} // namespace

Bytes PiiStore::associated(const HeldFor &hold, std::int32_t field) const
{
    ByteWriter writer;
    writer.text("sellerkeep held 1").blob(context(hold.connection)).text(hold.order.value).text(hold.hold);
    writer.u32(static_cast<std::uint32_t>(field));
    return writer.u32(static_cast<std::uint32_t>(toDayNumber(hold.until))).bytes();
}

Result<std::int64_t> PiiStore::hold(const HeldFor &target, const std::vector<KeptValue> &values)
{
    SK_TRY(m_secrets.write(keys::holdEntry(target.hold), keys::newHoldKey(m_random)));
    SK_TRY(writeHeld(target, values));
    return static_cast<std::int64_t>(values.size());
}

/// With the key as the keychain has it: what it would not give back later must not be relied on now.
Result<void> PiiStore::writeHeld(const HeldFor &target, const std::vector<KeptValue> &values)
{
    SK_ASSIGN(const secrets::Secret key, holdKey(target));
    SK_ASSIGN(vault::Statement receipt, m_database.prepare(kReceipt));
    SK_TRY(receipt.bindAll(target.connection.value, target.order.value));
    SK_ASSIGN(const bool row, receipt.next());
    if (!row || values.empty())
        return fail(ErrorKind::NotFound, "no personal data of order " + target.order.value + " is held");
    const Time receivedAt = receipt.time(0);
    const std::string origin = receipt.text(1);
    receipt.reset();
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_database));
    SK_ASSIGN(vault::Statement insert, m_database.prepare(kInsert));
    for (const KeptValue &value : values) {
        const secrets::Secret padded = pad(asBytes(value.value));
        const Bytes box = secrets::seal(key, associated(target, value.field), padded.view(), m_random);
        SK_TRY(insert.run(target.hold, value.field, target.connection.value, target.order.value,
                          toDayNumber(target.until), receivedAt, origin, box));
    }
    return transaction.commit();
}

Result<std::int64_t> PiiStore::unhold(const std::string &hold)
{
    SK_TRY(m_secrets.remove(keys::holdEntry(hold)));
    SK_ASSIGN(vault::Statement remove, m_database.prepare("DELETE FROM held_value WHERE hold = ?1"));
    SK_TRY(remove.run(hold));
    const std::int64_t removed = remove.changes();
    if (removed > 0)
        SK_TRY(m_database.checkpoint());
    return removed;
}

/// In an open keychain, "not found" means that this one key was lost.
Result<secrets::Secret> PiiStore::holdKey(const HeldFor &hold)
{
    const auto entry = m_secrets.read(keys::holdEntry(hold.hold));
    if (!entry)
        return fail(entry.error().kind == ErrorKind::NotFound ? ErrorKind::KeychainEmptied : entry.error().kind,
                    entry.error().detail);
    return keys::holdSealingKey(*entry, m_piiKey, context(hold.connection), hold.hold);
}

/// In the transaction of reseal(). What does not open now never will, and counts as dropped; its row stays with its
/// hold.
Result<void> PiiStore::resealHeld(const secrets::Secret &piiKey, model::KeyRotation &rotation)
{
    struct Change
    {
        std::string hold;
        std::int64_t field;
        Bytes box;
    };
    std::vector<Change> changes;
    SK_ASSIGN(vault::Statement select, m_database.prepare(kEverything));
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            break;
        const HeldFor hold{select.text(0),
                           {select.text(2)},
                           {select.text(3)},
                           fromDayNumber(static_cast<std::int32_t>(select.integer(4)))};
        const auto entry = m_secrets.read(keys::holdEntry(hold.hold));
        if (!entry && entry.error().kind != ErrorKind::NotFound)
            return fail(entry.error());
        if (!entry) {
            ++rotation.dropped;
            continue;
        }
        const Bytes bound = associated(hold, static_cast<std::int32_t>(select.integer(1)));
        SK_ASSIGN(const secrets::Secret before,
                  keys::holdSealingKey(*entry, m_piiKey, context(hold.connection), hold.hold));
        const auto plain = secrets::open(before, bound, select.blob(5));
        if (!plain) {
            ++rotation.dropped;
            continue;
        }
        SK_ASSIGN(const secrets::Secret after,
                  keys::holdSealingKey(*entry, piiKey, context(hold.connection), hold.hold));
        changes.push_back({hold.hold, select.integer(1), secrets::seal(after, bound, plain->view(), m_random)});
    }
    SK_ASSIGN(vault::Statement replace, m_database.prepare(kReplaceBox));
    for (const Change &change : changes)
        SK_TRY(replace.run(change.hold, change.field, change.box));
    rotation.resealed += static_cast<std::int64_t>(changes.size());
    return {};
}

/// Of the hold that lasts longest and can be read.
Result<std::vector<KeptValue>> PiiStore::openHeld(const model::ConnectionId &connection, const model::OrderId &order)
{
    SK_ASSIGN(vault::Statement select, m_database.prepare(kHoldsOf));
    SK_TRY(select.bindAll(connection.value, order.value, toDayNumber(m_today)));
    std::optional<Error> failed;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            break;
        const Day until = fromDayNumber(static_cast<std::int32_t>(select.integer(1)));
        auto opened = openHeldBy({select.text(0), connection, order, until});
        if (opened && opened->damaged == 0)
            return std::move(opened->values);
        if (!failed)
            failed = opened ? Error{ErrorKind::VaultDamaged, "a held value of order " + order.value + " does not open"}
                            : opened.error();
    }
    if (failed)
        return fail(*failed);
    return std::vector<KeptValue>();
}

Result<PiiStore::Opened> PiiStore::openHeldBy(const HeldFor &hold)
{
    SK_ASSIGN(const secrets::Secret key, holdKey(hold));
    SK_ASSIGN(vault::Statement select, m_database.prepare(kSelect));
    SK_TRY(select.bindAll(hold.hold));
    Opened opened;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return opened;
        const auto field = static_cast<std::int32_t>(select.integer(0));
        take(secrets::open(key, associated(hold, field), select.blob(1)), field, opened);
    }
}

Result<std::vector<std::string>> PiiStore::holds() const
{
    SK_ASSIGN(vault::Statement select, m_database.prepare("SELECT DISTINCT hold FROM held_value ORDER BY hold"));
    std::vector<std::string> ids;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return ids;
        ids.push_back(select.text(0));
    }
}

Result<std::vector<SealedHolding>> PiiStore::heldHoldings() const
{
    return readHoldings(kHoldings, std::chrono::days(1));
}

} // namespace sk::privacy
