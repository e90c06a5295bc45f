// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/order_parts.h"

namespace sk::amazon {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

/// Gathers every leaf below a member.
void collect(element value, const std::string &path, std::vector<model::PersonalValue> &into)
{
    switch (value.type()) {
    case element_type::OBJECT: {
        const simdjson::dom::object members = value.get_object().value_unsafe();
        for (const auto [key, item] : members)
            collect(item, path + '.' + std::string(key), into);
        return;
    }
    case element_type::ARRAY: {
        const simdjson::dom::array items = value.get_array().value_unsafe();
        for (const element item : items)
            collect(item, path, into);
        return;
    }
    case element_type::STRING: into.push_back({path, std::string(value.get_string().value_unsafe())}); return;
    case element_type::NULL_VALUE: return;
    default: into.push_back({path, simdjson::minify(value)}); return;
    }
}

} // namespace

void collectMember(JsonReader &reader, std::string_view key, const std::string &path,
                   std::vector<model::PersonalValue> &into)
{
    if (const auto value = reader.raw(key))
        collect(*value, path, into);
}

model::TimeRange readRange(JsonReader &reader, std::string_view key)
{
    model::TimeRange range;
    reader.object(key, [&](JsonReader &window) {
        range = {window.time("earliestDateTime"), window.time("latestDateTime")};
    });
    return range;
}

std::string readMeasurement(JsonReader &reader, std::string_view key)
{
    std::string text;
    reader.object(key, [&](JsonReader &measurement) {
        const std::string unit = measurement.requiredText("unit");
        text = measurement.requiredNumber("value") + ' ' + unit;
    });
    return text;
}

std::vector<model::ProceedsLine> readBreakdowns(JsonReader &proceeds)
{
    std::vector<model::ProceedsLine> lines;
    proceeds.array("breakdowns", [&](JsonReader &entry) {
        const std::string type = entry.requiredText("type");
        if (!entry.has("subtotal"))
            (void)entry.requiredText("subtotal"); // names the path of what is missing
        if (auto subtotal = entry.money("subtotal"))
            lines.push_back({type, {}, entry.text("status"), std::move(*subtotal)});
        entry.array("detailedBreakdowns", [&](JsonReader &detail) {
            if (auto value = detail.money("value"))
                lines.push_back({type, detail.text("subtype"), {}, std::move(*value)});
        });
    });
    return lines;
}

} // namespace sk::amazon
