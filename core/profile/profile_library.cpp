// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_library.h"

#include "core/base/files.h"
#include "core/base/logging.h"
#include "core/profile/local_session_p.h"
#include "core/profile/profile_lock.h"
#include "core/profile/store_open.h"
#include "core/profile/unfinished.h"
#include "core/secrets/crypto.h"

#include <QStandardPaths>

#include <algorithm>

namespace sk::profile {

namespace {

/// How long a new profile waits for another process that makes one: Argon2id and two databases take about a second.
constexpr std::chrono::seconds kPatience{15};

QString folded(const std::string &name)
{
    return QString::fromStdString(name).toCaseFolded();
}

std::vector<ProfileInfo> profilesIn(const std::filesystem::path &dataDir)
{
    std::vector<ProfileInfo> profiles;
    std::error_code code;
    for (const auto &entry : std::filesystem::directory_iterator(profilesFolder(dataDir), code)) {
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

Result<ProfileInfo> findProfile(const std::filesystem::path &dataDir, const std::string &name)
{
    for (const ProfileInfo &profile : profilesIn(dataDir)) {
        if (folded(profile.name) == folded(name))
            return profile;
    }
    return fail(ErrorKind::NotFound, "no profile " + name);
}

/// Makes a profile in a folder that is unfinished until all of it is there.
Result<void> makeProfile(const std::filesystem::path &folder, const ProfileFile &file, const SecretAccess &access,
                         Clock &clock)
{
    SK_TRY(makePrivateFolder(folder));
    SK_TRY(writeProfileFile(folder, file, ProfileStage::Unfinished));
    SK_ASSIGN(const std::unique_ptr<secrets::SecretStore> store, openSecrets(access, folder, file, true));
    SK_TRY(Store::create(folder, file.id, {*store, clock, access.random}));
    return renameFile(profileFile(folder, ProfileStage::Unfinished), profileFile(folder));
}

/// Nothing of such a profile can be read any more, so removing it needs no proof that one could.
bool isLost(ErrorKind kind)
{
    return kind == ErrorKind::KeychainEmptied || kind == ErrorKind::KeyFileDamaged || kind == ErrorKind::VaultMissing
        || kind == ErrorKind::VaultDamaged || kind == ErrorKind::VaultTruncated || kind == ErrorKind::VaultForeign;
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
    return profilesIn(m_dataDir);
}

Result<ProfileInfo> ProfileLibrary::find(const std::string &name) const
{
    return findProfile(m_dataDir, name);
}

QFuture<Result<ProfileInfo>> ProfileLibrary::create(std::string name)
{
    if (const auto checked = checkProfileName(name); !checked)
        return readyFuture(Result<ProfileInfo>(fail(checked.error())));
    const ProfileFile file{newUuid(m_world.access.random), name, m_world.access.forNewProfiles};
    return m_thread.run([file, dataDir = m_dataDir, access = m_world.access, clock = &m_world.clock,
                         mounts = m_world.mounts]() -> Result<ProfileInfo> {
        const std::filesystem::path folder = profilesFolder(dataDir) / file.id;
        SK_TRY(checkLocation(judgeLocation(folder, mounts(folder))));
        SK_TRY(makePrivateFolder(profilesFolder(dataDir)));
        SK_ASSIGN(const std::unique_ptr<QLockFile> lock, lockLibrary(dataDir, kPatience));
        discardUnfinished(dataDir, access);
        if (findProfile(dataDir, file.name)) // another process may have made it just now
            return fail(ErrorKind::AlreadyExists, "there is a profile " + file.name + " already");
        const auto made = makeProfile(folder, file, access, *clock);
        if (made)
            return ProfileInfo{file.id, file.name, folder};
        discardUnfinished(dataDir, access);
        return fail(made.error());
    });
}

QFuture<Result<std::shared_ptr<Session>>> ProfileLibrary::open(std::string name)
{
    const SharedPromise<Result<std::shared_ptr<Session>>> promise;
    whenDone(openShared(name), this, [promise](const Result<std::shared_ptr<SharedSession>> &session) {
        promise.finish(session.transform([](const auto &shared) { return std::shared_ptr<Session>(shared); }));
    });
    return promise.future();
}

QFuture<Result<std::shared_ptr<SharedSession>>> ProfileLibrary::openShared(const std::string &name)
{
    using Opened = Result<std::shared_ptr<SharedSession>>;
    const auto profile = find(name);
    if (!profile)
        return readyFuture(Opened(fail(profile.error())));
    const SharedSession::World world{[this, profile = *profile] { return own(profile); },
                                     [this, profile = *profile] { return ownerKey(profile); }, m_world.clock,
                                     m_world.access.random};
    auto session = std::make_shared<SharedSession>(*profile, world);
    const SharedPromise<Opened> promise;
    whenDone(session->open(), this, [promise, session](const Result<void> &opened) {
        promise.finish(opened.transform([&] { return session; }));
    });
    return promise.future();
}

QFuture<Result<SharedSession::Owned>> ProfileLibrary::own(const ProfileInfo &profile)
{
    using Owned = Result<SharedSession::Owned>;
    const SharedPromise<Owned> promise;
    whenDone(openLocal(profile), this, [this, promise](const Result<std::shared_ptr<LocalSession>> &session) {
        if (!session)
            return promise.finish(fail(session.error()));
        whenDone((*session)->ownerKey(), this, [promise, session = *session](const Result<secrets::Secret> &key) {
            promise.finish(key.transform([&](const secrets::Secret &known) {
                return SharedSession::Owned{session, known};
            }));
        });
    });
    return promise.future();
}

QFuture<Result<std::shared_ptr<LocalSession>>> ProfileLibrary::openLocal(const ProfileInfo &profile)
{
    using Opened = Result<std::shared_ptr<LocalSession>>;
    auto lock = lockProfile(profile.folder);
    if (!lock)
        return readyFuture(Opened(fail(lock.error())));
    auto session = std::make_shared<LocalSession>(profile, std::move(*lock), m_world);
    const SharedPromise<Opened> promise;
    const auto swept = m_thread.run([dataDir = m_dataDir, access = m_world.access] {
        if (const auto library = lockLibrary(dataDir, std::chrono::milliseconds(0)))
            discardUnfinished(dataDir, access);
        return true;
    });
    whenDone(swept, this, [this, promise, session](bool) {
        whenDone(session->open(), this, [promise, session](const Result<void> &opened) {
            promise.finish(opened.transform([&] { return session; }));
        });
    });
    return promise.future();
}

QFuture<Result<RemovedProfile>> ProfileLibrary::remove(std::string name)
{
    using Removed = Result<RemovedProfile>;
    const SharedPromise<Removed> promise;
    const auto profile = find(name);
    if (!profile) {
        promise.finish(fail(profile.error()));
        return promise.future();
    }
    whenDone(openLocal(*profile), this,
             [this, promise, folder = profile->folder](const Result<std::shared_ptr<LocalSession>> &session) {
                 if (session)
                     return whenDone((*session)->destroyProfile(), this,
                                     [promise, kept = *session](const Removed &removed) { promise.finish(removed); });
                 const ErrorKind why = session.error().kind;
                 if (!isLost(why))
                     return promise.finish(fail(session.error()));
                 const auto discarded =
                     m_thread.run([folder, access = m_world.access] { return discardClosedProfile(folder, access); });
                 whenDone(discarded, this, [promise, why](const Result<void> &removed) {
                     promise.finish(removed.transform([why] { return RemovedProfile{std::nullopt, why}; }));
                 });
             });
    return promise.future();
}

/// Opens the profile's key slot only, to speak to the process that owns it.
QFuture<Result<secrets::Secret>> ProfileLibrary::ownerKey(const ProfileInfo &profile)
{
    return m_thread.run([profile, access = m_world.access]() -> Result<secrets::Secret> {
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
