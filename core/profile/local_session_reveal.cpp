// SPDX-License-Identifier: GPL-3.0-or-later
// LocalSession's part for personal data that is looked at, printed, or used in passing.
#include "core/base/files.h"
#include "core/profile/local_session_p.h"
#include "core/profile/reveal.h"

namespace sk::profile {

namespace {

constexpr std::size_t kLargestZoneTable = 1024 * 1024;

Result<std::vector<model::ZoneCount>> zonesBy(Store &store, const std::filesystem::path &table)
{
    SK_ASSIGN(const Bytes csv, readFile(table, kLargestZoneTable));
    SK_ASSIGN(const std::vector<privacy::ZoneRange> ranges, privacy::parseZones(asText(csv)));
    return countZones(store, ranges);
}

/// Nothing may be remembered under a connection that is gone.
Result<records::ExportedFile> slipsFile(const vault::Database &database, const SlipsMade &made)
{
    for (const model::ConnectionId &connection : made.connections)
        SK_TRY(records::ConnectionRepository(database).find(connection));
    SK_ASSIGN(const Sha256 hash, sha256OfFile(made.output));
    return records::ExportedFile{made.output, "packing-slips", made.slips, {hash.begin(), hash.end()},
                                 {},          made.connections};
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
    if (made.connections.empty())
        return readyFuture(Result<std::int64_t>(fail(ErrorKind::Usage, "packing slips belong to connections")));
    const auto file = onReader([=](const vault::Database &database) { return slipsFile(database, made); });
    return recordedExport(file, model::AuditOperation::PackingSlipsMade, model::DataClass::Pii);
}

QFuture<Result<std::vector<model::ZoneCount>>> LocalSession::shippingZones(std::filesystem::path table)
{
    return announced(onStore([=](Store &store) { return zonesBy(store, table); }), [] {});
}

} // namespace sk::profile
