// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/stats.h"

#include "app/simulator/json_writer.h"

#include <algorithm>

namespace sk::simulator {

namespace {

constexpr std::size_t kLongestLog = 20'000;
constexpr std::size_t kLongestJsonLog = 500;

void writeRecord(JsonWriter &json, const RequestRecord &record)
{
    JsonObject object(json);
    json.member("operation", record.operation);
    json.member("path", record.path);
    json.member("status", record.status);
    json.member("time", isoText(record.time));
    json.member("userAgent", record.userAgent);
    {
        JsonObject parameters(json, "parameters");
        for (const auto &[name, value] : record.parameters)
            json.member(name, value);
    }
    JsonArray faults(json, "faults");
    for (const std::string &fault : record.faults)
        json.value(fault);
}

} // namespace

void Stats::record(RequestRecord record)
{
    const std::lock_guard lock(m_mutex);
    ++m_counts.requests;
    ++m_counts.byOperation[record.operation];
    ++m_counts.byStatus[record.status];
    if (record.status == 429)
        ++m_counts.throttled;
    if (m_counts.log.size() >= kLongestLog)
        m_counts.log.erase(m_counts.log.begin(), m_counts.log.begin() + kLongestLog / 10);
    m_counts.log.push_back(std::move(record));
}

StatsSnapshot Stats::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

std::string Stats::json() const
{
    const StatsSnapshot counts = snapshot();
    JsonWriter json;
    {
        JsonObject object(json);
        json.member("requests", static_cast<std::int64_t>(counts.requests));
        json.member("throttled", static_cast<std::int64_t>(counts.throttled));
        {
            JsonObject operations(json, "byOperation");
            for (const auto &[name, count] : counts.byOperation)
                json.member(name, static_cast<std::int64_t>(count));
        }
        {
            JsonObject statuses(json, "byStatus");
            for (const auto &[status, count] : counts.byStatus)
                json.member(std::to_string(status), static_cast<std::int64_t>(count));
        }
        JsonArray log(json, "log");
        const std::size_t skipped = counts.log.size() - std::min(counts.log.size(), kLongestJsonLog);
        for (std::size_t i = skipped; i < counts.log.size(); ++i)
            writeRecord(json, counts.log[i]);
    }
    return json.take();
}

} // namespace sk::simulator
