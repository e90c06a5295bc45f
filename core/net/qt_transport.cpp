// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qt_transport.h"

#include "core/net/exchange.h"
#include "core/net/lane.h"
#include "core/net/tls_policy.h"

#include <QSslCipher>
#include <QSslSocket>

#include <algorithm>

namespace sk::net {

namespace {

constexpr qsizetype kMostIdleLanes = 4;

bool isTokenChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Qt writes header text as it is: a line break in it would begin another header.
bool isSafeHeader(const std::pair<QByteArray, QByteArray> &header)
{
    const auto &[name, value] = header;
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isTokenChar)
        && std::none_of(value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

Result<void> checkRequest(const HttpRequest &request)
{
    if (!QSslSocket::supportsSsl())
        return fail(ErrorKind::TlsRefused, "this computer has no TLS library that Sellerkeep can use");
    if (!std::all_of(request.headers.begin(), request.headers.end(), isSafeHeader))
        return fail(ErrorKind::Internal, "a request header holds a character that is not allowed");
    return {};
}

} // namespace

QtTransport::QtTransport(Endpoints endpoints, Clock &clock)
    : m_endpoints(std::move(endpoints))
    , m_clock(clock)
    , m_owner(std::make_unique<QObject>())
{
}

QtTransport::~QtTransport()
{
    cancelAll();
}

QFuture<Result<HttpResponse>> QtTransport::send(HttpRequest request)
{
    if (const auto allowed = m_endpoints.check(request.url); !allowed)
        return readyFuture<Result<HttpResponse>>(fail(allowed.error()));
    if (const auto usable = checkRequest(request); !usable)
        return readyFuture<Result<HttpResponse>>(fail(usable.error()));
    const qsizetype row = rowOf(request.url);
    m_contacted[row].last = m_clock.now();
    Lane *lane = takeLane(originOf(request.url), request.verb);
    // The hooks may run only while the exchange is in m_exchanges, hence while this object lives.
    auto self = std::make_shared<Exchange *>(nullptr);
    Exchange::Hooks hooks{[this, row](const QSslConfiguration &session) { noteHandshake(row, session); },
                          [this, self](bool laneIsClean) { giveBack(*self, laneIsClean); }};
    auto *exchange = new Exchange(std::move(request), m_clock, *lane, std::move(hooks), m_owner.get());
    *self = exchange;
    m_exchanges.append(exchange);
    exchange->start();
    return exchange->future();
}

void QtTransport::cancelAll()
{
    const QList<Exchange *> inFlight = m_exchanges;
    for (Exchange *exchange : inFlight)
        exchange->cancel();
}

/// A POST always gets a new connection: on an idle one that the server closes meanwhile, Qt would send it twice.
Lane *QtTransport::takeLane(const QString &origin, Verb verb)
{
    const auto idle = std::find_if(m_idle.begin(), m_idle.end(), [&](const Lane *l) { return l->origin() == origin; });
    if (verb == Verb::Post || idle == m_idle.end())
        return new Lane(m_endpoints, origin, m_owner.get());
    Lane *lane = *idle;
    m_idle.erase(idle);
    return lane;
}

void QtTransport::giveBack(Exchange *exchange, bool laneIsClean)
{
    m_exchanges.removeOne(exchange);
    if (laneIsClean && m_idle.size() < kMostIdleLanes)
        m_idle.append(&exchange->lane());
    else
        exchange->lane().deleteLater();
    exchange->deleteLater();
}

qsizetype QtTransport::rowOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    const int port = url.port(443);
    for (qsizetype i = 0; i < m_contacted.size(); ++i) {
        if (m_contacted[i].host == host && m_contacted[i].port == port)
            return i;
    }
    m_contacted.append(ContactedHost{host, port, {}, {}, {}, {}});
    return m_contacted.size() - 1;
}

void QtTransport::noteHandshake(qsizetype row, const QSslConfiguration &session)
{
    m_contacted[row].protocol = session.sessionCipher().protocolString().toLatin1();
    m_contacted[row].cipher = session.sessionCipher().name().toLatin1();
    m_contacted[row].issuer = issuerName(session.peerCertificate());
}

} // namespace sk::net
