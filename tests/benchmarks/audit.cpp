// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/audit.h"

#include "core/audit/audit_reader.h"
#include "core/vault/transaction.h"

#include <benchmark/benchmark.h>

namespace sk::bench {

namespace {

constexpr std::int64_t kEntries = 100'000;
/// One commit for so many, so that the figure is the chain's, not the disk's.
constexpr std::int64_t kPerTransaction = 1000;

void appendBatch(sync::Storage &storage)
{
    const model::AuditEvent event{model::AuditActor::System,
                                  model::AuditOperation::SearchOrders,
                                  Profile::connection().id,
                                  model::DataClass::Orders,
                                  100,
                                  {},
                                  200,
                                  "5b6f9a44-0c7e-4f0e-9d1a-2f7d3c1e8a55",
                                  std::chrono::milliseconds(431)};
    vault::Transaction transaction = must(vault::Transaction::begin(storage.vault));
    for (std::int64_t i = 0; i < kPerTransaction; ++i)
        must(storage.audit.append(event, storage.time.now()));
    must(transaction.commit());
}

void append(benchmark::State &state, Report &report)
{
    Profile profile;
    sync::Storage &storage = profile.storage();
    Stopwatch watch;
    while (state.KeepRunningBatch(kPerTransaction))
        watch.measure([&] { appendBatch(storage); });
    report.figure("audit append", watch.total() * 1e6 / static_cast<double>(state.iterations()), "us per entry");
}

void verify(benchmark::State &state, Report &report)
{
    Profile profile;
    sync::Storage &storage = profile.storage();
    while (must(storage.vault.integer("SELECT count(*) FROM audit_entry")) < kEntries)
        appendBatch(storage);
    const std::int64_t entries = must(storage.vault.integer("SELECT count(*) FROM audit_entry"));
    const audit::Anchor anchor = must(storage.audit.head(storage.time.now()));
    Stopwatch watch;
    std::int64_t verified = 0;
    for ([[maybe_unused]] auto _ : state) {
        model::AuditVerification verification;
        watch.measure([&] { verification = must(audit::verifyChain(storage.vault, Profile::kId, anchor)); });
        must(verification.intact() && verification.entries == entries, "the chain is not intact");
        verified += verification.entries;
    }
    state.SetItemsProcessed(verified);
    report.figure("audit verify", watch.total() * 1e6 / static_cast<double>(verified), "us per entry");
}

} // namespace

void registerAudit(Report &report)
{
    benchmark::RegisterBenchmark("audit/append_entry", [&report](benchmark::State &state) { append(state, report); })
        ->Iterations(kEntries)
        ->UseRealTime()
        ->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("audit/verify_100000_entries",
                                 [&report](benchmark::State &state) { verify(state, report); })
        ->Iterations(3)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace sk::bench
