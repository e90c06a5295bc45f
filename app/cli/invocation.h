// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/command_runner.h"

#include <QStringList>

#include <filesystem>
#include <optional>

namespace sk::cli {

/// A command line, taken apart (cli.md). Relative paths are made absolute, because another process may do the work.
struct Invocation
{
    std::optional<std::filesystem::path> dataDir;
    bool sealedFile = false; ///< --secret-store file
    std::optional<int> passphraseFd;
    bool json = false;
    bool quiet = false;
    bool help = false;
    bool version = false;
    QString profile;
    std::filesystem::path caFile;
    profile::Command command;
};

/// Usage names what is missing or not known.
[[nodiscard]] Result<Invocation> parseInvocation(QStringList arguments);

/// The text of --help.
[[nodiscard]] QString usageText();

} // namespace sk::cli
