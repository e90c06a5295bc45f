// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/net/endpoints.h"
#include "core/net/http.h"

#include <QObject>

#include <memory>

class QSslConfiguration;

namespace sk::net {

class Exchange;
class Lane;

/// A row of the Endpoints page: whom we talked to and how well it was protected (ENC-1, NET-3).
struct ContactedHost
{
    QString host;
    int port = 0;
    Time last{};         ///< when a request was last started
    QByteArray protocol; ///< of the last accepted handshake, `TLSv1.3`; empty if there was none
    QByteArray cipher;
    std::string issuer; ///< common name of the certificate's issuer; shows a company's TLS inspection
};

/// The real transport, and the only user of QNetworkAccessManager. Lives on one thread, whose event loop it needs.
/// Nothing is sent before the certificate passed Qt's checks and ours; no redirect is followed; no cookie, cache,
/// credential or HTTP/2 is used; every exchange has a total deadline and a size limit.
class QtTransport final : public HttpTransport
{
public:
    /// `clock` must outlive the transport.
    QtTransport(Endpoints endpoints, Clock &clock);
    /// Exchanges in flight finish with Cancelled.
    ~QtTransport() override;

    [[nodiscard]] QFuture<Result<HttpResponse>> send(HttpRequest request) override;
    void cancelAll() override;

    /// Every host contacted since the start, in order of first contact.
    [[nodiscard]] const QList<ContactedHost> &contacted() const { return m_contacted; }

private:
    [[nodiscard]] Lane *takeLane(const QString &origin, Verb verb);
    void giveBack(Exchange *exchange, bool laneIsClean);
    [[nodiscard]] qsizetype rowOf(const QUrl &url);
    void noteHandshake(qsizetype row, const QSslConfiguration &session);

    Endpoints m_endpoints;
    Clock &m_clock;
    QList<ContactedHost> m_contacted;
    QList<Exchange *> m_exchanges;
    QList<Lane *> m_idle;
    std::unique_ptr<QObject> m_owner; ///< parent of all lanes and exchanges
};

} // namespace sk::net
