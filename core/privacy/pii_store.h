// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keys/ratchet.h"
#include "core/model/credentials.h"
#include "core/model/inventory.h"
#include "core/model/views.h"
#include "core/privacy/minimiser.h"
#include "core/vault/database.h"

#include <map>

namespace sk::privacy {

/// Which order a sealed value belongs to, and how it came.
struct SealedFor
{
    model::ConnectionId connection;
    model::OrderId order;
    Day expiryDay;
    Day countedFrom; ///< the day from which the retention counts
    Time receivedAt;
    std::string_view origin;
};

/// Which hold keeps an order's values.
struct HeldFor
{
    std::string hold; ///< its id
    model::ConnectionId connection;
    model::OrderId order;
    Day until; ///< the last day on which the values are shown
};

/// What a shorter retention did to the values held.
struct Shortened
{
    std::int64_t expired = 0; ///< values whose new expiry day has passed
    std::int64_t damaged = 0; ///< values whose box no key opened, and which were removed
};

/// What is held of one connection.
struct SealedHolding
{
    model::ConnectionId connection;
    model::Held held; ///< goesFrom: the earliest expiry day
};

/// A value that is held of an order, without what it says.
struct SealedOf
{
    model::ConnectionId connection;
    std::int32_t field = 0; ///< PiiField::number
    Day expiryDay{};
    Time receivedAt{};
    std::string origin;
};

/// pii.db and the ratchets that make it die on time. Lives on the database thread. Values are padded and sealed one by
/// one with AES-256-GCM under a key of (ratchet of the last readable day, K_pii); associated data binds each to its
/// profile, connection, order, field and day. Orders on a tax or legal hold have a second box for each value, under a
/// key of the hold (RET-3), bound to the hold and its last day.
class PiiStore
{
public:
    PiiStore(vault::Database database, std::string profileId, secrets::Secret piiKey, secrets::SecretStore &secrets,
             RandomSource random);

    /// Makes a new connection's ratchet, before its row exists in the vault.
    [[nodiscard]] Result<void> start(const model::ConnectionId &connection, Day today);
    /// Moves the ratchet to `today`, overwriting yesterday's in the keychain, then deletes what died. Returns how many
    /// values died. RatchetLost when the connection's ratchet is gone from an open keychain: nobody can read its values
    /// then, and only those whose day has passed are deleted.
    [[nodiscard]] Result<std::int64_t> expire(const model::ConnectionId &connection, Day today);
    /// After a wrong clock had run ahead: a fresh ratchet at the true day. Returns false when the ratchet was not
    /// ahead.
    [[nodiscard]] Result<bool> restartIfAhead(const model::ConnectionId &connection, Day today);
    /// A fresh ratchet in place of the present one, which makes every sealed value of the connection unreadable
    /// everywhere. The rows go before: a crash between leaves none that look as if they could be read.
    [[nodiscard]] Result<std::int64_t> restart(const model::ConnectionId &connection, Day today);
    /// Destroys the ratchet, which makes every sealed value of the connection unreadable everywhere; then deletes the
    /// rows.
    [[nodiscard]] Result<std::int64_t> destroy(const model::ConnectionId &connection);

    /// Replaces what is held of the order. A day that has passed is refused with NotFound.
    [[nodiscard]] Result<void> seal(const SealedFor &target, const std::vector<KeptValue> &values);
    /// What is held of the order and can still be read, sealed or on hold: the one way to personal values.
    [[nodiscard]] Result<std::vector<KeptValue>> reveal(const model::ConnectionId &connection,
                                                        const model::OrderId &order);

