// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/order_book.h"

#include "app/simulator/order_items.h"
#include "app/simulator/random.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace sk::simulator {

namespace {

bool matches(const OrderFacts &order, const OrderFilter &filter)
{
    if (order.created > filter.visible || order.created < filter.oldestCreated)
        return false;
    const Millis time = filter.byUpdate ? lastUpdatedAt(order, filter.visible) : order.created;
    if (time < filter.from || time > filter.until)
        return false;
    if (order.merchant ? !filter.merchant : !filter.amazon)
        return false;
    if (filter.marketplaces != 0 && (filter.marketplaces & (1U << order.marketplace)) == 0)
        return false;
    return filter.statuses == 0
        || (filter.statuses & (1U << static_cast<unsigned>(statusAt(order, filter.visible)))) != 0;
}

/// A moment inside the history: more orders towards the end, as a growing shop has them.
Millis drawCreation(Random &random, Millis start, Millis span)
{
    const double position = std::pow(random.unit(), 0.75);
    return start + static_cast<Millis>(position * static_cast<double>(span));
}

} // namespace

OrderBook::OrderBook(const Options &options, std::vector<const Marketplace *> marketplaces, Millis visible)
    : m_marketplaces(std::move(marketplaces))
    , m_seed(options.seed)
    , m_merchantShare(options.merchantShare)
{
    Random random = streamFor(options.seed, "creations");
    const Millis span = options.historyDays * kDay;
    std::vector<Millis> times;
    times.reserve(static_cast<std::size_t>(options.orders));
    for (int i = 0; i < options.orders; ++i)
        times.push_back(drawCreation(random, visible - span, span));
    std::ranges::sort(times);
    m_orders.reserve(times.size());
    m_byTail.reserve(times.size());
    for (const Millis created : times)
        insert(draw(created));
}

OrderFacts OrderBook::draw(Millis created)
{
    OrderFacts order;
    order.number = static_cast<std::uint32_t>(m_orders.size());
    order.salt = Random(m_seed).next();
    order.key = Random(order.salt ^ (std::uint64_t{order.number} << 20)).next();
    order.created = created;
    Random random = streamFor(order.key, "order");
    const auto others = static_cast<std::uint32_t>(m_marketplaces.size()) - 1;
    if (others > 0 && random.chance(0.4)) // the first marketplace has most of the sales
        order.marketplace = static_cast<std::uint8_t>(1 + random.below(others));
    order.merchant = random.chance(m_merchantShare);
    order.business = random.chance(0.08);
    order.prime = !order.merchant && random.chance(0.7);
    order.nonAmazonChannel = !order.merchant && random.chance(0.02);
    order.preorder = random.chance(0.004);
    order.timeline =
        drawTimeline(random, {order.merchant, order.preorder, order.nonAmazonChannel, unitCount(order.key) > 1});
    return order;
}

void OrderBook::insert(const OrderFacts &order)
{
    m_byTail.emplace(orderIdTail(order.number, order.salt), order.number);
    m_orders.push_back(order);
}

std::vector<std::uint32_t> OrderBook::find(const OrderFilter &filter) const
{
    struct Hit
    {
        Millis time;
        std::uint32_t index;
    };
    const std::lock_guard lock(m_mutex);
    std::vector<Hit> hits;
    for (std::uint32_t i = 0; i < m_orders.size(); ++i) {
        const OrderFacts &order = m_orders[i];
        if (matches(order, filter))
            hits.push_back({filter.byUpdate ? lastUpdatedAt(order, filter.visible) : order.created, i});
    }
    std::ranges::sort(hits, [this](const Hit &a, const Hit &b) {
        if (a.time != b.time)
            return a.time < b.time;
        return orderIdOf(m_orders[a.index]) < orderIdOf(m_orders[b.index]);
    });
    std::vector<std::uint32_t> indices;
    indices.reserve(hits.size());
    for (const Hit &hit : hits)
        indices.push_back(hit.index);
    return indices;
}

std::optional<OrderFacts> OrderBook::byId(std::string_view orderId) const
{
    if (orderId.size() != 19)
        return std::nullopt;
    std::uint32_t tail = 0;
    for (const char c : orderId.substr(12)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        tail = tail * 10 + static_cast<std::uint32_t>(c - '0');
    }
    const std::lock_guard lock(m_mutex);
    const auto found = m_byTail.find(tail);
    if (found == m_byTail.end() || orderIdOf(m_orders[found->second]) != orderId)
        return std::nullopt;
    return m_orders[found->second];
}

std::vector<OrderFacts> OrderBook::at(const std::uint32_t *begin, const std::uint32_t *end) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<OrderFacts> orders;
    for (; begin != end; ++begin)
        orders.push_back(m_orders[*begin]);
    return orders;
}

std::vector<OrderFacts> OrderBook::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_orders;
}

void OrderBook::add(int count, Millis visible)
{
    const std::lock_guard lock(m_mutex);
    for (int i = 0; i < count; ++i)
        insert(draw(visible));
}

void OrderBook::touch(int count, Millis visible)
{
    const std::lock_guard lock(m_mutex);
    Random random = streamFor(m_seed + m_touches++, "touch");
    const auto size = static_cast<std::uint32_t>(m_orders.size());
    const std::uint32_t wanted = std::min(static_cast<std::uint32_t>(std::max(count, 0)), size);
    const std::uint32_t first = size > 0 ? random.below(size) : 0;
    for (std::uint32_t i = 0; i < wanted; ++i) {
        OrderFacts &order = m_orders[(first + std::uint64_t{i} * size / wanted) % size]; // evenly spread, all different
        order.touched = visible;
        const Status status = statusAt(order, visible);
        if (order.merchant && (status == Status::Unshipped || status == Status::PartiallyShipped)) {
            order.timeline.shipped = static_cast<std::uint32_t>((visible - order.created) / kSecond);
            order.timeline.delivered = order.timeline.shipped + 3 * 86400;
            order.timeline.cancelled = kNever;
            order.timeline.cancelRequested = kNever;
        }
    }
}

} // namespace sk::simulator
