// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/pii_store.h"

#include "core/privacy/padding.h"
#include "core/secrets/crypto.h"
#include "core/vault/transaction.h"

namespace sk::privacy {

namespace {

constexpr std::string_view kClear = "DELETE FROM sealed_value WHERE connection = ?1 AND order_id = ?2";
constexpr std::string_view kInsert =
    "INSERT INTO sealed_value (connection, order_id, field, expiry_day, counted_from, received_at, origin, box)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr std::string_view kSelect =
    "SELECT field, expiry_day, box FROM sealed_value WHERE connection = ?1 AND order_id = ?2 ORDER BY field";
constexpr std::string_view kSweep = "DELETE FROM sealed_value WHERE connection = ?1 AND expiry_day <= ?2";
constexpr std::string_view kRemoveAll = "DELETE FROM sealed_value WHERE connection = ?1";
constexpr std::string_view kStatus =
    "SELECT count(*), min(expiry_day), (SELECT count(*) FROM held_value WHERE ?1 IS NULL OR connection = ?1)"
    " FROM sealed_value WHERE ?1 IS NULL OR connection = ?1";
constexpr std::string_view kCount = "SELECT count(*) FROM sealed_value WHERE connection = ?1"
                                    " AND min(expiry_day, counted_from + ?2) <= ?3";
constexpr std::string_view kHoldings =
    "SELECT connection, count(*), min(received_at), max(received_at), min(expiry_day) FROM sealed_value"
    " GROUP BY connection ORDER BY connection";
constexpr std::string_view kLongerHeld =
    "SELECT DISTINCT order_id, counted_from, received_at, origin FROM sealed_value WHERE connection = ?1"
    " AND counted_from + ?2 < expiry_day";

constexpr std::string_view kEverything =
    "SELECT connection, order_id, field, expiry_day, box FROM sealed_value ORDER BY connection, order_id, field";
constexpr std::string_view kReplaceBox =
    "UPDATE sealed_value SET box = ?4 WHERE connection = ?1 AND order_id = ?2 AND field = ?3";
constexpr std::string_view kRemoveValue =
    "DELETE FROM sealed_value WHERE connection = ?1 AND order_id = ?2 AND field = ?3";

std::int64_t number(Day day)
{
    return toDayNumber(day);
}

} // namespace

PiiStore::PiiStore(vault::Database database, std::string profileId, secrets::Secret piiKey,
                   secrets::SecretStore &secrets, RandomSource random)
    : m_database(std::move(database))
    , m_profileId(std::move(profileId))
    , m_piiKey(std::move(piiKey))
    , m_secrets(secrets)
    , m_random(std::move(random))
{
}

Bytes PiiStore::context(const model::ConnectionId &connection) const
{
    return ByteWriter().text(m_profileId).text(connection.value).bytes();
}

Bytes PiiStore::associated(const model::ConnectionId &connection, const model::OrderId &order, Day expiryDay,
                           std::int32_t field) const
{
    ByteWriter writer;
    writer.text("sellerkeep pii 1").blob(context(connection)).text(order.value).u32(static_cast<std::uint32_t>(field));
    return writer.u32(static_cast<std::uint32_t>(toDayNumber(expiryDay))).bytes();
}

Result<keys::Ratchet> PiiStore::ratchet(const model::ConnectionId &connection)
{
    if (const auto cached = m_ratchets.find(connection); cached != m_ratchets.end())
        return cached->second;
    const auto entry = m_secrets.read(keys::ratchetEntry(connection.value));
    if (!entry)
        return fail(entry.error().kind == ErrorKind::NotFound ? ErrorKind::RatchetLost : entry.error().kind,
                    entry.error().detail);
    const auto ratchet = keys::Ratchet::decode(*entry);
    if (!ratchet)
        return fail(ErrorKind::RatchetLost, ratchet.error().detail);
    m_ratchets.insert_or_assign(connection, *ratchet);
    return *ratchet;
}

Result<void> PiiStore::keep(const model::ConnectionId &connection, const keys::Ratchet &ratchet)
{
    SK_TRY(m_secrets.write(keys::ratchetEntry(connection.value), ratchet.encode()));
    m_ratchets.insert_or_assign(connection, ratchet);
    return {};
}

Result<void> PiiStore::start(const model::ConnectionId &connection, Day today)
{
    return keep(connection, keys::Ratchet::start(today, m_random));
}

Result<std::int64_t> PiiStore::expire(const model::ConnectionId &connection, Day today)
{
    const auto current = ratchet(connection);
    if (!current) {
        if (current.error().kind == ErrorKind::RatchetLost)
            SK_TRY(sweep(connection, today));
        return fail(current.error());
    }
    if (current->day() < today)
        SK_TRY(keep(connection, current->advancedTo(today)));
    return sweep(connection, today);
}

Result<std::int64_t> PiiStore::sweep(const model::ConnectionId &connection, Day today)
{
    SK_ASSIGN(vault::Statement sweep, m_database.prepare(kSweep));
    SK_TRY(sweep.run(connection.value, number(today)));
    const std::int64_t swept = sweep.changes();
    if (swept > 0)
        SK_TRY(m_database.checkpoint());
    return swept;
}

Result<bool> PiiStore::restartIfAhead(const model::ConnectionId &connection, Day today)
{
    SK_ASSIGN(const keys::Ratchet current, ratchet(connection));
    if (current.day() <= today)
        return false;
    SK_TRY(restart(connection, today)); // what is held died when the clock ran ahead
    return true;
}

Result<std::int64_t> PiiStore::restart(const model::ConnectionId &connection, Day today)
{
    SK_ASSIGN(vault::Statement remove, m_database.prepare(kRemoveAll));
    SK_TRY(remove.run(connection.value));
    const std::int64_t removed = remove.changes();
    SK_TRY(m_database.checkpoint());
    SK_TRY(keep(connection, keys::Ratchet::start(today, m_random)));
    return removed;
}

Result<std::int64_t> PiiStore::destroy(const model::ConnectionId &connection)
{
    m_ratchets.erase(connection);
    SK_TRY(m_secrets.remove(keys::ratchetEntry(connection.value)));
    SK_ASSIGN(vault::Statement remove, m_database.prepare(kRemoveAll));
    SK_TRY(remove.run(connection.value));
    const std::int64_t removed = remove.changes();
    SK_TRY(m_database.checkpoint());
    return removed;
}

Result<std::optional<Time>> PiiStore::oldest() const
{
    SK_ASSIGN(vault::Statement select, m_database.prepare("SELECT min(received_at) FROM sealed_value"));
    SK_TRY(select.next());
    return select.optionalTime(0);
}

Result<void> PiiStore::seal(const SealedFor &target, const std::vector<KeptValue> &values)
{
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_database));
    SK_TRY(write(target, values));
    return transaction.commit();
}

