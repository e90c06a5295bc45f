// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/base/files.h"
#include "core/base/logging.h"
#include "core/privacy/remnants.h"
#include "core/records/deletion_requests.h"
#include "core/records/hold_repository.h"
#include "core/records/one_order.h"
#include "core/vault/transaction.h"

#include <algorithm>

// One buyer's rights (GOV-2): what is held about an order, the copy for its buyer, its erasure.
namespace sk::profile {

namespace {

const privacy::PiiField *fieldOf(std::int32_t number)
{
    const auto known = std::ranges::find(privacy::kPiiFields, number, &privacy::PiiField::number);
    return known == privacy::kPiiFields.end() ? nullptr : &*known;
}

/// Copies that were written for the buyer go and are forgotten; one that was moved or changed is the owner's by now.
struct Copies
{
    bool moved = false;
    bool kept = false; ///< exports that may hold the order among others
};

Result<Copies> removeCopies(const vault::Database &vault, records::PendingErasure &pending, const Sha256 &mark,
                            const std::vector<model::ConnectionId> &connections)
{
    SK_ASSIGN(const std::vector<records::ExportedFile> files, records::exportedFiles(vault));
    Copies copies;
    for (const records::ExportedFile &file : files) {
        if (!std::ranges::equal(file.orderMark, mark)) {
            copies.kept |= file.orderMark.empty() && std::ranges::any_of(file.connections, [&](const auto &id) {
                               return std::ranges::find(connections, id) != connections.end();
                           });
            continue;
        }
        const bool removed = records::removeIfOurs(file);
        copies.moved |= !removed;
        SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(vault));
        SK_TRY(records::forgetExport(vault, file.path)); // its name may be the order's
        SK_TRY(records::countPending(vault, pending, "export-files", removed ? 1 : 0));
        SK_TRY(transaction.commit());
    }
    return copies;
}

std::vector<std::string> outOfReach(const Copies &copies, bool hadValues, bool interrupted)
{
    std::vector<std::string> words;
    if (copies.moved)
        words.emplace_back("exports-moved");
    if (copies.kept)
        words.emplace_back("exports-with-order");
    if (interrupted)
        words.emplace_back("interrupted");
    words.emplace_back(hadValues ? "order-copies-pii" : "order-copies");
    words.emplace_back("amazon");
    return words;
}

} // namespace

Result<model::OrderFound> Store::findOrder(const model::OrderId &order)
{
    SK_TRY(model::checkOrderId(order));
    model::OrderFound found;
    found.order = order;
    SK_ASSIGN(const std::vector<privacy::SealedOf> sealed, m_pii.sealedOf(order));
    SK_ASSIGN(std::vector<model::ConnectionId> connections, records::connectionsWith(m_vault, order));
    for (const privacy::SealedOf &value : sealed) {
        if (std::ranges::find(connections, value.connection) == connections.end())
            connections.push_back(value.connection);
    }
    for (const model::ConnectionId &id : connections) {
        model::OrderHolding holding{id, {}, {}, {}};
        if (const auto known = records::ConnectionRepository(m_vault).find(id))
            holding.label = known->label;
        SK_ASSIGN(holding.tables, records::rowsOf(m_vault, id, order));
        for (const privacy::SealedOf &value : sealed) {
            const privacy::PiiField *field = fieldOf(value.field);
            if (value.connection == id && field != nullptr)
                holding.personal.push_back({std::string(field->path), value.receivedAt, value.origin, value.expiryDay});
        }
        found.holdings.push_back(std::move(holding));
    }
    SK_ASSIGN(const std::vector<records::ExportedFile> files, records::exportedFiles(m_vault));
    const Sha256 mark = m_erased.markOf(order);
    for (const records::ExportedFile &file : files) {
        const bool isCopy = std::ranges::equal(file.orderMark, mark);
        const bool mayHold = file.orderMark.empty() && std::ranges::any_of(file.connections, [&](const auto &id) {
                                 return std::ranges::find(connections, id) != connections.end();
                             });
        if (isCopy || mayHold)
            found.files.push_back({toUtf8(file.path), file.exportedAt, isCopy});
    }
    SK_ASSIGN(found.erasedAt, m_erased.erasedAt(order));
    SK_ASSIGN(const std::vector<model::Erased> issued, certificates());
    for (const model::Erased &erased : issued) {
        if (erased.certificate.scope == model::ErasureScope::Order && erased.certificate.subject == order.value)
            found.certificates.push_back(erased.certificate.id);
    }
    return found;
}

