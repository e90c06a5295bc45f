// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/order_repository.h"

#include <array>

namespace sk::records {

namespace {

enum Sql : std::size_t {
    Upsert,
    ClearItems,
    ClearProceeds,
    ClearPackages,
    InsertItem,
    InsertProceeds,
    InsertPackage,
    Awaiting,
    Asked,
    ForgetAsked
};

// The newer update wins; an equal one is only written again when it has more to say (a second data set was asked for).
constexpr std::array<std::string_view, 10> kSql{
    "INSERT INTO orders (connection, order_id, created_at, updated_at, marketplace_id, marketplace_name, channel, status,"
    " fulfilled_by, service_level, ship_by_earliest, ship_by_latest, deliver_by_earliest, deliver_by_latest, programs, aliases,"
    " associated_orders, currency, grand_total, items_total, tax_total, items, units, shipped_at, delivered, received_at, refreshed_at,"
    " origin)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25,"
    " ?26, ?26, ?27) ON CONFLICT (connection, order_id) DO UPDATE SET created_at = ?3, updated_at = ?4, marketplace_id = ?5,"
    " marketplace_name = ?6, channel = ?7, status = ?8, fulfilled_by = ?9, service_level = ?10, ship_by_earliest = ?11,"
    " ship_by_latest = ?12, deliver_by_earliest = ?13, deliver_by_latest = ?14, programs = ?15, aliases = ?16,"
    " associated_orders = ?17, currency = ?18, grand_total = ?19, items_total = ?20, tax_total = ?21, items = ?22, units = ?23,"
    " shipped_at = ?24, delivered = ?25, refreshed_at = ?26, origin = ?27 WHERE excluded.updated_at > orders.updated_at",
    "DELETE FROM order_item WHERE connection = ?1 AND order_id = ?2",
    "DELETE FROM order_proceeds WHERE connection = ?1 AND order_id = ?2",
    "DELETE FROM order_package WHERE connection = ?1 AND order_id = ?2",
    "INSERT INTO order_item (connection, order_id, item_id, position, sku, asin, title, quantity, quantity_fulfilled,"
    " quantity_unfulfilled, measurement, condition_type, condition_subtype, price_designation, programs, promotions,"
    " gift_wrap_level, cancel_requester, cancelled_by, currency, unit_price, item_price, item_tax, proceeds_total, points_number,"
    " points_value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,"
    " ?23, ?24, ?25, ?26)",
    "INSERT INTO order_proceeds (connection, order_id, item_id, line, type, subtype, status, currency, amount)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    "INSERT INTO order_package (connection, order_id, package_id, status, detailed_status, carrier, shipping_service, created_at,"
    " shipped_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING",
    "SELECT order_id FROM orders WHERE connection = ?1 AND created_at >= ?2 AND fulfilled_by = 'MERCHANT'"
    " AND status IN ('UNSHIPPED', 'PARTIALLY_SHIPPED') AND (address_asked_at IS NULL OR address_asked_at < updated_at)"
    " ORDER BY created_at",
    "UPDATE orders SET address_asked_at = updated_at WHERE connection = ?1 AND order_id = ?2",
    "UPDATE orders SET address_asked_at = NULL WHERE connection = ?1 AND address_asked_at IS NOT NULL",
};

std::string joined(const std::vector<std::string> &texts, char separator)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? std::string() : std::string(1, separator)) + text;
    return all;
}

std::string joined(const std::vector<model::TypedId> &ids)
{
    std::string all;
    for (const model::TypedId &id : ids)
        all += (all.empty() ? "" : " ") + id.type + '=' + id.id;
    return all;
}

std::optional<std::int64_t> minor(const std::optional<model::Money> &money)
{
    return money ? std::optional(money->minor) : std::nullopt;
}

} // namespace

Result<OrderRepository> OrderRepository::open(const vault::Database &database)
{
    OrderRepository repository;
    for (const std::string_view sql : kSql) {
        SK_ASSIGN(vault::Statement statement, database.prepare(sql));
        repository.m_statements.push_back(std::move(statement));
    }
    return repository;
}

