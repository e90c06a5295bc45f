// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lane.h"

#include "core/net/tls_policy.h"

#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace sk::net {

namespace {

constexpr qint64 kReadBuffer = 1024 * 1024;

/// The system's proxies without their credentials: those would cross the network in clear text.
class NamelessProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QList<QNetworkProxy> proxies = systemProxyForQuery(query);
        for (QNetworkProxy &proxy : proxies) {
            proxy.setUser({});
            proxy.setPassword({});
        }
        return proxies;
    }
};

bool names(const HttpRequest &request, QByteArrayView header)
{
    return std::any_of(request.headers.begin(), request.headers.end(),
                       [header](const auto &h) { return h.first.compare(header, Qt::CaseInsensitive) == 0; });
}

QNetworkRequest toQt(const HttpRequest &request, const QSslConfiguration &tls)
{
    QNetworkRequest qt(request.url);
    qt.setSslConfiguration(tls);
    qt.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    qt.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    qt.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    qt.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    qt.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    for (const auto &[name, value] : request.headers)
        qt.setRawHeader(name, value);
    if (!names(request, "accept-encoding"))
        qt.setRawHeader("Accept-Encoding", "identity"); // set by us, Qt does not unpack: it takes a cut gzip for whole
    if (request.verb == Verb::Post && !names(request, "content-type"))
        qt.setRawHeader("Content-Type", "application/octet-stream");
    return qt;
}

} // namespace

Lane::Lane(const Endpoints &endpoints, QString origin, QObject *parent)
    : QObject(parent)
    , m_tls(tlsConfiguration(endpoints.authorities()))
    , m_origin(std::move(origin))
{
    m_manager.setAutoDeleteReplies(false);
    m_manager.setStrictTransportSecurityEnabled(false); // http never gets here
    if (endpoints.isLoopback())
        m_manager.setProxy(QNetworkProxy::NoProxy);
    else
        m_manager.setProxyFactory(new NamelessProxies);
}

QNetworkReply *Lane::start(const HttpRequest &request)
{
    const QNetworkRequest qt = toQt(request, m_tls);
    QNetworkReply *reply = request.verb == Verb::Get ? m_manager.get(qt) : m_manager.post(qt, request.body);
    reply->setReadBufferSize(kReadBuffer);
    return reply;
}

} // namespace sk::net