Result<void> PiiStore::write(const SealedFor &target, const std::vector<KeptValue> &values)
{
    SK_ASSIGN(const keys::Ratchet current, ratchet(target.connection));
    SK_ASSIGN(const secrets::Secret key, current.sealingKey(target.expiryDay, m_piiKey, context(target.connection)));
    SK_ASSIGN(vault::Statement clear, m_database.prepare(kClear));
    SK_TRY(clear.run(target.connection.value, target.order.value));
    SK_ASSIGN(vault::Statement insert, m_database.prepare(kInsert));
    for (const KeptValue &value : values) {
        const secrets::Secret padded = pad(asBytes(value.value));
        const Bytes box = secrets::seal(key, associated(target.connection, target.order, target.expiryDay, value.field),
                                        padded.view(), m_random);
        SK_TRY(insert.run(target.connection.value, target.order.value, value.field, number(target.expiryDay),
                          number(target.countedFrom), target.receivedAt, target.origin, box));
    }
    return {};
}

Result<PiiStore::Opened> PiiStore::openAll(const model::ConnectionId &connection, const model::OrderId &order)
{
    SK_ASSIGN(const keys::Ratchet current, ratchet(connection));
    SK_ASSIGN(vault::Statement select, m_database.prepare(kSelect));
    SK_TRY(select.bindAll(connection.value, order.value));
    Opened opened;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return opened;
        const auto field = static_cast<std::int32_t>(select.integer(0));
        const Day expiry = fromDayNumber(static_cast<std::int32_t>(select.integer(1)));
        const auto key = current.sealingKey(expiry, m_piiKey, context(connection));
        if (!key)
            continue; // expired, not yet swept
        take(secrets::open(*key, associated(connection, order, expiry, field), select.blob(2)), field, opened);
    }
}

void PiiStore::take(const Result<secrets::Secret> &plain, std::int32_t field, Opened &opened)
{
    const auto value = plain ? unpad(plain->view()) : Result<ByteView>(fail(plain.error()));
    if (value)
        opened.values.push_back({field, std::string(asText(*value))});
    else
        ++opened.damaged;
}

Result<std::vector<KeptValue>> PiiStore::reveal(const model::ConnectionId &connection, const model::OrderId &order)
{
    auto sealed = openAll(connection, order);
    if (sealed && sealed->damaged > 0)
        return fail(ErrorKind::VaultDamaged, "a sealed value of order " + order.value + " does not open");
    if (sealed && !sealed->values.empty())
        return std::move(sealed->values);
    SK_ASSIGN(std::vector<KeptValue> held, openHeld(connection, order));
    if (held.empty() && !sealed)
        return fail(sealed.error());
    return held;
}

Result<model::PiiStatus> PiiStore::status(const std::optional<model::ConnectionId> &connection) const
{
    SK_ASSIGN(vault::Statement select, m_database.prepare(kStatus));
    SK_TRY(select.bindAll(connection ? std::optional(connection->value) : std::nullopt));
    SK_TRY(select.next());
    model::PiiStatus status{select.integer(0), std::nullopt, select.integer(2)};
    if (const auto day = select.optionalInteger(1))
        status.nextExpiry = fromDayNumber(static_cast<std::int32_t>(*day));
    return status;
}

