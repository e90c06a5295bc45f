// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/orders_planner.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sk::sync {

namespace {

using namespace std::chrono;

/// Amazon's index may show an update late; asking again for the last minutes costs nothing (peers.md E4).
constexpr minutes kOverlap{10};
/// Pagination tokens expire after 24 hours (sp-api.md 3.6).
constexpr hours kTokenLife{23};
/// The newest week first: screens fill at once.
constexpr days kFirstWindow{7};
constexpr days kLongestWindow{365};
/// Orders a window should hold: at 100 a page and one page in 3 minutes, its token stays far from expiry.
constexpr double kOrdersPerWindow = 4000;

days windowLength(const OrdersCursor &cursor)
{
    if (!cursor.historyFrom)
        return kFirstWindow;
    if (cursor.ordersPerDay <= 0)
        return kLongestWindow;
    const double length = kOrdersPerWindow / cursor.ordersPerDay;
    return days(static_cast<int>(std::clamp(length, 1.0, static_cast<double>(kLongestWindow.count()))));
}

OrdersCursor finished(OrdersCursor cursor, const PageRequest &request, const PageFacts &facts)
{
    if (request.series == Series::Updates) {
        // An echo that is later than what was asked for is not believed: it would skip updates.
        const Time until = std::min(facts.echoedUntil.value_or(request.window.until), request.window.until);
        cursor.watermark = std::max(cursor.watermark.value_or(Time()), until);
    } else {
        const double length = duration<double, days::period>(request.window.until - request.window.from).count();
        cursor.ordersPerDay = length > 0 ? static_cast<double>(cursor.seriesOrders) / length : 0;
        cursor.historyFrom = request.window.from;
        cursor.historyComplete = request.window.from <= cursor.floor;
        if (!cursor.watermark)
            cursor.watermark = request.window.until; // the first window ends where updates begin
    }
    cursor.series.reset();
    cursor.token.clear();
    cursor.seriesOrders = 0;
    return cursor;
}

QJsonValue optionalMillis(const std::optional<Time> &time)
{
    return time ? QJsonValue(static_cast<qint64>(toMillis(*time))) : QJsonValue();
}

std::optional<Time> optionalTime(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(fromMillis(value.toInteger())) : std::nullopt;
}

} // namespace

OrdersCursor startAt(Time floor)
{
    OrdersCursor cursor;
    cursor.floor = floor;
    return cursor;
}

OrdersCursor extendedTo(OrdersCursor cursor, Time floor)
{
    if (floor >= cursor.floor)
        return cursor;
    cursor.floor = floor;
    cursor.historyComplete = false;
    return cursor;
}

std::optional<PageRequest> nextPage(const OrdersCursor &cursor, Time now, bool updatesDone)
{
    if (cursor.series) {
        const bool fresh = now - cursor.tokenTime < kTokenLife;
        return PageRequest{*cursor.series, cursor.window, fresh ? cursor.token : std::string()};
    }
    const Time until = now - kBehindNow;
    if (cursor.watermark && !updatesDone && until > *cursor.watermark)
        return PageRequest{Series::Updates, {*cursor.watermark - kOverlap, until}, {}};
    if (cursor.historyComplete)
        return std::nullopt;
    const Time end = cursor.historyFrom.value_or(until);
    if (end <= cursor.floor)
        return std::nullopt;
    return PageRequest{Series::History, {std::max(cursor.floor, end - windowLength(cursor)), end}, {}};
}

OrdersCursor afterPage(OrdersCursor cursor, const PageRequest &request, const PageFacts &facts, Time now)
{
    cursor.seriesOrders = (request.token.empty() ? 0 : cursor.seriesOrders) + facts.orders; // a first page starts over
    if (facts.nextToken.empty())
        return finished(std::move(cursor), request, facts);
    cursor.series = request.series;
    cursor.window = request.window;
    cursor.token = facts.nextToken;
    cursor.tokenTime = now;
    return cursor;
}

OrdersCursor afterRefusedToken(OrdersCursor cursor)
{
    cursor.token.clear();
    cursor.seriesOrders = 0;
    return cursor;
}

std::optional<double> historyShare(const OrdersCursor &cursor)
{
    if (cursor.historyComplete)
        return 1.0;
    if (!cursor.watermark || !cursor.historyFrom || *cursor.watermark <= cursor.floor)
        return std::nullopt;
    const duration<double> done = *cursor.watermark - *cursor.historyFrom;
    const duration<double> all = *cursor.watermark - cursor.floor;
    return std::clamp(done.count() / all.count(), 0.0, 1.0);
}

std::string OrdersCursor::toJson() const
{
    QJsonObject json{{QStringLiteral("floor"), static_cast<qint64>(toMillis(floor))},
                     {QStringLiteral("historyFrom"), optionalMillis(historyFrom)},
                     {QStringLiteral("historyComplete"), historyComplete},
                     {QStringLiteral("watermark"), optionalMillis(watermark)},
                     {QStringLiteral("ordersPerDay"), ordersPerDay}};
    if (series) {
        json[QStringLiteral("series")] =
            *series == Series::History ? QStringLiteral("history") : QStringLiteral("updates");
        json[QStringLiteral("from")] = static_cast<qint64>(toMillis(window.from));
        json[QStringLiteral("until")] = static_cast<qint64>(toMillis(window.until));
        json[QStringLiteral("token")] = QString::fromStdString(token);
        json[QStringLiteral("tokenTime")] = static_cast<qint64>(toMillis(tokenTime));
        json[QStringLiteral("seriesOrders")] = static_cast<qint64>(seriesOrders);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

Result<OrdersCursor> OrdersCursor::fromJson(std::string_view text)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    const QJsonObject json = document.object();
    const auto floor = optionalTime(json[QStringLiteral("floor")]);
    if (!floor)
        return fail(ErrorKind::VaultDamaged, "the sync cursor is malformed");
    OrdersCursor cursor = startAt(*floor);
    cursor.historyFrom = optionalTime(json[QStringLiteral("historyFrom")]);
    cursor.historyComplete = json[QStringLiteral("historyComplete")].toBool();
    cursor.watermark = optionalTime(json[QStringLiteral("watermark")]);
    cursor.ordersPerDay = json[QStringLiteral("ordersPerDay")].toDouble();
    if (const QString series = json[QStringLiteral("series")].toString(); !series.isEmpty()) {
        if (series != QStringLiteral("history") && series != QStringLiteral("updates"))
            return fail(ErrorKind::VaultDamaged, "the sync cursor is malformed");
        cursor.series = series == QStringLiteral("history") ? Series::History : Series::Updates;
        cursor.window = {fromMillis(json[QStringLiteral("from")].toInteger()),
                         fromMillis(json[QStringLiteral("until")].toInteger())};
        cursor.token = json[QStringLiteral("token")].toString().toStdString();
        cursor.tokenTime = fromMillis(json[QStringLiteral("tokenTime")].toInteger());
        cursor.seriesOrders = json[QStringLiteral("seriesOrders")].toInteger();
    }
    return cursor;
}

} // namespace sk::sync
