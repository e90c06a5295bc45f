// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/served_profiles.h"

#include "core/base/logging.h"
#include "core/profile/owner_server.h"

namespace sk::desktop {

namespace {

/// An open profile with its door for other processes. Members die in reverse: server, runner, session.
struct Served
{
    std::shared_ptr<profile::LocalSession> session;
    std::unique_ptr<profile::CommandRunner> runner;
    std::unique_ptr<profile::OwnerServer> server;
};

std::shared_ptr<profile::Session> serve(const std::shared_ptr<profile::LocalSession> &session,
                                        const secrets::Secret &key, const RandomSource &random)
{
    auto served = std::make_shared<Served>();
    served->session = session;
    served->runner = std::make_unique<profile::CommandRunner>(*session);
    served->server = std::make_unique<profile::OwnerServer>(session->info(), key, *served->runner, random);
    if (const auto listening = served->server->listen(); !listening)
        qCWarning(lcProfile, "%s", listening.error().detail.c_str());
    return {served, session.get()};
}

} // namespace

ServedProfiles::ServedProfiles(profile::ProfileLibrary &library, RandomSource random)
    : m_library(library)
    , m_random(std::move(random))
{
}

QFuture<Result<std::shared_ptr<profile::Session>>> ServedProfiles::open(std::string name)
{
    using Opened = Result<std::shared_ptr<profile::Session>>;
    const SharedPromise<Opened> promise;
    whenDone(m_library.openLocal(name), this,
             [this, promise](const Result<std::shared_ptr<profile::LocalSession>> &session) {
                 if (!session)
                     return promise.finish(fail(session.error()));
                 whenDone((*session)->ownerKey(), this,
                          [this, promise, session = *session](const Result<secrets::Secret> &key) {
                              promise.finish(key.transform(
                                  [&](const secrets::Secret &ownerKey) { return serve(session, ownerKey, m_random); }));
                          });
             });
    return promise.future();
}

} // namespace sk::desktop
