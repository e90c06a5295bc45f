// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/owner_server.h"

#include "core/profile/session_methods.h"

#include <QLocalSocket>

#include <set>

namespace sk::profile {

namespace {

/// A client that does not read what it is sent is let go before it costs memory without end.
constexpr qint64 kMostUnread = 2 * static_cast<qint64>(kLongestAnswer);
constexpr std::chrono::seconds kReadingPatience{30};
constexpr std::size_t kMostCalls = 1000;
constexpr std::size_t kMostClients = 100;

WireWriter header(OwnerMessage kind, const Session &session)
{
    WireWriter message;
    message.put(kind).put(session.isSyncing());
    return message;
}

} // namespace

/// One line: greeting, proof, calls. A QObject, so that answers for a client that has gone are not delivered.
class OwnerServer::Client : public QObject
{
public:
    Client(OwnerServer &server, QLocalSocket *socket);

    void send(const Bytes &message);
    void close() { m_socket->abort(); }
    /// The other side has gone.
    void left();

    [[nodiscard]] bool isProven() const { return m_state == State::Proven; }
    /// Calls without an answer, and answers that are still being read.
    [[nodiscard]] std::size_t pending() const { return m_calls.size() + (m_answerUnread ? 1 : 0); }

private:
    enum class State { New, Greeted, Proven };

    void read();
    [[nodiscard]] bool handle(const Bytes &frame);
    [[nodiscard]] bool greet(const Bytes &frame);
    [[nodiscard]] bool prove(const Bytes &frame);
    [[nodiscard]] bool call(const Bytes &frame);
    template <typename Called>
    [[nodiscard]] bool invoke(std::uint32_t id, WireReader &arguments);
    template <typename Outcome>
    void answer(std::uint32_t id, const Outcome &outcome);
    void written();
    void watchReading();

