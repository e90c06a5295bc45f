// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/command_line.h"
#include "app/simulator/expected_orders.h"
#include "app/simulator/json_writer.h"
#include "app/simulator/paths.h"
#include "app/simulator/simulator.h"

#include <QCoreApplication>
#include <QFile>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <thread>

namespace {

using namespace sk::simulator;

volatile std::sig_atomic_t g_endAsked = 0;

void askForEnd(int)
{
    g_endAsked = 1;
}

/// Writes a file that only its owner can read, from its first byte on.
bool writePrivately(const std::string &path, const std::string &text)
{
    const QString name = QString::fromStdString(path);
    QFile::remove(name);
    QFile file(name);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size());
}

std::string connectionText(const Credentials &credentials)
{
    JsonWriter json;
    {
        JsonObject object(json);
        json.member("client_id", credentials.clientId);
        json.member("client_secret", credentials.clientSecret);
        json.member("refresh_token", credentials.refreshToken);
    }
    return json.take() + "\n";
}

std::string plantedText(const Simulator &simulator)
{
    std::string text;
    for (const std::string &value : simulator.plantedValues())
        text += value + "\n";
    return text;
}

std::string expectedText(const Simulator &simulator)
{
    std::string text;
    for (const ExpectedOrder &order : simulator.expectedOrders())
        text += expectedLine(order) + "\n";
    return text;
}

bool writeFiles(const CommandLine &line, const Simulator &simulator)
{
    return (line.connectionFile.empty() || writePrivately(line.connectionFile, connectionText(simulator.credentials())))
        && (line.plantedFile.empty() || writePrivately(line.plantedFile, plantedText(simulator)))
        && (line.expectedFile.empty() || writePrivately(line.expectedFile, expectedText(simulator)));
}

std::string readyLine(const Simulator &simulator)
{
    JsonWriter json;
    {
        JsonObject object(json);
        json.member("api_url", simulator.apiUrl());
        json.member("token_url", simulator.tokenUrl());
        json.member("ca_file", textOf(simulator.caFile()));
        json.member("application_id", simulator.credentials().applicationId);
        json.member("port", simulator.port());
    }
    return json.take();
}

void waitForEnd(bool untilStdinCloses)
{
    static std::atomic<bool> stdinClosed = false;
    if (untilStdinCloses) {
        std::thread([] {
            while (std::getchar() != EOF) {
            }
            stdinClosed = true;
        }).detach();
    }
    while (g_endAsked == 0 && !stdinClosed)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

int run(const CommandLine &line)
{
    Simulator simulator(line.options);
    for (const Fault &fault : line.faults)
        simulator.inject(fault);
    if (const auto error = simulator.start()) {
        std::cerr << "sellerkeep-simulator: " << *error << std::endl;
        return 1;
    }
    if (!writeFiles(line, simulator)) {
        std::cerr << "sellerkeep-simulator: cannot write one of the files" << std::endl;
        return 1;
    }
    std::cout << readyLine(simulator) << std::endl;
    if (!line.quiet)
        std::cerr << "sellerkeep-simulator: " << line.options.orders << " orders, ready" << std::endl;
    waitForEnd(line.untilStdinCloses);
    simulator.stop();
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGINT, askForEnd);
    std::signal(SIGTERM, askForEnd);
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // a client may go away in the middle of an answer
#endif
    const QCoreApplication application(argc, argv);
    const auto line = readCommandLine(QCoreApplication::arguments());
    if (const Usage *usage = std::get_if<Usage>(&line)) {
        (usage->exitCode == 0 ? std::cout : std::cerr) << usage->text;
        return usage->exitCode;
    }
    const int code = run(std::get<CommandLine>(line));
    std::cout.flush();
    std::_Exit(code); // a detached thread may still wait for standard input
}
