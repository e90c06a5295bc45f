// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/amazon/lwa.h"
#include "core/base/files.h"
#include "core/keys/hold_key.h"
#include "core/keys/ratchet.h"
#include "core/privacy/remnants.h"
#include "core/records/deletion_requests.h"
#include "core/records/erasure.h"
#include "core/records/inventory.h"
#include "core/vault/transaction.h"

#include <algorithm>
#include <limits>

// A connection is erased in steps, each of which may be the last: what is under way stands in pending_erasure, and the
// next opening goes on with it.
namespace sk::profile {

namespace {

constexpr std::int64_t kAllAtOnce = std::numeric_limits<std::int64_t>::max();

/// What became of the files that were written for the user.
struct Exports
{
    bool moved = false; ///< some are not there, or not what was written: the user's own by now
    bool older = false; ///< some hold rows of connections that were removed before: perhaps this account's, too
    bool kept = false;  ///< nobody asked for them to go
};

/// One after the other, each with its count: what interrupts this loses neither.
Result<Exports> removeExports(const vault::Database &vault, records::PendingErasure &pending)
{
    SK_ASSIGN(const std::vector<records::ExportedFile> files, records::exportedFiles(vault));
    SK_ASSIGN(const std::vector<model::Connection> present, records::ConnectionRepository(vault).all());
    const auto isPresent = [&](const model::ConnectionId &id) {
        return std::ranges::any_of(present, [&](const model::Connection &other) { return other.id == id; });
    };
    Exports exports;
    for (const records::ExportedFile &file : files) {
        if (std::ranges::find(file.connections, model::ConnectionId{pending.subject}) == file.connections.end()) {
            exports.older |= !std::ranges::all_of(file.connections, isPresent);
            continue;
        }
        if (!pending.takesAll) {
            exports.kept = true;
            continue;
        }
        if (!records::removeIfOurs(file)) {
            exports.moved = true;
            continue;
        }
        SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(vault));
        SK_TRY(records::forgetExport(vault, file.path));
        SK_TRY(records::countPending(vault, pending, "export-files", 1));
        SK_TRY(transaction.commit());
    }
    return exports;
}

std::vector<std::string> outOfReach(const Exports &exports, SecretStoreKind secrets, bool onHold, bool interrupted)
{
    std::vector<std::string> words;
    if (onHold)
        words.emplace_back(kOrdersOnHold);
    if (exports.moved)
        words.emplace_back("exports-moved");
    if (exports.kept)
        words.emplace_back("exports-kept");
    if (exports.older)
        words.emplace_back("exports-older");
    if (interrupted)
        words.emplace_back("interrupted");
    // In a copy of the sealed file the keys are still there, for whoever has the passphrase.
    words.emplace_back(secrets == SecretStoreKind::File ? "folder-copies" : "os-snapshots");
    words.emplace_back("amazon");
    return words;
}

/// The register of holds outlives an erasure that only a date asked for.
void leaveOutHolds(std::vector<model::ErasedCount> &counts)
{
    std::erase_if(counts, [](const model::ErasedCount &count) { return count.what == "holds"; });
}

} // namespace

Result<std::int64_t> Store::secretsLeft(const model::ConnectionId &id)
{
    std::int64_t left = 0;
    for (const std::string &entry : {amazon::tokenEntry(id.value), keys::ratchetEntry(id.value)}) {
        const auto read = m_world.secrets.read(entry);
        if (!read && read.error().kind != ErrorKind::NotFound)
            return fail(read.error());
        left += read ? 1 : 0;
    }
    return left;
}

Result<std::int64_t> Store::holdKeysLeft(const std::vector<model::Hold> &holds)
{
    std::int64_t left = 0;
    for (const model::Hold &hold : holds) {
        const auto read = m_world.secrets.read(keys::holdEntry(hold.id));
        if (!read && read.error().kind != ErrorKind::NotFound)
            return fail(read.error());
        left += read ? 1 : 0;
    }
    return left;
}

Result<std::vector<model::ErasureCheck>> Store::checkErased(const records::PendingErasure &pending,
                                                            const Erasing &erasing)
{
    const model::ConnectionId id{pending.subject};
    SK_ASSIGN(std::vector<model::ErasedCount> rows, records::rowsOfConnection(m_vault, id));
    if (!pending.takesAll)
        leaveOutHolds(rows);
    SK_ASSIGN(const model::PiiStatus pii, m_pii.status(id));
    const auto entries = secretsLeft(id); // a keychain that went away costs its check, not the certificate
    const auto holdKeys = holdKeysLeft(erasing.holds);
    const ByteSearch search(erasing.identifiers);
    return std::vector<model::ErasureCheck>{
        {"rows", static_cast<std::int64_t>(rows.size()), sumOf(rows), true},
        {"pii-values", pending.takesAll ? 2 : 1, pii.sealedRows + (pending.takesAll ? pii.heldRows : 0), true},
        {"keychain", 2 + static_cast<std::int64_t>(erasing.holds.size()), entries.value_or(0) + holdKeys.value_or(0),
         entries.has_value() && holdKeys.has_value()},
        privacy::searchPages(m_vault, "vault-pages", search),
        privacy::searchPages(m_pii.database(), "pii-pages", search),
        privacy::searchFiles(m_folder, search),
    };
}

