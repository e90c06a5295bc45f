// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consent/loopback_listener.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace sk::consent {

namespace {

constexpr std::size_t kSegmentBytes = 16;
constexpr int kMostConnections = 8;
constexpr int kMostRefused = 20;
constexpr std::chrono::seconds kRequestTime{5};

/// Nothing in the reply may run, load, be framed, kept or told to another site.
constexpr std::string_view kHeaders =
    "Content-Type: text/html; charset=utf-8\r\n"
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Cache-Control: no-store\r\n"
    "Connection: close\r\n";

QByteArray escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped().toUtf8();
}

bool isLoopback(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::LocalHost); // 127.0.0.1 itself, not its net, not ::1
}

} // namespace

LoopbackListener::LoopbackListener(Clock &clock, const RandomSource &random, ClosingPage page)
    : m_clock(clock)
    , m_page(std::move(page))
    , m_handOver{0, randomText(random, kSegmentBytes)}
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::accept);
}

LoopbackListener::~LoopbackListener() = default;

Result<HandOver> LoopbackListener::open()
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setMaxPendingConnections(kMostConnections);
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        return fail(ErrorKind::File, "no port on 127.0.0.1: " + m_server.errorString().toStdString());
    m_handOver.port = m_server.serverPort();
    m_clock.callAfter(kConsentTime, this, [this] { close(); });
    return m_handOver;
}

void LoopbackListener::close()
{
    m_server.close();
}

void LoopbackListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        const bool isOurs = isLoopback(socket->peerAddress()) && isLoopback(socket->localAddress());
        if (!isOurs || findChildren<QTcpSocket *>().size() > kMostConnections) {
            socket->abort();
            continue;
        }
        socket->setReadBufferSize(static_cast<qint64>(kLongestHead) + 1024);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        m_clock.callAfter(kRequestTime, socket, [socket] { socket->abort(); });
        read(socket);
    }
}

void LoopbackListener::read(QTcpSocket *socket)
{
    if (!m_server.isListening())
        return reply(socket, 410); // was connected before another hit closed the port
    const QByteArray received = socket->peek(static_cast<qint64>(kLongestHead) + 1024);
    Hit hit = judgeHit({received.constData(), static_cast<std::size_t>(received.size())}, m_handOver);
    if (hit.verdict == Hit::Verdict::Incomplete)
        return;
    if (hit.verdict == Hit::Verdict::Accepted || ++m_refused >= kMostRefused)
        close();
    reply(socket, hit.status);
    if (hit.verdict == Hit::Verdict::Accepted)
        Q_EMIT answered(hit.query);
    secrets::wipe(hit.query);
}

void LoopbackListener::reply(QTcpSocket *socket, int status)
{
    socket->disconnect(this);
    QByteArray body;
    if (status == 200)
        body = "<!doctype html><meta charset=utf-8><title>" + escaped(m_page.title) + "</title><h1>"
            + escaped(m_page.title) + "</h1><p>" + escaped(m_page.text) + "</p>";
    socket->write("HTTP/1.1 " + QByteArray::number(status) + (status == 200 ? " OK\r\n" : " Refused\r\n")
                  + QByteArray(kHeaders.data(), static_cast<qsizetype>(kHeaders.size()))
                  + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->flush(); // the listener may not live to the next turn of the event loop
    socket->disconnectFromHost();
}

} // namespace sk::consent
