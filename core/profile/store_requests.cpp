// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/profile/held_classes.h"
#include "core/records/deletion_requests.h"
#include "core/records/held_tables.h"
#include "core/vault/transaction.h"

#include <algorithm>

// The register of deletion requests (DEL-6), and what ends a profile.
namespace sk::profile {

namespace {

constexpr std::size_t kMostOrders = 500;

/// The orders that were erased, from the certificates that name them; and whether the request's time is over.
void complete(model::DeletionRequest &request, const std::vector<model::Erased> &issued, Day today)
{
    request.overdue = request.isLateOn(today);
    for (model::RequestedOrder &requested : request.orders) {
        const auto certificate = std::ranges::find_if(issued, [&](const model::Erased &erased) {
            return !requested.certificate.empty() && erased.certificate.id == requested.certificate;
        });
        if (certificate != issued.end())
            requested.order = {certificate->certificate.subject};
    }
}

/// The word of an erasure certificate for a table: `orders`, `order-items`, `audit-entries`, …
std::string wordOfTable(std::string_view table)
{
    for (const HeldClass &heldClass : heldClasses()) {
        const auto isIt = [&](const HeldFields &fields) { return fields.table == table; };
        if (std::ranges::any_of(heldClass.fields, isIt))
            return std::string(heldClass.name);
    }
    return std::string(table);
}

} // namespace

Result<std::vector<model::DeletionRequest>> Store::deletionRequests()
{
    SK_ASSIGN(std::vector<model::DeletionRequest> requests, records::deletionRequests(m_vault));
    SK_ASSIGN(const std::vector<model::Erased> issued, certificates());
    for (model::DeletionRequest &request : requests)
        complete(request, issued, dayOf(m_time.now()));
    return requests;
}

Result<model::DeletionRequest> Store::addDeletionRequest(const model::NewDeletionRequest &request)
{
    if (request.orders.empty() || request.orders.size() > kMostOrders)
        return fail(ErrorKind::Usage, "a deletion request names 1 to 500 orders");
    for (const model::OrderId &order : request.orders)
        SK_TRY(model::checkOrderId(order));
    const Day today = dayOf(m_time.now());
    if (request.receivedOn > today)
        return fail(ErrorKind::Usage, "a deletion request cannot have been received after today");
    model::DeletionRequest entry{
        newUuid(m_world.random), request.askedBy, request.receivedOn, m_time.now(), std::nullopt, {}, false};
    entry.overdue = entry.isLateOn(today);
    for (const model::OrderId &order : request.orders) {
        const bool known = std::ranges::any_of(entry.orders, [&](const auto &other) { return other.order == order; });
        if (!known)
            entry.orders.push_back({order, {}});
    }
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::storeRequest(m_vault, entry));
    SK_TRY(m_audit.append({model::AuditActor::Owner,
                           model::AuditOperation::RequestRecorded,
                           {},
                           model::DataClass::None,
                           static_cast<std::int64_t>(entry.orders.size())},
                          m_time.now()));
    SK_TRY(transaction.commit());
    anchorSoon();
    return entry;
}

Result<model::CompletedRequest> Store::completeDeletionRequest(const std::string &id)
{
    SK_ASSIGN(const model::DeletionRequest request, records::findRequest(m_vault, id));
    model::CompletedRequest completed;
    std::optional<Error> onHold;
    for (const model::RequestedOrder &requested : request.orders) {
        if (!requested.certificate.empty())
            continue;
        auto erased = eraseOrder({requested.order, model::reasonOf(request.askedBy), false});
        if (erased)
            completed.erased.push_back(std::move(*erased));
        else if (erased.error().kind != ErrorKind::HoldInForce)
            return fail(erased.error());
        else if (!onHold)
            onHold = erased.error();
    }
    if (onHold && completed.erased.empty()) // else the register tells which are left
        return fail(*onHold);
    SK_ASSIGN(completed.request, records::findRequest(m_vault, id));
    SK_ASSIGN(const std::vector<model::Erased> issued, certificates());
    complete(completed.request, issued, dayOf(m_time.now()));
    return completed;
}

std::vector<std::string> Store::warningsOfRequests()
{
    const auto requests = records::deletionRequests(m_vault);
    if (!requests)
        return {"The register of deletion requests cannot be read: " + requests.error().detail};
    const Day today = dayOf(m_time.now());
    std::vector<std::string> warnings;
    for (const model::DeletionRequest &request : *requests) {
        if (request.isLateOn(today))
            warnings.push_back("Deletion request " + request.id + " was due on " + toIso(request.deadline())
                               + "; complete it.");
    }
    return warnings;
}

Result<ProfileErasure> Store::beginProfileErasure()
{
    ProfileErasure erasure;
    SK_ASSIGN(erasure.secrets, m_world.secrets.names());
    erasure.auditSeed = m_ring.auditSeed;
    records::PendingErasure facts{newUuid(m_world.random),
                                  model::ErasureScope::Profile,
                                  m_profileId,
                                  profileFacts().name,
                                  model::ErasureReason::OwnerRequest,
                                  true,
                                  m_time.now(),
                                  {}};
    SK_ASSIGN(const std::vector<records::TableHolding> tables, records::heldTables(m_vault));
    for (const records::TableHolding &table : tables) {
        const auto known = std::ranges::find(facts.counts, wordOfTable(table.table), &model::ErasedCount::what);
        if (known != facts.counts.end())
            known->erased += table.held.rows;
        else
            facts.counts.push_back({wordOfTable(table.table), table.held.rows});
    }
    SK_ASSIGN(const model::PiiStatus pii, m_pii.status(std::nullopt));
    SK_ASSIGN(erasure.exports, records::exportedFiles(m_vault));
    erasure.files = filesBelow(m_folder).value_or(0);
    facts.counts.push_back({"pii-values", pii.sealedRows});
    facts.counts.push_back({"held-values", pii.heldRows});
    facts.counts.push_back({"keychain-entries", static_cast<std::int64_t>(erasure.secrets.size())});
    SK_ASSIGN(erasure.certificate, certificateOf(facts));
    const bool sealedFile = profileFacts().secretStore == SecretStoreKind::File;
    erasure.certificate.outOfReach.emplace_back(sealedFile ? "folder-copies" : "profile-copies");
    erasure.certificate.outOfReach.emplace_back("amazon");
    return erasure;
}

} // namespace sk::profile
