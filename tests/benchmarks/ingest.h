// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/order_pages.h"
#include "tests/benchmarks/workbench.h"

#include "core/sync/orders_feed.h"

namespace sk::bench {

inline constexpr int kIngestedPages = 100'000 / OrderPages::kOrdersPerPage;

/// Answers of searchOrders on their way into a profile's vault, as a sync takes them.
class Ingest
{
public:
    Ingest();

    /// From bytes to committed rows: parsing, minimising, rows, cursor and audit entries in one transaction.
    [[nodiscard]] Result<void> store(std::string_view page);
    [[nodiscard]] const OrderPages &pages() const { return m_pages; }
    [[nodiscard]] Profile &profile() { return m_profile; }

private:
    Profile m_profile;
    OrderPages m_pages;
    sync::OrdersFeed m_feed;
};

/// The same rows, already parsed, on their way into an unencrypted file: what the database alone costs.
class Baseline
{
public:
    Baseline();

    [[nodiscard]] Result<void> store(const amazon::OrdersPage &page);
    [[nodiscard]] const vault::Database &database() const { return m_database; }

private:
    Folder m_folder;
    vault::Database m_database;
    records::OrderRepository m_orders;
};

/// Ingests everything and prints this process's peak memory: for a process of its own. Returns its exit code.
int printPeakMemory();

void registerIngest(Report &report);

} // namespace sk::bench
