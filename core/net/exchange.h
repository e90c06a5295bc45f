// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/net/answer.h"
#include "core/net/lane.h"

#include <QNetworkReply>

#include <functional>

namespace sk::net {

/// One request on its way, from handshake to the last byte. Private to QtTransport.
class Exchange final : public QObject
{
public:
    /// `whenOver` is called once, with true if the lane may carry another exchange.
    struct Hooks
    {
        std::function<void(const QSslConfiguration &)> peerAccepted;
        std::function<void(bool laneIsClean)> whenOver;
    };

    Exchange(HttpRequest request, Clock &clock, Lane &lane, Hooks hooks, QObject *parent);

    [[nodiscard]] QFuture<Result<HttpResponse>> future() const { return m_promise.future(); }
    [[nodiscard]] Lane &lane() const { return m_lane; }
    void start();
    void cancel();

private:
    void checkHandshake();
    void checkHead();
    void takeBytes();
    void conclude();
    void succeed();
    void fail(ErrorKind kind, const std::string &what);
    void finish(Result<HttpResponse> result, bool laneIsClean);
    [[nodiscard]] RawAnswer head() const;
    [[nodiscard]] bool isAnswering() const;

    HttpRequest m_request;
    Clock &m_clock;
    Lane &m_lane;
    Hooks m_hooks;
    SharedPromise<Result<HttpResponse>> m_promise;
    QNetworkReply *m_reply = nullptr;
    QList<QSslError> m_certificateErrors;
    QByteArray m_body;
    int m_handshakes = 0;
    bool m_over = false;
};

} // namespace sk::net
