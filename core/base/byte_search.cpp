// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_search.h"

#include <algorithm>
#include <cstring>

namespace sk {

namespace {

constexpr std::size_t kFilterBits = std::size_t(1) << 20;

std::uint64_t startOf(const std::uint8_t *bytes)
{
    std::uint64_t start = 0;
    std::memcpy(&start, bytes, sizeof start);
    return start;
}

/// Fibonacci hashing of the first 8 bytes to a bit of the filter.
std::size_t filterBit(std::uint64_t start)
{
    return static_cast<std::size_t>((start * 0x9E3779B97F4A7C15U) >> 44U);
}

/// ASCII as UTF-16; other texts are ids of ours and Amazon's, which have no other characters.
std::string asUtf16(std::string_view text, bool littleEndian)
{
    std::string wide;
    for (const char character : text) {
        wide += littleEndian ? character : '\0';
        wide += littleEndian ? '\0' : character;
    }
    return wide;
}

} // namespace

ByteSearch::ByteSearch(const std::vector<std::string> &texts) : m_starts(kFilterBits)
{
    for (const std::string &text : texts) {
        if (text.size() < kShortest)
            continue;
        ++m_texts;
        add(text);
        add(asUtf16(text, true));
        add(asUtf16(text, false));
    }
}

void ByteSearch::add(std::string wrapped)
{
    const std::uint64_t start = startOf(asBytes(wrapped).data());
    m_longest = std::max(m_longest, wrapped.size());
    m_starts[filterBit(start)] = true;
    m_byStart.emplace(start, std::move(wrapped));
}

std::int64_t ByteSearch::count(ByteView bytes) const
{
    std::int64_t found = 0;
    for (std::size_t place = 0; place + kShortest <= bytes.size(); ++place) {
        const std::uint64_t start = startOf(bytes.data() + place);
        if (!m_starts[filterBit(start)])
            continue;
        const auto [first, last] = m_byStart.equal_range(start);
        found += std::count_if(first, last, [&](const auto &entry) {
            const std::string &text = entry.second;
            return text.size() <= bytes.size() - place
                && std::memcmp(text.data(), bytes.data() + place, text.size()) == 0;
        });
    }
    return found;
}

} // namespace sk
