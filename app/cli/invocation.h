// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <filesystem>
#include <optional>

namespace sk::cli {

/// A command line, taken apart (cli.md). `command` is what core/profile's CommandRunner takes; relative paths are made
/// absolute, because another process may run it.
struct Invocation
{
    std::optional<std::filesystem::path> dataDir;
    bool sealedFile = false; ///< --secret-store file
    std::optional<int> passphraseFd;
    bool json = false;
    bool quiet = false;
    bool help = false;
    bool version = false;
    QString command; ///< "profile create", "sync", …
    QString profile;
    std::filesystem::path caFile;
    QJsonObject arguments;
};

/// Usage names what is missing or not known.
[[nodiscard]] Result<Invocation> parseInvocation(QStringList arguments);

/// The text of --help.
[[nodiscard]] QString usageText();

} // namespace sk::cli