Result<void> Store::checkHolds(const std::vector<model::Hold> &holds, model::ErasureReason reason) const
{
    if (holds.empty() || reason == model::ErasureReason::OwnerRequest)
        return {};
    return fail(ErrorKind::HoldInForce,
                std::to_string(holds.size()) + " of them, among others of order " + holds.front().order.value
                    + " until " + toIso(holds.front().until));
}

Result<model::Erased> Store::erase(const ErasureRequest &request)
{
    SK_ASSIGN(const std::vector<model::Hold> holds, unendedHolds(request.connection));
    SK_TRY(checkHolds(holds, request.reason));
    SK_ASSIGN(const records::PendingErasure pending, beginErasure(request));
    SK_ASSIGN(EraseBatch batch, eraseBatch(pending, kAllAtOnce));
    return std::move(*batch.erased); // all at once is the last batch
}

/// Takes note of what there is, in the transaction that disconnects. An erasure that is under way is gone on with.
Result<records::PendingErasure> Store::beginErasure(const ErasureRequest &request)
{
    const model::ConnectionId &id = request.connection;
    SK_ASSIGN(std::optional<records::PendingErasure> known,
              records::findPending(m_vault, model::ErasureScope::Connection, id.value));
    if (known && request.takesAll && !known->takesAll)
        return widenErasure(std::move(*known), request.reason);
    if (known)
        return *known;
    const records::ConnectionRepository repository(m_vault);
    SK_ASSIGN(const model::Connection connection, repository.find(id));
    records::PendingErasure pending{newUuid(m_world.random),
                                    model::ErasureScope::Connection,
                                    id.value,
                                    connection.label,
                                    request.reason,
                                    request.takesAll,
                                    m_time.now(),
                                    {}};
    SK_ASSIGN(pending.counts, records::rowsOfConnection(m_vault, id));
    SK_ASSIGN(const model::PiiStatus pii, m_pii.status(id));
    SK_ASSIGN(const std::int64_t entries, secretsLeft(id));
    leaveOutHolds(pending.counts);
    pending.counts.push_back({"pii-values", pii.sealedRows});
    pending.counts.push_back({"keychain-entries", entries});
    pending.counts.push_back({"export-files", 0});
    if (request.takesAll)
        SK_TRY(countHolds(id, pending));

    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::storePending(m_vault, pending));
    SK_TRY(repository.setState(id, model::ConnectionState::Disconnected, std::nullopt, dayOf(m_time.now())));
    SK_TRY(repository.setOldSecret(id, std::nullopt));
    if (connection.state != model::ConnectionState::Disconnected)
        SK_TRY(m_audit.append({model::AuditActor::Owner, model::AuditOperation::ConnectionDisconnected, id,
                               model::DataClass::Credentials},
                              m_time.now()));
    SK_TRY(transaction.commit());
    m_destroyed.erase(id);
    return pending;
}

/// Somebody asks for the rest of what a date had begun.
Result<records::PendingErasure> Store::widenErasure(records::PendingErasure pending, model::ErasureReason reason)
{
    pending.reason = reason;
    pending.takesAll = true;
    SK_TRY(countHolds({pending.subject}, pending));
    SK_TRY(records::widenPending(m_vault, pending));
    m_erasing.erase(pending.id); // exports and holds come before the rows that are left
    return pending;
}

Result<void> Store::countHolds(const model::ConnectionId &id, records::PendingErasure &pending)
{
    SK_ASSIGN(const std::vector<model::Hold> registered, holds());
    SK_ASSIGN(const std::vector<model::Hold> unended, unendedHolds(id));
    SK_ASSIGN(const model::PiiStatus pii, m_pii.status(id));
    const auto records =
        std::ranges::count_if(registered, [&](const model::Hold &hold) { return hold.connection == id; });
    pending.counts.push_back({"holds", static_cast<std::int64_t>(records)});
    pending.counts.push_back({"held-values", pii.heldRows});
    const auto entries = std::ranges::find(pending.counts, "keychain-entries", &model::ErasedCount::what);
    entries->erased += static_cast<std::int64_t>(unended.size());
    return {};
}

