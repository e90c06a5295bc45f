// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/profile/buyer_file.h"
#include "core/profile/local_session.h"
#include "core/profile/local_session_p.h"
#include "core/profile/reveal.h"

#include <algorithm>

// One buyer's rights and the register of deletion requests.
namespace sk::profile {

QFuture<Result<model::OrderFound>> LocalSession::findOrder(model::OrderId order)
{
    return onStore([=](Store &store) { return store.findOrder(order); });
}

/// The log knows of the copy before anybody has it.
QFuture<Result<BuyerCopy>> LocalSession::exportBuyer(BuyerExport request)
{
    if (const auto checked = checkOutput(request.output, m_info.folder); !checked)
        return readyFuture(Result<BuyerCopy>(fail(checked.error())));
    const auto done = onStore([=, name = m_info.name](Store &store) -> Result<BuyerCopy> {
        SK_ASSIGN(const model::OrderFound held, store.findOrder(request.order));
        if (!held.isHeld())
            return fail(ErrorKind::NotFound, "nothing is held of order " + request.order.value);
        if (std::ranges::any_of(held.holdings, [](const auto &holding) { return !holding.personal.empty(); }))
            SK_TRY(allowBuyerCopy(store));
        SK_ASSIGN(BuyerCopy copy, store.buyerCopy(request.order));
        SK_TRY(store.recordBuyerCopy(copy.found));
        if (request.json) {
            Bytes file = buyerFile(copy, name, store.now());
            const auto written = writeFileAtomically(request.output, file);
            secrets::wipe(file);
            SK_TRY(written);
            if (const auto kept = store.rememberBuyerCopy(request.order, request.output); !kept) {
                std::error_code code;
                std::filesystem::remove(request.output, code); // no erasure would find it
                return fail(kept.error());
            }
            copy.values.clear(); // they are in the file, and nobody here needs them
        }
        return copy;
    });
    return announced(done, [] {});
}

QFuture<Result<void>> LocalSession::rememberBuyerCopy(BuyerExport request)
{
    return onStore([=](Store &store) { return store.rememberBuyerCopy(request.order, request.output); });
}

QFuture<Result<model::Erased>> LocalSession::eraseOrder(model::OrderId order, model::ErasureReason reason)
{
    const SharedPromise<Result<model::Erased>> promise;
    afterExports([this, promise, order, reason] {
        whenDone(onStore([=](Store &store) {
                     return store.eraseOrder({order, reason, true});
                 }),
                 this, [promise](const Result<model::Erased> &erased) { promise.finish(erased); });
    });
    return announced(promise.future(), [this] { tellErased(); });
}

QFuture<Result<std::vector<model::DeletionRequest>>> LocalSession::deletionRequests()
{
    return onStore([](Store &store) { return store.deletionRequests(); });
}

QFuture<Result<model::DeletionRequest>> LocalSession::addDeletionRequest(model::NewDeletionRequest request)
{
    const auto done = onStore([=](Store &store) { return store.addDeletionRequest(request); });
    return announced(done, [] {});
}

QFuture<Result<model::CompletedRequest>> LocalSession::completeDeletionRequest(std::string id)
{
    const SharedPromise<Result<model::CompletedRequest>> promise;
    afterExports([this, promise, id] {
        whenDone(onStore([=](Store &store) { return store.completeDeletionRequest(id); }), this,
                 [promise](const Result<model::CompletedRequest> &completed) { promise.finish(completed); });
    });
    return announced(promise.future(), [this] { tellErased(); });
}

void LocalSession::tellErased()
{
    Q_EMIT connectionsChanged();
    Q_EMIT retentionChanged();
}

} // namespace sk::profile
