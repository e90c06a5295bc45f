// SPDX-License-Identifier: GPL-3.0-or-later
// How a call of SharedSession reaches the owner: this process, another one, or whoever it will be.
#include "core/profile/owner_client.h"
#include "core/profile/owner_server.h"
#include "core/profile/session_methods.h"
#include "core/profile/shared_session.h"

namespace sk::profile {

template <auto function, typename... Arguments>
auto SharedSession::call(Arguments... arguments)
{
    const SharedPromise<typename CallOf<function>::Outcome> promise;
    submit<function>(promise, typename CallOf<function>::Values(std::move(arguments)...));
    return promise.future();
}

template <auto function, typename Outcome, typename Values>
void SharedSession::submit(const SharedPromise<Outcome> &promise, const Values &values)
{
    if (m_failure)
        promise.finish(fail(*m_failure));
    else if (m_owned)
        submitHere<function>(promise, values);
    else if (m_client)
        submitThere<function>(promise, values);
    else
        m_waiting.push_back([this, promise, values] { submit<function>(promise, values); });
}

template <auto function, typename Outcome, typename Values>
void SharedSession::submitHere(const SharedPromise<Outcome> &promise, const Values &values)
{
    const auto run = [this](const auto &...value) { return std::invoke(function, *m_owned->session, value...); };
    if constexpr (std::is_void_v<decltype(std::apply(run, values))>) {
        std::apply(run, values);
        promise.finish({});
    } else {
        whenDone(std::apply(run, values), this, [promise](const Outcome &outcome) { promise.finish(outcome); });
    }
}

template <auto function, typename Outcome, typename Values>
void SharedSession::submitThere(const SharedPromise<Outcome> &promise, const Values &values)
{
    WireWriter call = m_client->newCall(callNumber<function>());
    std::apply([&call](const auto &...value) { (call.put(value), ...); }, values);
    if (call.bytes().size() > kLongestCall)
        return promise.finish(fail(ErrorKind::Usage, "more than another process can be asked for at once"));
    m_client->send(call, [this, promise, values](OwnerClient::End end, WireReader &reader) {
        const bool again = end == OwnerClient::End::NotTaken
            || (end == OwnerClient::End::Lost && CallOf<function>::kWhenLost == WhenLost::AskAgain);
        if (again)
            return submit<function>(promise, values);
        if (end == OwnerClient::End::Lost)
            return promise.finish(
                fail(ErrorKind::ProfileBusy, m_busy.detail + " and ended at work; look whether this was still done"));
        if (end == OwnerClient::End::Silent)
            return promise.finish(
                fail(ErrorKind::ProfileBusy, m_busy.detail + " and does not answer; it may still do this later"));
        auto outcome = reader.get<Outcome>();
        promise.finish(reader.atEnd() ? std::move(outcome)
                                      : Outcome(fail(ErrorKind::Internal, "the owner's answer cannot be read")));
    });
}

QFuture<Result<std::vector<model::ConnectionView>>> SharedSession::connections()
{
    return call<&Session::connections>();
}

QFuture<Result<ConnectResult>> SharedSession::connectAccount(ConnectRequest request)
{
    return call<&Session::connectAccount>(std::move(request));
}

QFuture<Result<ConsentStarted>> SharedSession::beginConsent(ConsentRequest request)
{
    return call<&Session::beginConsent>(std::move(request));
}

QFuture<Result<ConnectResult>> SharedSession::awaitConsent(std::string consent)
{
    return call<&Session::awaitConsent>(std::move(consent));
}

QFuture<Result<void>> SharedSession::pasteConsent(std::string consent, secrets::Secret address)
{
    return call<&Session::pasteConsent>(std::move(consent), std::move(address));
}

void SharedSession::cancelConsent(std::string consent)
{
    (void)call<&Session::cancelConsent>(std::move(consent));
}

QFuture<Result<void>> SharedSession::exportConnection(ConnectionExport request)
{
    return call<&Session::exportConnection>(std::move(request));
}

QFuture<Result<ConnectResult>> SharedSession::importConnection(ConnectionImport request)
{
    return call<&Session::importConnection>(std::move(request));
}

QFuture<Result<model::AccessReport>> SharedSession::checkAccess(model::ConnectionId connection)
{
    return call<&Session::checkAccess>(std::move(connection));
}

void SharedSession::stopAccessCheck()
{
    (void)call<&Session::stopAccessCheck>();
}

QFuture<Result<void>> SharedSession::disconnectAccount(model::ConnectionId connection, std::optional<Day> purgeOn)
{
    return call<&Session::disconnectAccount>(std::move(connection), purgeOn);
}

QFuture<Result<void>> SharedSession::setFeature(model::ConnectionId connection, model::Feature feature, bool enabled)
{
    return call<&Session::setFeature>(std::move(connection), feature, enabled);
}

QFuture<Result<model::KeyRotation>> SharedSession::rotateKeys()
{
    return call<&Session::rotateKeys>();
}

QFuture<Result<model::KeyRotation>> SharedSession::suspectLeak(std::optional<model::ConnectionId> connection)
{
    return call<&Session::suspectLeak>(std::move(connection));
}

QFuture<Result<model::SyncReport>> SharedSession::sync(SyncRequest request)
{
    return call<&Session::sync>(std::move(request));
}

void SharedSession::stopSync()
{
    (void)call<&Session::stopSync>();
}

QFuture<Result<model::StatusView>> SharedSession::status()
{
    return call<&Session::status>();
}

QFuture<Result<model::Inventory>> SharedSession::inventory()
{
    return call<&Session::inventory>();
}

QFuture<Result<model::ExpiryReport>> SharedSession::expireNow()
{
    return call<&Session::expireNow>();
}

QFuture<Result<std::vector<model::RetentionRow>>> SharedSession::retention()
{
    return call<&Session::retention>();
}

QFuture<Result<model::RetentionPreview>> SharedSession::previewRetention(std::string key, int value)
{
    return call<&Session::previewRetention>(std::move(key), value);
}

QFuture<Result<void>> SharedSession::setRetention(std::string key, int value, std::string reason)
{
    return call<&Session::setRetention>(std::move(key), value, std::move(reason));
}

QFuture<Result<std::vector<model::Hold>>> SharedSession::holds()
{
    return call<&Session::holds>();
}

QFuture<Result<model::Hold>> SharedSession::placeHold(HoldRequest request)
{
    return call<&Session::placeHold>(std::move(request));
}

QFuture<Result<model::Hold>> SharedSession::releaseHold(std::string hold)
{
    return call<&Session::releaseHold>(std::move(hold));
}

QFuture<Result<std::vector<std::int64_t>>> SharedSession::auditSequences(model::AuditFilter filter)
{
    return call<&Session::auditSequences>(std::move(filter));
}

QFuture<Result<std::vector<model::AuditEntry>>> SharedSession::auditEntries(std::vector<std::int64_t> sequences)
{
    return call<&Session::auditEntries>(std::move(sequences));
}

QFuture<Result<model::AuditVerification>> SharedSession::verifyAudit()
{
    return call<&Session::verifyAudit>();
}

QFuture<Result<std::int64_t>> SharedSession::exportAudit(AuditExportRequest request)
{
    return call<&Session::exportAudit>(std::move(request));
}

QFuture<Result<std::int64_t>> SharedSession::exportData(ExportRequest request)
{
    return call<&Session::exportData>(std::move(request));
}

QFuture<Result<model::Erased>> SharedSession::eraseConnection(model::ConnectionId connection,
                                                              model::ErasureReason reason)
{
    return call<&Session::eraseConnection>(std::move(connection), reason);
}

QFuture<Result<std::vector<model::Erased>>> SharedSession::certificates()
{
    return call<&Session::certificates>();
}

QFuture<Result<model::CertificateVerdict>> SharedSession::verifyCertificate(std::string file)
{
    return call<&Session::verifyCertificate>(std::move(file));
}

QFuture<Result<std::vector<model::Shipment>>> SharedSession::shipments()
{
    return call<&Session::shipments>();
}

QFuture<Result<model::AcceptableUse>> SharedSession::acceptableUse()
{
    return call<&Session::acceptableUse>();
}

QFuture<Result<void>> SharedSession::acknowledgeUse(int rules)
{
    return call<&Session::acknowledgeUse>(rules);
}

QFuture<Result<Revealed>> SharedSession::reveal(RevealRequest request)
{
    return call<&Session::reveal>(std::move(request));
}

QFuture<Result<std::int64_t>> SharedSession::slipsMade(SlipsMade made)
{
    return call<&Session::slipsMade>(std::move(made));
}

QFuture<Result<std::vector<model::ZoneCount>>> SharedSession::shippingZones(std::filesystem::path table)
{
    return call<&Session::shippingZones>(std::move(table));
}

QFuture<Result<model::OrderFound>> SharedSession::findOrder(model::OrderId order)
{
    return call<&Session::findOrder>(std::move(order));
}

QFuture<Result<BuyerCopy>> SharedSession::exportBuyer(BuyerExport request)
{
    return call<&Session::exportBuyer>(std::move(request));
}

QFuture<Result<void>> SharedSession::rememberBuyerCopy(BuyerExport request)
{
    return call<&Session::rememberBuyerCopy>(std::move(request));
}

QFuture<Result<model::Erased>> SharedSession::eraseOrder(model::OrderId order, model::ErasureReason reason)
{
    return call<&Session::eraseOrder>(std::move(order), reason);
}

QFuture<Result<std::vector<model::DeletionRequest>>> SharedSession::deletionRequests()
{
    return call<&Session::deletionRequests>();
}

QFuture<Result<model::DeletionRequest>> SharedSession::addDeletionRequest(model::NewDeletionRequest request)
{
    return call<&Session::addDeletionRequest>(std::move(request));
}

QFuture<Result<model::CompletedRequest>> SharedSession::completeDeletionRequest(std::string id)
{
    return call<&Session::completeDeletionRequest>(std::move(id));
}

} // namespace sk::profile
