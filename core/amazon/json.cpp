// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/json.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace sk::amazon {

namespace {

using simdjson::SUCCESS;
using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr std::size_t kMaxDepth = 64;

/// The keys of one object. Most objects are small, and there are thousands in a page: those need no memory of their
/// own.
class Keys
{
public:
    /// False when the key is there already.
    bool add(std::string_view key)
    {
        if (m_size < m_few.size()) {
            const auto end = m_few.begin() + static_cast<std::ptrdiff_t>(m_size);
            if (std::find(m_few.begin(), end, key) != end)
                return false;
            m_few[m_size++] = key;
            return true;
        }
        if (m_many.empty())
            m_many.insert(m_few.begin(), m_few.end());
        return m_many.insert(key).second;
    }

private:
    std::array<std::string_view, 16> m_few;
    std::size_t m_size = 0;
    std::unordered_set<std::string_view> m_many;
};

/// What simdjson accepts and we do not. The depth is bounded by the parser.
std::string_view complaintAbout(element value)
{
    switch (value.type()) {
    case element_type::STRING: {
        const std::string_view text = value.get_string().value_unsafe();
        return text.find('\0') == std::string_view::npos ? "" : "a text holds U+0000";
    }
    case element_type::ARRAY: {
        const simdjson::dom::array items = value.get_array().value_unsafe();
        for (const element item : items) {
            if (const auto complaint = complaintAbout(item); !complaint.empty())
                return complaint;
        }
        return {};
    }
    case element_type::OBJECT: {
        const simdjson::dom::object members = value.get_object().value_unsafe();
        Keys keys;
        for (const auto [key, item] : members) {
            if (key.find('\0') != std::string_view::npos)
                return "a key holds U+0000";
            if (!keys.add(key))
                return "an object has the same key twice";
            if (const auto complaint = complaintAbout(item); !complaint.empty())
                return complaint;
        }
        return {};
    }
    default: return {};
    }
}

} // namespace

Result<JsonDocument> JsonDocument::parse(std::string_view bytes)
{
    JsonDocument document;
    document.m_parser = std::make_unique<simdjson::dom::parser>();
    if (document.m_parser->allocate(std::max<std::size_t>(bytes.size(), 64), kMaxDepth) != SUCCESS)
        return fail(ErrorKind::ResponseTooLarge, "no memory for a JSON document");
    const auto code = document.m_parser->parse(bytes.data(), bytes.size()).get(document.m_root);
    if (code != SUCCESS)
        return fail(ErrorKind::MalformedResponse, std::string("not acceptable JSON: ") + simdjson::error_message(code));
    if (const auto complaint = complaintAbout(document.m_root); !complaint.empty())
        return fail(ErrorKind::MalformedResponse, "not acceptable JSON: " + std::string(complaint));
    return document;
}

std::string JsonPath::text() const
{
    std::string path = parent == nullptr ? std::string() : parent->text();
    if (index >= 0)
        return path + '[' + std::to_string(index) + ']';
    if (key.empty())
        return path;
    return path.empty() ? std::string(key) : path + '.' + std::string(key);
}

JsonReader::JsonReader(element value, const JsonPath &path, std::optional<Error> &error) : m_path(path), m_error(error)
{
    m_isObject = value.get_object().get(m_object) == SUCCESS;
    if (!m_isObject)
        complain({}, "not an object");
}

bool JsonReader::has(std::string_view key) const
{
    element value;
    return m_isObject && m_object.at_key(key).get(value) == SUCCESS && !value.is_null();
}

std::optional<element> JsonReader::member(std::string_view key, Need need)
{
    element value;
    if (m_isObject && m_object.at_key(key).get(value) == SUCCESS && !value.is_null())
        return value;
    if (need == Need::Required && m_isObject)
        complain(key, "missing");
    return std::nullopt;
}

std::string JsonReader::textOf(std::string_view key, Need need)
{
    const auto value = member(key, need);
    std::string_view text;
    if (value && value->get_string().get(text) != SUCCESS)
        complain(key, "not a text");
    return std::string(text);
}

std::string JsonReader::requiredText(std::string_view key)
{
    return textOf(key, Need::Required);
}

std::string JsonReader::requiredId(std::string_view key)
{
    std::string id = textOf(key, Need::Required);
    if (id.empty())
        complain(key, "empty");
    return id;
}

std::string JsonReader::text(std::string_view key)
{
    return textOf(key, Need::Optional);
}

std::int64_t JsonReader::requiredInteger(std::string_view key)
{
    if (!has(key)) {
        complain(key, "missing");
        return 0;
    }
    return integer(key).value_or(0);
}

std::string JsonReader::requiredNumber(std::string_view key)
{
    const auto value = member(key, Need::Required);
    if (value && !value->is_number())
        complain(key, "not a number");
    return value && value->is_number() ? simdjson::minify(*value) : std::string();
}

std::optional<std::int64_t> JsonReader::integer(std::string_view key)
{
    const auto value = member(key, Need::Optional);
    if (!value)
        return std::nullopt;
    std::int64_t number = 0;
    if (value->get_int64().get(number) == SUCCESS)
        return number;
    complain(key, "not a whole number");
    return std::nullopt;
}

bool JsonReader::boolean(std::string_view key)
{
    const auto value = member(key, Need::Optional);
    bool flag = false;
    if (value && value->get_bool().get(flag) != SUCCESS)
        complain(key, "not true or false");
    return flag;
}

Time JsonReader::requiredTime(std::string_view key)
{
    const std::string value = textOf(key, Need::Required);
    const auto time = timeFromIso(value);
    if (!time)
        complain(key, "not an ISO 8601 time"); // an empty one included
    return time.value_or(Time());
}

std::optional<Time> JsonReader::time(std::string_view key)
{
    const std::string value = text(key);
    if (value.empty())
        return std::nullopt;
    const auto time = timeFromIso(value);
    if (time)
        return *time;
    complain(key, "not an ISO 8601 time");
    return std::nullopt;
}

std::optional<model::Money> JsonReader::money(std::string_view key)
{
    std::optional<model::Money> money;
    object(key, [&](JsonReader &reader) {
        const std::string amount = reader.requiredText("amount");
        const std::string currency = reader.requiredText("currencyCode");
        auto read = model::moneyFromDecimal(amount, currency);
        if (read)
            money = std::move(*read);
        else
            reader.complain("amount", read.error().detail);
    });
    return money;
}

std::vector<std::string> JsonReader::texts(std::string_view key)
{
    std::vector<std::string> texts;
    const auto value = member(key, Need::Optional);
    simdjson::dom::array items;
    if (!value)
        return texts;
    if (value->get_array().get(items) != SUCCESS) {
        complain(key, "not an array");
        return texts;
    }
    for (const element item : items) {
        std::string_view text;
        if (item.get_string().get(text) == SUCCESS)
            texts.emplace_back(text);
        else
            complain(key, "not an array of texts");
    }
    return texts;
}

void JsonReader::complain(std::string_view key, std::string_view what)
{
    if (m_error)
        return;
    const JsonPath path{&m_path, key};
    m_error = Error{ErrorKind::MalformedResponse, path.text() + ": " + std::string(what)};
}

} // namespace sk::amazon