    OwnerServer &m_server;
    std::unique_ptr<QLocalSocket> m_socket;
    State m_state = State::New;
    Greetings m_greetings;
    LineSecrets m_secrets;
    std::set<std::uint32_t> m_calls;
    bool m_answerUnread = false;
    bool m_watching = false;
    QFuture<Result<model::SyncReport>> m_sync;                ///< the one it asked for
    QFuture<Result<model::AccessReport>> m_access;            ///< the same
    std::optional<QFuture<Result<ConsentStarted>>> m_consent; ///< the newest it began
};

OwnerServer::Client::Client(OwnerServer &server, QLocalSocket *socket) : m_server(server), m_socket(socket)
{
    m_socket->setParent(nullptr);
    m_socket->setReadBufferSize(static_cast<qint64>(kLongestCall) + 4);
    connect(socket, &QLocalSocket::readyRead, this, [this] { read(); });
    connect(socket, &QLocalSocket::bytesWritten, this, [this] { written(); });
    connect(
        socket, &QLocalSocket::disconnected, this, [this] { m_server.drop(this); }, Qt::QueuedConnection);
    server.m_clock.callAfter(kOwnerPatience, this, [this] {
        if (!isProven())
            close();
    });
    read(); // what came before the connection was taken
}

void OwnerServer::Client::left()
{
    Session &session = m_server.m_session;
    if (!m_sync.isFinished())
        session.stopSync();
    if (!m_access.isFinished())
        session.stopAccessCheck();
    if (!m_consent)
        return;
    // By the server, not by us: one that is still to begin would then wait for nobody.
    whenDone(*m_consent, &m_server, [&session](const Result<ConsentStarted> &started) {
        if (started)
            session.cancelConsent(started->id); // nothing happens to one that has ended
    });
}

void OwnerServer::Client::send(const Bytes &message)
{
    if (m_socket->bytesToWrite() > kMostUnread)
        return close();
    sendFrame(*m_socket, message);
    m_socket->flush();
    watchReading();
}

/// Who does not read for a while holds up an owner that wants to end, and fills its memory.
void OwnerServer::Client::watchReading()
{
    const qint64 before = m_socket->bytesToWrite();
    if (m_watching || before == 0)
        return;
    m_watching = true;
    m_server.m_clock.callAfter(kReadingPatience, this, [this, before] {
        m_watching = false;
        if (m_socket->bytesToWrite() >= before)
            return close();
        watchReading();
    });
}

void OwnerServer::Client::written()
{
    if (m_socket->bytesToWrite() > 0 || !std::exchange(m_answerUnread, false))
        return;
    m_server.answered();
}

void OwnerServer::Client::read()
{
    while (m_socket->state() == QLocalSocket::ConnectedState) {
        const auto frame = nextFrame(*m_socket, isProven() ? kLongestCall : kLongestGreeting);
        if (frame && !*frame)
            return;
        if (!frame || !handle(**frame))
            return close();
    }
}

bool OwnerServer::Client::handle(const Bytes &frame)
{
    switch (m_state) {
    case State::New: return greet(frame);
    case State::Greeted: return prove(frame);
    case State::Proven: return call(frame);
    }
    return false;
}

bool OwnerServer::Client::greet(const Bytes &frame)
{
    ByteReader reader(frame);
    const ByteView shape = reader.raw(wireShape().size());
    const ByteView nonce = reader.raw(kNonceSize);
    if (!reader.atEnd())
        return false;
    m_greetings = {{shape.begin(), shape.end()},
                   {nonce.begin(), nonce.end()},
                   {wireShape().begin(), wireShape().end()},
                   newNonce(m_server.m_random)};
    ByteWriter greeting;
    greeting.raw(m_greetings.ownerShape)
        .raw(m_greetings.ownerNonce)
        .raw(ownerProof(m_server.m_key, Side::Owner, m_greetings));
    sendFrame(*m_socket, greeting.bytes());
    m_state = State::Greeted;
    return true;
}

bool OwnerServer::Client::prove(const Bytes &frame)
{
    if (!sameProof(frame, ownerProof(m_server.m_key, Side::Client, m_greetings))
        || m_greetings.clientShape != m_greetings.ownerShape)
        return false;
    m_secrets = {lineKey(m_server.m_key, m_greetings), m_server.m_random};
    m_state = State::Proven;
    send(header(OwnerMessage::Welcome, m_server.m_session).bytes());
    return true;
}

bool OwnerServer::Client::call(const Bytes &frame)
{
    WireReader arguments(frame, &m_secrets);
    const auto id = arguments.get<std::uint32_t>();
    const auto number = arguments.get<std::uint8_t>();
    if (!arguments.ok() || m_calls.size() >= kMostCalls || m_calls.contains(id))
        return false;
    bool understood = false;
    forEach<SessionCalls>([&]<typename Called>(std::size_t at) {
        if (at == number)
            understood = invoke<Called>(id, arguments);
    });
    return understood;
}

template <typename Called>
bool OwnerServer::Client::invoke(std::uint32_t id, WireReader &arguments)
{
    auto values = readValues<typename Called::Values>(arguments);
    if (!values)
        return false;
    m_calls.insert(id);
    // Out before the work begins: if we die in it, the client knows that we may have done it.
    send(header(OwnerMessage::Accepted, m_server.m_session).put(id).bytes());
    const auto run = [this](auto &&...value) {
        return std::invoke(Called::kFunction, m_server.m_session, std::forward<decltype(value)>(value)...);
    };
    if constexpr (std::is_void_v<decltype(std::apply(run, std::move(*values)))>) {
        std::apply(run, std::move(*values));
        answer(id, typename Called::Outcome());
    } else {
        const auto future = std::apply(run, std::move(*values));
        if constexpr (std::is_same_v<decltype(m_sync), std::decay_t<decltype(future)>>) {
            if (!future.isFinished())
                m_sync = future;
        }
        if constexpr (std::is_same_v<decltype(m_access), std::decay_t<decltype(future)>>) {
            if (!future.isFinished()) // a refusal says nothing of the one that runs
                m_access = future;
        }
        if constexpr (std::is_same_v<decltype(m_consent), std::optional<std::decay_t<decltype(future)>>>)
            m_consent = future;
        whenDone(future, this, [this, id](const typename Called::Outcome &outcome) { answer(id, outcome); });
    }
    return true;
}

template <typename Outcome>
void OwnerServer::Client::answer(std::uint32_t id, const Outcome &outcome)
{
    WireWriter message = header(OwnerMessage::Answer, m_server.m_session);
    message.put(id).put(outcome);
    if (message.bytes().size() > kLongestAnswer) {
        message = header(OwnerMessage::Answer, m_server.m_session);
        message.put(id).put(Outcome(fail(ErrorKind::ResponseTooLarge, "more than another process can be handed")));
    }
    send(message.bytes());
    m_calls.erase(id);
    m_answerUnread = m_socket->bytesToWrite() > 0;
    m_server.answered();
}

OwnerServer::OwnerServer(Session &session, secrets::Secret key, Clock &clock, RandomSource random)
    : m_session(session)
    , m_key(std::move(key))
    , m_clock(clock)
    , m_random(std::move(random))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] { accept(); });
    forEach<SessionSignals>([this]<typename Sent>(std::size_t number) {
        connect(&m_session, Sent::kFunction, this, [this, number](const auto &...value) {
            WireWriter message = header(OwnerMessage::Signal, m_session);
            message.put(static_cast<std::uint8_t>(number));
            (message.put(value), ...);
            toAll(message.bytes());
        });
    });
}

OwnerServer::~OwnerServer() = default;

Result<void> OwnerServer::listen()
{
    const QString name = ownerSocketName(m_session.info());
    QLocalServer::removeServer(name); // left by a process that was killed: the lock file says that it is gone
    if (!m_server.listen(name))
        return fail(ErrorKind::File, "cannot open the owner socket: " + m_server.errorString().toStdString());
    return {};
}

std::size_t OwnerServer::pending() const
{
    std::size_t sum = 0;
    for (const auto &client : m_clients)
        sum += client->pending();
    return sum;
}

void OwnerServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (m_clients.size() >= kMostClients)
            delete socket;
        else
            m_clients.push_back(std::make_unique<Client>(*this, socket));
    }
}

void OwnerServer::drop(Client *client)
{
    const auto at =
        std::find_if(m_clients.begin(), m_clients.end(), [client](const auto &other) { return other.get() == client; });
    if (at == m_clients.end())
        return;
    client->left();
    Client *gone = at->release();
    m_clients.erase(at);
    gone->setParent(this); // it uses us as long as it lives
    gone->deleteLater();   // it is the sender
    answered();
}

void OwnerServer::answered()
{
    if (pending() == 0)
        Q_EMIT idle();
}

void OwnerServer::toAll(const Bytes &message)
{
    for (const auto &client : m_clients) {
        if (client->isProven())
            client->send(message);
    }
}

} // namespace sk::profile
