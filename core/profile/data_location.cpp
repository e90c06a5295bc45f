// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/data_location.h"

#include "core/base/files.h"
#include "core/base/text.h"

#include <QString>

#include <algorithm>
#include <array>
#include <string_view>

namespace sk::profile {

namespace {

using model::LocationTrouble;

/// File systems whose files live on another machine, by the names the kernels give them.
constexpr std::array<std::string_view, 22> kRemoteFileSystems{
    "nfs",   "nfs4",   "cifs",  "smb",         "smb2",           "smb3",        "smbfs",
    "afpfs", "webdav", "davfs", "fuse.davfs2", "fuse.sshfs",     "sshfs",       "9p",
    "afs",   "ceph",   "gfs2",  "fuse.ceph",   "fuse.glusterfs", "fuse.rclone", "fuse.gvfsd-fuse",
    "ncpfs",
};

struct CloudFolder
{
    std::string_view start; ///< of a folder's name, in lower case
    std::string_view provider;
};

/// How the clients name their folders by default. OneDrive for companies and macOS' CloudStorage append to the name.
constexpr std::array kCloudFolders{
    CloudFolder{"onedrive", "OneDrive"},
    CloudFolder{"dropbox", "Dropbox"},
    CloudFolder{"icloud drive", "iCloud Drive"},
    CloudFolder{"iclouddrive", "iCloud Drive"},
    CloudFolder{"com~apple~clouddocs", "iCloud Drive"},
    CloudFolder{"google drive", "Google Drive"},
    CloudFolder{"googledrive", "Google Drive"},
    CloudFolder{"my drive", "Google Drive"},
    CloudFolder{"nextcloud", "Nextcloud"},
    CloudFolder{"owncloud", "ownCloud"},
    CloudFolder{"pcloud", "pCloud"},
};

/// Windows and macOS take either case for the same name.
bool sameName(const std::filesystem::path &one, const std::filesystem::path &other)
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return QString::fromStdU16String(one.u16string())
               .compare(QString::fromStdU16String(other.u16string()), Qt::CaseInsensitive)
        == 0;
#else
    return one == other;
#endif
}

bool isBelow(const std::filesystem::path &path, const std::filesystem::path &root)
{
    const std::filesystem::path normal = root.lexically_normal();
    const auto [rootEnd, pathEnd] = std::mismatch(normal.begin(), normal.end(), path.begin(), path.end(), sameName);
    return !root.empty() && (rootEnd == normal.end() || rootEnd->empty());
}

std::string providerOf(const std::filesystem::path &path, const MountFacts &facts)
{
    for (const auto &[root, provider] : facts.cloudRoots) {
        if (isBelow(path, root))
            return provider;
    }
    for (const std::filesystem::path &part : path) {
        const std::string name = lower(toUtf8(part));
        for (const CloudFolder &folder : kCloudFolders) {
            if (name.starts_with(folder.start))
                return std::string(folder.provider);
        }
    }
    return {};
}

/// `\\server\share`: a network drive without a letter.
bool isUnc(const std::filesystem::path &path)
{
    const std::string text = toUtf8(path);
    const bool device = text.starts_with(R"(\\?\)") || text.starts_with("//?/");
    return (text.starts_with(R"(\\)") || text.starts_with("//")) && !device;
}

} // namespace

model::DataLocation judgeLocation(const std::filesystem::path &folder, const MountFacts &facts)
{
    const std::filesystem::path path = folder.lexically_normal();
    model::DataLocation location{toUtf8(folder), {}, providerOf(path, facts)};
    if (!location.provider.empty())
        location.troubles.push_back(LocationTrouble::CloudFolder);
    if (facts.remote || isUnc(folder) || std::ranges::count(kRemoteFileSystems, lower(facts.fileSystem)) > 0)
        location.troubles.push_back(LocationTrouble::NetworkDrive);
    if (facts.removable)
        location.troubles.push_back(LocationTrouble::RemovableDrive);
    return location;
}

Result<void> checkLocation(const model::DataLocation &location)
{
    if (std::ranges::count(location.troubles, LocationTrouble::NetworkDrive) > 0)
        return fail(ErrorKind::NetworkDrive, location.folder);
    return {};
}

std::vector<std::string> warningsOf(const model::DataLocation &location)
{
    std::vector<std::string> warnings;
    for (const LocationTrouble trouble : location.troubles) {
        switch (trouble) {
        case LocationTrouble::CloudFolder:
            warnings.push_back(
                location.folder + " is inside a folder of " + location.provider
                + ": copies of the vault leave this machine, and an older one may be put back. Move the data"
                  " folder out of it.");
            break;
        case LocationTrouble::NetworkDrive:
            warnings.push_back(location.folder + " is on a network drive. Move the data folder to a local disk.");
            break;
        case LocationTrouble::RemovableDrive:
            warnings.push_back(location.folder
                               + " is on a removable drive: do not pull it out while Sellerkeep runs, and"
                                 " keep it under lock.");
            break;
        }
    }
    return warnings;
}

} // namespace sk::profile