Result<bool> OrderRepository::store(const model::Order &order, const Origin &origin)
{
    SK_TRY(m_statements[Upsert].run(
        origin.connection.value, order.id.value, order.createdAt, order.updatedAt, order.marketplaceId.value,
        order.marketplaceName, order.channel, order.status, order.fulfilledBy, order.serviceLevel,
        order.shipBy.earliest, order.shipBy.latest, order.deliverBy.earliest, order.deliverBy.latest,
        joined(order.programs, ' '), joined(order.aliases), joined(order.associatedOrders), order.currency(),
        minor(order.grandTotal), order.total("ITEM"), order.total("TAX"), static_cast<std::int64_t>(order.items.size()),
        order.units(), order.firstShippedAt(), order.isDelivered(), origin.receivedAt, origin.operation));
    if (m_statements[Upsert].changes() == 0)
        return false;
    for (const Sql clear : {ClearItems, ClearProceeds, ClearPackages})
        SK_TRY(m_statements[clear].run(origin.connection.value, order.id.value));
    SK_TRY(storeProceeds(order, origin, {}, order.proceeds));
    SK_TRY(storeItems(order, origin));
    SK_TRY(storePackages(order, origin));
    return true;
}

Result<void> OrderRepository::storeItems(const model::Order &order, const Origin &origin)
{
    std::int32_t position = 0;
    const std::string orderCurrency = order.currency();
    for (const model::OrderItem &item : order.items) {
        SK_TRY(m_statements[InsertItem].run(
            origin.connection.value, order.id.value, item.id, ++position, item.sku, item.asin, item.title,
            item.quantity, item.quantityFulfilled, item.quantityUnfulfilled, item.measurement, item.conditionType,
            item.conditionSubtype, item.priceDesignation, joined(item.programs, ' '), joined(item.promotions, '\n'),
            item.giftWrapLevel, item.cancelRequester, item.cancelledBy,
            item.proceedsTotal ? item.proceedsTotal->currency : orderCurrency, minor(item.unitPrice),
            model::itemAmount(item, "ITEM"), model::itemAmount(item, "TAX"), minor(item.proceedsTotal),
            item.pointsNumber, minor(item.pointsValue)));
        SK_TRY(storeProceeds(order, origin, item.id, item.proceeds));
    }
    return {};
}

Result<void> OrderRepository::storeProceeds(const model::Order &order, const Origin &origin, const std::string &item,
                                            const std::vector<model::ProceedsLine> &lines)
{
    std::int32_t number = 0;
    for (const model::ProceedsLine &line : lines) {
        SK_TRY(m_statements[InsertProceeds].run(origin.connection.value, order.id.value, item, ++number, line.type,
                                                line.subtype, line.status, line.amount.currency, line.amount.minor));
    }
    return {};
}

Result<void> OrderRepository::storePackages(const model::Order &order, const Origin &origin)
{
    for (const model::OrderPackage &package : order.packages) {
        SK_TRY(m_statements[InsertPackage].run(origin.connection.value, order.id.value, package.id, package.status,
                                               package.detailedStatus, package.carrier, package.shippingService,
                                               package.createdAt, package.shippedAt));
    }
    return {};
}

Result<std::vector<model::OrderId>> OrderRepository::awaitingAddress(const model::ConnectionId &connection,
                                                                     Time createdSince)
{
    vault::Statement &select = m_statements[Awaiting];
    SK_TRY(select.bindAll(connection.value, createdSince));
    std::vector<model::OrderId> orders;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return orders;
        orders.push_back({select.text(0)});
    }
}

Result<void> OrderRepository::addressAsked(const model::ConnectionId &connection, const model::OrderId &order)
{
    return m_statements[Asked].run(connection.value, order.value);
}

Result<void> OrderRepository::forgetAddressesAsked(const model::ConnectionId &connection)
{
    return m_statements[ForgetAsked].run(connection.value);
}

} // namespace sk::records
