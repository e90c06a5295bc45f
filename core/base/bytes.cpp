// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"

#include "core/base/text.h"

namespace sk {

std::string toHex(ByteView bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

Result<Bytes> fromHex(std::string_view text)
{
    if (text.size() % 2 != 0)
        return fail(ErrorKind::MalformedResponse, "odd number of hexadecimal digits");
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hexValue(text[i]);
        const int low = hexValue(text[i + 1]);
        if (high < 0 || low < 0)
            return fail(ErrorKind::MalformedResponse, "not a hexadecimal digit");
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

ByteWriter &ByteWriter::u8(std::uint8_t value)
{
    m_bytes.push_back(value);
    return *this;
}

ByteWriter &ByteWriter::u32(std::uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        m_bytes.push_back(static_cast<std::uint8_t>(value >> static_cast<unsigned>(shift)));
    return *this;
}

ByteWriter &ByteWriter::u64(std::uint64_t value)
{
    return u32(static_cast<std::uint32_t>(value >> 32U)).u32(static_cast<std::uint32_t>(value));
}

ByteWriter &ByteWriter::blob(ByteView value)
{
    return u32(static_cast<std::uint32_t>(value.size())).raw(value);
}

ByteWriter &ByteWriter::raw(ByteView value)
{
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    return *this;
}

std::uint8_t ByteReader::u8()
{
    const ByteView view = raw(1);
    return view.empty() ? std::uint8_t{0} : view[0];
}

std::uint32_t ByteReader::u32()
{
    std::uint32_t value = 0;
    for (const std::uint8_t byte : raw(4))
        value = (value << 8U) | byte;
    return value;
}

std::uint64_t ByteReader::u64()
{
    const std::uint64_t high = u32();
    return (high << 32U) | u32();
}

ByteView ByteReader::raw(std::size_t count)
{
    if (!m_ok || count > m_rest.size()) {
        m_ok = false;
        return {};
    }
    const ByteView view = m_rest.first(count);
    m_rest = m_rest.subspan(count);
    return view;
}

} // namespace sk
