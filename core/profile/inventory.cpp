// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/inventory.h"

#include "core/amazon/lwa.h"
#include "core/audit/anchor.h"
#include "core/keys/hold_key.h"
#include "core/keys/ratchet.h"
#include "core/profile/held_classes.h"
#include "core/profile/retention.h"
#include "core/profile/store_open.h"
#include "core/records/connection_repository.h"

#include <algorithm>
#include <map>

namespace sk::profile {

namespace {

/// What is held of one class: per connection, and under no id what belongs to none.
using Holdings = std::map<model::ConnectionId, model::Held>;

template <typename T, typename Less>
void take(std::optional<T> &known, const std::optional<T> &other, Less less)
{
    if (other && (!known || less(*other, *known)))
        known = other;
}

/// Adds what another table, or another connection, holds of the same class.
void add(model::Held &sum, const model::Held &held)
{
    sum.rows += held.rows;
    take(sum.oldest, held.oldest, std::less<>());
    take(sum.newest, held.newest, std::greater<>());
    take(sum.goesFrom, held.goesFrom, std::less<>());
}

std::string_view classOfSecret(std::string_view entry)
{
    if (entry.starts_with(amazon::tokenEntry({})))
        return "credentials";
    if (entry.starts_with(keys::ratchetEntry({})))
        return "expiry-keys";
    if (entry.starts_with(keys::holdEntry({})))
        return "hold-keys";
    if (entry == kDeviceEntry)
        return "device-secret";
    return entry == audit::kAnchorEntry ? "audit-anchor" : "keychain-canary";
}

model::ConnectionId connectionOfSecret(const std::string &entry)
{
    for (const std::string &prefix : {amazon::tokenEntry({}), keys::ratchetEntry({})}) {
        if (entry.starts_with(prefix))
            return {entry.substr(prefix.size())};
    }
    return {};
}

class Stocktaking
{
public:
    Stocktaking(const std::vector<model::Connection> &connections, const std::vector<records::TableHolding> &tables,
                const OutsideVault &outside)
        : m_connections(connections)
        , m_tables(tables)
        , m_outside(outside)
    {
    }

    [[nodiscard]] model::InventoryClass of(const HeldClass &heldClass) const
    {
        model::InventoryClass stock{std::string(heldClass.name), {}, periodOf(heldClass.ending), {}};
        for (auto &[id, held] : holdings(heldClass)) {
            const model::Connection *connection = find(id);
            held.goesFrom = goesFrom(heldClass.ending, held, connection);
            add(stock.held, held);
            if (!id.isEmpty())
                stock.connections.push_back(
                    {id, connection != nullptr ? std::optional(connection->label) : std::nullopt, held});
        }
        return stock;
    }

private:
    [[nodiscard]] Holdings holdings(const HeldClass &heldClass) const
    {
        Holdings found;
        switch (heldClass.place) {
        case LiesIn::Vault: addTables(found, heldClass); break;
        case LiesIn::PiiStore:
            for (const privacy::SealedHolding &values :
                 heldClass.key == GuardedBy::HoldKeys ? m_outside.held : m_outside.sealed)
                add(found[values.connection], values.held);
            break;
        case LiesIn::Keychain: addSecrets(found, heldClass); break;
        case LiesIn::SlotFile: found[model::ConnectionId()].rows = m_outside.slots; break;
        case LiesIn::PlainFiles: found[model::ConnectionId()].rows = 1; break;
        }
        return found;
    }
    void addTables(Holdings &found, const HeldClass &heldClass) const
    {
        for (const records::TableHolding &table : m_tables) {
            const bool isOfClass = std::ranges::any_of(
                heldClass.fields, [&](const HeldFields &fields) { return fields.table == table.table; });
            if (isOfClass)
                add(found[table.connection], table.held);
        }
    }
    void addSecrets(Holdings &found, const HeldClass &heldClass) const
    {
        for (const std::string &entry : m_outside.secrets) {
            if (classOfSecret(entry) != heldClass.name)
                continue;
            const model::ConnectionId id = connectionOfSecret(entry);
            model::Held held{1, std::nullopt, std::nullopt, std::nullopt};
            if (const model::Connection *of = find(id); of != nullptr && heldClass.ending == Ending::Disconnect) {
                held.oldest = std::min(of->authorisedAt, of->secretEnteredAt);
                held.newest = std::max(of->authorisedAt, of->secretEnteredAt);
            }
            add(found[id], held);
        }
    }
    [[nodiscard]] const model::Connection *find(const model::ConnectionId &id) const
    {
        const auto found = std::ranges::find(m_connections, id, &model::Connection::id);
        return found == m_connections.end() ? nullptr : &*found;
    }
    [[nodiscard]] int periodOf(Ending ending) const
    {
        switch (ending) {
        case Ending::PiiDays: return m_outside.piiDays;
        case Ending::OrdersMonths: return m_outside.ordersMonths;
        case Ending::AuditMonths:
        case Ending::HoldRecord: return m_outside.auditMonths;
        default: return 0;
        }
    }
    /// By the retention of the class, and earlier on the deletion date of a disconnected connection.
    [[nodiscard]] std::optional<Day> goesFrom(Ending ending, const model::Held &held,
                                              const model::Connection *connection) const
    {
        std::optional<Day> day;
        if (held.rows == 0)
            return day;
        if (ending == Ending::EachDay)
            return dayOf(m_outside.now) + std::chrono::days(1);
        if (ending == Ending::PiiDays || ending == Ending::HoldEnds)
            return held.goesFrom;
        if ((ending == Ending::OrdersMonths || ending == Ending::AuditMonths) && held.oldest)
            day = dayOf(monthsAfter(*held.oldest, periodOf(ending)));
        if ((ending == Ending::OrdersMonths || ending == Ending::Connection) && connection != nullptr)
            take(day, connection->purgeOn, std::less<>());
        return day;
    }

    const std::vector<model::Connection> &m_connections;
    const std::vector<records::TableHolding> &m_tables;
    const OutsideVault &m_outside;
};

} // namespace

model::Inventory inventoryOf(const std::vector<model::Connection> &connections,
                             const std::vector<records::TableHolding> &tables, const OutsideVault &outside)
{
    const Stocktaking stocktaking(connections, tables, outside);
    model::Inventory inventory;
    inventory.taken = outside.now;
    for (const HeldClass &heldClass : heldClasses())
        inventory.classes.push_back(stocktaking.of(heldClass));
    return inventory;
}

Result<model::Inventory> takeInventory(const vault::Database &vault, const OutsideVault &outside)
{
    SK_ASSIGN(const std::vector<model::Connection> connections, records::ConnectionRepository(vault).all());
    SK_ASSIGN(const std::vector<records::TableHolding> tables, records::heldTables(vault));
    return inventoryOf(connections, tables, outside);
}

} // namespace sk::profile
