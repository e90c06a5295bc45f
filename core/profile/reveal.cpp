// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/reveal.h"

#include "core/privacy/held_orders.h"
#include "core/privacy/reveal_rules.h"
#include "core/profile/acceptable_use.h"
#include "core/profile/address_values.h"
#include "core/profile/store.h"
#include "core/records/shipments.h"
#include "core/vault/transaction.h"

#include <algorithm>
#include <array>
#include <set>

namespace sk::profile {

namespace {

using Op = model::AuditOperation;

/// The key slot whose person is at work; the only one there is so far.
constexpr std::string_view kPerson = "owner";
constexpr std::string_view kPostalCode = "postalCode";
constexpr std::string_view kCountry = "countryCode";

Op operationOf(const RevealRequest &request)
{
    if (request.slips)
        return Op::PiiRevealedForSlips;
    switch (request.purpose) {
    case model::RevealPurpose::Fulfilment: return Op::PiiRevealedForFulfilment;
    case model::RevealPurpose::Tax: return Op::PiiRevealedForTax;
    case model::RevealPurpose::Legal: return Op::PiiRevealedForLegal;
    }
    return Op::PiiRevealedForFulfilment;
}

privacy::RevealLimit limitOf(const RevealRequest &request)
{
    return request.slips ? privacy::kSlips : privacy::kLooks;
}

model::AuditEvent eventOf(Op operation, const model::ConnectionId &connection, std::int64_t rows)
{
    return {model::AuditActor::Owner, operation, connection, model::DataClass::Pii, rows};
}

/// What does not depend on what is held: nothing of it is worth an audit entry.
Result<void> checkWords(const RevealRequest &request)
{
    const std::set<model::OrderRef> different(request.orders.begin(), request.orders.end());
    if (request.orders.empty() || different.size() != request.orders.size())
        return fail(ErrorKind::Usage, "name the orders, each once");
    if (request.slips && request.purpose != model::RevealPurpose::Fulfilment)
        return fail(ErrorKind::Usage, "packing slips are for fulfilment");
    if (request.orders.size() > limitOf(request).most)
        return fail(ErrorKind::Usage, "at most " + std::to_string(limitOf(request).most) + " orders at once");
    return {};
}

/// When this person's reveals of the kind were, oldest first: the audit log remembers them.
Result<std::vector<Time>> earlierReveals(const vault::Database &vault, const RevealRequest &request, Time since)
{
    SK_ASSIGN(vault::Statement select,
              vault.prepare("SELECT time FROM audit_entry WHERE time > ?1 AND operation IN (?2, ?3, ?4, ?5)"
                            " AND actor = ?6 AND outcome = 'ok' ORDER BY time"));
    const auto number = [](Op operation) { return static_cast<int>(operation); };
    constexpr std::array looks{Op::PiiRevealedForFulfilment, Op::PiiRevealedForTax, Op::PiiRevealedForLegal,
                               Op::BuyerExported};
    constexpr std::array slips{Op::PiiRevealedForSlips, Op::PiiRevealedForSlips, Op::PiiRevealedForSlips,
                               Op::PiiRevealedForSlips};
    const auto &counted = request.slips ? slips : looks;
    SK_TRY(select.bindAll(since, number(counted[0]), number(counted[1]), number(counted[2]), number(counted[3]),
                          static_cast<int>(model::AuditActor::Owner)));
    std::vector<Time> times;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return times;
        times.push_back(select.time(0));
    }
}

Result<void> checkAllowed(Store &store, const vault::Database &vault, const RevealRequest &request)
{
    SK_ASSIGN(const model::AcceptableUse use, acceptableUse(store));
    if (!use.acknowledgedAt)
        return fail(ErrorKind::NotAcknowledged);
    const privacy::RevealLimit limit = limitOf(request);
    SK_ASSIGN(const std::vector<Time> earlier, earlierReveals(vault, request, store.now() - limit.within));
    if (const auto until = privacy::refusedUntil(limit, earlier, request.orders.size(), store.now()))
        return fail(ErrorKind::RateLimited,
                    std::to_string(limit.most) + " orders an hour may be revealed; again from " + toIso(*until));
    return {};
}

void wipe(std::vector<privacy::KeptValue> &values)
{
    for (privacy::KeptValue &value : values)
        secrets::wipe(value.value);
}

Error nothingOf(const model::OrderRef &order)
{
    return {ErrorKind::NotFound, "nothing of the recipient of order " + order.order.value + " can be read"};
}

/// The values of one order; NotFound when there are none (any more).
Result<RevealedAddress> openOrder(sync::Storage &storage, records::Shipments &rows, const model::OrderRef &order,
                                  model::RevealPurpose purpose, bool byHoldOnly)
{
    SK_ASSIGN(std::optional<model::Shipment> row, rows.find(order));
    if (!row && purpose != model::RevealPurpose::Fulfilment) { // a hold outlives the order's row
        SK_ASSIGN(const std::vector<privacy::SealedOf> held, storage.pii.sealedOf(order.order));
        if (std::ranges::find(held, order.connection, &privacy::SealedOf::connection) != held.end())
            row.emplace().order = order;
    }
    if (!row)
        return fail(ErrorKind::NotFound, "no order " + order.order.value + " in this connection");
    if (purpose == model::RevealPurpose::Fulfilment && !row->open)
        return fail(ErrorKind::NotFound,
                    "order " + order.order.value
                        + " does not wait for you to ship it; name tax or legal as the purpose"
                          " if that is what it is");
    if (purpose == model::RevealPurpose::Fulfilment && byHoldOnly)
        return fail(nothingOf(order));
    SK_ASSIGN(std::vector<privacy::KeptValue> values, storage.pii.reveal(order.connection, order.order));
    if (values.empty())
        return fail(nothingOf(order));
    RevealedAddress address{*row, {}};
    std::vector<std::string_view> texts;
    for (const privacy::KeptValue &value : values) {
        address.shipment.fields.emplace_back(privacy::shortName(value.field));
        texts.emplace_back(value.value);
    }
    address.values = packedValues(texts);
    wipe(values);
    return address;
}

Result<std::vector<RevealedAddress>> openOrders(Store &store, const RevealRequest &request)
{
    SK_TRY(store.expireIfNewDay()); // before anything is opened (RET-1)
    sync::Storage &storage = store.storage();
    SK_TRY(checkAllowed(store, storage.vault, request));
    SK_ASSIGN(const std::vector<privacy::HeldOrder> held,
              privacy::heldOrders(storage.pii.database(), dayOf(store.now())));
    SK_ASSIGN(records::Shipments rows, records::Shipments::open(storage.vault));
    std::vector<RevealedAddress> addresses;
    for (const model::OrderRef &order : request.orders) {
        const auto found = std::ranges::find(held, order, &privacy::HeldOrder::order);
        const bool byHoldOnly = found == held.end(); // that is for a tax or legal duty, no other use
        SK_ASSIGN(RevealedAddress address, openOrder(storage, rows, order, request.purpose, byHoldOnly));
        if (!byHoldOnly)
            address.shipment.heldUntil = found->heldUntil;
        addresses.push_back(std::move(address));
    }
    return addresses;
}

} // namespace

