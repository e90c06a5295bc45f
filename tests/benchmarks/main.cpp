// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/audit.h"
#include "tests/benchmarks/expiry.h"
#include "tests/benchmarks/ingest.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>

#include <cstdio>
#include <string_view>

/// Google Benchmark's options, or `--memory` alone: ingests 100,000 orders and prints the peak memory in MB.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 2 && std::string_view(argv[1]) == "--memory")
        return sk::bench::printPeakMemory();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    sk::bench::Report report;
    sk::bench::registerIngest(report);
    sk::bench::registerAudit(report);
    sk::bench::registerExpiry(report);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    std::printf("\n");
    for (const std::string &line : report.lines)
        std::printf("%s\n", line.c_str());
    return 0;
}
