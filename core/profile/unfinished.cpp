// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/unfinished.h"

#include "core/base/files.h"
#include "core/base/logging.h"
#include "core/profile/profile_lock.h"

#include <algorithm>

namespace sk::profile {

namespace {

using std::filesystem::path;

bool isThere(const path &file)
{
    std::error_code code;
    return std::filesystem::exists(file, code);
}

std::vector<path> entriesOf(const path &folder)
{
    std::vector<path> entries;
    std::error_code code;
    for (const auto &entry : std::filesystem::directory_iterator(folder, code))
        entries.push_back(entry.path());
    return entries;
}

/// Everything but the lock and the file that marks the folder as unfinished.
Result<void> removeFiles(const path &folder)
{
    for (const path &entry : entriesOf(folder)) {
        if (entry == lockFile(folder) || entry == profileFile(folder, ProfileStage::Unfinished))
            continue;
        std::error_code code;
        std::filesystem::remove_all(entry, code);
        if (code)
            return fail(ErrorKind::File, "cannot remove " + toUtf8(entry) + ": " + code.message());
    }
    return {};
}

/// A process was killed before it could write the mark, or after it took it away again: nothing of worth is in there.
bool isBare(const path &folder)
{
    const std::vector<path> entries = entriesOf(folder);
    const std::string mark = toUtf8(profileFile(folder, ProfileStage::Unfinished).filename()) + '.';
    return std::all_of(entries.begin(), entries.end(), [&](const path &entry) {
        return entry == lockFile(folder) || toUtf8(entry.filename()).starts_with(mark);
    });
}

Result<void> discardIfUnfinished(const path &folder, const SecretAccess &access)
{
    if (isThere(profileFile(folder, ProfileStage::Unfinished)))
        return discardClosedProfile(folder, access);
    if (!isBare(folder))
        return {};
    {
        SK_ASSIGN(const std::unique_ptr<QLockFile> lock, lockProfile(folder));
        removeAbandonedWrites(profileFile(folder, ProfileStage::Unfinished));
    }
    return removeUnfinishedFolder(folder);
}

} // namespace

Result<void> discardProfile(const path &folder, secrets::SecretStore *secrets)
{
    const path mark = profileFile(folder, ProfileStage::Unfinished);
    const bool wasFinished = isThere(profileFile(folder));
    if (wasFinished)
        SK_TRY(renameFile(profileFile(folder), mark));
    const auto gone = secrets != nullptr ? secrets->removeAll() : Result<void>();
    if (!gone && wasFinished)
        SK_TRY(renameFile(mark, profileFile(folder)));
    SK_TRY(gone);
    return removeFiles(folder);
}

Result<void> removeUnfinishedFolder(const path &folder)
{
    std::error_code code;
    std::filesystem::remove(profileFile(folder, ProfileStage::Unfinished), code);
    if (!code)
        std::filesystem::remove(folder, code);
    if (code)
        return fail(ErrorKind::File, "cannot remove " + toUtf8(folder) + ": " + code.message());
    return {};
}

Result<void> discardClosedProfile(const path &folder, const SecretAccess &access)
{
    {
        SK_ASSIGN(const std::unique_ptr<QLockFile> lock, lockProfile(folder));
        const auto stage = isThere(profileFile(folder)) ? ProfileStage::Finished : ProfileStage::Unfinished;
        SK_ASSIGN(const ProfileFile file, readProfileFile(folder, stage));
        std::unique_ptr<secrets::SecretStore> secrets;
        if (file.secretStore == SecretStoreKind::Os) {
            SK_ASSIGN(secrets, openSecrets(access, folder, file, false));
        }
        SK_TRY(discardProfile(folder, secrets.get()));
    }
    return removeUnfinishedFolder(folder);
}

void discardUnfinished(const path &dataDir, const SecretAccess &access)
{
    for (const path &folder : entriesOf(profilesFolder(dataDir))) {
        std::error_code code;
        if (!std::filesystem::is_directory(folder, code) || isThere(profileFile(folder)))
            continue;
        if (const auto discarded = discardIfUnfinished(folder, access); !discarded)
            qCInfo(lcProfile, "left for the next time: %s", discarded.error().detail.c_str());
    }
}

} // namespace sk::profile
