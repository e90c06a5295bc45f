// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/search_request.h"

#include "app/simulator/api_errors.h"

#include <algorithm>
#include <map>

namespace sk::simulator {

namespace {

constexpr std::string_view kParameters[] = {
    "createdAfter",   "createdBefore", "lastUpdatedAfter",  "lastUpdatedBefore", "fulfillmentStatuses",
    "marketplaceIds", "fulfilledBy",   "maxResultsPerPage", "paginationToken",   "includedData"};
constexpr std::string_view kListParameters[] = {"fulfillmentStatuses", "marketplaceIds", "fulfilledBy", "includedData"};
constexpr std::size_t kMostMarketplaces = 50;

using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Thrown inside this file only; checkSearch() and checkGetOrder() turn it into an answer.
struct Refused
{
    Reply reply;
};

[[noreturn]] void refuse(const std::string &details)
{
    throw Refused{invalidInput(details)};
}

template <typename Table>
bool contains(const Table &table, std::string_view name)
{
    return std::ranges::find(table, name) != std::end(table);
}

/// All parameters by name; list parameters may be comma-separated, repeated or both.
Lists collect(const Pairs &query)
{
    Lists lists;
    for (const auto &[name, value] : query) {
        if (!contains(kParameters, name))
            refuse("Unknown parameter: " + name);
        if (contains(kListParameters, name)) {
            for (std::string &part : splitList(value))
                lists[name].push_back(std::move(part));
        } else if (!lists[name].empty()) {
            refuse("Parameter given twice: " + name);
        } else {
            lists[name].push_back(value);
        }
    }
    return lists;
}

std::optional<Millis> timeOf(const Lists &lists, std::string_view name)
{
    const auto entry = lists.find(name);
    if (entry == lists.end())
        return std::nullopt;
    const std::optional<Millis> time = parseIso(entry->second.front());
    if (!time)
        refuse(std::string(name) + " is not an ISO 8601 date");
    return time;
}

void checkTimes(const Lists &lists, Millis now, SearchRequest &request)
{
    const bool created = lists.contains("createdAfter");
    const bool updated = lists.contains("lastUpdatedAfter");
    if (created == updated)
        refuse("Exactly one of createdAfter and lastUpdatedAfter must be provided");
    const std::string_view otherBefore = created ? "lastUpdatedBefore" : "createdBefore";
    if (lists.contains(otherBefore))
        refuse(std::string(otherBefore) + " does not go with " + (created ? "createdAfter" : "lastUpdatedAfter"));
    const std::string_view beforeName = created ? "createdBefore" : "lastUpdatedBefore";
    const auto before = timeOf(lists, beforeName);
    request.filter.byUpdate = updated;
    request.filter.from = *timeOf(lists, created ? "createdAfter" : "lastUpdatedAfter");
    request.filter.visible = now - kVisibilityLag;
    request.filter.until = before.value_or(request.filter.visible);
    request.filter.oldestCreated = now - kOldestAge;
    if (before && *before > now - kVisibilityLag)
        refuse(std::string(beforeName) + " must be at least two minutes before the time of the request");
    if (before && *before < request.filter.from)
        refuse(std::string(beforeName) + " must not be earlier than the lower bound");
    request.beforeText = isoText(request.filter.until);
}

void checkFilters(const Lists &lists, const std::vector<const Marketplace *> &marketplaces, OrderFilter &filter)
{
    if (const auto entry = lists.find("fulfillmentStatuses"); entry != lists.end()) {
        for (const std::string &name : entry->second) {
            const std::optional<Status> status = statusOf(name);
            if (!status)
                refuse("Unknown fulfillmentStatuses value: " + name);
            filter.statuses |= 1U << static_cast<unsigned>(*status);
        }
    }
    if (const auto entry = lists.find("fulfilledBy"); entry != lists.end()) {
        filter.merchant = contains(entry->second, "MERCHANT");
        filter.amazon = contains(entry->second, "AMAZON");
        for (const std::string &name : entry->second) {
            if (name != "MERCHANT" && name != "AMAZON")
                refuse("Unknown fulfilledBy value: " + name);
        }
    }
    const auto entry = lists.find("marketplaceIds");
    if (entry == lists.end())
        return;
    if (entry->second.size() > kMostMarketplaces)
        refuse("marketplaceIds holds more than 50 values");
    for (const std::string &id : entry->second) {
        const auto row = std::ranges::find(marketplaces, id, &Marketplace::id);
        if (row == marketplaces.end()) // not authorised for that marketplace (sp-api.md 2.2)
            throw Refused{errorReply(kMissingRole)};
        filter.marketplaces |= 1U << static_cast<unsigned>(row - marketplaces.begin());
    }
}

DataSets checkDataSets(const Lists &lists)
{
    DataSets sets = 0;
    const auto entry = lists.find("includedData");
    if (entry == lists.end())
        return sets;
    for (const std::string &name : entry->second) {
        const auto row = std::ranges::find(kDataSetNames, name, &DataSetName::name);
        if (row == std::end(kDataSetNames))
            refuse("Unknown includedData value: " + name);
        sets |= row->bit;
    }
    return sets;
}

int checkPageSize(const Lists &lists)
{
    const auto entry = lists.find("maxResultsPerPage");
    if (entry == lists.end())
        return 100;
    const std::string &text = entry->second.front();
    const bool isNumber =
        !text.empty() && text.size() <= 3 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const int size = isNumber ? std::stoi(text) : 0;
    if (size < 1 || size > 100)
        refuse("maxResultsPerPage must be between 1 and 100");
    return size;
}

/// Everything that has to stay the same from page to page (sp-api.md 3.6).
std::string fingerprintOf(Lists lists)
{
    std::string text;
    for (auto &[name, values] : lists) {
        if (name == "paginationToken" || name == "maxResultsPerPage" || name == "includedData")
            continue;
        std::ranges::sort(values);
        text += name + "=";
        for (const std::string &value : values)
            text += value + ",";
        text += "&";
    }
    return text;
}

} // namespace

std::variant<SearchRequest, Reply> checkSearch(const Pairs &query, const std::vector<const Marketplace *> &marketplaces,
                                               Millis now)
{
    try {
        const Lists lists = collect(query);
        SearchRequest request;
        checkTimes(lists, now, request);
        checkFilters(lists, marketplaces, request.filter);
        request.dataSets = checkDataSets(lists);
        request.pageSize = checkPageSize(lists);
        if (const auto token = lists.find("paginationToken"); token != lists.end())
            request.pageToken = token->second.front();
        request.fingerprint = fingerprintOf(lists);
        return request;
    } catch (const Refused &refused) {
        return refused.reply;
    }
}

std::variant<DataSets, Reply> checkGetOrder(const Pairs &query)
{
    try {
        for (const auto &[name, value] : query) {
            if (name != "includedData")
                refuse("Unknown parameter: " + name);
        }
        return checkDataSets(collect(query));
    } catch (const Refused &refused) {
        return refused.reply;
    }
}

} // namespace sk::simulator
