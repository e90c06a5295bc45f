// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_lock.h"

#include "core/base/files.h"
#include "core/profile/layout.h"

namespace sk::profile {

namespace {

/// How old a lock that names no process must be to count as left behind. A process has named itself within
/// milliseconds; on Windows it also keeps the file open, and an open file cannot be taken from it.
#ifdef Q_OS_WIN
constexpr std::chrono::milliseconds kNamelessFor{1};
#else
constexpr std::chrono::milliseconds kNamelessFor{10'000};
#endif

Result<std::unique_ptr<QLockFile>> takeLock(const std::filesystem::path &file, std::chrono::milliseconds patience,
                                            std::string_view doing)
{
    auto lock = std::make_unique<QLockFile>(QString::fromStdU16String(file.u16string()));
    lock->setStaleLockTime(0); // only a process that is gone makes it stale
    if (lock->tryLock(static_cast<int>(patience.count())))
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return fail(ErrorKind::File, "cannot lock " + toUtf8(file));
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock->getLockInfo(&process, &host, &program)) {
        // Its process died before it had written who it is, or is just about to.
        lock->setStaleLockTime(kNamelessFor);
        const bool taken = lock->tryLock(0);
        lock->setStaleLockTime(0);
        if (taken)
            return lock;
        lock->getLockInfo(&process, &host, &program);
    }
    return fail(ErrorKind::ProfileBusy, "process " + std::to_string(process) + std::string(doing));
}

} // namespace

Result<std::unique_ptr<QLockFile>> lockProfile(const std::filesystem::path &folder)
{
    return takeLock(lockFile(folder), std::chrono::milliseconds(0), " has the profile open");
}

Result<std::unique_ptr<QLockFile>> lockLibrary(const std::filesystem::path &dataDir, std::chrono::milliseconds patience)
{
    return takeLock(libraryLockFile(dataDir), patience, " is making or removing a profile");
}

} // namespace sk::profile
