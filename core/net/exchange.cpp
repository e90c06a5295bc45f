// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/exchange.h"

#include "core/net/network_error.h"
#include "core/net/tls_policy.h"

#include <QSslCipher>

namespace sk::net {

namespace {

constexpr qint64 kPiece = 256 * 1024;

} // namespace

Exchange::Exchange(HttpRequest request, Clock &clock, Lane &lane, Hooks hooks, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_clock(clock)
    , m_lane(lane)
    , m_hooks(std::move(hooks))
{
}

void Exchange::start()
{
    m_reply = m_lane.start(m_request);
    // Qt delivers encrypted() blocking: its HTTP thread has not yet queued the request and finds an abort() first.
    connect(m_reply, &QNetworkReply::encrypted, this, &Exchange::checkHandshake);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificateErrors = errors; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::checkHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::conclude);
    m_clock.callAfter(m_request.limits.deadline, this,
                      [this] { fail(ErrorKind::Timeout, "no complete answer in time"); });
}

void Exchange::cancel()
{
    fail(ErrorKind::Cancelled, "stopped");
}

void Exchange::checkHandshake()
{
    if (m_over)
        return;
    // Qt sends a request again, even a POST, when the connection drops under it. We decide about that ourselves.
    if (++m_handshakes > 1)
        return fail(ErrorKind::Offline, "the server closed the connection without an answer");
    const QSslConfiguration session = m_reply->sslConfiguration();
    if (const auto peer = checkPeer(session, m_request.url.host(QUrl::FullyEncoded)); !peer)
        return fail(peer.error().kind, peer.error().detail);
    m_lane.accept(session);
    m_hooks.peerAccepted(session);
}

bool Exchange::isAnswering() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0;
}

RawAnswer Exchange::head() const
{
    return {m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), m_reply->rawHeaderPairs(), {}};
}

void Exchange::checkHead()
{
    if (m_over || !isAnswering())
        return;
    const RawAnswer answer = head();
    if (answer.status >= 300 && answer.status < 400) {
        const QUrl target = m_request.url.resolved(QUrl::fromEncoded(m_reply->rawHeader("location")));
        const std::string plain = target.scheme() == QStringLiteral("https") ? "" : ", without TLS";
        return fail(ErrorKind::RedirectRefused, "the answer is a redirect to " + hostForMessage(target) + plain);
    }
    const auto length = declaredLength(answer);
    if (!length)
        return fail(length.error().kind, length.error().detail);
    if (*length && **length > m_request.limits.maxBytes)
        return fail(ErrorKind::ResponseTooLarge, "the answer is larger than the limit");
}

void Exchange::takeBytes()
{
    while (!m_over && m_reply->bytesAvailable() > 0) {
        const QByteArray piece = m_reply->read(kPiece);
        if (piece.isEmpty())
            return;
        m_body += piece;
        if (static_cast<std::size_t>(m_body.size()) > m_request.limits.maxBytes)
            return fail(ErrorKind::ResponseTooLarge, "the answer is larger than the limit");
    }
}

void Exchange::conclude()
{
    if (m_over)
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::SslHandshakeFailedError) {
        return fail(ErrorKind::TlsRefused,
                    m_certificateErrors.isEmpty() ? describeHandshakeFailure(m_reply->errorString())
                                                  : describeCertificateErrors(m_certificateErrors));
    }
    checkHead();
    takeBytes();
    if (m_over)
        return;
    if (const auto failure = failureOf(error, isAnswering()))
        return fail(failure->kind, failure->detail);
    succeed();
}

void Exchange::succeed()
{
    // Qt must not have used a connection whose handshake we did not see.
    const QSslConfiguration &session = m_lane.accepted();
    const QSslCertificate peer = m_reply->sslConfiguration().peerCertificate();
    if (peer.isNull() || peer != session.peerCertificate())
        return fail(ErrorKind::TlsRefused, "the answer came over a connection that was not checked");
    RawAnswer answer = head();
    answer.body = std::move(m_body);
    auto result = complete(std::move(answer), m_request.limits, m_clock.now());
    if (!result)
        return fail(result.error().kind, result.error().detail);
    result->tlsProtocol = session.sessionCipher().protocolString().toLatin1();
    result->tlsCipher = session.sessionCipher().name().toLatin1();
    finish(std::move(result), true);
}

void Exchange::fail(ErrorKind kind, const std::string &what)
{
    finish(sk::fail(kind, hostForMessage(m_request.url) + ": " + what), false);
}

void Exchange::finish(Result<HttpResponse> result, bool laneIsClean)
{
    if (m_over)
        return;
    m_over = true;
    m_reply->disconnect(this);
    // Before the answer: at once, or a handshake that Qt is about to report would be followed by the request. Later the
    // lane's end is enough, and abort() would quarrel with an error on its way.
    if (!laneIsClean && !isAnswering())
        m_reply->abort();
    m_reply->deleteLater();
    m_hooks.whenOver(laneIsClean);
    m_promise.finish(std::move(result));
}

} // namespace sk::net
