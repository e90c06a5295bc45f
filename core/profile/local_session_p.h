// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the .cpp files of LocalSession share.

#include "core/consent/attempt.h"
#include "core/profile/local_session.h"
#include "core/profile/store_open.h"
#include "core/sync/access_run.h"

#include <atomic>

namespace sk::profile {

struct LocalSession::Worker
{
    std::unique_ptr<secrets::SecretStore> secrets;
    std::unique_ptr<Store> store;
};

struct LocalSession::Reader
{
    std::optional<vault::Database> database;
};

/// Whether a candidate is given up or stored: the user decides the one on the main thread, the store's thread begins
/// the other, and only who comes first does.
class LocalSession::Ending
{
public:
    [[nodiscard]] bool giveUp() { return decide(State::GivenUp); }
    [[nodiscard]] bool store() { return decide(State::Stored); }
    [[nodiscard]] bool isGivenUp() const { return m_state == State::GivenUp; }

private:
    enum class State { Open, GivenUp, Stored };
    bool decide(State state)
    {
        State open = State::Open;
        return m_state.compare_exchange_strong(open, state);
    }

    std::atomic<State> m_state{State::Open};
};

/// The consent that waits for its answer, or has had it. The transport outlives the attempt that uses it.
struct LocalSession::Consent
{
    std::string id;
    SharedCandidate candidate; ///< until it is probed
    std::shared_ptr<Ending> ending;
    std::optional<model::ConnectionId> replaces;
    std::unique_ptr<net::QtTransport> transport;
    std::unique_ptr<consent::Attempt> attempt; ///< until it has ended
    Connected promise;
};

/// A check of one connection's access, over a way to Amazon of its own: to stop it touches no sync.
struct LocalSession::Access
{
    model::ConnectionId connection;
    SharedPromise<Result<model::AccessReport>> promise;
    std::optional<Link> link;             ///< none: the connection is still being looked up
    std::unique_ptr<sync::AccessRun> run; ///< before the link goes
    bool stopWanted = false;
};

/// The connection with all that lists show of it. NotFound.
[[nodiscard]] Result<model::ConnectionView> viewOf(Store &store, const model::ConnectionId &id);
/// What the audit log is told of exchanges with Amazon.
[[nodiscard]] std::vector<model::AuditEvent> eventsOf(const std::vector<amazon::ApiAttempt> &attempts);

/// Usage for a file among the profile's own, least of all over one of them.
[[nodiscard]] Result<void> checkOutput(const std::filesystem::path &output, const std::filesystem::path &folder);

/// The key by which processes of the same user know each other on the owner socket.
[[nodiscard]] secrets::Secret ownerSocketKey(const secrets::Secret &vaultKey);

template <typename Work>
auto LocalSession::onStore(Work work) -> QFuture<std::invoke_result_t<Work, Store &>>
{
    using Outcome = std::invoke_result_t<Work, Store &>;
    return m_thread->run([worker = m_worker, work = std::move(work)]() mutable -> Outcome {
        if (!worker->store)
            return fail(ErrorKind::Cancelled, "the profile is not open");
        return work(*worker->store);
    });
}

/// The reader connects when it is first needed, with the key the store holds.
template <typename Work>
auto LocalSession::onReader(Work work) -> QFuture<std::invoke_result_t<Work, const vault::Database &>>
{
    using Outcome = std::invoke_result_t<Work, const vault::Database &>;
    const SharedPromise<Outcome> promise;
    const auto read = [this, promise, work = std::make_shared<Work>(std::move(work))] {
        ++m_reads;
        whenDone(promise.future(), this, [this](const Outcome &) { readEnded(); });
        const auto key = onStore([](Store &store) -> Result<keys::DatabaseKey> { return store.vaultKey(); });
        whenDone(key, this, [this, promise, work](const Result<keys::DatabaseKey> &vaultKey) {
            if (!vaultKey)
                return promise.finish(fail(vaultKey.error()));
            (void)m_readerThread->run(
                [reader = m_reader, file = vaultFile(m_info.folder), key = *vaultKey, promise, work] {
                    if (!reader->database) {
                        auto opened = openReader(file, key);
                        if (!opened) {
                            promise.finish(fail(opened.error()));
                            return false;
                        }
                        reader->database = std::move(*opened);
                    }
                    promise.finish((*work)(*reader->database));
                    return true;
                });
        });
    };
    if (m_changingKeys)
        m_laterReads.emplace_back(read);
    else
        read();
    return promise.future();
}

/// The same future, with `then` called on the main thread when it is done.
template <typename T, typename Then>
QFuture<T> LocalSession::announced(QFuture<T> future, Then then)
{
    whenDone(future, this, [this, then](const T &) {
        then();
        Q_EMIT auditGrew();
    });
    return future;
}

} // namespace sk::profile
