// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace sk::simulator {

/// Writes JSON text straight into one string, members in the order of the calls. An order page of
/// 100 orders costs under a millisecond, which matters for a 100,000-order benchmark.
/// The caller keeps objects and arrays balanced; use the scopes below.
class JsonWriter
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }

    /// Starts a member; the next call gives its value.
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const char *text) { value(std::string_view(text)); } ///< else a literal would become a bool
    void value(std::int64_t number);
    void value(double number);
    void value(bool truth);

    void member(std::string_view name, std::string_view text) { key(name), value(text); }
    void member(std::string_view name, const char *text) { member(name, std::string_view(text)); }
    void member(std::string_view name, bool truth) { key(name), value(truth); }
    void member(std::string_view name, std::int64_t number) { key(name), value(number); }
    void member(std::string_view name, int number) { member(name, std::int64_t{number}); }

    std::string take() { return std::move(m_text); }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quote(std::string_view text);

    std::string m_text;
    bool m_needsComma = false;
};

/// An object or array that closes itself at the end of its block.
class JsonObject
{
public:
    explicit JsonObject(JsonWriter &json) : m_json(json) { m_json.beginObject(); }
    JsonObject(JsonWriter &json, std::string_view name) : m_json(json)
    {
        m_json.key(name);
        m_json.beginObject();
    }
    ~JsonObject() { m_json.endObject(); }
    JsonObject(const JsonObject &) = delete;
    JsonObject &operator=(const JsonObject &) = delete;

private:
    JsonWriter &m_json;
};

/// See JsonObject.
class JsonArray
{
public:
    explicit JsonArray(JsonWriter &json) : m_json(json) { m_json.beginArray(); }
    JsonArray(JsonWriter &json, std::string_view name) : m_json(json)
    {
        m_json.key(name);
        m_json.beginArray();
    }
    ~JsonArray() { m_json.endArray(); }
    JsonArray(const JsonArray &) = delete;
    JsonArray &operator=(const JsonArray &) = delete;

private:
    JsonWriter &m_json;
};

} // namespace sk::simulator
