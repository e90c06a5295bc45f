// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/erased_orders.h"

#include "core/base/bytes.h"
#include "core/records/settings.h"
#include "core/secrets/crypto.h"

#include <algorithm>

namespace sk::privacy {

namespace {

constexpr std::string_view kKey = "erased_orders.key"; ///< hexadecimal
constexpr std::size_t kKeyBytes = 32;

} // namespace

ErasedOrders::ErasedOrders(const vault::Database &database, RandomSource random)
    : m_database(database)
    , m_random(std::move(random))
{
}

Result<void> ErasedOrders::load()
{
    SK_ASSIGN(const std::optional<std::string> known, records::readText(m_database, kKey));
    if (!known) {
        m_key = secrets::Secret::make(kKeyBytes, m_random);
        return records::writeText(m_database, kKey, toHex(m_key.view()));
    }
    auto bytes = fromHex(*known);
    if (!bytes || bytes->size() != kKeyBytes)
        return fail(ErrorKind::VaultDamaged, "the key of the erased orders’ marks is none");
    m_key = secrets::Secret::take(*bytes);
    return {};
}

/// HKDF as a keyed hash: SHA-256 in HMAC over the id.
Sha256 ErasedOrders::markOf(const model::OrderId &order) const
{
    const secrets::Secret mark = secrets::hkdf(m_key, {}, asBytes(order.value));
    Sha256 bytes{};
    std::ranges::copy(mark.view(), bytes.begin());
    return bytes;
}

Result<void> ErasedOrders::add(const model::OrderId &order, Time now) const
{
    SK_ASSIGN(vault::Statement insert,
              m_database.prepare("INSERT OR IGNORE INTO erased_order (mark, erased_at) VALUES (?1, ?2)"));
    return insert.run(markOf(order), now);
}

Result<std::optional<Time>> ErasedOrders::erasedAt(const model::OrderId &order) const
{
    SK_ASSIGN(vault::Statement select, m_database.prepare("SELECT erased_at FROM erased_order WHERE mark = ?1"));
    SK_TRY(select.bindAll(markOf(order)));
    SK_ASSIGN(const bool row, select.next());
    return row ? select.optionalTime(0) : std::nullopt;
}

Result<bool> ErasedOrders::admit(model::Order &order) const
{
    SK_ASSIGN(const std::int64_t any, m_database.integer("SELECT EXISTS (SELECT 1 FROM erased_order)"));
    if (any == 0)
        return true;
    SK_ASSIGN(const std::optional<Time> erased, erasedAt(order.id));
    if (erased)
        return false;
    const auto isErased = [this](const std::string &id) {
        const auto known = erasedAt({id});
        return known && *known;
    };
    std::erase_if(order.associatedOrders, [&](const model::TypedId &other) { return isErased(other.id); });
    for (model::OrderItem &item : order.items)
        std::erase_if(item.associatedItems,
                      [&](const model::AssociatedItem &other) { return isErased(other.orderId); });
    return true;
}

} // namespace sk::privacy