Result<BuyerCopy> Store::buyerCopy(const model::OrderId &order)
{
    SK_TRY(expireIfNewDay()); // before anything is opened (RET-1)
    SK_ASSIGN(model::OrderFound found, findOrder(order));
    BuyerCopy copy{std::move(found), {}};
    for (const model::OrderHolding &holding : copy.found.holdings) {
        if (holding.personal.empty())
            continue;
        SK_ASSIGN(std::vector<privacy::KeptValue> values, m_pii.reveal(holding.connection, order));
        for (const model::HeldPersonal &personal : holding.personal) {
            const auto open = std::ranges::find_if(values, [&personal](const privacy::KeptValue &value) {
                const privacy::PiiField *field = fieldOf(value.field);
                return field != nullptr && field->path == personal.field;
            });
            copy.values.push_back(open == values.end() ? secrets::Secret()
                                                       : secrets::Secret::copyOf(asBytes(open->value)));
        }
        for (privacy::KeptValue &value : values)
            secrets::wipe(value.value);
    }
    return copy;
}

Result<void> Store::recordBuyerCopy(const model::OrderFound &found)
{
    for (const model::OrderHolding &holding : found.holdings) {
        std::int64_t values = static_cast<std::int64_t>(holding.personal.size());
        for (const model::HeldTable &table : holding.tables)
            values += static_cast<std::int64_t>(table.rows.size());
        SK_TRY(audit({model::AuditActor::Owner, model::AuditOperation::BuyerExported, holding.connection,
                      holding.personal.empty() ? model::DataClass::Orders : model::DataClass::Pii, values}));
    }
    return {};
}

Result<void> Store::rememberBuyerCopy(const model::OrderId &order, const std::filesystem::path &file)
{
    SK_ASSIGN(const Sha256 hash, sha256OfFile(file));
    SK_ASSIGN(const std::vector<model::ConnectionId> connections, records::connectionsWith(m_vault, order));
    SK_ASSIGN(const std::vector<privacy::SealedOf> sealed, m_pii.sealedOf(order));
    if (connections.empty() && sealed.empty()) // erased meanwhile: no erasure would find the file any more
        return fail(ErrorKind::NotFound, "nothing is held of order " + order.value + " any more");
    const Sha256 mark = m_erased.markOf(order);
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::rememberExport(
        m_vault,
        {file, "buyer", 1, {hash.begin(), hash.end()}, m_time.now(), connections, {mark.begin(), mark.end()}}));
    return transaction.commit();
}

Result<model::Erased> Store::eraseOrder(const OrderErasure &request)
{
    SK_TRY(model::checkOrderId(request.order));
    SK_ASSIGN(std::vector<model::Hold> inForce, holds());
    std::erase_if(inForce, [&](const model::Hold &hold) { return hold.order != request.order || hold.ended; });
    if (!inForce.empty()) // whoever asks: the owner releases it, or does not erase
        return fail(ErrorKind::HoldInForce,
                    "order " + request.order.value + " is on hold until " + toIso(inForce.front().until));
    SK_ASSIGN(const records::PendingErasure pending, beginErasure(request));
    return finishOrderErasure(pending);
}

/// From here on no sync stores the order.
Result<records::PendingErasure> Store::beginErasure(const OrderErasure &request)
{
    const model::OrderId &order = request.order;
    SK_ASSIGN(const std::optional<records::PendingErasure> known,
              records::findPending(m_vault, model::ErasureScope::Order, order.value));
    if (known)
        return *known;
    records::PendingErasure pending{
        newUuid(m_world.random), model::ErasureScope::Order, order.value, {}, request.reason, true, m_time.now(), {}};
    SK_ASSIGN(pending.counts, records::countOrder(m_vault, order));
    SK_ASSIGN(const std::vector<privacy::SealedOf> sealed, m_pii.sealedOf(order));
    pending.counts.push_back({"pii-values", static_cast<std::int64_t>(sealed.size())});
    if (request.mustBeHeld && sumOf(pending.counts) == 0)
        return fail(ErrorKind::NotFound, "nothing is held of order " + order.value);
    pending.counts.push_back({"export-files", 0});
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::storePending(m_vault, pending));
    SK_TRY(m_erased.add(order, m_time.now()));
    SK_TRY(transaction.commit());
    return pending;
}