    /// Values of a hold whose last day is before `today` are not revealed from here on, even while their key is there.
    void beginDay(Day today) { m_today = today; }
    /// Makes the hold's key, reads it back, and seals `values` under it; returns how many. They are what reveal() found
    /// of the order.
    [[nodiscard]] Result<std::int64_t> hold(const HeldFor &target, const std::vector<KeptValue> &values);
    /// Destroys the hold's key, which makes its values unreadable everywhere; then deletes them. Returns how many. Also
    /// for a hold that was never finished.
    [[nodiscard]] Result<std::int64_t> unhold(const std::string &hold);
    /// The holds that have values here.
    [[nodiscard]] Result<std::vector<std::string>> holds() const;
    /// What holds have of every connection; goesFrom: the day after the earliest last day.
    [[nodiscard]] Result<std::vector<SealedHolding>> heldHoldings() const;
    /// What is held of the order, of any connection.
    [[nodiscard]] Result<std::vector<SealedOf>> sealedOf(const model::OrderId &order) const;
    /// Deletes it; returns how many values went. Copies of the file stay readable until the values' day: their keys
    /// are those of other orders, too.
    [[nodiscard]] Result<std::int64_t> forget(const model::OrderId &order);

    /// Of one connection, or of all.
    [[nodiscard]] Result<model::PiiStatus> status(const std::optional<model::ConnectionId> &connection) const;
    /// When the oldest value held was received.
    [[nodiscard]] Result<std::optional<Time>> oldest() const;
    /// Of every connection that has some.
    [[nodiscard]] Result<std::vector<SealedHolding>> holdings() const;
    /// How many values of a connection expire at once when they are held to a retention of `days`.
    [[nodiscard]] Result<std::int64_t> countExpiring(const model::ConnectionId &connection, int days, Day today) const;
    /// Holds every value to a retention of `days` from the day it counts from, by re-sealing under earlier keys; never
    /// later than its present day.
    [[nodiscard]] Result<Shortened> shorten(const model::ConnectionId &connection, int days, Day today);

    /// Seals every value under another K_pii, as one step; those that no key opens any more go. The store is of that
    /// key from then on.
    [[nodiscard]] Result<model::KeyRotation> reseal(const secrets::Secret &piiKey);

    [[nodiscard]] const vault::Database &database() const { return m_database; }

private:
    [[nodiscard]] Result<keys::Ratchet> ratchet(const model::ConnectionId &connection);
    [[nodiscard]] Result<void> keep(const model::ConnectionId &connection, const keys::Ratchet &ratchet);
    [[nodiscard]] Bytes context(const model::ConnectionId &connection) const;
    [[nodiscard]] Bytes associated(const model::ConnectionId &connection, const model::OrderId &order, Day expiryDay,
                                   std::int32_t field) const;
    /// The values of an order that can still be read, and how many are damaged.
    struct Opened
    {
        std::vector<KeptValue> values;
        std::int64_t damaged = 0;
    };
    /// Adds an opened box, or counts it as damaged.
    static void take(const Result<secrets::Secret> &plain, std::int32_t field, Opened &opened);
    [[nodiscard]] Result<std::vector<SealedHolding>> readHoldings(std::string_view sql, std::chrono::days after) const;
    [[nodiscard]] Result<Opened> openAll(const model::ConnectionId &connection, const model::OrderId &order);
    [[nodiscard]] Result<std::vector<KeptValue>> openHeld(const model::ConnectionId &connection,
                                                          const model::OrderId &order);
    [[nodiscard]] Result<Opened> openHeldBy(const HeldFor &hold);
    [[nodiscard]] Result<secrets::Secret> holdKey(const HeldFor &hold);
    [[nodiscard]] Result<void> resealHeld(const secrets::Secret &piiKey, model::KeyRotation &rotation);
    [[nodiscard]] Result<void> writeHeld(const HeldFor &target, const std::vector<KeptValue> &values);
    [[nodiscard]] Bytes associated(const HeldFor &hold, std::int32_t field) const;
    [[nodiscard]] Result<void> write(const SealedFor &target, const std::vector<KeptValue> &values);
    /// A value as it lies in the store, sealed anew under `piiKey`; nothing when it does not open.
    [[nodiscard]] Result<std::optional<Bytes>> resealed(const vault::Statement &row, const secrets::Secret &piiKey);
    [[nodiscard]] Result<std::int64_t> sweep(const model::ConnectionId &connection, Day today);

    vault::Database m_database;
    std::string m_profileId;
    secrets::Secret m_piiKey;
    secrets::SecretStore &m_secrets;
    RandomSource m_random;
    std::map<model::ConnectionId, keys::Ratchet> m_ratchets;
    Day m_today{}; ///< of beginDay()
};

} // namespace sk::privacy
