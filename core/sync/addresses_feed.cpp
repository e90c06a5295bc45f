// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/addresses_feed.h"

#include "core/amazon/orders_parser.h"
#include "core/privacy/expiry.h"
#include "core/sync/cursor_store.h"

namespace sk::sync {

namespace {

model::AuditEvent piiEvent(const model::ConnectionId &connection, model::AuditOperation operation, std::int64_t rows)
{
    return {model::AuditActor::System, operation, connection, model::DataClass::Pii, rows};
}

} // namespace

amazon::ApiCall addressCall(const model::OrderId &order)
{
    return {amazon::OperationId::GetOrder, order.value, {{"includedData", "RECIPIENT,FULFILLMENT,PACKAGES"}}};
}

AddressesFeed::AddressesFeed(model::ConnectionId connection, std::vector<model::Feature> enabled, int retentionDays)
    : m_connection(std::move(connection))
    , m_enabled(std::move(enabled))
    , m_retentionDays(retentionDays)
{
}

Result<std::optional<amazon::ApiCall>> AddressesFeed::next(Storage &storage)
{
    if (!m_loaded) {
        SK_ASSIGN(const auto orders,
                  storage.orders.awaitingAddress(m_connection, storage.time.now() - kOldestOpenOrder));
        m_orders.assign(orders.begin(), orders.end());
        m_loaded = true;
    }
    if (m_orders.empty())
        return std::optional<amazon::ApiCall>();
    return std::optional(addressCall(m_orders.front()));
}

Result<Ingested> AddressesFeed::ingest(Storage &storage, std::string_view body)
{
    SK_ASSIGN(const amazon::ParsedOrder parsed, amazon::parseOrder(body));
    if (parsed.order.id != m_orders.front())
        return fail(ErrorKind::MalformedResponse, "order.orderId: not the order that was asked for");
    privacy::Minimised minimised = privacy::minimise(parsed.personal, m_enabled, parsed.order);
    SK_ASSIGN(const std::optional<Time> erased, storage.erased.erasedAt(parsed.order.id));

    const Time now = storage.time.now();
    const Day from = privacy::countedFrom({now, parsed.order.firstShippedAt(), {}});
    const Day expiry = privacy::expiryDay(from, m_retentionDays);
    if (expiry <= dayOf(now) || erased) { // erased while the answer was on its way
        minimised.removed += static_cast<std::int64_t>(minimised.kept.size());
        minimised.kept.clear();
    }
    if (!minimised.kept.empty()) {
        SK_TRY(storage.pii.seal({m_connection, parsed.order.id, expiry, from, now, "getOrder"}, minimised.kept));
        SK_TRY(storage.audit.append(
            piiEvent(m_connection, model::AuditOperation::PiiSealed, static_cast<std::int64_t>(minimised.kept.size())),
            now));
    }
    if (minimised.removed > 0)
        SK_TRY(storage.audit.append(piiEvent(m_connection, model::AuditOperation::PiiRemoved, minimised.removed), now));
    SK_TRY(finishOrder(storage));
    return Ingested{1, minimised.kept.empty() ? 0 : 1};
}

Result<void> AddressesFeed::finishOrder(Storage &storage)
{
    SK_TRY(storage.orders.addressAsked(m_connection, m_orders.front()));
    m_orders.pop_front();
    const auto fresh = m_orders.empty() ? std::optional(storage.clock.now()) : std::nullopt;
    return writeCursor(storage.vault, m_connection, kAddressesDataSet, "{}", fresh);
}

Result<bool> AddressesFeed::recover(Storage &storage, const Error &error)
{
    if (error.kind != ErrorKind::NotFound) // Amazon no longer knows the order: others go on
        return false;
    SK_TRY(finishOrder(storage));
    return true;
}

Feed::Outlook AddressesFeed::outlook(std::int64_t received) const
{
    const auto left = static_cast<std::int64_t>(m_orders.size());
    return {received + left, left};
}

} // namespace sk::sync
