// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/endpoints.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace sk::net {

namespace {

constexpr int kHttpsPort = 443;

QString asciiHost(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded).toLower();
}

bool isIpLiteral(const QString &host)
{
    return !QHostAddress(host).isNull();
}

/// Letters, digits and hyphens in at least two labels; no internationalised label, no address.
bool isPlainDnsName(const QString &host)
{
    static const QRegularExpression kName(
        QStringLiteral("^(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+$"));
    return host.size() <= 253 && kName.match(host).hasMatch() && !host.startsWith(QStringLiteral("xn--"))
        && !host.contains(QStringLiteral(".xn--")) && !isIpLiteral(host);
}

bool isLoopbackName(const QString &host)
{
    return host == QStringLiteral("localhost") || host == QStringLiteral("127.0.0.1") || host == QStringLiteral("::1");
}

tl::unexpected<Error> refuse(const QUrl &url, const char *why)
{
    return fail(ErrorKind::HostNotAllowed, hostForMessage(url) + ": " + why);
}

/// What no kind of endpoint may have.
Result<void> checkForm(const QUrl &url)
{
    if (!url.isValid() || url.isRelative() || url.host().isEmpty())
        return fail(ErrorKind::HostNotAllowed, "not a complete address");
    if (url.scheme() != QStringLiteral("https"))
        return refuse(url, "only https is allowed");
    if (url.authority(QUrl::FullyEncoded).contains(QLatin1Char('@')))
        return refuse(url, "an address must not carry a user name or password");
    return {};
}

Result<void> checkLoopback(const QUrl &url)
{
    SK_TRY(checkForm(url));
    if (!isLoopbackName(asciiHost(url)))
        return refuse(url, "a custom endpoint must be localhost, 127.0.0.1 or [::1]");
    return {};
}

/// Every certificate of the text, or nothing when one of them cannot be read.
QList<QSslCertificate> readAuthorities(const QByteArray &pem)
{
    const QList<QSslCertificate> all = QSslCertificate::fromData(pem, QSsl::Pem);
    const bool whole = pem.count("-----BEGIN CERTIFICATE-----") == all.size();
    return whole ? all : QList<QSslCertificate>();
}

} // namespace

QString originOf(const QUrl &url)
{
    return asciiHost(url) + QLatin1Char(':') + QString::number(url.port(kHttpsPort));
}

std::string hostForMessage(const QUrl &url)
{
    const std::string host = asciiHost(url).left(253).toStdString();
    return host.empty() ? "an unnamed host" : host;
}

Result<Endpoints> Endpoints::forRegionHosts(const QStringList &hosts)
{
    Endpoints made;
    for (const QString &host : hosts) {
        if (!isPlainDnsName(host))
            return fail(ErrorKind::Usage, "the list of hosts holds something that is no plain host name");
        made.m_origins.append(host + QStringLiteral(":443"));
    }
    if (made.m_origins.isEmpty())
        return fail(ErrorKind::Usage, "the list of hosts is empty");
    return made;
}

Result<Endpoints> Endpoints::forLoopback(const QUrl &api, const QUrl &token, const QByteArray &authorities)
{
    SK_TRY(checkLoopback(api));
    SK_TRY(checkLoopback(token));
    Endpoints made;
    made.m_loopback = true;
    made.m_origins = {originOf(api), originOf(token)};
    made.m_origins.removeDuplicates();
    made.m_authorities = readAuthorities(authorities);
    if (made.m_authorities.isEmpty())
        return fail(ErrorKind::Usage, "the CA file holds no readable PEM certificate");
    return made;
}

Result<void> Endpoints::check(const QUrl &url) const
{
    SK_TRY(checkForm(url));
    const QString host = asciiHost(url);
    if (m_origins.contains(originOf(url)))
        return {};
    if (isIpLiteral(host))
        return refuse(url, "a number in place of a host name is not on the list");
    if (host.startsWith(QStringLiteral("xn--")) || host.contains(QStringLiteral(".xn--")))
        return refuse(url, "an internationalised host name is not on the list");
    const bool known = m_origins.indexOf(QRegularExpression(QLatin1Char('^') + QRegularExpression::escape(host)
                                                            + QStringLiteral(":\\d+$")))
        >= 0;
    return refuse(url, known ? "another port than the one on the list" : "not on the list of allowed hosts");
}

} // namespace sk::net
