// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/location.h"

#include <filesystem>
#include <functional>

namespace sk::profile {

/// What the operating system says of the place of a folder.
struct MountFacts
{
    std::string fileSystem; ///< `ext4`, `NTFS`, `nfs4`, …
    bool remote = false;    ///< the system itself calls the drive remote (Windows)
    bool removable = false;
    /// Folders that synchronising clients named as theirs (Dropbox's info.json), with the client's name.
    std::vector<std::pair<std::filesystem::path, std::string>> cloudRoots;
};

/// Asks for the facts of a folder, or of its nearest parent that exists. Handed in, so that tests can mount anything.
using MountProbe = std::function<MountFacts(const std::filesystem::path &)>;
[[nodiscard]] MountFacts systemMountFacts(const std::filesystem::path &folder);

/// The folders that synchronising clients of the user with this home folder named as theirs.
[[nodiscard]] std::vector<std::pair<std::filesystem::path, std::string>>
cloudRootsOf(const std::filesystem::path &home);

/// The judgement alone: pure.
[[nodiscard]] model::DataLocation judgeLocation(const std::filesystem::path &folder, const MountFacts &facts);

/// NetworkDrive for a folder on a network drive; everything else is allowed, with a warning where it deserves one.
[[nodiscard]] Result<void> checkLocation(const model::DataLocation &location);

/// English sentences for the command line: what is wrong and what to do.
[[nodiscard]] std::vector<std::string> warningsOf(const model::DataLocation &location);

} // namespace sk::profile
