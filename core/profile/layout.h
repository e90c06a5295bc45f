// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

namespace sk::profile {

/// Where the secrets of a profile lie.
enum class SecretStoreKind { Os, File };

/// The plain file that makes a folder a profile: what lists show and what is needed to open it. No secret, no seller
/// data.
struct ProfileFile
{
    std::string id;
    std::string name;
    SecretStoreKind secretStore = SecretStoreKind::Os;
};

/// A profile that is being made or removed has its plain file under another name: a crash leaves a folder that is known
/// to be nobody's, and of which nothing has to be kept.
enum class ProfileStage { Finished, Unfinished };

// Every path of a profile, in one place.
[[nodiscard]] inline std::filesystem::path profilesFolder(const std::filesystem::path &dataDir)
{
    return dataDir / "profiles";
}
[[nodiscard]] inline std::filesystem::path profileFile(const std::filesystem::path &folder,
                                                       ProfileStage stage = ProfileStage::Finished)
{
    return folder / (stage == ProfileStage::Finished ? "profile.json" : "unfinished.json");
}
[[nodiscard]] inline std::filesystem::path slotsFile(const std::filesystem::path &folder)
{
    return folder / "slots";
}
[[nodiscard]] inline std::filesystem::path vaultFile(const std::filesystem::path &folder)
{
    return folder / "vault.db";
}
[[nodiscard]] inline std::filesystem::path piiFile(const std::filesystem::path &folder)
{
    return folder / "pii.db";
}
[[nodiscard]] inline std::filesystem::path sealedSecretsFile(const std::filesystem::path &folder)
{
    return folder / "secrets.sealed";
}
[[nodiscard]] inline std::filesystem::path keychainEntriesFile(const std::filesystem::path &folder)
{
    return folder / "keychain-entries";
}
[[nodiscard]] inline std::filesystem::path lockFile(const std::filesystem::path &folder)
{
    return folder / "owner.lock";
}
[[nodiscard]] inline std::filesystem::path libraryLockFile(const std::filesystem::path &dataDir)
{
    return dataDir / "library.lock";
}

/// NotFound when the folder holds no profile; KeyFileDamaged when the file is not one of ours.
[[nodiscard]] Result<ProfileFile> readProfileFile(const std::filesystem::path &folder,
                                                  ProfileStage stage = ProfileStage::Finished);
[[nodiscard]] Result<void> writeProfileFile(const std::filesystem::path &folder, const ProfileFile &file,
                                            ProfileStage stage = ProfileStage::Finished);

/// Usage unless the name is 1 to 80 characters without control characters and without blanks at its ends.
[[nodiscard]] Result<void> checkProfileName(std::string_view name);

/// A random UUID (RFC 9562, version 4).
[[nodiscard]] std::string newUuid(const RandomSource &random);

} // namespace sk::profile
