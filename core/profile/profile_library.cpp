// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_library.h"

#include "core/base/files.h"
#include "core/base/logging.h"
#include "core/profile/local_session_p.h"
#include "core/profile/store_open.h"
#include "core/secrets/crypto.h"

#include <QLockFile>
#include <QStandardPaths>

#include <algorithm>

namespace sk::profile {

namespace {

QString folded(const std::string &name)
{
    return QString::fromStdString(name).toCaseFolded();
}

/// The lock of the process that owns the profile; ProfileBusy names the other one.
Result<std::unique_ptr<QLockFile>> takeLock(const std::filesystem::path &folder)
{
    auto lock = std::make_unique<QLockFile>(QString::fromStdU16String(lockFile(folder).u16string()));
    lock->setStaleLockTime(0); // only a process that is gone makes it stale
    if (lock->tryLock(0))
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return fail(ErrorKind::File, "cannot lock " + toUtf8(lockFile(folder)));
    qint64 process = 0;
    QString host;
    QString program;
    lock->getLockInfo(&process, &host, &program);
    return fail(ErrorKind::ProfileBusy, "process " + std::to_string(process) + " has the profile open");
}

} // namespace

ProfileLibrary::ProfileLibrary(std::filesystem::path dataDir, LocalSession::World world)
    : m_dataDir(std::move(dataDir))
    , m_world(std::move(world))
    , m_thread(QStringLiteral("profiles"))
{
}

Result<std::vector<ProfileInfo>> ProfileLibrary::list() const
{
    std::vector<ProfileInfo> profiles;
    std::error_code code;
    for (const auto &entry : std::filesystem::directory_iterator(profilesFolder(m_dataDir), code)) {
        const auto file = readProfileFile(entry.path());
        if (file)
            profiles.push_back({file->id, file->name, entry.path()});
        else if (file.error().kind != ErrorKind::NotFound)
            qCWarning(lcProfile, "%s", file.error().detail.c_str());
    }
    std::sort(profiles.begin(), profiles.end(),
              [](const ProfileInfo &a, const ProfileInfo &b) { return folded(a.name) < folded(b.name); });
    return profiles;
}

Result<ProfileInfo> ProfileLibrary::find(const std::string &name) const
{
    SK_ASSIGN(const std::vector<ProfileInfo> profiles, list());
    for (const ProfileInfo &profile : profiles) {
        if (folded(profile.name) == folded(name))
            return profile;
    }
    return fail(ErrorKind::NotFound, "no profile " + name);
}

QFuture<Result<ProfileInfo>> ProfileLibrary::create(std::string name)
{
    if (const auto checked = checkProfileName(name); !checked)
        return readyFuture(Result<ProfileInfo>(fail(checked.error())));
    if (find(name))
        return readyFuture(
            Result<ProfileInfo>(fail(ErrorKind::AlreadyExists, "there is a profile " + name + " already")));
    const ProfileFile file{newUuid(m_world.access.random), name, m_world.access.forNewProfiles};
    const std::filesystem::path folder = profilesFolder(m_dataDir) / file.id;
    return m_thread.run([file, folder, access = m_world.access, clock = &m_world.clock,
                         mounts = m_world.mounts]() -> Result<ProfileInfo> {
        SK_TRY(checkLocation(judgeLocation(folder, mounts(folder))));
        const auto made = [&]() -> Result<void> {
            SK_TRY(makePrivateFolder(folder.parent_path().parent_path()));
            SK_TRY(makePrivateFolder(folder.parent_path()));
            SK_TRY(makePrivateFolder(folder));
            SK_ASSIGN(const std::unique_ptr<secrets::SecretStore> store, openSecrets(access, folder, file, true));
            SK_TRY(Store::create(folder, file.id, {*store, *clock, access.random}));
            return writeProfileFile(folder, file); // last: without it the folder is no profile
        }();
        if (made)
            return ProfileInfo{file.id, file.name, folder};
        std::error_code code;
        std::filesystem::remove_all(folder, code);
        return fail(made.error());
    });
}

QFuture<Result<std::shared_ptr<Session>>> ProfileLibrary::open(std::string name)
{
    const SharedPromise<Result<std::shared_ptr<Session>>> promise;
    whenDone(openLocal(name), this, [promise](const Result<std::shared_ptr<LocalSession>> &session) {
        promise.finish(session.transform([](const auto &local) { return std::shared_ptr<Session>(local); }));
    });
    return promise.future();
}

QFuture<Result<std::shared_ptr<LocalSession>>> ProfileLibrary::openLocal(const std::string &name)
{
    using Opened = Result<std::shared_ptr<LocalSession>>;
    const auto profile = find(name);
    if (!profile)
        return readyFuture(Opened(fail(profile.error())));
    auto lock = takeLock(profile->folder);
    if (!lock)
        return readyFuture(Opened(fail(lock.error())));
    const auto session = std::make_shared<LocalSession>(*profile, std::move(*lock), m_world);
    const SharedPromise<Opened> promise;
    whenDone(session->open(), this, [promise, session](const Result<void> &opened) {
        promise.finish(opened.transform([&] { return session; }));
    });
    return promise.future();
}

QFuture<Result<void>> ProfileLibrary::remove(const std::string &name)
{
    const SharedPromise<Result<void>> promise;
    const auto profile = find(name);
    if (!profile) {
        promise.finish(fail(profile.error()));
        return promise.future();
    }
    whenDone(openLocal(name), this,
             [this, promise, folder = profile->folder](const Result<std::shared_ptr<LocalSession>> &session) {
                 const auto removeFiles = [folder]() -> Result<void> {
                     std::error_code code;
                     std::filesystem::remove(profileFile(folder), code); // first: from here on it is no profile
                     std::filesystem::remove_all(folder, code);
                     return code ? Result<void>(
                                fail(ErrorKind::File, "cannot remove " + toUtf8(folder) + ": " + code.message()))
                                 : Result<void>();
                 };
                 if (!session) {
                     const ErrorKind kind = session.error().kind;
                     const bool lost = kind == ErrorKind::KeychainEmptied || kind == ErrorKind::KeyFileDamaged
                         || kind == ErrorKind::VaultMissing || kind == ErrorKind::VaultDamaged
                         || kind == ErrorKind::VaultTruncated || kind == ErrorKind::VaultForeign;
                     return promise.finish(lost ? removeFiles() : Result<void>(fail(session.error())));
                 }
                 whenDone((*session)->destroyAllSecrets(), this,
                          [promise, removeFiles, kept = *session](const Result<void> &destroyed) mutable {
                              kept.reset(); // closes the files
                              promise.finish(destroyed ? removeFiles() : destroyed);
                          });
             });
    return promise.future();
}

QFuture<Result<secrets::Secret>> ProfileLibrary::ownerKey(const std::string &name)
{
    const auto profile = find(name);
    if (!profile)
        return readyFuture(Result<secrets::Secret>(fail(profile.error())));
    return m_thread.run([profile = *profile, access = m_world.access]() -> Result<secrets::Secret> {
        SK_ASSIGN(const ProfileFile file, readProfileFile(profile.folder));
        SK_ASSIGN(const std::unique_ptr<secrets::SecretStore> store, openSecrets(access, profile.folder, file, false));
        SK_ASSIGN(const Unlocked unlocked, unlock(profile.folder, profile.id, *store));
        return ownerSocketKey(unlocked.ring.vault.key);
    });
}

secrets::Secret ownerSocketKey(const secrets::Secret &vaultKey)
{
    return secrets::hkdf(vaultKey, {}, asBytes("sellerkeep owner socket 1"));
}

std::filesystem::path standardDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation).toStdU16String();
}

} // namespace sk::profile
