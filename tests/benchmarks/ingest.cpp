// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/ingest.h"

#include "core/records/connection_repository.h"
#include "core/vault/transaction.h"
#include "tests/benchmarks/unencrypted.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>
#include <fstream>

namespace sk::bench {

namespace {

constexpr double kMostTimesTheBaseline = 1.5;
constexpr double kMostMegabytes = 150;
/// The vault's (store_open.cpp).
constexpr int kCacheKibibytes = 64 * 1024;

/// "VmHWM:   123456 kB": the most physical memory this process ever had.
double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024;
    }
    must(false, "no VmHWM in /proc/self/status");
    return 0;
}

void checkSame(const vault::Database &vault, const vault::Database &baseline)
{
    for (const char *count : {"SELECT count(*) FROM orders", "SELECT count(*) FROM order_item",
                              "SELECT count(*) FROM order_proceeds", "SELECT count(*) FROM order_package"}) {
        const std::int64_t rows = must(vault.integer(count));
        must(rows > 0 && rows == must(baseline.integer(count)), "vault and baseline differ");
    }
}

/// Page by page in turns, so that whatever else the machine does meets both sides alike. One iteration is one page.
void ingest(benchmark::State &state, Report &report)
{
    Ingest ingest;
    Baseline baseline;
    Stopwatch ours;
    Stopwatch theirs;
    int number = 0;
    for ([[maybe_unused]] auto _ : state) {
        const std::string json = ingest.pages().page(number);
        const amazon::OrdersPage parsed = must(amazon::parseOrdersPage(json));
        const auto storeJson = [&] { state.SetIterationTime(ours.measure([&] { must(ingest.store(json)); })); };
        const auto storeParsed = [&] { theirs.measure([&] { must(baseline.store(parsed)); }); };
        number % 2 == 0 ? storeJson() : storeParsed();
        number % 2 == 0 ? storeParsed() : storeJson();
        ++number;
    }
    checkSame(ingest.profile().storage().vault, baseline.database());
    state.SetItemsProcessed(std::int64_t{number} * OrderPages::kOrdersPerPage);
    state.counters["baseline_ms_per_page"] = theirs.total() * 1000 / number;
    report.figure("ingest", ours.total(), "s for " + std::to_string(number * OrderPages::kOrdersPerPage) + " orders");
    report.figure("ingest baseline, parsed rows without encryption", theirs.total(), "s");
    report.against("ingest ratio", ours.total() / theirs.total(), kMostTimesTheBaseline, 2);
}

void parse(benchmark::State &state)
{
    const std::string json = OrderPages(test::FakeClock().now()).page(0);
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(amazon::parseOrdersPage(json));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
}

void memory(benchmark::State &state, Report &report)
{
    for ([[maybe_unused]] auto _ : state) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--memory")});
        const bool ended = process.waitForFinished(-1) && process.exitCode() == 0;
        const double megabytes = process.readAllStandardOutput().toDouble();
        must(ended && megabytes > 0, "the memory run failed");
        state.counters["peak_MB"] = megabytes;
        report.against("ingest peak memory", megabytes, kMostMegabytes, 0, " MB");
    }
}

} // namespace

Ingest::Ingest()
    : m_pages(m_profile.clock().now())
    , m_feed(Profile::connection().id, {}, m_profile.clock().now() - std::chrono::years(2), false)
{
}

Result<void> Ingest::store(std::string_view page)
{
    sync::Storage &storage = m_profile.storage();
    SK_ASSIGN(const auto call, m_feed.next(storage));
    must(call.has_value(), "the feed wants no more pages");
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(storage.vault));
    SK_ASSIGN(const sync::Ingested ingested, m_feed.ingest(storage, page));
    model::AuditEvent event{model::AuditActor::System, model::AuditOperation::SearchOrders, Profile::connection().id,
                            model::DataClass::Orders, ingested.received};
    event.httpStatus = 200;
    event.requestId = "5b6f9a44-0c7e-4f0e-9d1a-2f7d3c1e8a55";
    event.duration = std::chrono::milliseconds(431);
    SK_TRY(storage.audit.append(event, storage.time.now()));
    SK_TRY(transaction.commit());
    must(ingested.stored == OrderPages::kOrdersPerPage, "a page was not new");
    return {};
}

Baseline::Baseline()
    : m_database(must(createUnencrypted(m_folder.path() / "baseline.db", kCacheKibibytes)))
    , m_orders(must(records::OrderRepository::open(m_database)))
{
    must(records::ConnectionRepository(m_database).add(Profile::connection()));
}

Result<void> Baseline::store(const amazon::OrdersPage &page)
{
    SK_ASSIGN(vault::Transaction transaction, vault::Transaction::begin(m_database));
    const records::Origin origin{Profile::connection().id, fromMillis(1), "searchOrders"};
    for (const amazon::ParsedOrder &parsed : page.orders)
        SK_TRY(m_orders.store(parsed.order, origin));
    return transaction.commit();
}

int printPeakMemory()
{
    Ingest ingest;
    must(ingest.profile().storage().vault.exec("PRAGMA synchronous = OFF")); // saves time and changes no byte of memory
    for (int number = 0; number < kIngestedPages; ++number)
        must(ingest.store(ingest.pages().page(number)));
    std::printf("%.1f\n", peakMegabytes());
    return 0;
}

void registerIngest(Report &report)
{
    benchmark::RegisterBenchmark("ingest/page_of_100_orders",
                                 [&report](benchmark::State &state) { ingest(state, report); })
        ->Iterations(kIngestedPages)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("ingest/parse_page_of_100_orders", parse)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("ingest/memory", [&report](benchmark::State &state) { memory(state, report); })
        ->Iterations(1)
        ->UseRealTime()
        ->Unit(benchmark::kSecond);
}

} // namespace sk::bench
