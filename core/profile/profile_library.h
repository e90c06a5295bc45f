// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/local_session.h"
#include "core/profile/profiles.h"
#include "core/profile/shared_session.h"

namespace sk::profile {

/// The profiles of one data folder. Outlives the sessions it opens. Main thread.
class ProfileLibrary final : public QObject, public Profiles
{
    Q_OBJECT

public:
    ProfileLibrary(std::filesystem::path dataDir, LocalSession::World world);

    [[nodiscard]] Result<std::vector<ProfileInfo>> list() const override;
    [[nodiscard]] QFuture<Result<ProfileInfo>> create(std::string name) override;
    [[nodiscard]] QFuture<Result<std::shared_ptr<Session>>> open(std::string name) override;
    [[nodiscard]] QFuture<Result<RemovedProfile>> remove(std::string name) override;

    /// As open(), with the type that can be released.
    [[nodiscard]] QFuture<Result<std::shared_ptr<SharedSession>>> openShared(const std::string &name);
    [[nodiscard]] const std::filesystem::path &folder() const { return m_dataDir; }
    /// NotFound when there is none.
    [[nodiscard]] Result<ProfileInfo> find(const std::string &name) const;

private:
    [[nodiscard]] QFuture<Result<std::shared_ptr<LocalSession>>> openLocal(const ProfileInfo &profile);
    [[nodiscard]] QFuture<Result<SharedSession::Owned>> own(const ProfileInfo &profile);
    [[nodiscard]] QFuture<Result<secrets::Secret>> ownerKey(const ProfileInfo &profile);

    std::filesystem::path m_dataDir;
    LocalSession::World m_world;
    vault::DatabaseThread m_thread; ///< for what needs no open profile: creating, unlocking
};

/// The default data folder of this platform.
[[nodiscard]] std::filesystem::path standardDataDir();

} // namespace sk::profile
