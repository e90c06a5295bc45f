// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sk::test {

/// A certificate to present, made on the spot; the defaults are those of a good one for loopback.
struct Certificate
{
    std::string commonName = "localhost";
    std::string names = "DNS:localhost,IP:127.0.0.1"; ///< alternative names in OpenSSL's notation; empty for none
    long fromDays = -1;
    long untilDays = 30;
    bool selfSigned = false;
    bool foreignAuthority = false; ///< signed by an authority that caPem() does not hold
};

/// One connection, as a script sees it. Every call ends early when the server stops or the client goes.
class Peer
{
public:
    virtual ~Peer() = default;
    /// Head and declared body of the next request; empty when the client closed.
    virtual QByteArray readRequest() = 0;
    /// False when the client closed.
    virtual bool write(const QByteArray &bytes) = 0;
    /// Waits; false when the server stops.
    virtual bool pause(int milliseconds) = 0;
};

/// An https server for tests on OpenSSL and plain sockets, so that it shares no mistake with Qt's stack. Listens on
/// 127.0.0.1, one thread per connection, and remembers every decrypted byte it was sent.
class TlsServer
{
public:
    using Script = std::function<void(Peer &)>;
    struct Options
    {
        Certificate certificate;
        std::optional<Certificate> later; ///< presented from the second connection on
        bool onlyOldTls = false;          ///< nothing newer than TLS 1.1
        bool onlyWeakCipher = false;      ///< TLS 1.2 without forward secrecy
        bool plainHttp = false;           ///< no TLS at all
    };

    /// Runs `script` once per connection, then closes it.
    explicit TlsServer(Script script) : TlsServer(std::move(script), Options{}) {}
    TlsServer(Script script, const Options &options);
    /// Stops and waits for all threads.
    ~TlsServer();
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;

    /// A script that answers each request of a connection with the same bytes.
    [[nodiscard]] static Script always(QByteArray answer);
    /// A script that reads a request, sends these bytes and closes.
    [[nodiscard]] static Script once(QByteArray answer);
    /// A complete 200 answer with its length.
    [[nodiscard]] static QByteArray ok(const QByteArray &body, const QByteArray &moreHeaders = {});

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] int port() const;
    /// The authority that signed the server's certificate.
    [[nodiscard]] QByteArray caPem() const;
    /// Every decrypted byte received so far; for plainHttp every byte.
    [[nodiscard]] QByteArray received() const;
    /// Connections accepted, and connections over again.
    [[nodiscard]] int opened() const;
    [[nodiscard]] int closed() const;
    /// Handshakes that succeeded.
    [[nodiscard]] int handshakes() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sk::test
