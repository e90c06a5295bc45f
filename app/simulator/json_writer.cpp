// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/json_writer.h"

#include <array>
#include <cstdio>

namespace sk::simulator {

void JsonWriter::separate()
{
    if (m_needsComma)
        m_text += ',';
    m_needsComma = true;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_text += bracket;
    m_needsComma = false;
}

void JsonWriter::close(char bracket)
{
    m_text += bracket;
    m_needsComma = true;
}

void JsonWriter::key(std::string_view name)
{
    separate();
    quote(name);
    m_text += ':';
    m_needsComma = false;
}

void JsonWriter::quote(std::string_view text)
{
    m_text += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            m_text += '\\';
            m_text += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
            m_text += escape.data();
        } else {
            m_text += c;
        }
    }
    m_text += '"';
}

void JsonWriter::value(std::string_view text)
{
    separate();
    quote(text);
}

void JsonWriter::value(std::int64_t number)
{
    separate();
    m_text += std::to_string(number);
}

void JsonWriter::value(double number)
{
    separate();
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%g", number);
    m_text += buffer.data();
}

void JsonWriter::value(bool truth)
{
    separate();
    m_text += truth ? "true" : "false";
}

} // namespace sk::simulator
