// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/endpoints.h"
#include "core/net/http.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace sk::net {

/// One kept-alive connection to one origin, for one exchange at a time. Private to QtTransport.
///
/// Why not one QNetworkAccessManager for all: with several requests at once Qt may finish a handshake that no request
/// is waiting for, and reports it to nobody; a later request would go out on a connection whose certificate we never
/// saw. With one exchange at a time every handshake belongs to that exchange, which can stop it.
class Lane final : public QObject
{
public:
    Lane(const Endpoints &endpoints, QString origin, QObject *parent);

    [[nodiscard]] const QString &origin() const { return m_origin; }
    /// Starts a request that has passed Endpoints::check(). The reply belongs to the lane.
    [[nodiscard]] QNetworkReply *start(const HttpRequest &request);

    /// The session whose certificate and protocol passed our checks last; null before the first.
    [[nodiscard]] const QSslConfiguration &accepted() const { return m_accepted; }
    void accept(const QSslConfiguration &session) { m_accepted = session; }

private:
    QNetworkAccessManager m_manager;
    QSslConfiguration m_tls;
    QSslConfiguration m_accepted;
    QString m_origin;
};

} // namespace sk::net