Result<std::vector<model::Shipment>> shipments(Store &store)
{
    sync::Storage &storage = store.storage();
    SK_ASSIGN(const std::vector<privacy::HeldOrder> held,
              privacy::heldOrders(storage.pii.database(), dayOf(store.now())));
    SK_ASSIGN(records::Shipments rows, records::Shipments::open(storage.vault));
    std::vector<model::Shipment> shipments;
    for (const privacy::HeldOrder &order : held) {
        SK_ASSIGN(std::optional<model::Shipment> row, rows.find(order.order));
        if (!row)
            continue; // sealed values are stored first: its row comes with the next sync
        row->heldUntil = order.heldUntil;
        for (const std::int32_t field : order.fields)
            row->fields.emplace_back(privacy::shortName(field));
        shipments.push_back(std::move(*row));
    }
    std::ranges::stable_sort(shipments, {}, [](const model::Shipment &shipment) {
        return std::pair(!shipment.open, shipment.shipBy.value_or(Time::max()));
    });
    return shipments;
}

Result<model::AcceptableUse> acceptableUse(Store &store)
{
    SK_ASSIGN(const std::optional<Time> at, records::acknowledgedAt(store.storage().vault, kPerson, kUseRules));
    return model::AcceptableUse{kUseRules, at};
}

