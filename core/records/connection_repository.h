// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"
#include "core/vault/database.h"

#include <vector>

namespace sk::records {

/// Connections with their features and marketplaces. The secrets of a connection are not here.
class ConnectionRepository
{
public:
    explicit ConnectionRepository(const vault::Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::vector<model::Connection>> all() const;
    /// NotFound when there is none of that id.
    [[nodiscard]] Result<model::Connection> find(const model::ConnectionId &id) const;
    [[nodiscard]] Result<void> add(const model::Connection &connection) const;
    [[nodiscard]] Result<void> setState(const model::ConnectionId &id, model::ConnectionState state,
                                        std::optional<ErrorKind> reason, std::optional<Day> purgeOn) const;
    /// New credentials: takes over endpoint, application and ages of `as`, and its seller where none was known.
    [[nodiscard]] Result<void> setAuthorised(const model::ConnectionId &id, const model::Connection &as) const;
    /// Until when the keychain has the client secret before the present one; none: it has not.
    [[nodiscard]] Result<void> setOldSecret(const model::ConnectionId &id, std::optional<Day> until) const;
    /// Since when the credentials may have leaked; none: all that might have are replaced.
    [[nodiscard]] Result<void> setSuspected(const model::ConnectionId &id, std::optional<Time> since) const;
    /// Deletes the connection and, by foreign key, every row that belongs to it.
    [[nodiscard]] Result<void> remove(const model::ConnectionId &id) const;

    [[nodiscard]] Result<void> setFeature(const model::ConnectionId &id, model::Feature feature, bool enabled,
                                          Time now) const;

    [[nodiscard]] Result<std::vector<model::Marketplace>> marketplaces(const model::ConnectionId &id) const;
    /// Makes the stored marketplaces these; returns how many are new or changed. Inside the caller's transaction.
    [[nodiscard]] Result<std::int64_t> replaceMarketplaces(const model::ConnectionId &id,
                                                           const std::vector<model::Marketplace> &marketplaces,
                                                           Time received) const;

private:
    [[nodiscard]] Result<std::vector<model::Feature>> features(const model::ConnectionId &id) const;

    const vault::Database &m_database;
};

} // namespace sk::records
