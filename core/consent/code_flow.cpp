// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consent/code_flow.h"

#include "core/amazon/user_agent.h"
#include "core/net/transport_access_manager.h"

#include <QAbstractOAuthReplyHandler>
#include <QOAuth2AuthorizationCodeFlow>

namespace sk::consent {

namespace {

using Parameters = QMultiMap<QString, QVariant>;

/// A value as it goes into query or form: encoded by us, because the module's own encoding differs between its
/// versions.
QByteArray encoded(ByteView value)
{
    QByteArray field;
    amazon::appendFormField(field, "", value);
    return field.mid(1); // without the `=`
}

void insert(Parameters &parameters, const std::string &name, ByteView value)
{
    parameters.insert(QString::fromStdString(name), QString::fromLatin1(encoded(value)));
}

/// The module's window to the outside, without a server: the redirect is read by us, and so is the token answer.
class ReplyHandler final : public QAbstractOAuthReplyHandler
{
public:
    explicit ReplyHandler(QString redirect) : m_redirect(std::move(redirect)) {}

    [[nodiscard]] QString callback() const override { return m_redirect; }
    void networkReplyFinished(QNetworkReply *reply) override
    {
        const auto *ours = qobject_cast<const net::TransportReply *>(reply);
        if (ours != nullptr)
            m_promise.finish(ours->outcome());
        reply->deleteLater();
    }
    [[nodiscard]] QFuture<Result<net::HttpResponse>> outcome() const { return m_promise.future(); }

private:
    QString m_redirect;
    SharedPromise<Result<net::HttpResponse>> m_promise;
};

class QtCodeFlow final : public CodeFlow
{
public:
    QtCodeFlow(Grant grant, net::HttpTransport &transport)
        : m_grant(std::move(grant))
        , m_manager(transport, [this](net::HttpRequest &request) { complete(request); })
        , m_handler(m_grant.redirect.toString(QUrl::FullyEncoded))
        , m_flow(&m_manager)
    {
        m_flow.setReplyHandler(&m_handler);
        m_flow.setAuthorizationUrl(m_grant.page.page);
        m_flow.setAccessTokenUrl(m_grant.tokenUrl);
        m_flow.setClientIdentifier(QString::fromStdString(m_grant.clientId));
        m_flow.setState(QString::fromStdString(m_grant.state));
        m_flow.setModifyParametersFunction(
            [this](QAbstractOAuth::Stage stage, Parameters *parameters) { choose(stage, *parameters); });
    }

    QUrl browserAddress() override
    {
        QUrl address;
        const auto connection = QObject::connect(&m_flow, &QAbstractOAuth::authorizeWithBrowser,
                                                 [&address](const QUrl &url) { address = url; });
        m_flow.grant();
        QObject::disconnect(connection);
        return address;
    }

    QFuture<Result<net::HttpResponse>> exchange(const Answer &answer) override
    {
        m_code = answer.code;
        // The code itself goes through choose(); the module only wants to see one.
        Q_EMIT m_handler.callbackReceived({{QStringLiteral("code"), QStringLiteral("code")},
                                           {QStringLiteral("state"), QString::fromStdString(answer.state)}});
        m_code = {};
        if (!m_sent)
            return readyFuture<Result<net::HttpResponse>>(
                fail(ErrorKind::Internal, "Qt Network Auth did not send the code"));
        return m_handler.outcome();
    }

private:
    /// Exactly the parameters that Amazon documents, whatever the module's version adds (6.8: PKCE, unknown to SP-API).
    void choose(QAbstractOAuth::Stage stage, Parameters &parameters)
    {
        parameters.clear();
        const std::string redirect = m_grant.redirect.toString(QUrl::FullyEncoded).toStdString();
        insert(parameters, "redirect_uri", asBytes(redirect));
        if (stage == QAbstractOAuth::Stage::RequestingAuthorization) {
            insert(parameters, "state", asBytes(m_grant.state));
            for (const auto &[name, value] : m_grant.page.parameters)
                insert(parameters, name, asBytes(value));
        } else {
            insert(parameters, "grant_type", asBytes("authorization_code"));
            insert(parameters, "code", m_code.view());
            insert(parameters, "client_id", asBytes(m_grant.clientId));
        }
    }

    void complete(net::HttpRequest &request)
    {
        m_sent = true;
        QByteArray body;
        body.reserve(8192); // one buffer: growing would leave copies behind
        body += request.body;
        amazon::appendFormField(body, "client_secret", m_grant.clientSecret.view());
        request.body = body;
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"},
                           {"Accept", "application/json"},
                           {"User-Agent", QByteArray::fromStdString(amazon::ownUserAgent())}};
        request.limits = {64 * 1024, std::chrono::seconds(30)};
    }

    Grant m_grant;
    secrets::Secret m_code;
    bool m_sent = false;
    net::TransportAccessManager m_manager;
    ReplyHandler m_handler;
    QOAuth2AuthorizationCodeFlow m_flow;
};

} // namespace

bool isBuiltIn()
{
    return true;
}

Result<std::unique_ptr<CodeFlow>> makeCodeFlow(Grant grant, net::HttpTransport &transport)
{
    return std::unique_ptr<CodeFlow>(std::make_unique<QtCodeFlow>(std::move(grant), transport));
}

} // namespace sk::consent
