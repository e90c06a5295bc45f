// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/options.h"

#include <QStringList>

#include <string>
#include <variant>
#include <vector>

namespace sk::simulator {

/// Everything the program was asked for.
struct CommandLine
{
    Options options;
    std::vector<Fault> faults;
    std::string connectionFile;
    std::string plantedFile;
    std::string expectedFile;
    bool quiet = false;
    bool untilStdinCloses = false;
};

/// A text to print and the exit code to end with: help, version or a mistake.
struct Usage
{
    std::string text;
    int exitCode = 2;
};

/// Reads the arguments, program name first. Pure but for the parser's help text.
std::variant<CommandLine, Usage> readCommandLine(const QStringList &arguments);

} // namespace sk::simulator
