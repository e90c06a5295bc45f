// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_lock.h"

#include "core/base/files.h"
#include "core/profile/layout.h"

namespace sk::profile {

namespace {

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
    lock->getLockInfo(&process, &host, &program);
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
