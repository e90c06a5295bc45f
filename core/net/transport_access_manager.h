// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <functional>

namespace sk::net {

/// For libraries that insist on a QNetworkAccessManager (Qt Network Auth): their requests go out through a
/// HttpTransport, with its host list, TLS checks, deadline and bounds. Opens no connection itself. POST only.
class TransportAccessManager final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    /// Completes a request before it is sent: what the library must not see, such as a client secret.
    using Complete = std::function<void(HttpRequest &)>;

    /// `transport` outlives this.
    TransportAccessManager(HttpTransport &transport, Complete complete, QObject *parent = nullptr);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    HttpTransport &m_transport;
    Complete m_complete;
};

/// What TransportAccessManager hands out. The answer is in outcome(); nothing can be read from it as from a device, so
/// that no library parses secrets into strings of its own.
class TransportReply final : public QNetworkReply
{
    Q_OBJECT

public:
    TransportReply(const QNetworkRequest &request, QObject *parent);

    /// Ends the reply: finished() follows in the next turn of the event loop, as a QNetworkReply's does.
    void finish(Result<HttpResponse> outcome);
    [[nodiscard]] const Result<HttpResponse> &outcome() const { return m_outcome; }

    void abort() override;

protected:
    qint64 readData(char *, qint64) override { return -1; }

private:
    Result<HttpResponse> m_outcome = fail(ErrorKind::Internal, "no answer yet");
};

} // namespace sk::net