Result<std::vector<SealedHolding>> PiiStore::holdings() const
{
    return readHoldings(kHoldings, std::chrono::days(0));
}

/// `sql` answers connection, number, first and last receipt, earliest day; what goes then goes `after` it.
Result<std::vector<SealedHolding>> PiiStore::readHoldings(std::string_view sql, std::chrono::days after) const
{
    SK_ASSIGN(vault::Statement select, m_database.prepare(sql));
    std::vector<SealedHolding> holdings;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return holdings;
        const Day goes = fromDayNumber(static_cast<std::int32_t>(select.integer(4))) + after;
        holdings.push_back(
            {{select.text(0)}, {select.integer(1), select.optionalTime(2), select.optionalTime(3), goes}});
    }
}

Result<std::int64_t> PiiStore::countExpiring(const model::ConnectionId &connection, int days, Day today) const
{
    SK_ASSIGN(vault::Statement count, m_database.prepare(kCount));
    SK_TRY(count.bindAll(connection.value, days, number(today)));
    SK_TRY(count.next());
    return count.integer(0);
}

Result<Shortened> PiiStore::shorten(const model::ConnectionId &connection, int days, Day today)
{
    SK_ASSIGN(vault::Statement select, m_database.prepare(kLongerHeld));
    SK_TRY(select.bindAll(connection.value, days));
    struct Held
    {
        SealedFor target;
        std::string origin;
    };
    std::vector<Held> held;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            break;
        const Day from = fromDayNumber(static_cast<std::int32_t>(select.integer(1)));
        held.push_back(
            {{connection, {select.text(0)}, from + std::chrono::days(days), from, select.time(2), {}}, select.text(3)});
    }
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_database));
    SK_ASSIGN(vault::Statement clear, m_database.prepare(kClear));
    Shortened shortened;
    for (Held &order : held) {
        SK_ASSIGN(const Opened opened, openAll(connection, order.target.order));
        shortened.damaged += opened.damaged;
        order.target.origin = order.origin;
        if (order.target.expiryDay > today) {
            SK_TRY(write(order.target, opened.values));
            continue;
        }
        SK_TRY(clear.run(connection.value, order.target.order.value));
        shortened.expired += static_cast<std::int64_t>(opened.values.size());
    }
    SK_TRY(transaction.commit());
    SK_TRY(m_database.checkpoint());
    return shortened;
}

Result<std::optional<Bytes>> PiiStore::resealed(const vault::Statement &row, const secrets::Secret &piiKey)
{
    const model::ConnectionId connection{row.text(0)};
    const model::OrderId order{row.text(1)};
    const auto field = static_cast<std::int32_t>(row.integer(2));
    const Day expiry = fromDayNumber(static_cast<std::int32_t>(row.integer(3)));
    const auto current = ratchet(connection);
    if (!current && current.error().kind != ErrorKind::RatchetLost)
        return fail(current.error());
    const auto before = current ? current->sealingKey(expiry, m_piiKey, context(connection))
                                : Result<secrets::Secret>(fail(current.error()));
    if (!before)
        return std::optional<Bytes>(); // its day is over, or its ratchet is lost
    const Bytes bound = associated(connection, order, expiry, field);
    const auto plain = secrets::open(*before, bound, row.blob(4));
    if (!plain)
        return std::optional<Bytes>();
    SK_ASSIGN(const secrets::Secret after, current->sealingKey(expiry, piiKey, context(connection)));
    return std::optional(secrets::seal(after, bound, plain->view(), m_random));
}

Result<model::KeyRotation> PiiStore::reseal(const secrets::Secret &piiKey)
{
    struct Change
    {
        std::string connection;
        std::string order;
        std::int64_t field;
        std::optional<Bytes> box;
    };
    std::vector<Change> changes;
    SK_ASSIGN(vault::Statement select, m_database.prepare(kEverything));
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            break;
        SK_ASSIGN(std::optional<Bytes> box, resealed(select, piiKey));
        changes.push_back({select.text(0), select.text(1), select.integer(2), std::move(box)});
    }
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_database));
    SK_ASSIGN(vault::Statement replace, m_database.prepare(kReplaceBox));
    SK_ASSIGN(vault::Statement remove, m_database.prepare(kRemoveValue));
    model::KeyRotation rotation;
    for (const Change &change : changes) {
        if (change.box)
            SK_TRY(replace.run(change.connection, change.order, change.field, *change.box));
        else
            SK_TRY(remove.run(change.connection, change.order, change.field));
        ++(change.box ? rotation.resealed : rotation.dropped);
    }
    SK_TRY(resealHeld(piiKey, rotation));
    SK_TRY(transaction.commit());
    m_piiKey = piiKey;
    return rotation;
}

} // namespace sk::privacy
