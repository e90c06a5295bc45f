// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <filesystem>
#include <functional>

namespace sk {

/// The whole file, at most `limit` bytes; NotFound if absent, File if larger or unreadable.
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path &path, std::size_t limit);

/// SHA-256 of a file of any size; File when it cannot be read.
[[nodiscard]] Result<Sha256> sha256OfFile(const std::filesystem::path &path);

/// Replaces the file as one step that survives a crash: written beside it, flushed to disk, renamed, folder flushed.
/// Only the user can read it (0600; on Windows the rights of a private folder are inherited).
/// On Windows a file that another program has open (a second process of ours, a virus scanner) cannot be replaced: then
/// `wait` is called with the number of the attempt, and it is tried again, kMostReplaceAttempts times in all.
using ReplaceWait = std::function<void(int attempt)>;
constexpr int kMostReplaceAttempts = 10;
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path &path, ByteView content);
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path &path, ByteView content,
                                               const ReplaceWait &wait);

/// Removes what writeFileAtomically() left beside `path` when its process was killed. Only while nobody else writes it.
void removeAbandonedWrites(const std::filesystem::path &path);

/// Gives the file another name in its folder, durably; a file of that name is replaced.
[[nodiscard]] Result<void> renameFile(const std::filesystem::path &from, const std::filesystem::path &to);

/// Makes the folder and its parents, readable by the user alone (0700; on Windows an access list of the user and the
/// system that files below inherit). An existing folder is left as it is.
[[nodiscard]] Result<void> makePrivateFolder(const std::filesystem::path &path);

/// The path as UTF-8 with the system's own separators, for messages that only the owner of the machine sees.
[[nodiscard]] std::string toUtf8(const std::filesystem::path &path);

} // namespace sk
