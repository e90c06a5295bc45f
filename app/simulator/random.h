// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sk::simulator {

/// SplitMix64 (public domain, S. Vigna): small, fast and the same on every platform and standard
/// library, which the distributions of <random> are not. For sample data only.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    /// A number from 0 to `limit` - 1; `limit` must not be 0.
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>((next() >> 32) % limit); }

    /// A number from `low` to `high`, both included.
    std::uint32_t between(std::uint32_t low, std::uint32_t high) { return low + below(high - low + 1); }

    /// True in `share` of the cases, 0.0 to 1.0.
    bool chance(double share) { return unit() < share; }

    /// 0.0 included to 1.0 excluded.
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    template <typename T, std::size_t N>
    const T &pick(const T (&table)[N])
    {
        return table[below(static_cast<std::uint32_t>(N))];
    }

private:
    std::uint64_t m_state;
};

/// Independent streams for one key, so that a new random value in one group of fields does not
/// shift the values of all the others.
inline Random streamFor(std::uint64_t key, std::string_view purpose)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : purpose)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return Random(Random(key ^ hash).next());
}

} // namespace sk::simulator
