// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/transport_access_manager.h"

#include <QIODevice>

namespace sk::net {

TransportAccessManager::TransportAccessManager(HttpTransport &transport, Complete complete, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_transport(transport)
    , m_complete(std::move(complete))
{
}

QNetworkReply *TransportAccessManager::createRequest(Operation operation, const QNetworkRequest &request,
                                                     QIODevice *body)
{
    auto *reply = new TransportReply(request, this);
    if (operation != PostOperation || body == nullptr) {
        reply->finish(fail(ErrorKind::Internal, "only POST is sent on behalf of a library"));
        return reply;
    }
    HttpRequest sent;
    sent.verb = Verb::Post;
    sent.url = request.url();
    for (const QByteArray &name : request.rawHeaderList())
        sent.headers.append({name, request.rawHeader(name)});
    sent.body = body->readAll();
    m_complete(sent);
    whenDone(m_transport.send(std::move(sent)), reply,
             [reply](const Result<HttpResponse> &response) { reply->finish(response); });
    return reply;
}

TransportReply::TransportReply(const QNetworkRequest &request, QObject *parent) : QNetworkReply(parent)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(QNetworkAccessManager::PostOperation);
    open(QIODevice::ReadOnly);
}

void TransportReply::finish(Result<HttpResponse> outcome)
{
    if (isFinished())
        return;
    m_outcome = std::move(outcome);
    if (!m_outcome)
        setError(UnknownNetworkError, QString::fromStdString(m_outcome.error().detail));
    else
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_outcome->status);
    setFinished(true);
    QMetaObject::invokeMethod(this, &QNetworkReply::finished, Qt::QueuedConnection);
}

void TransportReply::abort()
{
    finish(fail(ErrorKind::Cancelled, "stopped"));
}

} // namespace sk::net
