// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/order.h"

#include <algorithm>
#include <limits>

namespace sk::model {

namespace {

/// Stops at the ends of 64 bits: hostile figures are no undefined behaviour.
std::int64_t sum(std::int64_t a, std::int64_t b)
{
    using Limits = std::numeric_limits<std::int64_t>;
    if (b > 0 && a > Limits::max() - b)
        return Limits::max();
    if (b < 0 && a < Limits::min() - b)
        return Limits::min();
    return a + b;
}

/// Of the lines in this currency: an amount in another one cannot be added to them.
std::optional<std::int64_t> lineAmount(const std::vector<ProceedsLine> &lines, const std::string &currency,
                                       std::string_view type, std::string_view subtype)
{
    std::optional<std::int64_t> total;
    for (const ProceedsLine &line : lines) {
        if (line.type == type && line.subtype == subtype && line.amount.currency == currency)
            total = sum(total.value_or(0), line.amount.minor);
    }
    return total;
}

} // namespace

std::string OrderItem::currency() const
{
    if (proceedsTotal)
        return proceedsTotal->currency;
    if (!proceeds.empty())
        return proceeds.front().amount.currency;
    if (unitPrice)
        return unitPrice->currency;
    return pointsValue ? pointsValue->currency : std::string();
}

std::string Order::currency() const
{
    if (grandTotal)
        return grandTotal->currency;
    if (!proceeds.empty())
        return proceeds.front().amount.currency;
    for (const OrderItem &item : items) {
        if (std::string own = item.currency(); !own.empty())
            return own;
    }
    return {};
}

std::optional<std::int64_t> Order::total(std::string_view type) const
{
    const std::string unit = currency();
    if (const auto own = lineAmount(proceeds, unit, type, {}))
        return own;
    std::optional<std::int64_t> all;
    for (const OrderItem &item : items) {
        if (const auto amount = lineAmount(item.proceeds, unit, type, {}))
            all = sum(all.value_or(0), *amount);
    }
    return all;
}

std::int64_t Order::units() const
{
    std::int64_t all = 0;
    for (const OrderItem &item : items)
        all = sum(all, item.quantity);
    return all;
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
    return std::any_of(packages.begin(), packages.end(),
                       [](const OrderPackage &package) { return package.status == "DELIVERED"; });
}

std::optional<std::int64_t> itemAmount(const OrderItem &item, std::string_view type)
{
    const std::string unit = item.currency();
    const auto detailed = lineAmount(item.proceeds, unit, type, "ITEM");
    return detailed ? detailed : lineAmount(item.proceeds, unit, type, {});
}

} // namespace sk::model
