// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hold.h"
#include "core/vault/database.h"

#include <vector>

namespace sk::records {

/// The register of tax and legal holds. No PII is in it.
class HoldRepository
{
public:
    /// `database` outlives it.
    explicit HoldRepository(const vault::Database &database) : m_database(database) {}

    /// Newest first.
    [[nodiscard]] Result<std::vector<model::Hold>> all() const;
    /// NotFound.
    [[nodiscard]] Result<model::Hold> find(const std::string &id) const;
    [[nodiscard]] Result<void> add(const model::Hold &hold) const;
    /// From here on it is no longer in force, although its key may still be there.
    [[nodiscard]] Result<void> beginEnd(const std::string &id, model::HoldEnd by) const;
    /// Its key is gone.
    [[nodiscard]] Result<void> finishEnd(const std::string &id, Time at) const;
    /// Every record of the connection; how many.
    [[nodiscard]] Result<std::int64_t> removeOf(const model::ConnectionId &connection) const;
    /// Records of an order whose hold has ended, in all connections.
    [[nodiscard]] Result<std::int64_t> removeEndedOf(const model::OrderId &order) const;
    /// Records of holds that ended before `before`.
    [[nodiscard]] Result<std::int64_t> countEndedBefore(Time before) const;
    [[nodiscard]] Result<std::int64_t> removeEndedBefore(Time before) const;

private:
    const vault::Database &m_database;
};

} // namespace sk::records