/// Texts that stay and may name an order: open deletion requests, erasures of orders under way, paths of exports that
/// are the owner's by now. Finding the order in these is no remnant.
Result<Store::NamedElsewhere> Store::namedElsewhere()
{
    NamedElsewhere named;
    SK_ASSIGN(const std::vector<model::DeletionRequest> requests, records::deletionRequests(m_vault));
    for (const model::DeletionRequest &request : requests) {
        for (const model::RequestedOrder &order : request.orders)
            named.orders.insert(order.order.value);
    }
    SK_ASSIGN(const std::vector<records::PendingErasure> begun, records::pendingErasures(m_vault));
    for (const records::PendingErasure &pending : begun) {
        if (pending.scope == model::ErasureScope::Order)
            named.orders.insert(pending.subject);
    }
    SK_ASSIGN(const std::vector<model::Erased> issued, certificates());
    for (const model::Erased &erased : issued) {
        if (erased.certificate.scope == model::ErasureScope::Order)
            named.orders.insert(erased.certificate.subject);
    }
    SK_ASSIGN(const std::vector<records::ExportedFile> files, records::exportedFiles(m_vault));
    for (const records::ExportedFile &file : files)
        named.paths += toUtf8(file.path) + '\n';
    return named;
}

/// Before the rows: secrets, then exports and holds. After a crash it is done again; then the rows that went before it
/// cannot be looked for any more.
Result<Store::Erasing> Store::startErasing(records::PendingErasure &pending)
{
    const model::ConnectionId id{pending.subject};
    SK_ASSIGN(const model::Connection connection, records::ConnectionRepository(m_vault).find(id));
    SK_TRY(destroySecretsAgain(connection));
    Erasing erasing;
    SK_ASSIGN(erasing.identifiers, records::identifiersOf(m_vault, id));
    SK_ASSIGN(const Exports exports, removeExports(m_vault, pending));
    bool onHold = false;
    if (pending.takesAll) {
        SK_ASSIGN(erasing.holds, unendedHolds(id));
        SK_TRY(eraseHolds(id));
    } else {
        SK_ASSIGN(const std::vector<model::Hold> registered, holds());
        for (const model::Hold &hold : registered) { // their register goes on naming these orders
            if (hold.connection != id)
                continue;
            onHold |= !hold.ended;
            std::erase(erasing.identifiers, hold.order.value);
        }
    }
    SK_ASSIGN(const NamedElsewhere named, namedElsewhere());
    std::erase_if(erasing.identifiers, [&](const std::string &identifier) {
        return named.orders.contains(identifier) || named.paths.find(identifier) != std::string::npos;
    });
    SK_ASSIGN(const std::vector<model::ErasedCount> present, records::rowsOfConnection(m_vault, id));
    const bool interrupted = countOf(present, "orders") < countOf(pending.counts, "orders");
    erasing.outOfReach = outOfReach(exports, profileFacts().secretStore, onHold, interrupted);
    return erasing;
}

/// The connection's own row goes with the last batch, and in the same transaction stands what was found afterwards. So
/// there is never an erasure without its certificate.
Result<Store::EraseBatch> Store::eraseBatch(records::PendingErasure pending, std::int64_t ordersAtOnce)
{
    const model::ConnectionId id{pending.subject};
    auto at = m_erasing.find(pending.id);
    if (at == m_erasing.end()) {
        SK_ASSIGN(Erasing started, startErasing(pending));
        at = m_erasing.emplace(pending.id, std::move(started)).first;
    }
    EraseBatch batch;
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_ASSIGN(const records::DeletedOrders deleted, records::deleteOrdersOf(m_vault, id, ordersAtOnce));
    batch.rows = deleted.orders + deleted.items;
    const bool last = deleted.orders < ordersAtOnce;
    if (last) {
        const records::ConnectionRepository repository(m_vault);
        SK_ASSIGN(const std::vector<model::Marketplace> marketplaces, repository.marketplaces(id));
        batch.rows += static_cast<std::int64_t>(marketplaces.size());
        SK_TRY(repository.remove(id));
    }
    SK_TRY(m_audit.append(
        {model::AuditActor::System, model::AuditOperation::ConnectionPurged, id, model::DataClass::Orders, batch.rows},
        m_time.now()));
    if (!last) {
        SK_TRY(transaction.commit());
        return batch;
    }
    SK_ASSIGN(model::ErasureCertificate certificate, certificateOf(pending));
    SK_ASSIGN(certificate.checks, checkErased(pending, at->second));
    certificate.outOfReach = at->second.outOfReach;
    SK_ASSIGN(batch.erased, certified(std::move(certificate), pending.id));
    SK_TRY(transaction.commit());
    m_erasing.erase(at);
    m_destroyed.erase(id);
    SK_TRY(m_vault.checkpoint());
    SK_TRY(m_pii.database().checkpoint());
    SK_TRY(writeAnchor());
    return batch;
}

} // namespace sk::profile
