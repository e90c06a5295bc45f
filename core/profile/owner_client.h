// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/owner_protocol.h"
#include "core/profile/session_methods.h"

#include <QLocalSocket>

#include <map>

namespace sk::profile {

/// The line to the process that owns a profile: proves itself, sends calls, brings back answers and signals.
class OwnerClient : public QObject
{
    Q_OBJECT

public:
    /// How a call ended.
    enum class End {
        Answered,
        NotTaken, ///< the line ended before the owner began with it
        Lost,     ///< the line ended while the owner worked at it
        Silent,   ///< the owner does not take it, and may do so later
    };
    using Done = std::function<void(End, WireReader &outcome)>;

    OwnerClient(const ProfileInfo &profile, secrets::Secret key, Clock &clock, RandomSource random);
    ~OwnerClient() override;

    /// Call once. Offline: nobody listens, the owner is just beginning or ending. ProfileBusy: who listens is silent,
    /// of another version or not the owner; the detail says which, as the end of a sentence.
    [[nodiscard]] QFuture<Result<void>> connectToOwner();
    /// A call without its arguments, which follow.
    [[nodiscard]] WireWriter newCall(std::size_t number);
    /// Sends what newCall() began.
    void send(const WireWriter &call, Done done);
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    /// As the owner last said.
    [[nodiscard]] bool isSyncing() const { return m_syncing; }
    /// How many calls of this number have no answer yet.
    [[nodiscard]] std::size_t pending(std::size_t number) const;

Q_SIGNALS:
    /// A signal of the owner's session; its arguments are read by the receiver.
    void signalled(std::uint8_t number, sk::profile::WireReader &arguments);
    /// The line is gone; calls without an answer are told afterwards.
    void closed();

private:
    enum class State { New, Proving, Open, Closed };
    struct Waiting
    {
        std::size_t number = 0;
        bool accepted = false;
        Done done;
    };

    void read();
    [[nodiscard]] Result<void> handle(const Bytes &frame);
    [[nodiscard]] Result<void> prove(const Bytes &frame);
    [[nodiscard]] bool receive(const Bytes &frame);
    void opened(Result<void> result);
    void close(const Error &why);

    QString m_name;
    secrets::Secret m_key;
    Clock &m_clock;
    Greetings m_greetings;
    LineSecrets m_secrets;
    State m_state = State::New;
    std::optional<SharedPromise<Result<void>>> m_opening;
    std::uint32_t m_lastId = 0;
    std::map<std::uint32_t, Waiting> m_waiting;
    bool m_syncing = false;
    QLocalSocket m_socket;
};

} // namespace sk::profile
