// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace sk {

/// Looks for many texts at once in many bytes, as UTF-8 and as UTF-16 of both byte orders: what an erasure is checked
/// with. One pass whatever the number of texts.
class ByteSearch
{
public:
    /// Shorter texts would be found by chance.
    static constexpr std::size_t kShortest = 8;

    /// Texts shorter than kShortest are left out; texts() says how many are looked for.
    explicit ByteSearch(const std::vector<std::string> &texts);

    [[nodiscard]] std::size_t texts() const { return m_texts; }
    /// Longest of the wrapped texts: chunks of a larger whole must overlap by one byte less.
    [[nodiscard]] std::size_t longest() const { return m_longest; }
    /// How often any of them occurs.
    [[nodiscard]] std::int64_t count(ByteView bytes) const;

private:
    void add(std::string wrapped);

    std::unordered_multimap<std::uint64_t, std::string> m_byStart; ///< by the first 8 bytes
    std::vector<bool> m_starts; ///< which hashes of starts occur: rejects most places
    std::size_t m_texts = 0;
    std::size_t m_longest = 0;
};

} // namespace sk
