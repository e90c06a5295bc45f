// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sk {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using Sha256 = std::array<std::uint8_t, 32>;

/// Fills a buffer from a CSPRNG; handed in, so that tests are repeatable.
using RandomSource = std::function<void(std::span<std::uint8_t>)>;

[[nodiscard]] inline ByteView asBytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

[[nodiscard]] inline std::string_view asText(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

[[nodiscard]] std::string toHex(ByteView bytes);
/// Fails on an odd length or a character that is no hexadecimal digit.
[[nodiscard]] Result<Bytes> fromHex(std::string_view text);

/// Builds unambiguous bytes for hashing, associated data and key files: big-endian integers, texts and blobs with a
/// 32-bit length before them. The encoding is frozen: audit hashes depend on it.
class ByteWriter
{
public:
    ByteWriter &u8(std::uint8_t value);
    ByteWriter &u32(std::uint32_t value);
    ByteWriter &u64(std::uint64_t value);
    ByteWriter &i64(std::int64_t value) { return u64(static_cast<std::uint64_t>(value)); }
    ByteWriter &text(std::string_view value) { return blob(asBytes(value)); }
    ByteWriter &blob(ByteView value);
    /// Bytes of a length both sides know: no length is written.
    ByteWriter &raw(ByteView value);

    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }

private:
    Bytes m_bytes;
};

/// Reads what ByteWriter wrote. Reading past the end yields zeros and makes ok() false; check it once at the end.
class ByteReader
{
public:
    explicit ByteReader(ByteView bytes) : m_rest(bytes) {}

    [[nodiscard]] std::uint8_t u8();
    [[nodiscard]] std::uint32_t u32();
    [[nodiscard]] std::uint64_t u64();
    [[nodiscard]] std::int64_t i64() { return static_cast<std::int64_t>(u64()); }
    [[nodiscard]] std::string text() { return std::string(asText(blob())); }
    [[nodiscard]] ByteView blob() { return raw(u32()); }
    [[nodiscard]] ByteView raw(std::size_t count);

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_ok && m_rest.empty(); }

private:
    ByteView m_rest;
    bool m_ok = true;
};

} // namespace sk
