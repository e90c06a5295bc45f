// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/expiry.h"

#include "core/privacy/registry.h"

#include <benchmark/benchmark.h>

namespace sk::bench {

namespace {

constexpr std::int64_t kSealedRows = 100'000;
constexpr std::chrono::days kLife{30};

/// Every field of a recipient that the registry lets a merchant keep.
std::vector<privacy::KeptValue> address()
{
    std::vector<privacy::KeptValue> values;
    for (const privacy::PiiField &field : privacy::kPiiFields) {
        if (field.keptFor)
            values.push_back({field.number, "Lange Straße der Beispiele 117 b"});
    }
    return values;
}

/// Orders of a month, each with an expiry day of its own. Returns how many values were sealed.
std::int64_t sealOrders(privacy::PiiStore &pii, Time now)
{
    const std::vector<privacy::KeptValue> values = address();
    std::int64_t sealed = 0;
    for (std::int64_t i = 0; sealed < kSealedRows; ++i) {
        const model::OrderId order{"302-" + std::to_string(1'000'000 + i * 7919 % 9'000'000) + "-1234567"};
        const Day expiry = dayOf(now) + std::chrono::days(1 + i % kLife.count());
        must(pii.seal({Profile::connection().id, order, expiry, dayOf(now), now, "getOrder"}, values));
        sealed += static_cast<std::int64_t>(values.size());
    }
    return sealed;
}

/// A machine that slept for a month: the ratchet moves on 30 days, all rows go, the WAL is emptied.
void sealAndSweep(benchmark::State &state, Report &report)
{
    Profile profile;
    sync::Storage &storage = profile.storage();
    const Time now = storage.time.now();
    Stopwatch sealing;
    Stopwatch sweeping;
    std::int64_t sealed = 0;
    for ([[maybe_unused]] auto _ : state) {
        sealing.measure([&] { sealed = sealOrders(storage.pii, now); });
        must(must(storage.pii.status(std::nullopt)).sealedRows == sealed, "not every value was sealed");
        std::int64_t died = 0;
        const auto expire = [&] { died = must(storage.pii.expire(Profile::connection().id, dayOf(now) + kLife)); };
        state.SetIterationTime(sweeping.measure(expire));
        must(died == sealed, "not every value died");
    }
    const double perValue = sealing.total() * 1e6 / static_cast<double>(sealed);
    state.counters["seal_us_per_value"] = perValue;
    report.figure("pii seal, one transaction per order", perValue, "us per value");
    report.figure("pii expiry, ratchet 30 days on and 100000 values swept", sweeping.total(), "s");
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
