// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/money.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sk::amazon {

/// A whole JSON document within our bounds (NET-4): at most 64 levels, no duplicate keys, no U+0000, valid UTF-8.
/// Values point into it: keep it alive.
class JsonDocument
{
public:
    /// MalformedResponse names what is wrong, never a value.
    [[nodiscard]] static Result<JsonDocument> parse(std::string_view bytes);
    [[nodiscard]] simdjson::dom::element root() const { return m_root; }

private:
    std::unique_ptr<simdjson::dom::parser> m_parser;
    simdjson::dom::element m_root;
};

/// Where a value stands, as a chain on the stack: made into text only when something is wrong.
struct JsonPath
{
    const JsonPath *parent = nullptr;
    std::string_view key;
    std::ptrdiff_t index = -1;

    [[nodiscard]] std::string text() const;
};

/// Reads the members of one object and remembers the first thing that is wrong. Unknown members are ignored, missing
/// required ones are errors, `null` counts as absent. Check error() once after reading.
class JsonReader
{
public:
    /// The reader of a whole document, of a nested object or of an array's element; they share one error.
    JsonReader(simdjson::dom::element element, const JsonPath &path, std::optional<Error> &error);

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::string requiredText(std::string_view key);
    /// Required, and not empty: something is stored under it.
    [[nodiscard]] std::string requiredId(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] std::int64_t requiredInteger(std::string_view key);
    /// A number as the shortest text that names it: 1.5 for 1.50.
    [[nodiscard]] std::string requiredNumber(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key);
    [[nodiscard]] bool boolean(std::string_view key);
    [[nodiscard]] Time requiredTime(std::string_view key);
    [[nodiscard]] std::optional<Time> time(std::string_view key);
    /// The model's Money: {amount, currencyCode}, both required once it is there.
    [[nodiscard]] std::optional<model::Money> money(std::string_view key);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);

    /// Calls `visit(JsonReader&)` for a member that is an object.
    template <typename Visit>
    void object(std::string_view key, Visit visit)
    {
        if (const auto element = member(key, Need::Optional)) {
            const JsonPath path{&m_path, key};
            JsonReader reader(*element, path, m_error);
            visit(reader);
        }
    }

    /// Calls `visit(JsonReader&)` for every element of a member that is an array of objects.
    template <typename Visit>
    void array(std::string_view key, Visit visit)
    {
        visitArray(key, Need::Optional, visit);
    }
    template <typename Visit>
    void requiredArray(std::string_view key, Visit visit)
    {
        visitArray(key, Need::Required, visit);
    }

    /// The raw member, for values that are carried on without being understood.
    [[nodiscard]] std::optional<simdjson::dom::element> raw(std::string_view key)
    {
        return member(key, Need::Optional);
    }

private:
    enum class Need { Required, Optional };

    template <typename Visit>
    void visitArray(std::string_view key, Need need, Visit visit)
    {
        const auto element = member(key, need);
        if (!element)
            return;
        simdjson::dom::array items;
        if (element->get_array().get(items) != simdjson::SUCCESS)
            return complain(key, "not an array");
        std::ptrdiff_t index = 0;
        const JsonPath arrayPath{&m_path, key};
        for (const simdjson::dom::element item : items) {
            const JsonPath path{&arrayPath, {}, index++};
            JsonReader reader(item, path, m_error);
            visit(reader);
        }
    }

    [[nodiscard]] std::optional<simdjson::dom::element> member(std::string_view key, Need need);
    [[nodiscard]] std::string textOf(std::string_view key, Need need);
    void complain(std::string_view key, std::string_view what);

    simdjson::dom::object m_object;
    bool m_isObject = false;
    const JsonPath &m_path;
    std::optional<Error> &m_error;
};

} // namespace sk::amazon
