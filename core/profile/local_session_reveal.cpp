// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's part for personal data that is looked at, printed, or used in passing.
#include "core/base/files.h"
#include "core/profile/local_session_p.h"
#include "core/profile/reveal.h"
#include "core/records/shipments.h"

#include <set>

namespace sk::profile {

namespace {

constexpr std::size_t kLargestZoneTable = 1024 * 1024;

Result<std::vector<model::ZoneCount>> zonesBy(Store &store, const std::filesystem::path &table)
{
    SK_ASSIGN(const Bytes csv, readFile(table, kLargestZoneTable));
    SK_ASSIGN(const std::vector<privacy::ZoneRange> ranges, privacy::parseZones(asText(csv)));
    return countZones(store, ranges);
}

/// Refused for an order that was erased, or whose connection was, since it was revealed: no erasure would find the file
/// any more. On the database thread, so that none is at work meanwhile.
Result<records::ExportedFile> slipsFile(Store &store, const SlipsMade &made)
{
    SK_ASSIGN(records::Shipments rows, records::Shipments::open(store.storage().vault));
    std::set<model::ConnectionId> connections;
    for (const model::OrderRef &order : made.orders) {
        SK_ASSIGN(const std::optional<model::Shipment> row, rows.find(order));
        if (!row)
            return fail(ErrorKind::NotFound,
                        "order " + order.order.value
                            + " was erased meanwhile; make the packing slips again, without it");
        connections.insert(order.connection);
    }
    SK_ASSIGN(const Sha256 hash, sha256OfFile(made.output));
    return records::ExportedFile{made.output,
                                 "packing-slips",
                                 static_cast<std::int64_t>(made.orders.size()),
                                 {hash.begin(), hash.end()},
                                 {},
                                 {connections.begin(), connections.end()}};
}

} // namespace

QFuture<Result<std::vector<model::Shipment>>> LocalSession::shipments()
{
    return onStore([](Store &store) { return profile::shipments(store); });
}

QFuture<Result<model::AcceptableUse>> LocalSession::acceptableUse()
{
    return onStore([](Store &store) { return profile::acceptableUse(store); });
}

QFuture<Result<void>> LocalSession::acknowledgeUse(int rules)
{
    return announced(onStore([=](Store &store) { return profile::acknowledgeUse(store, rules); }), [] {});
}

QFuture<Result<Revealed>> LocalSession::reveal(RevealRequest request)
{
    if (request.slips) {
        if (const auto checked = checkOutput(*request.slips, m_info.folder); !checked)
            return readyFuture(Result<Revealed>(fail(checked.error())));
    }
    return announced(onStore([=](Store &store) { return profile::reveal(store, request); }), [] {});
}

QFuture<Result<std::int64_t>> LocalSession::slipsMade(SlipsMade made)
{
    if (const auto checked = checkOutput(made.output, m_info.folder); !checked)
        return readyFuture(Result<std::int64_t>(fail(checked.error())));
    if (made.orders.empty())
        return readyFuture(Result<std::int64_t>(fail(ErrorKind::Usage, "packing slips are of orders")));
    const auto file = onStore([=](Store &store) { return slipsFile(store, made); });
    return recordedExport(file, model::AuditOperation::PackingSlipsMade, model::DataClass::Pii);
}

QFuture<Result<std::vector<model::ZoneCount>>> LocalSession::shippingZones(std::filesystem::path table)
{
    return announced(onStore([=](Store &store) { return zonesBy(store, table); }), [] {});
}

} // namespace sk::profile
