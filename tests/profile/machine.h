// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/profile/shared_session.h"
#include "tests/support/check.h"
#include "tests/ui/fake_session.h"
#include "tests/ui/samples.h"

namespace sk::test {

using ui::test::FakeSession;

inline const secrets::Secret kKey = secrets::Secret::copyOf(Bytes(32, 7));

/// A machine with one profile: whoever holds its lock has opened it.
struct Machine
{
    Folder folder;
    SystemClock clock;
    bool locked = false;
    FakeSession *opened = nullptr; ///< the session of the process that owns the profile
    int opens = 0;
    std::optional<ErrorKind> openFailure;

    /// The id is this machine's alone: pipes of Windows are named by it, for all programs of the user.
    [[nodiscard]] profile::ProfileInfo info() const
    {
        return {"id-" + toUtf8(folder.path().filename()), "Alpha", folder.path()};
    }

    [[nodiscard]] profile::SharedSession::World world(Clock &time, const secrets::Secret &key = kKey)
    {
        return {[this] { return readyFuture(own()); }, [key] { return readyFuture(Result<secrets::Secret>(key)); },
                time, secrets::systemRandom()};
    }
    [[nodiscard]] std::shared_ptr<profile::SharedSession> process() { return process(clock); }
    [[nodiscard]] std::shared_ptr<profile::SharedSession> process(Clock &time, const secrets::Secret &key = kKey)
    {
        return std::make_shared<profile::SharedSession>(info(), world(time, key));
    }

private:
    Result<profile::SharedSession::Owned> own()
    {
        if (locked)
            return fail(ErrorKind::ProfileBusy, "process 7 has the profile open");
        if (openFailure)
            return fail(*openFailure);
        const std::shared_ptr<FakeSession> session(new FakeSession("Alpha"), [this](FakeSession *closing) {
            locked = false;
            delete closing;
        });
        locked = true;
        opened = session.get();
        opened->folder = folder.path();
        opened->profileId = info().id;
        ui::test::fillWithSamples(*opened);
        opened->state.auditEntries = ++opens; // tells owners apart
        return profile::SharedSession::Owned{session, kKey};
    }
};

/// Waits for the answer; a test cannot go on without it.
template <typename T>
T answerOf(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000) || future.resultCount() == 0)
        qFatal("no answer");
    return future.result();
}

inline std::shared_ptr<profile::SharedSession> opened(const std::shared_ptr<profile::SharedSession> &session)
{
    must(answerOf(session->open()));
    return session;
}

} // namespace sk::test
