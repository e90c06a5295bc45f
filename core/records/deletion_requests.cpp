// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/deletion_requests.h"

namespace sk::records {

namespace {

Result<std::vector<model::RequestedOrder>> ordersOf(const vault::Database &database, const std::string &request)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT order_id, certificate FROM deletion_request_order WHERE request = ?1"
                               " ORDER BY position"));
    SK_TRY(select.bindAll(request));
    std::vector<model::RequestedOrder> orders;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return orders;
        orders.push_back({{select.text(0)}, select.text(1)});
    }
}

} // namespace

Result<void> storeRequest(const vault::Database &database, const model::DeletionRequest &request)
{
    SK_ASSIGN(vault::Statement insert,
              database.prepare("INSERT INTO deletion_request (id, asked_by, received_on, recorded_at, done_at)"
                               " VALUES (?1, ?2, ?3, ?4, ?5)"));
    SK_TRY(insert.run(request.id, model::toWord(request.askedBy), toDayNumber(request.receivedOn), request.recordedAt,
                      request.doneAt));
    SK_ASSIGN(vault::Statement order,
              database.prepare("INSERT INTO deletion_request_order (request, position, order_id, certificate)"
                               " VALUES (?1, ?2, ?3, ?4)"));
    std::int32_t position = 0;
    for (const model::RequestedOrder &requested : request.orders)
        SK_TRY(order.run(request.id, ++position, requested.order.value, requested.certificate));
    return {};
}

Result<std::vector<model::DeletionRequest>> deletionRequests(const vault::Database &database)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT id, asked_by, received_on, recorded_at, done_at FROM deletion_request"
                               " ORDER BY done_at IS NOT NULL, CASE WHEN done_at IS NULL THEN received_on END,"
                               " done_at DESC, recorded_at, id"));
    std::vector<model::DeletionRequest> requests;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            break;
        const auto askedBy = model::requestedByFromWord(select.text(1));
        if (!askedBy)
            return fail(ErrorKind::Database, "a deletion request does not say who asked");
        requests.push_back({select.text(0),
                            *askedBy,
                            fromDayNumber(static_cast<std::int32_t>(select.integer(2))),
                            select.time(3),
                            select.optionalTime(4),
                            {},
                            false});
    }
    for (model::DeletionRequest &request : requests) {
        SK_ASSIGN(request.orders, ordersOf(database, request.id));
    }
    return requests;
}

Result<model::DeletionRequest> findRequest(const vault::Database &database, const std::string &id)
{
    SK_ASSIGN(std::vector<model::DeletionRequest> all, deletionRequests(database));
    for (model::DeletionRequest &request : all) {
        if (request.id == id)
            return std::move(request);
    }
    return fail(ErrorKind::NotFound, "no deletion request " + id);
}

Result<void> answerRequests(const vault::Database &database, const model::OrderId &order,
                            const std::string &certificate, Time now)
{
    SK_ASSIGN(vault::Statement name,
              database.prepare("UPDATE deletion_request_order SET order_id = '', certificate = ?2"
                               " WHERE order_id = ?1"));
    SK_TRY(name.run(order.value, certificate));
    SK_ASSIGN(vault::Statement finish,
              database.prepare("UPDATE deletion_request SET done_at = ?1 WHERE done_at IS NULL AND NOT EXISTS"
                               " (SELECT 1 FROM deletion_request_order WHERE request = id AND certificate = '')"));
    return finish.run(now);
}

} // namespace sk::records
