// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/tls_policy.h"

#include <QHostAddress>
#include <QSslCipher>
#include <QSslKey>

#include <algorithm>
#include <array>
#include <string_view>

namespace sk::net {

namespace {

constexpr std::string_view kIssuerMark = " (issuer: ";
constexpr std::string_view kAboutCertificate = "the certificate";

bool isForwardSecretAead(const QSslCipher &cipher)
{
    const QString name = cipher.name();
    if (cipher.protocol() == QSsl::TlsV1_3)
        return true;
    const bool aead = name.contains(QStringLiteral("GCM")) || name.contains(QStringLiteral("CHACHA20"));
    return aead && (name.startsWith(QStringLiteral("ECDHE-RSA-")) || name.startsWith(QStringLiteral("ECDHE-ECDSA-")));
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > QLatin1Char(' ') && c.unicode() < 0x7f; });
}

bool nameMatches(const QString &host, const QString &entry)
{
    if (!isAscii(entry)) // before toLower(), which turns the Kelvin sign into a k
        return false;
    const QString pattern = entry.toLower();
    if (!pattern.startsWith(QStringLiteral("*.")))
        return host == pattern && !pattern.contains(QLatin1Char('*'));
    const QString parent = pattern.mid(1); // with its leading dot
    const auto label = host.size() - parent.size();
    const bool safe = parent.lastIndexOf(QLatin1Char('.')) > 0 && !parent.contains(QLatin1Char('*'))
        && !parent.contains(QStringLiteral(".."));
    return safe && label > 0 && host.endsWith(parent) && host.indexOf(QLatin1Char('.')) == label;
}

std::string plainWords(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired: return "the certificate has expired";
    case QSslError::CertificateNotYetValid:
        return "the certificate is not valid yet (or this computer's clock is behind)";
    case QSslError::SelfSignedCertificate: return "the certificate is self-signed";
    case QSslError::SelfSignedCertificateInChain: return "the certificate's root is not trusted by this computer";
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return "the certificate's issuer is not trusted";
    case QSslError::HostNameMismatch: return "the certificate is for another host name";
    case QSslError::CertificateRevoked: return "the certificate was revoked";
    case QSslError::CertificateBlacklisted: return "the certificate is known to be stolen";
    case QSslError::InvalidPurpose:
    case QSslError::InvalidCaCertificate: return "the certificate was not issued for this purpose";
    case QSslError::NoPeerCertificate: return "the server shows no certificate";
    case QSslError::CertificateSignatureFailed: return "the certificate's signature is false";
    default: return "the certificate is not acceptable";
    }
}

bool hasOldProtocol(const QSslConfiguration &session)
{
    const QSsl::SslProtocol protocol = session.sessionProtocol();
    return protocol != QSsl::TlsV1_2 && protocol != QSsl::TlsV1_3;
}

std::string printable(const QString &text)
{
    std::string clean;
    for (const QChar c : text.left(80))
        clean += c.unicode() >= 0x20 && c.unicode() < 0x7f ? static_cast<char>(c.unicode()) : '?';
    return clean;
}

} // namespace

QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    QList<QSslCipher> ciphers = QSslConfiguration::supportedCiphers();
    ciphers.removeIf([](const QSslCipher &cipher) { return !isForwardSecretAead(cipher); });
    tls.setCiphers(ciphers);
    tls.setAllowedNextProtocols({}); // no ALPN: HTTP/2 of old Qt has holes (security.md 5.2)
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    if (!authorities.isEmpty())
        tls.setCaCertificates(authorities);
    return tls;
}

bool hostMatches(const QString &host, const AlternativeNames &names)
{
    const QString wanted = host.toLower();
    const QHostAddress address(wanted);
    if (!address.isNull()) {
        const QStringList entries = names.values(QSsl::IpAddressEntry);
        return std::any_of(entries.begin(), entries.end(),
                           [&](const QString &e) { return QHostAddress(e) == address; });
    }
    if (host.isEmpty() || !isAscii(host))
        return false;
    const QStringList entries = names.values(QSsl::DnsEntry);
    return std::any_of(entries.begin(), entries.end(), [&](const QString &e) { return nameMatches(wanted, e); });
}

