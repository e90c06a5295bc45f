// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/database.h"

namespace sk::vault {

/// A write transaction; rolls back unless committed.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(const Database &database);

    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Database &database) : m_database(&database) {}

    const Database *m_database;
};

} // namespace sk::vault
