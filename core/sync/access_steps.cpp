// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/access_steps.h"

#include "core/amazon/orders_parser.h"
#include "core/amazon/sellers_parser.h"
#include "core/audit/audit_reader.h"
#include "core/base/text.h"
#include "core/records/connection_repository.h"
#include "core/sync/addresses_feed.h"
#include "core/sync/orders_planner.h"
#include "core/vault/transaction.h"

#include <algorithm>

namespace sk::sync {

namespace {

using amazon::OperationId;

/// As short as a window can be and still be one: it is the answer that matters, not what is in it.
constexpr std::chrono::minutes kWindow{1};
/// A connection is stored after its credentials were tested: that test counts for them.
constexpr std::chrono::minutes kTestedBefore{1};
constexpr std::string_view kNewestOrder =
    "SELECT order_id FROM orders WHERE connection = ?1 ORDER BY created_at DESC LIMIT 1";

/// What an answer carried, looked at and dropped.
struct Content
{
    std::int64_t personal = 0; ///< values that are PII
    bool hasAddress = false;
};

void look(Content &content, const std::vector<model::PersonalValue> &values)
{
    content.personal += static_cast<std::int64_t>(values.size());
    content.hasAddress = content.hasAddress || std::any_of(values.begin(), values.end(), [](const auto &value) {
                             return value.path.starts_with("recipient.deliveryAddress.");
                         });
}

/// MalformedResponse when it is not what the model promises.
Result<Content> contentOf(OperationId operation, const QByteArray &bytes)
{
    const std::string_view body(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    Content content;
    switch (operation) {
    case OperationId::GetMarketplaceParticipations: SK_TRY(amazon::parseMarketplaces(body)); break;
    case OperationId::SearchOrders: {
        SK_ASSIGN(const amazon::OrdersPage page, amazon::parseOrdersPage(body));
        for (const amazon::ParsedOrder &order : page.orders)
            look(content, order.personal);
        break;
    }
    case OperationId::GetOrder: {
        SK_ASSIGN(const amazon::ParsedOrder order, amazon::parseOrder(body));
        look(content, order.personal);
        break;
    }
    }
    return content;
}

bool asksForAddress(const amazon::ApiCall &call)
{
    return std::any_of(call.query.begin(), call.query.end(),
                       [](const auto &pair) { return pair.second.find("RECIPIENT") != std::string::npos; });
}

amazon::Observation seenIn(const AccessAnswer &answer)
{
    amazon::Observation seen;
    seen.sent = answer.sent;
    seen.answered = answer.answered;
    seen.serverDate = answer.outcome.serverDate;
    if (!answer.outcome.response)
        seen.error = answer.outcome.response.error().kind;
    if (answer.outcome.attempts.empty())
        return seen; // nothing was sent
    const amazon::ApiAttempt &last = answer.outcome.attempts.back();
    seen.hurdle = last.hurdle;
    seen.unknownPath = last.unknownPath;
    seen.httpStatus = last.httpStatus;
    seen.requestId = last.requestId;
    seen.duration = last.duration;
    return seen;
}

} // namespace

Result<AccessStep> AccessSteps::step(Storage &storage, const std::optional<AccessAnswer> &answer)
{
    if (answer) {
        SK_TRY(note(storage, *answer));
    } else {
        SK_TRY(load(storage));
    }
    while (const auto check = amazon::nextCheck(m_facts, m_done)) {
        m_call.reset();
        AccessCall next;
        if (check->operation) {
            SK_ASSIGN(m_call, callFor(storage, *check->operation));
            if (!m_call) {
                amazon::Observation nothing;
                nothing.asked = false;
                m_done.push_back(nothing);
                continue;
            }
            SK_ASSIGN(const Ledger::Place place, m_ledger.reserve(storage, *check->operation, {}));
            next = {m_call, place.wait};
        }
        return AccessStep{report(storage, false), next};
    }
    return AccessStep{report(storage, true), std::nullopt};
}

Result<void> AccessSteps::load(Storage &storage)
{
    const records::ConnectionRepository repository(storage.vault);
    SK_ASSIGN(const model::Connection connection, repository.find(m_connection));
    if (connection.state == model::ConnectionState::Disconnected)
        return fail(ErrorKind::Usage, "this account is disconnected: there is nothing left to try; connect it again");
    SK_ASSIGN(const std::vector<model::Marketplace> marketplaces, repository.marketplaces(m_connection));
    m_marketplaces = model::participatingIn(marketplaces);
    m_region = connection.region;
    model::AuditFilter accepted;
    accepted.connection = m_connection;
    accepted.operation = model::AuditOperation::TokenRefreshed;
    accepted.succeeded = true;
    accepted.since = std::max(connection.authorisedAt, connection.secretEnteredAt) - kTestedBefore;
    SK_ASSIGN(const std::vector<std::int64_t> before, audit::findSequences(storage.vault, accepted));
    m_facts = {connection.kind, connection.features, storage.time.now(), connection.secretEnteredAt, !before.empty()};
    return {};
}

Result<void> AccessSteps::note(Storage &storage, const AccessAnswer &answer)
{
    const amazon::ApiOutcome &outcome = answer.outcome;
    if (outcome.serverDate)
        storage.time.trust(*outcome.serverDate);
    m_calls += static_cast<std::int64_t>(outcome.attempts.size());
    amazon::Observation seen = seenIn(answer);
    Content content;
    std::optional<Error> error;
    if (!outcome.response) {
        error = outcome.response.error();
    } else if (const auto kept = m_ledger.keepNewRefreshToken(storage, outcome); !kept) {
        error = kept.error();
    } else if (m_call) {
        const auto read = contentOf(m_call->operation, outcome.response->body);
        if (read)
            content = *read;
        else
            error = read.error();
        seen.addressMissing = read && asksForAddress(*m_call) && !content.hasAddress;
    }
    seen.error = error ? std::optional(error->kind) : std::nullopt;
    const auto operation = m_call ? std::optional(m_call->operation) : std::nullopt;
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(storage.vault));
    SK_TRY(m_ledger.record(storage, operation, outcome, 0, error ? &*error : nullptr));
    if (content.personal > 0)
        SK_TRY(storage.audit.append({model::AuditActor::System, model::AuditOperation::PiiRemoved, m_connection,
                                     model::DataClass::Pii, content.personal},
                                    storage.time.now()));
    if (error)
        SK_TRY(m_ledger.endConnection(storage, error->kind));
    SK_TRY(transaction.commit());
    m_done.push_back(std::move(seen));
    return {};
}

/// Nothing when there is nothing to try the operation on.
Result<std::optional<amazon::ApiCall>> AccessSteps::callFor(Storage &storage, OperationId operation)
{
    std::optional<amazon::ApiCall> call(amazon::ApiCall{operation, {}, {}});
    if (operation == OperationId::SearchOrders) {
        const Time until = storage.time.requestTime() - kBehindNow;
        call->query = {
            {"createdAfter", toIso(until - kWindow)}, {"createdBefore", toIso(until)}, {"maxResultsPerPage", "1"}};
        if (!m_marketplaces.empty())
            call->query.emplace_back("marketplaceIds", joined(m_marketplaces, ','));
    }
    if (operation != OperationId::GetOrder)
        return call;
    // The recipient is asked for where there is a purpose: an order that still has to be shipped (MIN-2).
    SK_ASSIGN(const std::vector<model::OrderId> open,
              storage.orders.awaitingAddress(m_connection, storage.time.now() - kOldestOpenOrder));
    if (!open.empty())
        return std::optional(addressCall(open.back()));
    SK_ASSIGN(vault::Statement newest, storage.vault.prepare(kNewestOrder));
    SK_TRY(newest.bindAll(m_connection.value));
    SK_ASSIGN(const bool any, newest.next());
    if (!any)
        return std::optional<amazon::ApiCall>();
    call->orderId = newest.text(0);
    return call;
}

model::AccessReport AccessSteps::report(Storage &storage, bool over) const
{
    return {m_connection, m_facts.kind, m_region, storage.time.now(), amazon::diagnose(m_facts, m_done, over), m_calls};
}

} // namespace sk::sync
