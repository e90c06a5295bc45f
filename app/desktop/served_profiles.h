// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile_library.h"

namespace sk::desktop {

/// The library's profiles; every one that is open also serves the commands of other processes (cli.md).
class ServedProfiles final : public QObject, public profile::Profiles
{
    Q_OBJECT

public:
    ServedProfiles(profile::ProfileLibrary &library, RandomSource random);

    [[nodiscard]] Result<std::vector<profile::ProfileInfo>> list() const override { return m_library.list(); }
    [[nodiscard]] QFuture<Result<profile::ProfileInfo>> create(std::string name) override
    {
        return m_library.create(std::move(name));
    }
    [[nodiscard]] QFuture<Result<std::shared_ptr<profile::Session>>> open(std::string name) override;

private:
    profile::ProfileLibrary &m_library;
    RandomSource m_random;
};

} // namespace sk::desktop