/// What would be recognised if it were left: the order's id, the ids of its items, and what the buyer's address says.
/// An earlier certificate names the order as well; then its id cannot be looked for.
Result<std::vector<std::string>> Store::tracesOf(const model::OrderId &order)
{
    SK_ASSIGN(const model::OrderFound found, findOrder(order));
    SK_ASSIGN(std::vector<std::string> traces, records::itemsOf(m_vault, order));
    if (found.certificates.empty())
        traces.push_back(order.value);
    for (const model::OrderHolding &holding : found.holdings) {
        const auto values = m_pii.reveal(holding.connection, order);
        for (const privacy::KeptValue &value : values.value_or(std::vector<privacy::KeptValue>())) {
            const privacy::PiiField *field = fieldOf(value.field);
            if (field != nullptr && field->piiClass == privacy::PiiClass::A) // a town may stand elsewhere, too
                traces.push_back(value.value);
        }
    }
    return traces;
}

Result<std::vector<model::ErasureCheck>> Store::checkErased(const model::OrderId &order, const ByteSearch &search)
{
    SK_ASSIGN(const std::vector<model::ErasedCount> rows, records::countOrder(m_vault, order));
    SK_ASSIGN(const std::vector<privacy::SealedOf> sealed, m_pii.sealedOf(order));
    return std::vector<model::ErasureCheck>{
        {"rows", static_cast<std::int64_t>(rows.size()), sumOf(rows), true},
        {"pii-values", 1, static_cast<std::int64_t>(sealed.size()), true},
        privacy::searchPages(m_vault, "vault-pages", search),
        privacy::searchPages(m_pii.database(), "pii-pages", search),
        privacy::searchFiles(m_folder, search),
    };
}

/// Sealed values first, then copies; rows, register and certificate are one transaction.
Result<model::Erased> Store::finishOrderErasure(records::PendingErasure pending)
{
    const model::OrderId order{pending.subject};
    SK_ASSIGN(const std::vector<std::string> traces, tracesOf(order));
    SK_ASSIGN(const std::vector<model::ConnectionId> connections, records::connectionsWith(m_vault, order));
    SK_ASSIGN(const std::vector<privacy::SealedOf> sealed, m_pii.sealedOf(order));
    const std::int64_t values = countOf(pending.counts, "pii-values");
    const bool interrupted = static_cast<std::int64_t>(sealed.size()) < values;
    SK_TRY(m_pii.forget(order));
    SK_ASSIGN(const Copies copies, removeCopies(m_vault, pending, m_erased.markOf(order), connections));

    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_vault));
    SK_TRY(records::deleteOrder(m_vault, order));
    SK_ASSIGN(const std::int64_t ended, records::HoldRepository(m_vault).removeEndedOf(order)); // of holds that ended
    pending.counts.push_back({"holds", ended});
    SK_ASSIGN(const std::int64_t mentions, records::forgetMentions(m_vault, order));
    pending.counts.push_back({"order-mentions", mentions});
    SK_TRY(records::answerRequests(m_vault, order, pending.id, m_time.now()));
    SK_TRY(records::dropPending(m_vault,
                                pending.id)); // it names the order, which is looked for before certified() does it
    SK_TRY(m_audit.append({model::AuditActor::Owner, model::AuditOperation::OrderErased,
                           connections.size() == 1 ? connections.front() : model::ConnectionId(),
                           values > 0 ? model::DataClass::Pii : model::DataClass::Orders, sumOf(pending.counts)},
                          m_time.now()));
    SK_ASSIGN(model::ErasureCertificate certificate, certificateOf(pending));
    SK_ASSIGN(certificate.checks, checkErased(order, ByteSearch(traces)));
    certificate.outOfReach = outOfReach(copies, values > 0, interrupted);
    SK_ASSIGN(model::Erased erased, certified(std::move(certificate), pending.id));
    SK_TRY(transaction.commit());
    SK_TRY(m_vault.checkpoint());
    SK_TRY(writeAnchor());
    return erased;
}

/// Erasures of orders that a crash left half done. What fails now is tried again at the next opening.
void Store::finishInterruptedOrders()
{
    const auto all = records::pendingErasures(m_vault);
    for (const records::PendingErasure &pending : all.value_or(std::vector<records::PendingErasure>())) {
        if (pending.scope != model::ErasureScope::Order)
            continue;
        if (const auto erased = finishOrderErasure(pending); !erased)
            qCWarning(lcPrivacy, "an erasure waits to be finished: %s", erased.error().detail.c_str());
    }
}

} // namespace sk::profile
