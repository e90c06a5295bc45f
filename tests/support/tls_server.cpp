// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tls_server.certificates.h"

#include "tests/support/sockets.h"

#include <openssl/ssl.h>

#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace sk::test {

namespace {

using Session = std::unique_ptr<SSL, Release<SSL_free>>;

constexpr std::chrono::milliseconds kStep{50}; // how soon a blocked call notices that the server stops

} // namespace

struct TlsServer::State
{
    Script script;
    Options options;
    Identity identity;
    Socket listener = kNoSocket;
    int port = 0;
    std::atomic<bool> stopping = false;
    std::atomic<int> opened = 0;
    std::atomic<int> closed = 0;
    std::atomic<int> handshakes = 0;
    mutable std::mutex mutex;
    QByteArray received;
    std::vector<std::thread> peers; // touched by the accepting thread only
    std::thread acceptor;

    void listen();
    void accept();
    void serve(Socket socket, SSL_CTX *context);
};

namespace {

using Clock = std::chrono::steady_clock;

/// Retries a call of OpenSSL or the socket until it has a result or the server stops.
class Connection final : public Peer
{
public:
    using Received = std::function<void(const char *, int)>;
    Connection(Socket socket, SSL *tls, const std::atomic<bool> &stopping, Received received)
        : m_socket(socket)
        , m_tls(tls)
        , m_stopping(stopping)
        , m_received(std::move(received))
    {
    }

    bool handshake()
    {
        return !m_tls || repeat([this] { return SSL_accept(m_tls); }) > 0;
    }
    void close()
    {
        if (m_tls && m_usable)
            SSL_shutdown(m_tls);
    }

    QByteArray readRequest() override
    {
        for (;;) {
            const qsizetype headEnd = m_pending.indexOf("\r\n\r\n");
            if (headEnd >= 0 && m_pending.size() >= headEnd + 4 + bodyLength(m_pending.left(headEnd)))
                return std::exchange(m_pending, {});
            std::array<char, 4096> buffer{};
            const int size = static_cast<int>(buffer.size());
            const int count = repeat(
                [&] { return m_tls ? SSL_read(m_tls, buffer.data(), size) : receive(m_socket, buffer.data(), size); });
            if (count <= 0)
                return {};
            m_received(buffer.data(), count);
            m_pending.append(buffer.data(), count);
        }
    }
    bool write(const QByteArray &bytes) override
    {
        const int size = static_cast<int>(bytes.size());
        int done = 0;
        while (done < size) {
            const int count = repeat(
                [&] {
                    return m_tls ? SSL_write(m_tls, bytes.data() + done, size - done)
                                 : sendTo(m_socket, bytes.data() + done, size - done);
                },
                Readiness::ToWrite);
            if (count <= 0)
                return false;
            done += count;
        }
        return true;
    }
    bool pause(int milliseconds) override
    {
        const auto end = Clock::now() + std::chrono::milliseconds(milliseconds);
        while (!m_stopping && Clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return !m_stopping;
    }

private:
    static qsizetype bodyLength(const QByteArray &head)
    {
        const qsizetype at = head.toLower().indexOf("content-length:");
        return at < 0
            ? 0
            : head.mid(at + 15, head.indexOf('\r', at) < 0 ? -1 : head.indexOf('\r', at) - at - 15).trimmed().toInt();
    }
    template <typename Call>
    int repeat(Call call, Readiness plain = Readiness::ToRead)
    {
        while (!m_stopping) {
            const int count = call();
            if (count > 0)
                return count;
            const int error = m_tls ? SSL_get_error(m_tls, count) : SSL_ERROR_SYSCALL;
            const bool later =
                m_tls ? error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE : count < 0 && mustWait();
            if (!later) {
                m_usable = false;
                return 0;
            }
            const bool writes = m_tls ? error == SSL_ERROR_WANT_WRITE : plain == Readiness::ToWrite;
            waitUntilReady(m_socket, writes ? Readiness::ToWrite : Readiness::ToRead, kStep);
        }
        return 0;
    }

    Socket m_socket;
    SSL *m_tls;
    const std::atomic<bool> &m_stopping;
    Received m_received;
    QByteArray m_pending;
    bool m_usable = true;
};

} // namespace

void TlsServer::State::listen()
{
    const Listening listening = listenOnLoopback();
    listener = listening.socket;
    port = listening.port;
}

void TlsServer::State::accept()
{
    while (!stopping) {
        const Socket peer = acceptWithin(listener, kStep);
        if (peer == kNoSocket)
            continue; // the timeout, so that `stopping` is seen
        SSL_CTX *context = opened++ > 0 && identity.later ? identity.later.get() : identity.context.get();
        peers.emplace_back([this, peer, context] { serve(peer, context); });
    }
    for (std::thread &thread : peers)
        thread.join();
}

void TlsServer::State::serve(Socket socket, SSL_CTX *context)
{
    Session tls;
    if (!options.plainHttp) {
        tls.reset(SSL_new(context));
        SSL_set_fd(tls.get(), static_cast<int>(socket));
    }
    Connection peer(socket, tls.get(), stopping, [this](const char *data, int size) {
        const std::lock_guard lock(mutex);
        received.append(data, size);
    });
    if (peer.handshake()) {
        ++handshakes;
        script(peer);
        peer.close();
    }
    closeSocket(socket);
    ++closed;
}

TlsServer::TlsServer(Script script, const Options &options) : m_state(std::make_unique<State>())
{
    m_state->script = std::move(script);
    m_state->options = options;
    m_state->identity = makeIdentity(options);
    m_state->listen();
    m_state->acceptor = std::thread([state = m_state.get()] { state->accept(); });
}

TlsServer::~TlsServer()
{
    m_state->stopping = true;
    m_state->acceptor.join();
    closeSocket(m_state->listener);
}

TlsServer::Script TlsServer::always(QByteArray answer)
{
    return [answer = std::move(answer)](Peer &peer) {
        while (!peer.readRequest().isEmpty() && peer.write(answer)) {
        }
    };
}

TlsServer::Script TlsServer::once(QByteArray answer)
{
    return [answer = std::move(answer)](Peer &peer) {
        if (!peer.readRequest().isEmpty())
            peer.write(answer);
    };
}

QByteArray TlsServer::ok(const QByteArray &body, const QByteArray &moreHeaders)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n" + moreHeaders + "\r\n" + body;
}

QUrl TlsServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("https://localhost:%1%2").arg(m_state->port).arg(path));
}

int TlsServer::port() const
{
    return m_state->port;
}

QByteArray TlsServer::caPem() const
{
    return m_state->identity.caPem;
}

QByteArray TlsServer::received() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->received;
}

int TlsServer::opened() const
{
    return m_state->opened;
}

int TlsServer::closed() const
{
    return m_state->closed;
}

int TlsServer::handshakes() const
{
    return m_state->handshakes;
}

} // namespace sk::test