bool hasStrongKey(const QSslCertificate &certificate)
{
    constexpr int shortestRsa = 2048;
    constexpr int shortestCurve = 224;
    const QSslKey key = certificate.publicKey();
    if (key.isNull())
        return true; // of a kind that Qt does not know, such as Ed25519
    switch (key.algorithm()) {
    case QSsl::Rsa: return key.length() >= shortestRsa;
    case QSsl::Ec: return key.length() >= shortestCurve;
    case QSsl::Dsa:
    case QSsl::Dh: return false;
    case QSsl::Opaque: break;
    }
    return true;
}

Result<void> checkPeer(const QSslConfiguration &session, const QString &host)
{
    const QSslCertificate peer = session.peerCertificate();
    if (peer.isNull())
        return fail(ErrorKind::TlsRefused, plainWords(QSslError::NoPeerCertificate));
    if (hasOldProtocol(session))
        return fail(ErrorKind::TlsRefused, "the server speaks no TLS 1.2 or newer");
    if (!hostMatches(host, peer.subjectAlternativeNames()))
        return fail(ErrorKind::TlsRefused,
                    plainWords(QSslError::HostNameMismatch).append(kIssuerMark) + issuerName(peer) + ")");
    QList<QSslCertificate> chain = session.peerCertificateChain();
    chain.append(peer);
    for (const QSslCertificate &certificate : chain) {
        if (!hasStrongKey(certificate))
            return fail(ErrorKind::TlsRefused,
                        std::string("the certificate's key is too short").append(kIssuerMark) + issuerName(certificate)
                            + ")");
    }
    return {};
}

std::string describeCertificateErrors(const QList<QSslError> &errors)
{
    std::string text;
    std::string issuer;
    for (const QSslError &error : errors) {
        const std::string words = plainWords(error.error());
        if (text.find(words) == std::string::npos)
            text += (text.empty() ? "" : ", ") + words;
        if (issuer.empty())
            issuer = issuerName(error.certificate());
    }
    return issuer.empty() ? text : text.append(kIssuerMark) + issuer + ")";
}

bool blamesOnlyDates(std::string_view detail)
{
    std::string words(detail.substr(0, detail.find(kIssuerMark))); // an issuer may call itself anything
    words = words.substr(std::min(words.size(), words.find(kAboutCertificate)));
    bool any = false;
    for (const QSslError::SslError dates : {QSslError::CertificateExpired, QSslError::CertificateNotYetValid}) {
        const std::string said = plainWords(dates);
        const std::size_t at = words.find(said);
        if (at == std::string::npos)
            continue;
        any = true;
        words.erase(at, said.size());
    }
    return any && words.find_first_not_of(", ") == std::string::npos;
}

std::string describeHandshakeFailure(const QString &libraryText)
{
    struct Row
    {
        QLatin1String sign;
        std::string_view words;
    };
    static constexpr std::array kRows{
        Row{QLatin1String("protocol version"), "the server speaks no TLS 1.2 or newer"},
        Row{QLatin1String("unsupported protocol"), "the server speaks no TLS 1.2 or newer"},
        Row{QLatin1String("version too low"), "the server speaks no TLS 1.2 or newer"},
        Row{QLatin1String("wrong version number"), "the server does not speak TLS on this port"},
        Row{QLatin1String("packet length"), "the server does not speak TLS on this port"},
        Row{QLatin1String("handshake failure"), "the server offers no cipher that is safe enough"},
        Row{QLatin1String("no shared cipher"), "the server offers no cipher that is safe enough"},
    };
    for (const Row &row : kRows) {
        if (libraryText.contains(row.sign))
            return std::string(row.words);
    }
    return "the TLS handshake failed";
}

std::string issuerName(const QSslCertificate &certificate)
{
    return printable(certificate.issuerInfo(QSslCertificate::CommonName).join(QLatin1Char(' ')));
}

} // namespace sk::net
