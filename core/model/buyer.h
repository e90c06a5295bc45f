// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/erasure.h"

namespace sk::model {

// One buyer's rights (GOV-2, DEL-6): what is held about an order, and the register of deletion requests.

/// A column of a stored row as people read it: times in ISO 8601 UTC, amounts as decimal text.
struct HeldValue
{
    std::string name; ///< of the column; an amount carries its currency beside it
    std::optional<std::string> value;
    bool isNumber = false; ///< a whole number: JSON writes it as one
};

struct HeldRow
{
    std::vector<HeldValue> values;
};

struct HeldTable
{
    std::string name;  ///< `orders`, `order-items`, …: as an erasure certificate counts it
    std::string table; ///< of the schema: the inventory's words for its columns go by it
    std::vector<HeldRow> rows;
};

/// A sealed personal value, without what it says.
struct HeldPersonal
{
    std::string field; ///< its path in the PII registry
    Time receivedAt{};
    std::string origin; ///< the operation that brought it
    Day expiryDay{};    ///< from here on nobody can read it
};

/// What one connection holds of the order.
struct OrderHolding
{
    ConnectionId connection;
    std::string label; ///< as the user named it
    std::vector<HeldTable> tables;
    std::vector<HeldPersonal> personal;
};

/// A file that was written for the user and is remembered.
struct RememberedFile
{
    std::string path;
    Time writtenAt{};
    bool ofThisOrder = false; ///< a copy for the buyer; else an export that may hold the order among others
};

/// Everything that is held about the buyer of one order. The audit log names no orders.
struct OrderFound
{
    OrderId order;
    std::vector<OrderHolding> holdings; ///< one for each connection that holds something
    std::vector<RememberedFile> files;
    std::optional<Time> erasedAt;          ///< it was erased before: no sync stores it again
    std::vector<std::string> certificates; ///< ids of those that name the order

    [[nodiscard]] bool isHeld() const { return !holdings.empty(); }
};

/// Who asked for a deletion. Amazon's policy gives 30 days; the same is kept for a buyer.
enum class RequestedBy : std::uint8_t { Amazon, Buyer };

struct RequestedOrder
{
    OrderId order;
    std::string certificate; ///< of its erasure; empty until then
};

/// An entry of the register. It is done when each of its orders has its certificate.
struct DeletionRequest
{
    std::string id; ///< UUID
    RequestedBy askedBy = RequestedBy::Amazon;
    Day receivedOn{};
    Time recordedAt{};
    std::optional<Time> doneAt;
    std::vector<RequestedOrder> orders;
    bool overdue = false; ///< it is not done, and its time was over when it was asked for

    static constexpr std::chrono::days kTime{30};
    /// The last day on which the deletion is in time.
    [[nodiscard]] Day deadline() const { return receivedOn + kTime; }
    [[nodiscard]] bool isLateOn(Day today) const { return !doneAt && today > deadline(); }
};

/// What is entered into the register.
struct NewDeletionRequest
{
    RequestedBy askedBy = RequestedBy::Amazon;
    Day receivedOn{};
    std::vector<OrderId> orders;
};

/// A request that was carried out, with the certificates of what was erased for it now.
struct CompletedRequest
{
    DeletionRequest request;
    std::vector<Erased> erased;
};

/// Stable words: `amazon`, `buyer`; `open`, `overdue`, `done`.
[[nodiscard]] std::string_view toWord(RequestedBy askedBy);
[[nodiscard]] std::optional<RequestedBy> requestedByFromWord(std::string_view word);
[[nodiscard]] std::string_view stateOf(const DeletionRequest &request);
/// Why an order of such a request is erased.
[[nodiscard]] ErasureReason reasonOf(RequestedBy askedBy);

/// Usage unless it looks like an order's id: letters, hyphens and at least one digit, at most 64 of them.
[[nodiscard]] Result<void> checkOrderId(const OrderId &order);

} // namespace sk::model
