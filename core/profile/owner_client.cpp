// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/owner_client.h"

namespace sk::profile {

OwnerClient::OwnerClient(const ProfileInfo &profile, secrets::Secret key, Clock &clock, RandomSource random)
    : m_name(ownerSocketName(profile))
    , m_key(std::move(key))
    , m_clock(clock)
{
    m_greetings.clientShape = {wireShape().begin(), wireShape().end()};
    m_greetings.clientNonce = newNonce(random);
    m_secrets.random = std::move(random);
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        ByteWriter greeting;
        sendFrame(m_socket, greeting.raw(m_greetings.clientShape).raw(m_greetings.clientNonce).bytes());
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] { read(); });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError error) {
        read(); // what came before the end
        const bool gone = error == QLocalSocket::ServerNotFoundError || error == QLocalSocket::ConnectionRefusedError
            || error == QLocalSocket::PeerClosedError;
        close({gone ? ErrorKind::Offline : ErrorKind::ProfileBusy, "cannot be reached"});
    });
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] {
        read();
        close({ErrorKind::Offline, "has closed the line"});
    });
}

OwnerClient::~OwnerClient()
{
    m_socket.disconnect(this); // whoever waits is going as well: nobody is left to be told of the line's end
}

QFuture<Result<void>> OwnerClient::connectToOwner()
{
    m_state = State::Proving;
    m_opening.emplace();
    auto future = m_opening->future();
    m_clock.callAfter(kOwnerPatience, this, [this] {
        if (m_state == State::Proving)
            close({ErrorKind::ProfileBusy, "does not answer"});
    });
    m_socket.connectToServer(m_name);
    return future;
}

WireWriter OwnerClient::newCall(std::size_t number)
{
    WireWriter call(&m_secrets);
    call.put(++m_lastId).put(static_cast<std::uint8_t>(number));
    return call;
}

void OwnerClient::send(const WireWriter &call, Done done)
{
    WireReader head(call.bytes());
    const auto id = head.get<std::uint32_t>();
    m_waiting[id] = {head.get<std::uint8_t>(), false, std::move(done)};
    sendFrame(m_socket, call.bytes());
    m_clock.callAfter(kOwnerPatience, this, [this, id] {
        const auto at = m_waiting.find(id);
        if (at == m_waiting.end() || at->second.accepted)
            return;
        const Done silent = std::move(at->second.done);
        m_waiting.erase(at);
        WireReader nothing({});
        silent(End::Silent, nothing);
    });
}

std::size_t OwnerClient::pending(std::size_t number) const
{
    return static_cast<std::size_t>(std::count_if(
        m_waiting.begin(), m_waiting.end(), [number](const auto &entry) { return entry.second.number == number; }));
}

void OwnerClient::read()
{
    while (m_state == State::Proving || m_state == State::Open) {
        const auto frame = nextFrame(m_socket, m_state == State::Open ? kLongestAnswer : kLongestGreeting);
        if (frame && !*frame)
            return;
        const auto handled =
            frame ? handle(**frame) : Result<void>(fail(ErrorKind::ProfileBusy, "cannot be understood"));
        if (!handled)
            close(handled.error());
    }
}

Result<void> OwnerClient::handle(const Bytes &frame)
{
    if (m_greetings.ownerNonce.empty())
        return prove(frame);
    if (!receive(frame))
        return fail(ErrorKind::ProfileBusy, "cannot be understood");
    return {};
}

Result<void> OwnerClient::prove(const Bytes &frame)
{
    ByteReader reader(frame);
    const ByteView shape = reader.raw(wireShape().size());
    const ByteView nonce = reader.raw(kNonceSize);
    const ByteView proof = reader.raw(kProofSize);
    m_greetings.ownerShape = {shape.begin(), shape.end()};
    m_greetings.ownerNonce = {nonce.begin(), nonce.end()};
    if (!reader.atEnd() || !sameProof(proof, ownerProof(m_key, Side::Owner, m_greetings)))
        return fail(ErrorKind::ProfileBusy, "is not who listens on its socket");
    if (m_greetings.ownerShape != m_greetings.clientShape)
        return fail(ErrorKind::ProfileBusy, "is another version of Sellerkeep: end it, then try again");
    m_secrets.key = lineKey(m_key, m_greetings);
    sendFrame(m_socket, ownerProof(m_key, Side::Client, m_greetings));
    return {};
}

/// False for what no owner says.
bool OwnerClient::receive(const Bytes &frame)
{
    WireReader reader(frame, &m_secrets);
    const auto message = reader.get<OwnerMessage>();
    m_syncing = reader.get<bool>();
    if (message == OwnerMessage::Welcome) {
        if (m_state != State::Proving || !reader.atEnd())
            return false;
        m_state = State::Open;
        opened({});
        return true;
    }
    if (message == OwnerMessage::Signal) {
        const auto number = reader.get<std::uint8_t>();
        if (!reader.ok())
            return false;
        Q_EMIT signalled(number, reader);
        return true;
    }
    const auto id = reader.get<std::uint32_t>();
    const auto at = m_waiting.find(id);
    if (!reader.ok())
        return false;
    if (at == m_waiting.end())
        return true; // its patience ended before
    if (message == OwnerMessage::Accepted) {
        at->second.accepted = true;
        return reader.atEnd();
    }
    const Done done = std::move(at->second.done);
    m_waiting.erase(at);
    done(End::Answered, reader);
    return true;
}

void OwnerClient::opened(Result<void> result)
{
    if (const auto promise = std::exchange(m_opening, std::nullopt))
        promise->finish(std::move(result));
}

void OwnerClient::close(const Error &why)
{
    if (std::exchange(m_state, State::Closed) == State::Closed)
        return;
    m_socket.disconnect(this);
    m_socket.abort();
    opened(fail(why));
    Q_EMIT closed();
    for (const auto &[id, waiting] : std::exchange(m_waiting, {})) {
        WireReader nothing({});
        waiting.done(waiting.accepted ? End::Lost : End::NotTaken, nothing);
    }
}

} // namespace sk::profile
