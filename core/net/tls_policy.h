// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QMultiMap>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QString>

#include <string_view>

namespace sk::net {

using AlternativeNames = QMultiMap<QSsl::AlternativeNameEntryType, QString>;

/// TLS 1.2 or newer, the peer always verified, and of TLS 1.2 only forward-secret authenticated ciphers (ENC-1).
/// `authorities` are the only trusted ones; empty means the machine's own. There is no way to relax it.
[[nodiscard]] QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &authorities);

/// RFC 9525: the host is one of the certificate's alternative names. One wildcard as the whole left-most label stands
/// for exactly one label; an address matches address entries only; the common name never counts (Qt accepts it even
/// where the alternative names say otherwise).
[[nodiscard]] bool hostMatches(const QString &host, const AlternativeNames &names);

/// RSA with 2048 bits, elliptic curves with 224 at least; no DSA. OpenSSL refuses less by itself only where the system
/// asks it to (Debian does, the build for Windows does not).
[[nodiscard]] bool hasStrongKey(const QSslCertificate &certificate);

/// What Qt does not check after a handshake: alternative names, the keys of the chain and, for back ends that may
/// ignore our configuration, the protocol. TlsRefused, saying why.
[[nodiscard]] Result<void> checkPeer(const QSslConfiguration &session, const QString &host);

/// Why a certificate was refused, in plain English, with the issuer's common name where known.
[[nodiscard]] std::string describeCertificateErrors(const QList<QSslError> &errors);
/// True if `detail`, of an error that these words went into, finds fault with nothing but the certificate's dates.
[[nodiscard]] bool blamesOnlyDates(std::string_view detail);
/// Why a handshake failed before there was a certificate, from the words of the TLS library.
[[nodiscard]] std::string describeHandshakeFailure(const QString &libraryText);
/// The issuer's common name, printable and short, or empty.
[[nodiscard]] std::string issuerName(const QSslCertificate &certificate);

} // namespace sk::net
