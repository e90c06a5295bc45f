// SPDX-License-Identifier: GPL-3.0-or-later
// size: every call of a session, answered from what a test puts there
#include "tests/ui/fake_session.h"

#include "core/profile/address_values.h"
#include "tests/ui/samples.h"

#include <QLocale>

namespace {

/// Tests know the numbers of a system in the C locale, which their environment sets: "1,200". Windows takes its locale
/// from elsewhere, and Qt's own C locale groups no digits.
[[maybe_unused]] const bool kPlainLocale = [] {
    QLocale plain(QLocale::C);
    plain.setNumberOptions(QLocale::DefaultNumberOptions);
    QLocale::setDefault(plain);
    return true;
}();

} // namespace

namespace sk::ui::test {

template <typename T>
QFuture<Result<T>> FakeSession::answer(T value)
{
    if (hold) {
        const SharedPromise<Result<T>> promise;
        m_held.push_back([promise, value = std::move(value)] { promise.finish(value); });
        return promise.future();
    }
    if (failure)
        return readyFuture<Result<T>>(fail(*failure, "as the test wants it"));
    return readyFuture<Result<T>>(std::move(value));
}

QFuture<Result<void>> FakeSession::done()
{
    if (hold) {
        const SharedPromise<Result<void>> promise;
        m_held.push_back([promise] { promise.finish({}); });
        return promise.future();
    }
    return failure ? readyFuture<Result<void>>(fail(*failure)) : readyFuture(Result<void>());
}

void FakeSession::release()
{
    hold = false;
    for (const auto &answer : std::exchange(m_held, {}))
        answer();
}

void FakeSession::finishSync(const model::SyncReport &report)
{
    syncing = false;
    if (m_sync)
        m_sync->finish(report);
    m_sync.reset();
    Q_EMIT syncFinished(report);
}

QFuture<Result<std::vector<model::ConnectionView>>> FakeSession::connections()
{
    return answer(views);
}

QFuture<Result<profile::ConnectResult>> FakeSession::connectAccount(profile::ConnectRequest request)
{
    connects.push_back(request);
    if (failure || hold)
        return answer(profile::ConnectResult{});
    model::ConnectionView view = sampleConnection("new", request.label, request.region);
    views.push_back(view);
    Q_EMIT connectionsChanged();
    return answer(profile::ConnectResult{view.connection.id, view.marketplaces});
}

QFuture<Result<profile::ConsentStarted>> FakeSession::beginConsent(profile::ConsentRequest request)
{
    consents.push_back(std::move(request));
    m_consent.emplace();
    if (!holdConsent)
        return answer(startedConsent());
    m_begin.emplace();
    return m_begin->future();
}

void FakeSession::letConsentBegin()
{
    m_begin->finish(startedConsent());
}

profile::ConsentStarted FakeSession::startedConsent() const
{
    return {"consent", "https://sellercentral.example/consent?state=x", listening, std::chrono::minutes(15)};
}

QFuture<Result<profile::ConnectResult>> FakeSession::awaitConsent(std::string)
{
    return m_consent->future();
}

/// Takes what begins with https, as the real one takes the redirect address.
QFuture<Result<void>> FakeSession::pasteConsent(std::string, secrets::Secret address)
{
    pastes.emplace_back(address.text());
    return readyFuture(pastes.back().starts_with("https://") ? Result<void>()
                                                             : Result<void>(fail(ErrorKind::ConsentInvalid)));
}

void FakeSession::cancelConsent(std::string)
{
    ++cancelledConsents;
}

void FakeSession::finishConsent(const Result<profile::ConnectResult> &outcome)
{
    m_consent->finish(outcome);
}

QFuture<Result<void>> FakeSession::exportConnection(profile::ConnectionExport request)
{
    connectionExports.push_back(std::move(request));
    return done();
}

QFuture<Result<profile::ConnectResult>> FakeSession::importConnection(profile::ConnectionImport request)
{
    imports.push_back(std::move(request));
    const model::ConnectionView view = sampleConnection("imported", "Imported", "eu");
    return answer(profile::ConnectResult{view.connection.id, view.marketplaces});
}

QFuture<Result<model::AccessReport>> FakeSession::checkAccess(model::ConnectionId connection)
{
    accessChecks.push_back(std::move(connection));
    if (!holdAccess)
        return answer(access);
    m_access.emplace();
    return m_access->future();
}

void FakeSession::finishAccess(const Result<model::AccessReport> &report)
{
    m_access->finish(report);
}

QFuture<Result<void>> FakeSession::disconnectAccount(model::ConnectionId, std::optional<Day> purgeOn)
{
    purges.push_back(purgeOn);
    return done();
}

QFuture<Result<void>> FakeSession::setFeature(model::ConnectionId, model::Feature feature, bool enabled)
{
    features.push_back({feature, enabled});
    if (!failure)
        views.front().connection.features = enabled ? std::vector{feature} : std::vector<model::Feature>{};
    return done();
}

QFuture<Result<model::KeyRotation>> FakeSession::rotateKeys()
{
    ++rotations;
    if (!failure && !hold)
        Q_EMIT keysRotated();
    return answer(model::KeyRotation{2, 0});
}

QFuture<Result<model::KeyRotation>> FakeSession::suspectLeak(std::optional<model::ConnectionId> connection)
{
    leaks.push_back(connection);
    if (failure || hold)
        return answer(model::KeyRotation{});
    for (model::ConnectionView &view : views) {
        if (connection && view.connection.id != *connection)
            continue;
        view.connection.suspectedAt = std::max(view.connection.authorisedAt, view.connection.secretEnteredAt);
        view.leakSteps = model::leakSteps(view.connection, *view.connection.suspectedAt);
    }
    Q_EMIT keysRotated();
    Q_EMIT connectionsChanged();
    return answer(model::KeyRotation{0, 0});
}

QFuture<Result<model::SyncReport>> FakeSession::sync(profile::SyncRequest request)
{
    syncs.push_back(std::move(request));
    if (failure)
        return answer(model::SyncReport{});
    syncing = true;
    m_sync.emplace();
    return m_sync->future();
}

QFuture<Result<model::StatusView>> FakeSession::status()
{
    return answer(state);
}

QFuture<Result<model::Inventory>> FakeSession::inventory()
{
    ++inventories;
    return answer(stock);
}

QFuture<Result<model::ExpiryReport>> FakeSession::expireNow()
{
    ++expiries;
    return answer(expiry);
}

QFuture<Result<std::vector<model::RetentionRow>>> FakeSession::retention()
{
    return answer(rows);
}

QFuture<Result<model::RetentionPreview>> FakeSession::previewRetention(std::string key, int value)
{
    return answer(model::RetentionPreview{key, value, previewDeletes});
}

QFuture<Result<void>> FakeSession::setRetention(std::string key, int value, std::string reason)
{
    retentions.push_back({key, value});
    retentionReasons.push_back(reason);
    for (model::RetentionRow &row : rows) {
        if (row.key == key && !failure) {
            row.value = value;
            row.reason = reason;
        }
    }
    return done();
}

QFuture<Result<std::vector<model::Hold>>> FakeSession::holds()
{
    return answer(holdRegister);
}

QFuture<Result<model::Hold>> FakeSession::placeHold(profile::HoldRequest request)
{
    placed.push_back(request);
    model::Hold made{"h" + std::to_string(holdRegister.size() + 1),
                     request.connection,
                     "Nordlicht Europe",
                     request.order,
                     request.kind,
                     request.reason,
                     "owner",
                     Time(std::chrono::hours(1)),
                     request.until,
                     9,
                     std::nullopt,
                     std::nullopt};
    if (!failure)
        holdRegister.insert(holdRegister.begin(), made);
    return answer(made);
}

QFuture<Result<model::Hold>> FakeSession::releaseHold(std::string id)
{
    released.push_back(id);
    model::Hold ended;
    for (model::Hold &held : holdRegister) {
        if (held.id == id && !failure) {
            held.endedBy = model::HoldEnd::Hand;
            held.ended = held.placed + std::chrono::hours(1);
            ended = held;
        }
    }
    return answer(ended);
}

QFuture<Result<std::vector<std::int64_t>>> FakeSession::auditSequences(model::AuditFilter filter)
{
    filters.push_back(filter);
    std::vector<std::int64_t> matching = sequences;
    if (filter.succeeded)
        std::erase_if(matching, [&filter](std::int64_t seq) {
            return sampleEntry(seq).event.error.has_value() == *filter.succeeded;
        });
    return answer(matching);
}

QFuture<Result<std::vector<model::AuditEntry>>> FakeSession::auditEntries(std::vector<std::int64_t> wanted)
{
    ++entryCalls;
    std::vector<model::AuditEntry> entries;
    for (const std::int64_t seq : wanted)
        entries.push_back(sampleEntry(seq));
    return answer(entries);
}

QFuture<Result<model::AuditVerification>> FakeSession::verifyAudit()
{
    return answer(verification);
}

QFuture<Result<std::int64_t>> FakeSession::exportAudit(profile::AuditExportRequest request)
{
    exports.push_back(std::move(request));
    return answer(static_cast<std::int64_t>(sequences.size()));
}

QFuture<Result<std::int64_t>> FakeSession::exportData(profile::ExportRequest)
{
    return answer(std::int64_t(0));
}

QFuture<Result<model::Erased>> FakeSession::eraseConnection(model::ConnectionId connection, model::ErasureReason reason)
{
    erasures.push_back(reason);
    if (!failure)
        std::erase_if(views, [&](const auto &view) { return view.connection.id == connection; });
    return answer(issued.empty() ? model::Erased() : issued.front());
}

QFuture<Result<std::vector<model::Erased>>> FakeSession::certificates()
{
    return answer(issued);
}

QFuture<Result<model::CertificateVerdict>> FakeSession::verifyCertificate(std::string)
{
    return answer(model::CertificateVerdict());
}

QFuture<Result<std::vector<model::Shipment>>> FakeSession::shipments()
{
    return answer(toShip);
}

QFuture<Result<model::AcceptableUse>> FakeSession::acceptableUse()
{
    return answer(model::AcceptableUse{1, acknowledged});
}

QFuture<Result<void>> FakeSession::acknowledgeUse(int)
{
    if (!failure)
        acknowledged = fromMillis(1'795'355'880'000);
    return done();
}

/// Each order's values are "field of order".
QFuture<Result<profile::Revealed>> FakeSession::reveal(profile::RevealRequest request)
{
    reveals.push_back(request);
    if (!acknowledged && !failure)
        return readyFuture<Result<profile::Revealed>>(fail(ErrorKind::NotAcknowledged));
    profile::Revealed revealed{{}, std::chrono::seconds(60)};
    for (const model::OrderRef &order : request.orders) {
        const auto known = std::ranges::find(toShip, order, &model::Shipment::order);
        const bool onHold = std::ranges::any_of(holdRegister, [&order](const model::Hold &held) {
            return held.isInForce() && held.connection == order.connection && held.order == order.order;
        });
        model::Shipment shipment;
        if (known != toShip.end())
            shipment = *known;
        else if (onHold && request.purpose != model::RevealPurpose::Fulfilment)
            shipment = {order, {}, {}, {}, false, {"name", "addressLine1", "postalCode", "city"}, {}, {}};
        else
            return readyFuture<Result<profile::Revealed>>(fail(ErrorKind::NotFound));
        std::vector<std::string> texts;
        for (const std::string &field : shipment.fields)
            texts.push_back(sampleValue(field, order.order.value));
        revealed.addresses.push_back({shipment, profile::packedValues({texts.begin(), texts.end()})});
    }
    return answer(revealed);
}

QFuture<Result<std::int64_t>> FakeSession::slipsMade(profile::SlipsMade made)
{
    slips.push_back(made);
    if (slipsFailure)
        return readyFuture<Result<std::int64_t>>(fail(*slipsFailure));
    return answer(static_cast<std::int64_t>(made.orders.size()));
}

QFuture<Result<std::vector<model::ZoneCount>>> FakeSession::shippingZones(std::filesystem::path table)
{
    zoneTables.push_back(std::move(table));
    return answer(zones);
}

QFuture<Result<model::OrderFound>> FakeSession::findOrder(model::OrderId order)
{
    model::OrderFound known = order == found.order ? found : model::OrderFound();
    known.order = order;
    return answer(known);
}

QFuture<Result<profile::BuyerCopy>> FakeSession::exportBuyer(profile::BuyerExport request)
{
    buyerExports.push_back(request);
    return answer(profile::BuyerCopy{found, request.json ? std::vector<secrets::Secret>() : foundValues});
}

QFuture<Result<void>> FakeSession::rememberBuyerCopy(profile::BuyerExport request)
{
    buyerCopies.push_back(std::move(request));
    if (copyFailure)
        return readyFuture<Result<void>>(fail(*copyFailure));
    return done();
}

QFuture<Result<model::Erased>> FakeSession::eraseOrder(model::OrderId order, model::ErasureReason reason)
{
    orderErasures.emplace_back(order, reason);
    if (found.order == order)
        found.holdings.clear();
    return answer(issued.empty() ? model::Erased() : issued.front());
}

QFuture<Result<std::vector<model::DeletionRequest>>> FakeSession::deletionRequests()
{
    return answer(requests);
}

QFuture<Result<model::DeletionRequest>> FakeSession::addDeletionRequest(model::NewDeletionRequest request)
{
    newRequests.push_back(request);
    model::DeletionRequest entry{"new", request.askedBy, request.receivedOn, {}, {}, {}, false};
    for (const model::OrderId &order : request.orders)
        entry.orders.push_back({order, {}});
    requests.push_back(entry);
    return answer(entry);
}

QFuture<Result<model::CompletedRequest>> FakeSession::completeDeletionRequest(std::string id)
{
    completions.push_back(id);
    model::CompletedRequest completed;
    for (model::DeletionRequest &request : requests) {
        if (request.id != id)
            continue;
        request.doneAt = request.recordedAt;
        request.overdue = false;
        completed.request = request;
    }
    completed.erased = issued;
    return answer(completed);
}

} // namespace sk::ui::test
