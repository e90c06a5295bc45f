// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/profile/profiles.h"

#include <algorithm>

namespace sk::ui::test {

/// Profiles in memory; `open` answers with the session it was given, or fails as told.
class FakeProfiles final : public profile::Profiles
{
public:
    std::vector<profile::ProfileInfo> infos;
    std::shared_ptr<profile::Session> session;
    std::optional<ErrorKind> openFailure;
    std::optional<ErrorKind> createFailure;
    std::vector<std::string> opened;
    std::optional<ErrorKind> removeFailure;
    profile::RemovedProfile removal; ///< what came of a removal
    std::vector<std::string> removed;
    std::optional<SharedPromise<Result<profile::RemovedProfile>>> heldRemoval; ///< a removal waits for it

    [[nodiscard]] Result<std::vector<profile::ProfileInfo>> list() const override { return infos; }
    [[nodiscard]] QFuture<Result<profile::ProfileInfo>> create(std::string name) override
    {
        if (createFailure)
            return readyFuture<Result<profile::ProfileInfo>>(fail(*createFailure));
        infos.push_back({"id-" + name, name, {}});
        return readyFuture<Result<profile::ProfileInfo>>(infos.back());
    }
    [[nodiscard]] QFuture<Result<std::shared_ptr<profile::Session>>> open(std::string name) override
    {
        opened.push_back(name);
        if (openFailure)
            return readyFuture<Result<std::shared_ptr<profile::Session>>>(
                fail(*openFailure, "org.freedesktop.Secret.Error.IsLocked"));
        return readyFuture<Result<std::shared_ptr<profile::Session>>>(session);
    }
    [[nodiscard]] QFuture<Result<profile::RemovedProfile>> remove(std::string name) override
    {
        removed.push_back(name);
        if (heldRemoval)
            return heldRemoval->future();
        if (removeFailure)
            return readyFuture<Result<profile::RemovedProfile>>(fail(*removeFailure, "told to fail"));
        std::erase_if(infos, [&](const profile::ProfileInfo &info) { return info.name == name; });
        return readyFuture<Result<profile::RemovedProfile>>(removal);
    }
};

} // namespace sk::ui::test