Result<void> acknowledgeUse(Store &store, int rules)
{
    if (rules != kUseRules)
        return fail(ErrorKind::Usage, "the rules in force are version " + std::to_string(kUseRules));
    SK_ASSIGN(const model::AcceptableUse use, acceptableUse(store));
    if (use.acknowledgedAt)
        return {};
    const sync::Storage &storage = store.storage();
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(storage.vault));
    SK_TRY(records::acknowledge(storage.vault, kPerson, rules, store.now()));
    SK_TRY(storage.audit.append(eventOf(Op::AcceptableUseAcknowledged, {}, rules), store.now()));
    return transaction.commit();
}

Result<Revealed> reveal(Store &store, const RevealRequest &request)
{
    SK_TRY(checkWords(request));
    auto opened = openOrders(store, request);
    if (!opened) {
        const auto &first = request.orders.front().connection;
        const bool isKnown = store.connection(first).has_value(); // else it is whatever somebody typed
        model::AuditEvent refused = eventOf(operationOf(request), isKnown ? first : model::ConnectionId(), 0);
        refused.error = opened.error().kind;
        SK_TRY(store.audit(refused));
        return fail(opened.error());
    }
    const sync::Storage &storage = store.storage();
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(storage.vault));
    for (const RevealedAddress &address : *opened) {
        const auto values = static_cast<std::int64_t>(address.shipment.fields.size());
        SK_TRY(storage.audit.append(eventOf(operationOf(request), address.shipment.order.connection, values),
                                    store.now()));
    }
    SK_TRY(transaction.commit());
    return Revealed{std::move(*opened), privacy::kShowFor};
}

Result<void> allowBuyerCopy(Store &store)
{
    const RevealRequest look{{{}}, model::RevealPurpose::Legal, std::nullopt};
    return checkAllowed(store, store.storage().vault, look);
}

Result<std::vector<model::ZoneCount>> countZones(Store &store, const std::vector<privacy::ZoneRange> &table)
{
    SK_TRY(store.expireIfNewDay());
    SK_ASSIGN(const std::vector<model::Shipment> all, shipments(store));
    std::vector<model::ZoneCount> counts;
    for (const privacy::ZoneRange &range : table) {
        if (std::ranges::find(counts, range.zone, &model::ZoneCount::zone) == counts.end())
            counts.push_back({range.zone, 0});
    }
    counts.push_back({});
    sync::Storage &storage = store.storage();
    std::int64_t used = 0;
    for (const model::Shipment &shipment : all) {
        if (!shipment.open)
            continue;
        SK_ASSIGN(std::vector<privacy::KeptValue> values,
                  storage.pii.reveal(shipment.order.connection, shipment.order.order));
        const auto valueOf = [&values](std::string_view field) {
            const auto found = std::ranges::find(
                values, field, [](const privacy::KeptValue &value) { return privacy::shortName(value.field); });
            return found == values.end() ? std::string_view() : std::string_view(found->value);
        };
        const std::string_view zone = privacy::zoneOf(table, valueOf(kPostalCode), valueOf(kCountry));
        ++std::ranges::find(counts, zone, &model::ZoneCount::zone)->orders;
        wipe(values);
        ++used;
    }
    SK_TRY(store.audit(eventOf(Op::PiiUsedInPassing, {}, used)));
    return counts;
}

} // namespace sk::profile
