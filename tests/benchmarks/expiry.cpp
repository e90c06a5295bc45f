// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/expiry.h"

#include "core/privacy/registry.h"

#include <benchmark/benchmark.h>

namespace sk::bench {

namespace {

constexpr std::int64_t kSealedRows = 100'000;
constexpr std::chrono::days kLife{30};

/// A recipient's address as Amazon gives it to a merchant.
const std::vector<privacy::KeptValue> &address()
{
    static const std::vector<privacy::KeptValue> values{{1, "Maximiliane Musterfrau-Beispiel"},
                                                        {2, "Beispiel & Söhne GmbH"},
                                                        {3, "Lange Straße der Beispiele 117 b"},
                                                        {4, "Hinterhaus, 3. Stock links"},
                                                        {6, "Musterstadt"},
                                                        {8, "Baden-Württemberg"},
                                                        {10, "12345"},
                                                        {11, "DE"},
                                                        {12, "+49 30 123456 0"},
                                                        {17, "RESIDENTIAL"}};
    return values;
}

void sealOrders(privacy::PiiStore &pii, Time now)
{
    const auto orders = kSealedRows / static_cast<std::int64_t>(address().size());
    for (std::int64_t i = 0; i < orders; ++i) {
        const model::OrderId order{"302-" + std::to_string(1'000'000 + i * 7919 % 9'000'000) + "-1234567"};
        must(pii.seal({Profile::connection().id, order, dayOf(now) + kLife, now, "getOrder"}, address()));
    }
}

/// The day on which everything dies: the ratchet moves on 30 days, the rows go, the WAL is emptied.
void sealAndSweep(benchmark::State &state, Report &report)
{
    Profile profile;
    sync::Storage &storage = profile.storage();
    const Time now = storage.time.now();
    Stopwatch sealing;
    Stopwatch sweeping;
    for ([[maybe_unused]] auto _ : state) {
        sealing.measure([&] { sealOrders(storage.pii, now); });
        must(must(storage.pii.status(std::nullopt)).sealedRows == kSealedRows, "not every value was sealed");
        std::int64_t died = 0;
        state.SetIterationTime(
            sweeping.measure([&] { died = must(storage.pii.expire(Profile::connection().id, dayOf(now) + kLife)); }));
        must(died == kSealedRows, "not every value died");
    }
    state.counters["seal_us_per_value"] = sealing.total() * 1e6 / kSealedRows;
    report.figure("pii seal (an order of 10 values per transaction)", sealing.total() * 1e6 / kSealedRows,
                  "us per value");
    report.figure("pii expiry: ratchet advanced 30 days, 100000 rows swept", sweeping.total(), "s");
}

void advance(benchmark::State &state, Report &report)
{
    const Day day = fromDayNumber(20'000);
    const keys::Ratchet ratchet = keys::Ratchet::start(day, secrets::systemRandom());
    Stopwatch watch;
    for ([[maybe_unused]] auto _ : state)
        watch.measure([&] { benchmark::DoNotOptimize(ratchet.advancedTo(day + kLife)); });
    report.figure("ratchet advance", watch.total() * 1e6 / static_cast<double>(state.iterations() * kLife.count()),
                  "us per day");
}

} // namespace

void registerExpiry(Report &report)
{
    benchmark::RegisterBenchmark("expiry/advance_30_days",
                                 [&report](benchmark::State &state) { advance(state, report); })
        ->Iterations(1000)
        ->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("expiry/sweep_100000_values",
                                 [&report](benchmark::State &state) { sealAndSweep(state, report); })
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace sk::bench
