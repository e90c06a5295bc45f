// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/secrets/secret_store.h"

#include <string>

namespace sk::keys {

using secrets::Secret;

/// The expiry ratchet of one connection (design.md, "Keys"): one 32-byte value R for one UTC day. R(d+1) = HKDF(R(d)),
/// and overwriting R(d) in the keychain when day d is over makes everything sealed for day d unreadable for ever, in
/// every copy of the database. It only moves forward.
class Ratchet
{
public:
    Ratchet(Day day, Secret value) : m_day(day), m_value(std::move(value)) {}
    [[nodiscard]] static Ratchet start(Day day, const RandomSource &random);

    [[nodiscard]] Day day() const { return m_day; }

    /// The ratchet at a later day; the same one for an earlier day.
    [[nodiscard]] Ratchet advancedTo(Day day) const;

    /// The key for values that expire at the start of `expiryDay`: made from R of the day before, the last one on which
    /// they may be read, and from K_pii. Fails with NotFound once that day is over. `context` binds profile and
    /// connection.
    [[nodiscard]] Result<Secret> sealingKey(Day expiryDay, const Secret &pii, ByteView context) const;

    [[nodiscard]] Secret encode() const;
    [[nodiscard]] static Result<Ratchet> decode(const Secret &bytes);

private:
    Day m_day;
    Secret m_value;
};

/// The keychain entry of a connection's ratchet.
[[nodiscard]] std::string ratchetEntry(const std::string &connection);

} // namespace sk::keys
