// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/order_repository.h"

#include "core/base/text.h"
#include <array>

namespace sk::records {

namespace {

enum Sql : std::size_t {
    Find,
    Upsert,
    InsertItem,
    InsertHandling,
    InsertSubstitute,
    InsertProceeds,
    InsertPackage,
    InsertPackageItem,
    ClearItems,
    ClearHandling,
    ClearSubstitutes,
    ClearProceeds,
    ClearPackages,
    ClearPackageItems,
    Awaiting,
    Asked,
    ForgetAsked
};

constexpr std::array<std::string_view, 17> kSql{
    "SELECT updated_at FROM orders WHERE connection = ?1 AND order_id = ?2",
    "INSERT INTO orders (connection, order_id, created_at, updated_at, marketplace_id, marketplace_name, channel, status,"
    " fulfilled_by, service_level, ship_by_earliest, ship_by_latest, deliver_by_earliest, deliver_by_latest,"
    " label_printing_earliest, label_printing_latest, programs, aliases, associated_orders, fulfillment_orders, currency,"
    " grand_total, items_total, tax_total, items, units, shipped_at, delivered, received_at, refreshed_at, origin)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25,"
    " ?26, ?27, ?28, ?29, ?29, ?30) ON CONFLICT (connection, order_id) DO UPDATE SET created_at = ?3, updated_at = ?4,"
    " marketplace_id = ?5, marketplace_name = ?6, channel = ?7, status = ?8, fulfilled_by = ?9, service_level = ?10,"
    " ship_by_earliest = ?11, ship_by_latest = ?12, deliver_by_earliest = ?13, deliver_by_latest = ?14,"
    " label_printing_earliest = ?15, label_printing_latest = ?16, programs = ?17, aliases = ?18, associated_orders = ?19,"
    " fulfillment_orders = ?20, currency = ?21, grand_total = ?22, items_total = ?23, tax_total = ?24, items = ?25, units = ?26,"
    " shipped_at = ?27, delivered = ?28, refreshed_at = ?29, origin = ?30 RETURNING key",
    "INSERT INTO order_item (order_key, item_id, position, sku, asin, title, quantity, quantity_fulfilled,"
    " quantity_unfulfilled, measurement, condition_type, condition_subtype, condition_note, price_designation, programs,"
    " associated_items, promotions, gift_wrap_level, cancel_requester, cancelled_by, currency, unit_price, item_price, item_tax,"
    " proceeds_total, points_number, points_value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
    " ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)",
    "INSERT INTO order_item_handling (order_key, item_id, scheduled_delivery_earliest, scheduled_delivery_latest,"
    " serial_numbers, pallet_delivery, cash_on_delivery, signature_confirmation, recipient_identity_verification,"
    " recipient_age_verification, ioss_number, substitution_type)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    "INSERT INTO order_item_substitute (order_key, item_id, position, sku, asin, title, quantity, measurement)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT INTO order_proceeds (order_key, item_id, line, type, subtype, status, currency, amount)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "INSERT INTO order_package (order_key, package_id, status, detailed_status, carrier, shipping_service, created_at,"
    " shipped_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
    "INSERT INTO order_package_item (order_key, package_id, position, item_id, quantity) VALUES (?1, ?2, ?3, ?4, ?5)",
    "DELETE FROM order_item WHERE order_key = ?1",
    "DELETE FROM order_item_handling WHERE order_key = ?1",
    "DELETE FROM order_item_substitute WHERE order_key = ?1",
    "DELETE FROM order_proceeds WHERE order_key = ?1",
    "DELETE FROM order_package WHERE order_key = ?1",
    "DELETE FROM order_package_item WHERE order_key = ?1",
    "SELECT order_id FROM orders WHERE connection = ?1 AND created_at >= ?2 AND fulfilled_by = 'MERCHANT'"
    " AND status IN ('UNSHIPPED', 'PARTIALLY_SHIPPED') AND (address_asked_at IS NULL OR address_asked_at < updated_at)"
    " ORDER BY created_at",
    "UPDATE orders SET address_asked_at = updated_at WHERE connection = ?1 AND order_id = ?2",
    "UPDATE orders SET address_asked_at = NULL WHERE connection = ?1 AND address_asked_at IS NOT NULL",
};

using sk::joined; // beside those below

std::string joined(const std::vector<model::TypedId> &ids)
{
    std::string all;
    for (const model::TypedId &id : ids)
        all += (all.empty() ? "" : " ") + id.type + '=' + id.id;
    return all;
}

std::string joined(const std::vector<model::AssociatedItem> &items)
{
    std::string all;
    for (const model::AssociatedItem &item : items)
        all += (all.empty() ? "" : " ") + item.type + '=' + item.orderId + '/' + item.itemId;
    return all;
}

/// An amount for a row of this currency; one in another would be read as this one, so it is left away.
std::optional<std::int64_t> minorIn(const std::string &currency, const std::optional<model::Money> &money)
{
    return money && money->currency == currency ? std::optional(money->minor) : std::nullopt;
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
    vault::Statement &find = m_statements[Find];
    SK_TRY(find.bindAll(origin.connection.value, order.id.value));
    SK_ASSIGN(const bool known, find.next());
    const bool stale = known && order.updatedAt <= find.time(0);
    find.reset();
    if (stale)
        return false;

    const std::string currency = order.currency();
    SK_ASSIGN(const Key key,
              m_statements[Upsert].value(
                  origin.connection.value, order.id.value, order.createdAt, order.updatedAt, order.marketplaceId.value,
                  order.marketplaceName, order.channel, order.status, order.fulfilledBy, order.serviceLevel,
                  order.shipBy.earliest, order.shipBy.latest, order.deliverBy.earliest, order.deliverBy.latest,
                  order.labelPrinting.earliest, order.labelPrinting.latest, joined(order.programs, ' '),
                  joined(order.aliases), joined(order.associatedOrders), joined(order.fulfillmentOrders, ' '), currency,
                  minorIn(currency, order.grandTotal), order.total("ITEM"), order.total("TAX"),
                  static_cast<std::int64_t>(order.items.size()), order.units(), order.firstShippedAt(),
                  order.isDelivered(), origin.receivedAt, origin.operation));
    if (known) {
        for (const Sql clear :
             {ClearItems, ClearHandling, ClearSubstitutes, ClearProceeds, ClearPackages, ClearPackageItems})
            SK_TRY(m_statements[clear].run(key));
    }
    SK_TRY(storeProceeds(key, {}, order.proceeds));
    std::int32_t position = 0;
    for (const model::OrderItem &item : order.items)
        SK_TRY(storeItem(key, item, currency, ++position));
    for (const model::OrderPackage &package : order.packages)
        SK_TRY(storePackage(key, package));
    return true;
}

Result<void> OrderRepository::storeItem(Key order, const model::OrderItem &item, const std::string &orderCurrency,
                                        std::int32_t position)
{
    std::string currency = item.currency();
    if (currency.empty())
        currency = orderCurrency;
    SK_TRY(m_statements[InsertItem].run(
        order, item.id, position, item.sku, item.asin, item.title, item.quantity, item.quantityFulfilled,
        item.quantityUnfulfilled, item.measurement, item.conditionType, item.conditionSubtype, item.conditionNote,
        item.priceDesignation, joined(item.programs, ' '), joined(item.associatedItems), joined(item.promotions, '\n'),
        item.giftWrapLevel, item.cancelRequester, item.cancelledBy, currency, minorIn(currency, item.unitPrice),
        model::itemAmount(item, "ITEM"), model::itemAmount(item, "TAX"), minorIn(currency, item.proceedsTotal),
        item.pointsNumber, minorIn(currency, item.pointsValue)));
    if (item.handling != model::ItemHandling())
        SK_TRY(storeHandling(order, item.id, item.handling));
    return storeProceeds(order, item.id, item.proceeds);
}

Result<void> OrderRepository::storeHandling(Key order, const std::string &item, const model::ItemHandling &handling)
{
    SK_TRY(m_statements[InsertHandling].run(
        order, item, handling.scheduledDelivery.earliest, handling.scheduledDelivery.latest, handling.serialNumbers,
        handling.palletDelivery, handling.cashOnDelivery, handling.signatureConfirmation,
        handling.recipientIdentityVerification, handling.recipientAgeVerification, handling.iossNumber,
        handling.substitutionType));
    std::int32_t position = 0;
    for (const model::Substitute &substitute : handling.substitutes) {
        SK_TRY(m_statements[InsertSubstitute].run(order, item, ++position, substitute.sku, substitute.asin,
                                                  substitute.title, substitute.quantity, substitute.measurement));
    }
    return {};
}

Result<void> OrderRepository::storeProceeds(Key order, const std::string &item,
                                            const std::vector<model::ProceedsLine> &lines)
{
    std::int32_t number = 0;
    for (const model::ProceedsLine &line : lines) {
        SK_TRY(m_statements[InsertProceeds].run(order, item, ++number, line.type, line.subtype, line.status,
                                                line.amount.currency, line.amount.minor));
    }
    return {};
}

Result<void> OrderRepository::storePackage(Key order, const model::OrderPackage &package)
{
    SK_TRY(m_statements[InsertPackage].run(order, package.id, package.status, package.detailedStatus, package.carrier,
                                           package.shippingService, package.createdAt, package.shippedAt));
    if (m_statements[InsertPackage].changes() == 0)
        return {}; // a package said twice is one
    std::int32_t position = 0;
    for (const model::PackedItem &item : package.items)
        SK_TRY(m_statements[InsertPackageItem].run(order, package.id, ++position, item.itemId, item.quantity));
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
