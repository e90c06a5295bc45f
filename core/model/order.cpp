// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/order.h"

#include <algorithm>

namespace sk::model {

namespace {

std::optional<std::int64_t> lineAmount(const std::vector<ProceedsLine> &lines, std::string_view type, std::string_view subtype)
{
    std::optional<std::int64_t> sum;
    for (const ProceedsLine &line : lines) {
        if (line.type == type && line.subtype == subtype)
            sum = sum.value_or(0) + line.amount.minor;
    }
    return sum;
}

} // namespace

std::string Order::currency() const
{
    if (grandTotal)
        return grandTotal->currency;
    if (!proceeds.empty())
        return proceeds.front().amount.currency;
    for (const OrderItem &item : items) {
        if (item.proceedsTotal)
            return item.proceedsTotal->currency;
        if (!item.proceeds.empty())
            return item.proceeds.front().amount.currency;
        if (item.unitPrice)
            return item.unitPrice->currency;
    }
    return {};
}

std::optional<std::int64_t> Order::total(std::string_view type) const
{
    if (const auto own = lineAmount(proceeds, type, {}))
        return own;
    std::optional<std::int64_t> sum;
    for (const OrderItem &item : items) {
        if (const auto amount = lineAmount(item.proceeds, type, {}))
            sum = sum.value_or(0) + *amount;
    }
    return sum;
}

std::int64_t Order::units() const
{
    std::int64_t sum = 0;
    for (const OrderItem &item : items)
        sum += item.quantity;
    return sum;
}

std::optional<Time> Order::firstShippedAt() const
{
    std::optional<Time> first;
    for (const OrderPackage &package : packages) {
        if (package.shippedAt)
            first = first ? std::min(*first, *package.shippedAt) : *package.shippedAt;
    }
    return first;
}

bool Order::isDelivered() const
{
    return std::any_of(packages.begin(), packages.end(), [](const OrderPackage &package) { return package.status == "DELIVERED"; });
}

std::optional<std::int64_t> itemAmount(const OrderItem &item, std::string_view type)
{
    const auto detailed = lineAmount(item.proceeds, type, "ITEM");
    return detailed ? detailed : lineAmount(item.proceeds, type, {});
}

} // namespace sk::model
