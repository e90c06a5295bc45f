// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <variant>

namespace sk::sync {

/// `…Before` bounds must lie at least 2 minutes back (sp-api.md 3.7); one more for a clock that is a little fast.
inline constexpr std::chrono::minutes kBehindNow{3};

/// The two ways orders are asked for: by creation time (history), by last update (everything after).
enum class Series { History, Updates };

/// A closed range of creation or update times.
struct Window
{
    Time from;
    Time until;

    friend bool operator==(const Window &, const Window &) = default;
};

/// Where the orders of a connection stand. Stored with the rows it speaks of, so that a sync resumes at any point.
struct OrdersCursor
{
    Time floor;                      ///< the history begins here
    std::optional<Time> historyFrom; ///< everything created from here on has been fetched once
    bool historyComplete = false;
    std::optional<Time> watermark; ///< everything updated until then has been fetched, once the history is complete
    double ordersPerDay = 0;       ///< density seen last, for the size of the next window

    // The series of pages in progress, if any. Amazon wants the same parameters on every page.
    std::optional<Series> series;
    Window window{};
    std::string token; ///< empty: the first page
    Time tokenTime;
    std::int64_t seriesOrders = 0;

    [[nodiscard]] std::string toJson() const;
    /// VaultDamaged for text that toJson() did not make.
    [[nodiscard]] static Result<OrdersCursor> fromJson(std::string_view json);
};

/// A fresh cursor whose history reaches back to `floor`.
[[nodiscard]] OrdersCursor startAt(Time floor);

/// The same cursor with its history reaching back to `floor`, if that is earlier: what was fetched stays fetched.
[[nodiscard]] OrdersCursor extendedTo(OrdersCursor cursor, Time floor);

/// One page to ask for.
struct PageRequest
{
    Series series = Series::History;
    Window window;
    std::string token;

    friend bool operator==(const PageRequest &, const PageRequest &) = default;
};

/// The next thing to do: one more page, or nothing. `updatesDone`: this run has already asked for what is new.
/// New updates come first, then history from the newest to the oldest window.
[[nodiscard]] std::optional<PageRequest> nextPage(const OrdersCursor &cursor, Time now, bool updatesDone);

/// What a page brought.
struct PageFacts
{
    std::int64_t orders = 0;
    std::string nextToken;
    std::optional<Time> echoedUntil; ///< Amazon's own lastUpdatedBefore or createdBefore
};

/// The cursor after a page was stored.
[[nodiscard]] OrdersCursor afterPage(OrdersCursor cursor, const PageRequest &request, const PageFacts &facts, Time now);

/// The cursor after Amazon refused the token: the window starts over, upserts make that harmless.
[[nodiscard]] OrdersCursor afterRefusedToken(OrdersCursor cursor);

/// The share of the history's time span that is fetched, 0 to 1; nothing while that cannot be said.
[[nodiscard]] std::optional<double> historyShare(const OrdersCursor &cursor);

} // namespace sk::sync
