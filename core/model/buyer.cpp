// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/buyer.h"

#include "core/model/words.h"

#include <algorithm>
#include <array>

namespace sk::model {

namespace {

constexpr std::array kAskers{
    std::pair{RequestedBy::Amazon, std::string_view("amazon")},
    std::pair{RequestedBy::Buyer, std::string_view("buyer")},
};
constexpr std::size_t kLongestId = 64;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool belongsInAnId(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

} // namespace

std::string_view toWord(RequestedBy askedBy)
{
    return wordIn(kAskers, askedBy);
}

std::optional<RequestedBy> requestedByFromWord(std::string_view word)
{
    return valueIn(kAskers, word);
}

std::string_view stateOf(const DeletionRequest &request)
{
    if (request.doneAt)
        return "done";
    return request.overdue ? "overdue" : "open";
}

ErasureReason reasonOf(RequestedBy askedBy)
{
    return askedBy == RequestedBy::Amazon ? ErasureReason::AmazonRequest : ErasureReason::BuyerRequest;
}

Result<void> checkOrderId(const OrderId &order)
{
    const std::string &id = order.value;
    if (id.empty() || id.size() > kLongestId || !std::all_of(id.begin(), id.end(), belongsInAnId)
        || std::none_of(id.begin(), id.end(), isDigit)) // a buyer's name is no order id
        return fail(ErrorKind::Usage, "an order id has letters, digits and hyphens, as in 701-1234567-1234567");
    return {};
}

} // namespace sk::model
