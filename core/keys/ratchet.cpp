// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/ratchet.h"

#include "core/secrets/crypto.h"

#include <algorithm>

namespace sk::keys {

namespace {

constexpr std::size_t kValueSize = 32;
constexpr std::uint8_t kVersion = 1;
/// Guards against a hostile or broken date: a century of days is derived in a fraction of a second, not more.
constexpr std::chrono::days kLongestJump{36'525};

} // namespace

Ratchet Ratchet::start(Day day, const RandomSource &random)
{
    return {day, Secret::make(kValueSize, random)};
}

Ratchet Ratchet::advancedTo(Day day) const
{
    Ratchet next = *this;
    const Day target = std::min(day, m_day + kLongestJump);
    while (next.m_day < target) {
        next.m_day += std::chrono::days(1);
        next.m_value = secrets::hkdf(next.m_value, {}, asBytes("sellerkeep ratchet step 1"));
    }
    return next;
}

Result<Secret> Ratchet::sealingKey(Day expiryDay, const Secret &pii, ByteView context) const
{
    const Day lastReadableDay = expiryDay - std::chrono::days(1);
    if (lastReadableDay < m_day)
        return fail(ErrorKind::NotFound, "the key of that expiry day is destroyed");
    if (pii.isEmpty())
        return fail(ErrorKind::NotFound, "this key slot does not open PII");
    if (lastReadableDay > m_day + kLongestJump)
        return fail(ErrorKind::Internal, "an expiry day a century ahead");
    ByteWriter info;
    info.text("sellerkeep seal 1").blob(context).u32(static_cast<std::uint32_t>(toDayNumber(expiryDay)));
    return secrets::hkdf(advancedTo(lastReadableDay).m_value, pii.view(), info.bytes());
}

Secret Ratchet::encode() const
{
    const Bytes head = ByteWriter().u8(kVersion).u32(static_cast<std::uint32_t>(toDayNumber(m_day))).bytes();
    return Secret::make(head.size() + kValueSize, [&](std::span<std::uint8_t> target) {
        const auto rest = std::copy(head.begin(), head.end(), target.begin());
        std::copy(m_value.view().begin(), m_value.view().end(), rest);
    });
}

Result<Ratchet> Ratchet::decode(const Secret &bytes)
{
    ByteReader reader(bytes.view());
    const std::uint8_t version = reader.u8();
    const Day day = fromDayNumber(static_cast<std::int32_t>(reader.u32()));
    const ByteView value = reader.raw(kValueSize);
    if (!reader.atEnd() || version != kVersion)
        return fail(ErrorKind::KeyFileDamaged, "the expiry ratchet in the keychain is malformed");
    return Ratchet(day, Secret::copyOf(value));
}

std::string ratchetEntry(const std::string &connection)
{
    return "ratchet/" + connection;
}

} // namespace sk::keys
